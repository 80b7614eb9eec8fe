import { noUsage } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { type Budgets, createAllowance } from "../../src/graph/allowance.ts";
import { addUsage, emptyRecord } from "../../src/graph/turn.ts";
import { saySpent } from "../../src/words/budget-words.ts";

/** A conversation's account with a clock that stands still until it is moved. */
const accountOf = (budgets: Budgets) => {
  let now = 0;
  const allowance = createAllowance(budgets, () => now);
  const turn = (used: { calls?: number; tokens?: number; usd?: number; ms?: number }) => {
    const record = emptyRecord();
    allowance.beginTurn(record);
    const { calls = 0, tokens = 0, usd = 0, ms = 0 } = used;
    addUsage(record, { ...noUsage, modelCalls: calls, promptTokens: tokens, costUsd: usd });
    now += ms;
    return allowance.left();
  };
  return { allowance, turn };
};

describe("what a model may use", () => {
  test("is the smaller rest of the turn's limit and the conversation's", () => {
    const { allowance, turn } = accountOf({ turn: { modelCalls: 3, tokens: 100 }, session: { modelCalls: 4, usd: 1 } });
    expect(turn({ calls: 2, tokens: 30, usd: 0.25 })).toEqual({
      kind: "left",
      budget: { modelCalls: 1, tokens: 70, usd: 0.75 },
    });
    allowance.endTurn();
    expect(turn({ calls: 1 })).toEqual({ kind: "left", budget: { modelCalls: 1, tokens: 100, usd: 0.75 } });
  });

  test("is used up for a turn, and anew in the next", () => {
    const { allowance, turn } = accountOf({ turn: { timeMs: 2000 } });
    expect(turn({ ms: 2500 })).toEqual({ kind: "spent", of: "turn", limit: "timeMs", amount: 2000 });
    allowance.endTurn();
    expect(turn({ ms: 500 })).toEqual({ kind: "left", budget: { timeMs: 1500 } });
  });

  test("stays used up for a conversation, which is news once", () => {
    const { allowance, turn } = accountOf({ session: { usd: 0.01 } });
    const spent = { kind: "spent", of: "session", limit: "usd", amount: 0.01 };
    expect(turn({ usd: 0.02 })).toEqual(spent);
    expect([allowance.isNews("session"), allowance.isNews("session")]).toEqual([true, false]);
    allowance.endTurn();
    expect(turn({})).toEqual(spent);
    expect(allowance.isNews("session")).toBe(false);
  });

  test("is without limit where none is set", () => {
    expect(accountOf({}).turn({ calls: 1e6, tokens: 1e9, usd: 1e3, ms: 1e9 })).toEqual({ kind: "left", budget: {} });
  });

  test.each([
    ["usd", 0.5, "0.5 USD", "0.5 美元"],
    ["modelCalls", 1, "1 model call)", "1 次模型调用"],
    ["timeMs", 2000, "2 seconds", "2 秒"],
  ] as const)("is told when it is used up: %s", (limit, amount, en, zh) => {
    expect(saySpent("en", { of: "turn", limit, amount })).toContain(en);
    expect(saySpent("zh", { of: "session", limit, amount })).toContain(zh);
  });
});
