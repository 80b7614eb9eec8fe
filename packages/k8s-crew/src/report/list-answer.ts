import { formatBytes } from "../catalog/quantity.ts";
import type { Fact, Field } from "../language/condition.ts";
import { fieldReaders } from "../results/fields.ts";
import {
  filterRows,
  hidesReadiness,
  isTroubled,
  type Quality,
  type RowFilter,
  sortByQuality,
  tells,
} from "../results/filter.ts";
import { isIncrediblyEmpty } from "../results/never-empty.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import { conditionNote, conditionsText, fieldWords } from "../words/condition-words.ts";
import { afterVerdict } from "../words/fact-words.ts";
import { listOf } from "../words/fill.ts";
import { sayNetwork } from "../words/network-words.ts";
import { nounOf } from "../words/nouns.ts";
import { type ReportPhrase, say } from "../words/report-words.ts";
import { saySight } from "../words/sight-words.ts";
import { sayStorage } from "../words/storage-words.ts";
import type { Answer, AnswerContext } from "./answer-context.ts";
import { cellsFor, columnsFor } from "./columns.ts";
import { groupsOf, groupsText } from "./counts.ts";
import { fitEnd } from "./display-width.ts";
import { factLines, nowhereText } from "./fact-answer.ts";
import { placeOf, scopeOf } from "./place.ts";
import { superlative } from "./superlative.ts";
import { formatTable, shownOf } from "./table.ts";

/** A list of any kind: how many and in which state, a table, and for pods why the troubled ones are. */
export function listAnswer(rows: readonly Row[], context: AnswerContext): Answer {
  const { fact, conditions, counted: asksHowMany, first } = context;
  const filter = filterOf(context);
  const all = orderRows(exactlyNamed(filterRows(rows, filter), context), filter);
  if (all.length === 0 && isCalledByNone(rows, context)) return withoutTheName(rows, context);
  if (all.length === 0 && rows.length === 0 && fact === "traffic" && conditions === undefined)
    return { text: noPoliciesText(context), rows: [] };
  if (all.length === 0)
    return { text: fact === "existence" ? nowhereText(context) : nothingText(rows, context), rows: [] };
  const found = first === undefined ? all : all.slice(0, first);
  const { skip = 0 } = context;
  const rest = found.slice(skip);
  const next = skip + shownOf(rest.length);
  const sentences = factLines(found, context);
  const parts = [
    ...(sentences.length > 0
      ? sentences
      : [
          ...superlative(all, context),
          headline(all, context.total ?? rows.length, context),
          ...cutToFirst(all, context),
        ]),
    ...togetherText(all, context),
    ...(asksHowMany === true ? groupedCounts(all, context) : []),
    ...(asksHowMany === true && !isFew(all, rows, context) ? [] : ["", tableOf(rest, context)]),
    ...(asksHowMany === true || fact !== undefined ? [] : attention(rest, context)),
    ...(fact === undefined ? untold(rows, context) : []),
  ];
  return { text: parts.join("\n"), rows: found, ...(next < found.length ? { next } : {}) };
}

/** Where no policy stands, nothing is restricted. */
function noPoliciesText(context: AnswerContext): string {
  const { language, yesNo } = context;
  const sentence = sayNetwork(language, "noPolicies", { place: placeOf(context) });
  const judged = yesNo && { verdict: yesNo.denied === true, asks: yesNo.asks, fact: "traffic" as const };
  return afterVerdict(language, judged, sentence);
}

/** A word may have been taken for a name: where nothing has it, what there is tells more than that. */
function isCalledByNone(rows: readonly Row[], { nameContains, fact, resource }: AnswerContext): boolean {
  const part = nameContains?.toLowerCase();
  if (part === undefined || fact !== undefined || resource === "event" || rows.length === 0) return false;
  return rows.every(({ name }) => !name.toLowerCase().includes(part));
}

