import type { TurnClass } from "../format/schema.ts";
import { type Aspect, type Fault, graveAspects } from "../run/faults.ts";
import type { Report, TurnReport } from "../run/run-conversation.ts";

/** One request or follow-up that something is expected of, with what came of it. */
export type Scored = TurnReport & {
  readonly report: Report;
  readonly index: number;
  readonly class: TurnClass;
  readonly isPassed: boolean;
};

/** How many of how many are answered as expected. */
export type Share = { readonly passed: number; readonly all: number };

/** What each class is to reach by rules alone. */
export const goals: Readonly<Record<TurnClass, number>> = { direct: 0.95, vague: 0.75, "follow-up": 0.9 };

/** The turns that are scored; those that only lead there, and conversations that are pending, are not. */
export const scoredOf = (reports: readonly Report[]): readonly Scored[] =>
  reports.flatMap((report) =>
    report.pending !== undefined
      ? []
      : report.turns.flatMap((turn, index) =>
          isExpecting(turn) || turn.faults.some(isGrave)
            ? [
                {
                  ...turn,
                  report,
                  index,
                  class: turn.turn.class ?? (index === 0 ? report.conversation.class : "follow-up"),
                  isPassed: turn.faults.length === 0,
                },
              ]
            : [],
        ),
  );

const isExpecting = ({ turn, isIdle }: TurnReport): boolean => {
  const { status, calls, question, choices, approval, facts, forbidden } = turn;
  const isStated = [status, calls, question, approval].some((each) => each !== undefined);
  return !isIdle && (isStated || [choices, facts, forbidden].some((each) => each.length > 0));
};

const isGrave = ({ aspect }: Fault): boolean => graveAspects.some((grave) => grave === aspect);

export const shareOf = (scored: readonly Scored[]): Share => ({
  passed: scored.filter(({ isPassed }) => isPassed).length,
  all: scored.length,
});

/** Turns in which something of an aspect is wrong. */
export const wrongIn = (scored: readonly Scored[], aspect: Aspect): readonly Scored[] =>
  scored.filter(({ faults }) => faults.some((fault) => fault.aspect === aspect));

export const groupBy = (
  scored: readonly Scored[],
  keyOf: (each: Scored) => string,
): ReadonlyMap<string, readonly Scored[]> => {
  const groups = new Map<string, Scored[]>();
  for (const each of scored) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return new Map([...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

/** Turns that came out otherwise than those of the first, which are the same ones played in another way. */
export const differing = (first: readonly Scored[], others: readonly Scored[]): readonly Scored[] => {
  const passed = new Map(first.map((each) => [placeOf(each), each.isPassed]));
  return others.filter((each) => passed.get(placeOf(each)) !== each.isPassed);
};

const placeOf = ({ report: { conversation }, index }: Scored): string =>
  [conversation.file, conversation.line, conversation.name, index].join(" ");
