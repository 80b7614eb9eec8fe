import type { CallResult } from "@k8s-copilot/crew";
import { stringify } from "yaml";
import { resourceByKey } from "../catalog/resources.ts";
import type { Verb } from "../catalog/types.ts";
import type { Language } from "../conversation/output.ts";
import type { Focus } from "../plan/types.ts";
import { eventFacts } from "../results/facts.ts";
import { filterRows, type RowFilter, sortByQuality } from "../results/filter.ts";
import { parseResult } from "../results/parse-result.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import { resourceWord } from "../words/conversation-words.ts";
import { remedyOf, reportWord } from "../words/report-words.ts";
import { layoutOf } from "./columns.ts";
import { errorLines, excerptLog } from "./log-excerpt.ts";
import { podSummary } from "./pod-summary.ts";
import { formatTable } from "./table.ts";

export type AnswerInput = {
  readonly language: Language;
  readonly verb: Verb;
  readonly resource: string;
  readonly result: CallResult;
  readonly focus: Focus;
  readonly width: number;
  readonly now: number;
  readonly place: { readonly cluster?: string; readonly namespace?: string; readonly name?: string };
};

/** Lines of an object or a text that are shown. */
const bodyLimit = 120;

/** What a result says, laid out for a person. Counts and states are computed here, from the rows. */
export const answerFor = (input: AnswerInput): string => {
  const { result, verb, resource } = input;
  if (result.outcome !== "ok") return failureText(input);
  const parsed = parseResult({ text: result.text, structured: result.structured, verb, resource });
  if (verb === "logs") return logText(input, parsed.form === "text" ? parsed.text : result.text);
  if (parsed.form === "rows") return listText(input, parsed.rows);
  if (parsed.form === "object") return objectText(input, parsed.object);
  return bodyText(input, parsed.text);
};

const failureText = ({ language, result }: AnswerInput): string => {
  const cause = result.message === "" ? result.outcome : result.message;
  return [reportWord(language, "failed", { cause }), remedyOf(language, result.outcome)]
    .filter((part) => part !== "")
    .join("\n");
};

const logText = ({ language, place, focus }: AnswerInput, text: string): string => {
  const name = place.name ?? "";
  if (text.trim() === "") return reportWord(language, "noLogs", { name });
  const onlyErrors = focus.quality === "errors";
  const total = text.trimEnd().split("\n").length;
  if (onlyErrors && errorLines(text).length === 0) return reportWord(language, "noErrorsInLog", { name, total });
  return `${reportWord(language, "logsOf", { name })}\n${excerptLog(text, { language, onlyErrors })}`;
};

const listText = (input: AnswerInput, all: readonly Row[]): string => {
  const { language, resource, focus, now, width } = input;
  const what = plural(input);
  const place = placeText(input);
  if (all.length === 0)
    return place === "" ? reportWord(language, "none", { what }) : reportWord(language, "noneIn", { place, what });
  const filter = filterOf(focus, { resource, now });
  const rows = inOrder(sortByQuality(filterRows(all, filter), filter), filter);
  if (rows.length === 0) return reportWord(language, "noneSuch", { what, total: all.length });
  const layout = layoutOf(resource, rows);
  const cells = rows.map((row) => layout.cells(row, now));
  const filled = layout.columns.filter((key) => cells.some((row) => (row[key] ?? "") !== ""));
  const columns = filled.map((key) => ({
    key,
    title: key,
    shrink: key === "NAME" || key === "MESSAGE" || key === "OBJECT" || key === "SERVER",
  }));
  const table = formatTable({ columns, rows: cells, width, more: (count) => reportWord(language, "more", { count }) });
  return `${countText(input, rows)}\n${table}`;
};

/** Events without a wish of their own: warnings first, the latest of each first. Other kinds stay as they were listed. */
const inOrder = (rows: readonly Row[], { resource, now, quality }: RowFilter): readonly Row[] => {
  if (resource !== "event" || (quality !== undefined && quality !== "errors")) return rows;
  const facts = (row: Row) => eventFacts(row, now);
  const rank = (row: Row) => (facts(row).warning ? 0 : 1e12) + (facts(row).ageSeconds ?? 1e11);
  return [...rows].sort((left, right) => rank(left) - rank(right));
};

const filterOf = (focus: Focus, about: { resource: string; now: number }): RowFilter => ({
  ...about,
  ...(focus.name === undefined ? {} : { nameContains: focus.name }),
  ...(focus.quality === undefined ? {} : { quality: focus.quality }),
});

const countText = (input: AnswerInput, rows: readonly Row[]): string => {
  const { language, resource, now } = input;
  const place = placeText(input);
  const what = plural(input);
  const where = place === "" ? "" : language === "zh" ? `（${place.trim()}）` : ` (${place})`;
  if (resource !== "pod") return `${reportWord(language, "count", { count: rows.length, what })}${where}`;
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { status } = podFacts(row, now);
    if (status !== "") counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const groups = [...counts].sort(([, left], [, right]) => right - left).map(([status, count]) => `${count} ${status}`);
  const word = groups.length === 0 ? "count" : "countBy";
  return `${reportWord(language, word, { count: rows.length, what, groups: groups.join(language === "zh" ? "、" : ", ") })}${where}`;
};

const plural = ({ language, resource }: AnswerInput): string => {
  const word = resourceWord(language, resource === "*" ? "resource" : resource);
  if (language === "zh") return /^\w/.test(word) ? ` ${word}` : word;
  return /(s|x|ch)$/.test(word) ? `${word}es` : word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`;
};

const placeText = ({ language, place, resource }: AnswerInput): string => {
  const namespaced = resourceByKey.get(resource)?.namespaced !== false;
  const parts = [
    ...(place.cluster === undefined ? [] : [reportWord(language, "cluster", { cluster: place.cluster })]),
    ...(place.namespace === undefined || !namespaced
      ? []
      : [reportWord(language, "place", { namespace: place.namespace })]),
  ];
  return parts.join(language === "zh" ? "" : ", ");
};

/** Parts of an object that only machines read. */
const machineParts: readonly string[] = ["managedFields", "kubectl.kubernetes.io/last-applied-configuration"];

const objectText = (input: AnswerInput, object: Readonly<Record<string, unknown>>): string => {
  const { language, resource, place, now } = input;
  const body = stringify(withoutMachineParts(object), { lineWidth: 0 }).trimEnd();
  const heading = reportWord(language, "detailsOf", { name: place.name ?? resourceWord(language, resource) });
  const facts = resource === "pod" ? podSummary(object, { language, now }) : [];
  const hidden = resource === "secret" ? [reportWord(language, "secretHidden")] : [];
  return [heading, ...facts, ...hidden, shortened(body, language)].join("\n");
};

const withoutMachineParts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutMachineParts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !machineParts.includes(key))
      .map(([key, member]) => [key, withoutMachineParts(member)]),
  );
};

const bodyText = ({ language, result, verb }: AnswerInput, text: string): string => {
  if (text.trim() === "") return reportWord(language, "emptyAnswer");
  const reads = [
    "list",
    "get",
    "describe",
    "top",
    "explain",
    "search",
    "diagnose",
    "health",
    "validate",
    "diff",
    "generate",
  ];
  return reads.includes(verb)
    ? shortened(text.trimEnd(), language)
    : reportWord(language, "done", { text: shortened(result.text.trimEnd(), language) });
};

const shortened = (text: string, language: Language): string => {
  const lines = text.split("\n");
  if (lines.length <= bodyLimit) return text;
  return [...lines.slice(0, bodyLimit), reportWord(language, "cut", { shown: bodyLimit, total: lines.length })].join(
    "\n",
  );
};