function withoutTheName(rows: readonly Row[], { nameContains: name = "", ...context }: AnswerContext): Answer {
  const { language, resource } = context;
  const listed = listAnswer(rows, context);
  const told = say(language, "calledByNone", { name, noun: nounOf(resource, 1, language), place: placeOf(context) });
  return { ...listed, text: `${told}\n${listed.text}` };
}

/** What the capacities of several things come to, where that is asked. */
function togetherText(rows: readonly Row[], { fact, now, language }: AnswerContext): readonly string[] {
  if (fact !== "capacity" || rows.length < 2) return [];
  const amounts = rows.map((row) => fieldReaders.capacity.number?.(row, now));
  if (amounts.includes(undefined)) return [];
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  return [sayStorage(language, "together", { amount: formatBytes(sum) })];
}

/** How few of many a count may be that the things themselves are shown with it. */
const fewCounted = 5;

/** A handful that was picked out of more: whoever counts them asks next which they are. */
function isFew(found: readonly Row[], all: readonly Row[], { per }: AnswerContext): boolean {
  return per === undefined && found.length < all.length && found.length <= fewCounted;
}

/** What a question is about is what has that very name, where there is one. */
function exactlyNamed(rows: readonly Row[], { fact, nameContains }: AnswerContext): readonly Row[] {
  const exact = rows.filter(({ name }) => fact !== undefined && name === nameContains);
  return exact.length > 0 ? exact : rows;
}

/** That a list was cut to its first ones, as was asked. */
export function cutToFirst(all: readonly Row[], { first, language }: AnswerContext): readonly string[] {
  if (first === undefined || all.length <= first) return [];
  return [conditionNote(language, "firstOf", { count: first, total: all.length })];
}

/** How many there are for each namespace, node or state, the most first. */
function groupedCounts(rows: readonly Row[], { per, now, language, width }: AnswerContext): readonly string[] {
  if (per === undefined) return [];
  const keyOf = (row: Row) => (per === "namespace" ? row.namespace : fieldReaders[per].text(row, now)) || "-";
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const ordered = [...counts].toSorted(([, one], [, other]) => other - one);
  const columns = [
    { key: "group", title: per.toUpperCase(), shrink: "middle" as const },
    { key: "count", title: "COUNT", align: "right" as const },
  ];
  const cells = ordered.map(([group, count]) => ({ group, count: String(count) }));
  return ["", formatTable({ columns, rows: cells, width, more: (count) => say(language, "more", { count }) })];
}

/** The first line of a list: `共 12 个 Pod：9 Running、3 Pending`, `12 pods in namespace shop: 9 Running, 3 Pending`. */
export function headline(found: readonly Row[], total: number, context: AnswerContext): string {
  return [counted(found, total, context), ...applied(context), ...cutShort(total, context)].join("\n");
}

/** What rows had to meet, in so many words: nothing of the request is applied or left out unseen. */
function applied({ conditions = [], supposed, language }: AnswerContext): readonly string[] {
  const met = [
    ...(supposed === true ? [conditionNote(language, "inTrouble")] : []),
    ...(conditions.length === 0 ? [] : [conditionsText(language, conditions)]),
  ];
  return met.length === 0 ? [] : [conditionNote(language, "applied", { conditions: listOf(language, met) })];
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
  const { language, resource, quality, nameContains, node, whole } = context;
  const total = rows.length;
  const slots = { total, noun: nounOf(resource, total, language), place: scopeOf(context) };
  if (total === 0) return say(language, whole && isIncrediblyEmpty(rows, resource) ? "emptyInDoubt" : "empty", slots);
  const silent = untoldRows(rows, context);
  if (silent.length === total) {
    // What cannot be told was not what the list was narrowed to.
    const { node: _, ...wide } = context;
    const untellable = say(language, "untoldAll", { ...slots, place: scopeOf(wide), what: askedFor(context) });
    return [untellable, ...applied(context)].join("\n");
  }
  const onlyBroken = nameContains === undefined && node === undefined && (quality === "broken" || quality === "errors");
  const telling = total - silent.length;
  const known = say(language, onlyBroken ? "noneBroken" : "noneMatches", {
    ...slots,
    total: telling,
    noun: nounOf(resource, telling, language),
  });
  return [known, ...applied(context), ...untold(rows, context).slice(1)].join("\n");
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
  if (count === 0) return unreadReadiness(rows, context);
  const slots = { count, noun: nounOf(resource, count, language), what: askedFor(context) };
  return ["", say(language, "untoldSome", slots)];
}

