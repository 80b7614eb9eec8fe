import { addUsage, type Budget, noUsage, type Usage } from "@k8s-copilot/crew";

/** What the model may use: in one turn, and in a whole conversation. `toolCalls`: after so many, it is asked no further. */
export type Budgets = { readonly turn?: Budget; readonly session?: Budget };

export type Limit = keyof Budget;

/** What a model may still use, or the limit that is used up. */
export type Left =
  | { readonly kind: "left"; readonly budget: Budget }
  | { readonly kind: "spent"; readonly of: keyof Budgets; readonly limit: Limit; readonly amount: number };

/** What a turn has used so far; it grows while the turn runs. */
export type Using = { readonly usage: Usage; readonly calls: readonly unknown[] };

/** A conversation's account of what its model used. */
export type Allowance = {
  beginTurn(using: Using): void;
  endTurn(): void;
  left(): Left;
  /** Whether that a limit is used up has yet to be told: in each turn once, of the conversation once. */
  isNews(of: keyof Budgets): boolean;
};

type Used = { readonly usage: Usage; readonly ms: number; readonly calls: number };

const nothing: Used = { usage: noUsage, ms: 0, calls: 0 };

/** `now`: milliseconds of a clock that never goes back. */
export const createAllowance = (budgets: Budgets, now: () => number = () => performance.now()): Allowance => {
  let before = nothing;
  const told = new Set<keyof Budgets>();
  let turn: { readonly using: Using; readonly since: number } | undefined;
  const ofTurn = (): Used =>
    turn === undefined ? nothing : { usage: turn.using.usage, ms: now() - turn.since, calls: turn.using.calls.length };
  const inAll = (): Used => sum(before, ofTurn());
  return {
    beginTurn: (using) => {
      turn = { using, since: now() };
      told.delete("turn");
    },
    endTurn: () => {
      before = inAll();
      turn = undefined;
    },
    left: () => {
      const rests = { turn: restOf(budgets.turn, ofTurn()), session: restOf(budgets.session, inAll()) };
      for (const of of ["session", "turn"] as const)
        for (const limit of limits) {
          const amount = budgets[of]?.[limit];
          if (amount !== undefined && (rests[of][limit] ?? 0) <= 0) return { kind: "spent", of, limit, amount };
        }
      return { kind: "left", budget: smaller(rests.turn, rests.session) };
    },
    isNews: (of) => {
      if (told.has(of)) return false;
      told.add(of);
      return true;
    },
  };
};

const limits = ["usd", "tokens", "modelCalls", "toolCalls", "timeMs"] as const satisfies readonly Limit[];

const usedOf: { readonly [limit in Limit]-?: (used: Used) => number } = {
  // What nobody told the price of cannot be counted.
  usd: ({ usage }) => usage.costUsd ?? 0,
  tokens: ({ usage }) => usage.promptTokens + usage.completionTokens,
  modelCalls: ({ usage }) => usage.modelCalls,
  toolCalls: ({ calls }) => calls,
  timeMs: ({ ms }) => ms,
};

const restOf = (budget: Budget = {}, used: Used): Budget =>
  Object.fromEntries(
    limits.flatMap((limit) => {
      const amount = budget[limit];
      return amount === undefined ? [] : [[limit, amount - usedOf[limit](used)]];
    }),
  );

const smaller = (one: Budget, other: Budget): Budget =>
  Object.fromEntries(
    limits.flatMap((limit) => {
      const both = [one[limit], other[limit]].filter((amount) => amount !== undefined);
      return both.length === 0 ? [] : [[limit, Math.min(...both)]];
    }),
  );

const sum = (one: Used, other: Used): Used => ({
  usage: addUsage(one.usage, other.usage),
  ms: one.ms + other.ms,
  calls: one.calls + other.calls,
});
