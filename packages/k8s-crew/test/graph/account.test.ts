import { noUsage } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { type Account, type Budgets, createAccounts } from "../../src/graph/account.ts";
import { saySpent } from "../../src/words/budget-words.ts";

type Using = { calls?: number; tokens?: number; usd?: number; ms?: number; steps?: number };

/** As a run of an agent counts on the meters that it is given. */
const use = ({ meters, toolCall }: Account, { calls = 0, tokens = 0, usd = 0, ms = 0, steps = 0 }: Using) => {
  for (const meter of meters) {
    for (let call = 0; call < calls; call += 1) meter.request();
    meter.reply({ ...noUsage, modelCalls: calls, promptTokens: tokens, costUsd: usd });
    meter.ran(ms);
  }
  for (let step = 0; step < steps; step += 1) toolCall(step % 2 === 1);
};

/** What is spent after one turn after another. */
const spentAfter = (budgets: Budgets, turns: readonly Using[]) => {
  const openAccount = createAccounts(budgets);
  return turns.map((using) => {
    const account = openAccount();
    use(account, using);
    return account.spent();
  });
};

describe("what a model may use", () => {
  test("is used up for a turn, and anew in the next", () => {
    const spent = { of: "turn", limit: "timeMs", amount: 2000 };
    expect(spentAfter({ turn: { timeMs: 2000 } }, [{ ms: 2500 }, { ms: 500 }])).toEqual([spent, undefined]);
  });

  test("adds up over the turns of a conversation, and stays used up", () => {
    const spent = { of: "session", limit: "usd", amount: 0.03 };
    expect(spentAfter({ session: { usd: 0.03 } }, [{ usd: 0.02 }, { usd: 0.02 }, {}])).toEqual([
      undefined,
      spent,
      spent,
    ]);
  });

  test("is limited by the steps that were made, whoever made them", () => {
    const spent = { of: "turn", limit: "toolCalls", amount: 2 };
    expect(spentAfter({ turn: { toolCalls: 2 } }, [{ steps: 1 }, { steps: 2 }])).toEqual([undefined, spent]);
  });

  test("that it is used up is news once in a turn, and once in a conversation", () => {
    const openAccount = createAccounts({});
    const [first, second] = [openAccount(), openAccount()];
    const told = [first, first, second].map((account) => [account.isNews("turn"), account.isNews("session")]);
    expect(told).toEqual([
      [true, true],
      [false, false],
      [true, false],
    ]);
  });

  test("goes on from what was kept", () => {
    const budgets = { session: { modelCalls: 3 } };
    const before = createAccounts(budgets)();
    use(before, { calls: 2, usd: 0.5, steps: 4 });
    const kept = before.sums();
    expect(kept.session).toMatchObject({ usage: { modelCalls: 2, costUsd: 0.5 }, toolCalls: 4, cachedCalls: 2 });
    const after = createAccounts(budgets, kept)();
    expect([after.spent(), after.usage().modelCalls, after.sums()]).toEqual([undefined, 0, kept]);
    use(after, { calls: 1 });
    expect(after.spent()).toEqual({ of: "session", limit: "modelCalls", amount: 3 });
  });

  test("is without limit where none is set", () => {
    expect(spentAfter({}, [{ calls: 100, tokens: 1e9, usd: 1e3, ms: 1e9, steps: 100 }])).toEqual([undefined]);
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