const onTrouble: ReadonlySet<Quality> = new Set<Quality>(["broken", "errors", "warnings"]);

/** What is in trouble without a word of its state is missed by a list that does not tell readiness. */
function unreadReadiness(rows: readonly Row[], { resource, now, quality, language }: AnswerContext): readonly string[] {
  if (quality === undefined || !onTrouble.has(quality)) return [];
  const count = rows.filter((row) => hidesReadiness(row, { resource, now })).length;
  return count === 0 ? [] : ["", saySight(language, "unreadReadiness", { count })];
}

function askedFor({ quality, node, language, conditions = [], fact, per }: AnswerContext): string {
  const fields = conditions.map(({ field }) => fieldWords[field][language]);
  if (quality === undefined && fields.length > 0) return listOf(language, [...new Set(fields)]);
  if (fact !== undefined && fact !== "existence" && fact !== "state") return fieldWords[fact][language];
  if (quality === undefined && (node !== undefined || per === "node")) return say(language, "askedNode");
  return say(language, (quality === undefined ? undefined : askedWords[quality]) ?? "askedState");
}

const askedWords: Readonly<Partial<Record<Quality, ReportPhrase>>> = {
  ready: "askedReady",
  not_ready: "askedReady",
  warnings: "askedType",
  newest: "askedAge",
  oldest: "askedAge",
  most_restarts: "askedRestarts",
  most_cpu: "askedUsage",
  most_memory: "askedUsage",
};

export function filterOf(context: AnswerContext): RowFilter {
  const { resource, now, nameContains, node, quality, conditions, per } = context;
  return {
    resource,
    now,
    ...(conditions === undefined ? {} : { conditions }),
    ...(nameContains === undefined ? {} : { nameContains }),
    ...(node === undefined ? {} : { node }),
    ...(quality === undefined ? {} : { quality }),
    ...(per === undefined ? {} : { per }),
  };
}

/** In the order asked for; without one the troubled ones first, so that a long table never hides them. */
function orderRows(rows: readonly Row[], filter: RowFilter): readonly Row[] {
  return sortByQuality(rows, { ...filter, quality: filter.quality ?? "broken" });
}

function tableOf(rows: readonly Row[], context: AnswerContext): string {
  const { resource, now, width, language } = context;
  const everywhere = context.everywhere ?? context.someNamespaces;
  const columns = columnsFor(resource, rows, { now, everywhere, fields: askedFields(context) });
  return formatTable({
    columns,
    rows: rows.map((row) => cellsFor(row, columns, now)),
    width,
    more: (count) => say(language, "more", { count }),
  });
}

/** What the table of its kind shows in columns of their own. */
const inColumns: ReadonlySet<Fact> = new Set<Fact>(["suspended", "bound", "bounds"]);

/** What was held against several fields is shown by the one that is no column anyway. */
const shownFor: Readonly<Partial<Record<Field, Field>>> = { reaches: "selector" };

/** What was asked of the rows is shown of them. */
function askedFields({ conditions = [], fact }: AnswerContext): readonly Field[] {
  const asked = fact === undefined || fact === "existence" || fact === "state" || inColumns.has(fact) ? [] : [fact];
  const compared = conditions.flatMap(({ field, comparison }) =>
    comparison === "is" || comparison === "not" ? [] : [shownFor[field] ?? field],
  );
  return [...new Set([...asked, ...compared])];
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
