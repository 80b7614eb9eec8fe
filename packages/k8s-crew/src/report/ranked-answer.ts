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
  const telling = rows.filter((row) => amountOf(row, ranked, now) !== undefined);
  const silent = rows.length - telling.length;
  for (const row of telling) {
    const place = per === "namespace" ? row.namespace : fieldReaders[per].text(row, now);
    if (place) sums.set(place, (sums.get(place) ?? 0) + (amountOf(row, ranked, now) ?? 0));
  }
  const [first, ...others] = [...sums].toSorted(([, one], [, other]) =>
    ranked.fewest === true ? one - other : other - one,
  );
  const untold =
    silent === 0
      ? []
      : [
          "",
          say(language, "untoldSome", {
            count: silent,
            noun: nounOf(resource, silent, language),
            what: whatOf(ranked, context),
          }),
        ];
  if (first === undefined) return { text: [nothingText(rows, context), ...untold.slice(1)].join("\n"), rows: [] };
  const format = formats[ranked.by] ?? String;
  const what = whatOf(ranked, context);
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
  return { text: [head, "", table, ...untold].join("\n"), rows: [] };
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

const whatOf = ({ by }: Ranked, { resource, language }: AnswerContext): string =>
  by === "count" ? nounOf(resource, 2, language) : sayRanked(language, by);

/** Undefined where the row does not tell. */
const amountOf = (row: Row, { by }: Ranked, now: number): number | undefined => {
  if (by === "count") return 1;
  return by === "restarts" ? podFacts(row, now).restarts : usageFacts(row)[by];
};
