import { filterRows, isTroubled, type Quality, type RowFilter, sortByQuality, tells } from "../results/filter.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import { nounOf } from "../words/nouns.ts";
import { type ReportPhrase, say } from "../words/report-words.ts";
import type { Answer, AnswerContext } from "./answer-context.ts";
import { cellsFor, columnsFor } from "./columns.ts";
import { groupsOf, groupsText } from "./counts.ts";
import { fitEnd } from "./display-width.ts";
import { scopeOf } from "./place.ts";
import { formatTable, shownOf } from "./table.ts";

/** A list of any kind: how many and in which state, a table, and for pods why the troubled ones are. */
export function listAnswer(rows: readonly Row[], context: AnswerContext): Answer {
  const filter = filterOf(context);
  const found = orderRows(filterRows(rows, filter), filter);
  if (found.length === 0) return { text: nothingText(rows, context), rows: [] };
  const { skip = 0 } = context;
  const rest = found.slice(skip);
  const next = skip + shownOf(rest.length);
  const parts = [
    headline(found, rows.length, context),
    "",
    tableOf(rest, context),
    ...attention(rest, context),
    ...untold(rows, context),
  ];
  return { text: parts.join("\n"), rows: found, ...(next < found.length ? { next } : {}) };
}

/** The first line of a list: `共 12 个 Pod：9 Running、3 Pending`, `12 pods in namespace shop: 9 Running, 3 Pending`. */
export function headline(found: readonly Row[], total: number, context: AnswerContext): string {
  return [counted(found, total, context), ...cutShort(total, context)].join("\n");
}

/** Servers without a default of their own in the schema stop at a round number. */
const roundNumber = 10;

/** A list as long as the server's own limit is neither the whole nor what was asked for. */
export function cutShort(total: number, { limit, language, resource }: AnswerContext): readonly string[] {
  const isCut = limit === "unknown" ? total > 0 && total % roundNumber === 0 : limit !== undefined && total >= limit;
  return isCut ? [say(language, "serverLimit", { count: total, noun: nounOf(resource, total, language) })] : [];
}

/** How many were found, of how many, and in which state. */
export function counted(found: readonly Row[], total: number, context: AnswerContext): string {
  const { language, resource } = context;
  const slots = {
    count: found.length,
    total,
    noun: nounOf(resource, Math.max(found.length, total), language),
    place: scopeOf(context),
    groups: groupsText(groupsOf(found, context), language),
  };
  if (found.length < total)
    return (
      say(language, "matched", slots) + (slots.groups === "" ? "" : `${language === "zh" ? "：" : ": "}${slots.groups}`)
    );
  return say(language, slots.groups === "" ? "countedPlain" : "counted", slots);
}

/** Why a list shows nothing: there is nothing, nothing matches, nothing is broken, or the rows do not tell. */
export function nothingText(rows: readonly Row[], context: AnswerContext): string {
  const { language, resource, quality, nameContains, node } = context;
  const total = rows.length;
  const slots = { total, noun: nounOf(resource, total, language), place: scopeOf(context) };
  if (total === 0) return say(language, "empty", slots);
  const silent = untoldRows(rows, context);
  if (silent.length === total) {
    // What cannot be told was not what the list was narrowed to.
    const { node: _, ...wide } = context;
    return say(language, "untoldAll", { ...slots, place: scopeOf(wide), what: askedFor(context) });
  }
  const onlyBroken = nameContains === undefined && node === undefined && (quality === "broken" || quality === "errors");
  const telling = total - silent.length;
  const known = say(language, onlyBroken ? "noneBroken" : "noneMatches", {
    ...slots,
    total: telling,
    noun: nounOf(resource, telling, language),
  });
  return [known, ...untold(rows, context).slice(1)].join("\n");
}

/** Rows that were asked about and do not say what was asked: neither a match nor none. */
function untoldRows(rows: readonly Row[], context: AnswerContext): readonly Row[] {
  const filter = filterOf(context);
  const part = filter.nameContains?.toLowerCase() ?? "";
  return rows.filter((row) => row.name.toLowerCase().includes(part) && !tells(row, filter));
}

/** What stays unknown, below what is known. */
export function untold(rows: readonly Row[], context: AnswerContext): readonly string[] {
  const { language, resource } = context;
  const count = untoldRows(rows, context).length;
  if (count === 0) return [];
  const slots = { count, noun: nounOf(resource, count, language), what: askedFor(context) };
  return ["", say(language, "untoldSome", slots)];
}

function askedFor({ quality, node, language }: AnswerContext): string {
  if (quality === undefined && node !== undefined) return say(language, "askedNode");
  return say(language, (quality === undefined ? undefined : askedWords[quality]) ?? "askedState");
}

const askedWords: Readonly<Partial<Record<Quality, ReportPhrase>>> = {
  warnings: "askedType",
  newest: "askedAge",
  oldest: "askedAge",
  most_restarts: "askedRestarts",
  most_cpu: "askedUsage",
  most_memory: "askedUsage",
};

export function filterOf({ resource, now, nameContains, node, quality }: AnswerContext): RowFilter {
  return {
    resource,
    now,
    ...(nameContains === undefined ? {} : { nameContains }),
    ...(node === undefined ? {} : { node }),
    ...(quality === undefined ? {} : { quality }),
  };
}

/** In the order asked for; without one the troubled ones first, so that a long table never hides them. */
function orderRows(rows: readonly Row[], filter: RowFilter): readonly Row[] {
  return sortByQuality(rows, { ...filter, quality: filter.quality ?? "broken" });
}

function tableOf(rows: readonly Row[], { resource, now, everywhere, width, language }: AnswerContext): string {
  const columns = columnsFor(resource, rows, { now, everywhere });
  return formatTable({
    columns,
    rows: rows.map((row) => cellsFor(row, columns, now)),
    width,
    more: (count) => say(language, "more", { count }),
  });
}

const mostReasons = 5;

/** Reasons that the table does not show: from pods' objects. */
function attention(rows: readonly Row[], context: AnswerContext): readonly string[] {
  const { resource, now, language, width } = context;
  if (resource !== "pod") return [];
  const reasons = rows
    .filter((row) => isTroubled(row, { resource, now }))
    .map((row) => ({ row, facts: podFacts(row, now) }))
    .filter(({ facts }) => facts.reason !== facts.status && !facts.reason.startsWith("NotReady"))
    .slice(0, mostReasons)
    .map(({ row, facts }) => fitEnd(`- ${row.name}: ${facts.reason.replace(/\s+/g, " ")}`, width));
  return reasons.length === 0 ? [] : ["", say(language, "attention"), ...reasons];
}
