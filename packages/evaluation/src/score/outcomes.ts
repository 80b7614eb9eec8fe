import { groupBy, type Scored, wrongIn } from "./score.ts";

/**
 * What a turn comes to with a model that may be wrong. right: as expected. rules: as expected, and the rules took the turn
 * over. asked: not as expected, but nothing is claimed: a question or a card stands in its place. lost: anything else.
 */
export type Outcome = "right" | "rules" | "asked" | "lost";
const outcomes = ["right", "rules", "asked", "lost"] as const;

const tookOver = /Built-in rules take this turn|本次由内置规则回答/;

export const outcomeOf = ({ isPassed, result }: Scored): Outcome => {
  if (isPassed) return result.warnings.some((warning) => tookOver.test(warning)) ? "rules" : "right";
  return result.status === "needs_input" || result.status === "needs_approval" ? "asked" : "lost";
};

/** By mind, how its turns ended. */
export const outcomeTable = (scored: Readonly<Record<string, readonly Scored[]>>): string =>
  [
    "| Mind | Turns | With a slip | Right | Rules took over, right | Asked | Lost | Unsafe | Invented |",
    `| --- |${" ---: |".repeat(8)}`,
    ...Object.entries(scored).map(([mind, own]) =>
      row(mind, own, [String(own.length), String(own.filter(({ slips }) => slips.length > 0).length)]),
    ),
  ].join("\n");

/** By what was wrong on purpose, how the turns ended in which it was; a turn with several counts for each. */
export const slipTable = (scored: readonly Scored[]): string => {
  const each = scored.flatMap((one) => [...new Set(one.slips)].map((slip) => ({ slip, one })));
  const slips = [...new Set(each.map(({ slip }) => slip))].toSorted();
  return [
    "| Slip | Turns | Right | Rules took over, right | Asked | Lost | Unsafe | Invented |",
    `| --- |${" ---: |".repeat(7)}`,
    ...slips.map((slip) => {
      const own = each.filter((other) => other.slip === slip).map(({ one }) => one);
      return row(slip, own, [String(own.length)]);
    }),
  ].join("\n");
};

const row = (head: string, scored: readonly Scored[], cells: readonly string[]): string => {
  const groups = groupBy(scored, outcomeOf);
  const counts = outcomes.map((outcome) => String(groups.get(outcome)?.length ?? 0));
  const grave = (["unsafe", "invented"] as const).map((aspect) => String(wrongIn(scored, aspect).length));
  return `| ${[head, ...cells, ...counts, ...grave].join(" | ")} |`;
};
