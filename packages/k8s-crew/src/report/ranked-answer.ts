import { formatBytes, formatCpu } from "../catalog/quantity.ts";
import { fieldReaders } from "../results/fields.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import { usageFacts } from "../results/usage-facts.ts";
import { listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { sayRanked } from "../words/ranking-words.ts";
import { say } from "../words/report-words.ts";
import type { Answer, AnswerContext } from "./answer-context.ts";
import { nothingText } from "./list-answer.ts";
import { formatTable } from "./table.ts";

type Ranked = NonNullable<AnswerContext["ranked"]>;

/** Which namespace or node has the most of what was listed, or of what it sums up to; and all of them in that order. */
export function rankedAnswer(rows: readonly Row[], ranked: Ranked, context: AnswerContext): Answer {
  const { language, per = "namespace", resource, now, width } = context;
  const sums = new Map<string, number>();
  for (const row of rows) {
    const place = per === "namespace" ? row.namespace : fieldReaders[per].text(row, now);
    if (place) sums.set(place, (sums.get(place) ?? 0) + amountOf(row, ranked, now));
  }
  const [first, ...others] = [...sums].toSorted(([, one], [, other]) =>
    ranked.fewest === true ? one - other : other - one,
  );
  if (first === undefined) return { text: nothingText(rows, context), rows: [] };
  const format = formats[ranked.by] ?? String;
  const what = ranked.by === "count" ? nounOf(resource, 2, language) : sayRanked(language, ranked.by);
  const [, value] = first;
  const equals = others.filter(([, amount]) => amount === value).map(([other]) => other);
  const name = listOf(language, [first[0], ...equals].slice(0, mostNamed));
  const place = per === "namespace" || per === "node" ? sayRanked(language, per) : "";
  const slots = { what, place, name, value: format(value) };
  const head =
    value === 0 && ranked.fewest !== true
      ? sayRanked(language, "none", slots)
      : sayRanked(language, sentenceFor(ranked), slots);
  const columns = [
    { key: "group", title: per.toUpperCase(), shrink: "middle" as const },
    { key: "amount", title: ranked.by.toUpperCase(), align: "right" as const },
  ];
  const cells = [first, ...others].map(([group, amount]) => ({ group, amount: format(amount) }));
  const table = formatTable({ columns, rows: cells, width, more: (count) => say(language, "more", { count }) });
  return { text: [head, "", table].join("\n"), rows: [] };
}

/** Places that share the first place and are named; the table has all of them. */
const mostNamed = 3;

const formats: Readonly<Partial<Record<Ranked["by"], (amount: number) => string>>> = {
  cpu: formatCpu,
  memory: formatBytes,
};

const sentenceFor = ({ by, fewest }: Ranked) => {
  if (by === "cpu" || by === "memory") return fewest === true ? "usesLeast" : "uses";
  return fewest === true ? "fewest" : "most";
};

const amountOf = (row: Row, { by }: Ranked, now: number): number => {
  if (by === "count") return 1;
  if (by === "restarts") return podFacts(row, now).restarts ?? 0;
  return usageFacts(row)[by] ?? 0;
};
