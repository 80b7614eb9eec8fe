import { type Budget, createMeter, type Meter, type Spent, type Usage, type Used } from "@k8s-copilot/crew";

/** What the model may use: in one turn, and in a whole conversation. `toolCalls`: after so many, it is asked no further. */
export type Budgets = { readonly turn?: Budget; readonly session?: Budget };

/** A limit that is used up, and whose it is. */
export type SpentOf = Spent & { readonly of: keyof Budgets };

/** What was used; of the tool calls, those that a kept result answered. */
export type Sum = Used & { readonly cachedCalls: number };

/** What a conversation used so far, and the last of its turns that used something. */
export type Sums = { readonly last: Sum | null; readonly session: Sum | null };

/** A conversation's account: what it used, what it may still use. */
export type Account = {
  /** Count along with every run of an agent. */
  readonly meters: readonly Meter[];
  toolCall(cached: boolean): void;
  /** Of the turn. */
  usage(): Usage;
  sums(): Sums;
  spent(): SpentOf | undefined;
  /** Whether that a limit is used up has yet to be told: in each turn once, of the conversation once. */
  isNews(of: keyof Budgets): boolean;
};

/** Goes on from what was kept. Each turn has an account of its own, and they share the conversation's sum. */
export const createAccounts = (budgets: Budgets, kept: Sums = { last: null, session: null }) => {
  const session = createTally(budgets.session, kept.session ?? undefined);
  let last = kept.last;
  let isSessionTold = false;
  return (): Account => {
    const turn = createTally(budgets.turn);
    let isTurnTold = false;
    return {
      meters: [session.meter, turn.meter],
      toolCall: (cached) => {
        session.toolCall(cached);
        turn.toolCall(cached);
      },
      usage: turn.meter.usage,
      sums: () => {
        const now = turn.sum();
        if (now.usage.modelCalls + now.toolCalls > 0) last = now;
        return { last, session: session.sum() };
      },
      spent: () => spentOf("session", session.meter, budgets) ?? spentOf("turn", turn.meter, budgets),
      isNews: (of) => {
        const isTold = of === "turn" ? isTurnTold : isSessionTold;
        if (of === "turn") isTurnTold = true;
        else isSessionTold = true;
        return !isTold;
      },
    };
  };
};

const createTally = (budget: Budget | undefined, before?: Sum) => {
  const meter = createMeter(budget, before);
  let cachedCalls = before?.cachedCalls ?? 0;
  return {
    meter,
    toolCall: (cached: boolean) => {
      meter.toolCall();
      if (cached) cachedCalls += 1;
    },
    sum: (): Sum => ({ ...meter.used(), cachedCalls }),
  };
};

const spentOf = (of: keyof Budgets, meter: Meter, budgets: Budgets): SpentOf | undefined => {
  const amount = budgets[of]?.toolCalls;
  const steps =
    amount !== undefined && meter.toolCallsLeft() === 0 ? ({ limit: "toolCalls", amount } as const) : undefined;
  const spent = meter.spent() ?? steps;
  return spent && { of, ...spent };
};
