import { formatBytes, formatCpu } from "../catalog/quantity.ts";
import { fieldReaders } from "../results/fields.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import { usageFacts } from "../results/usage-facts.ts";
import { listOf } from "../words/fill.ts";
import { sayRanked } from "../words/ranking-words.ts";
import type { AnswerContext } from "./answer-context.ts";

/** Things that share the first place and are named; of more it is said how many they are. */
const mostNamed = 3;

/** What stands first in the order that was asked for: the answer before the list. `rows` are in that order. */
export function superlative(rows: readonly Row[], { quality, now, language }: AnswerContext): readonly string[] {
  const tellsOf = quality === undefined ? undefined : values[quality];
  const [first] = rows;
  if (tellsOf === undefined || first === undefined || !isSentence(quality)) return [];
  const value = tellsOf(first, now);
  if (value === undefined) return [];
  if (quality === "most_restarts" && value === "0") return [sayRanked(language, "noRestarts")];
  const alike = [...new Set(rows.filter((row) => tellsOf(row, now) === value).map(({ name }) => name))];
  const others = alike.length - mostNamed;
  const more = others > 0 ? sayRanked(language, "andOthers", { count: language === "zh" ? alike.length : others }) : "";
  const names = `${listOf(language, alike.slice(0, mostNamed))}${more}`;
  return [sayRanked(language, quality, { names, value })];
}

const values: Readonly<
  Partial<Record<NonNullable<AnswerContext["quality"]>, (row: Row, now: number) => string | undefined>>
> = {
  oldest: (row, now) => fieldReaders.age.text(row, now),
  newest: (row, now) => fieldReaders.age.text(row, now),
  largest: (row, now) => fieldReaders.capacity.text(row, now),
  most_restarts: (row, now) => {
    const { restarts } = podFacts(row, now);
    return restarts === undefined ? undefined : String(restarts);
  },
  most_cpu: (row) => {
    const { cpu } = usageFacts(row);
    return cpu === undefined ? undefined : formatCpu(cpu);
  },
  most_memory: (row) => {
    const { memory } = usageFacts(row);
    return memory === undefined ? undefined : formatBytes(memory);
  },
};

const isSentence = (
  quality: AnswerContext["quality"],
): quality is "oldest" | "newest" | "largest" | "most_restarts" | "most_cpu" | "most_memory" =>
  quality !== undefined && quality in values;
