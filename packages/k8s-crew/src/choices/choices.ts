import type { Choice, Language } from "../output/output.ts";
import { formatAge } from "../results/age.ts";
import { sortByQuality } from "../results/filter.ts";
import { podFacts } from "../results/pod-facts.ts";
import { workloadNameOf } from "../results/replicas.ts";
import type { Row } from "../results/types.ts";
import { say } from "../words/conversation-words.ts";
import { nearNames } from "./near-names.ts";

/**
 * A value that may be offered: printable, of a length that names have, free of control and direction characters. Where
 * such were made visible on their way here, the value is no longer the one that the server knows.
 */
export const isOfferable = (value: string): boolean =>
  value.length > 0 && value.length <= 253 && !unprintable.test(value) && !madeVisible.test(value);

const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

const madeVisible = /\\x[0-9a-f]{2}|\\u\{[0-9a-f]+\}/;

type Options = {
  readonly resource: string;
  readonly withNamespace: boolean;
  readonly knowledge: { readonly now: number; readonly language: Language };
};

/** `workload`: of a pod, what runs it, as far as its name tells. */
export type Candidate = { readonly row: Row; readonly choice: Choice; readonly workload?: string };

/** The rows as choices, most likely first: those in trouble, then in the order of the list. */
export const candidatesFrom = (rows: readonly Row[], options: Options): readonly Candidate[] =>
  sortByQuality(rows, { resource: options.resource, now: options.knowledge.now, quality: "broken" })
    .map(unmarked)
    .filter((row) => isOfferable(row.name))
    .map((row) => ({
      row,
      choice: choiceOf(row, options),
      ...(options.resource === "pod" ? { workload: workloadNameOf(row.name) } : {}),
    }))
    .filter(
      (candidate, index, all) => all.findIndex(({ choice }) => choice.value === candidate.choice.value) === index,
    );

/** kubectl marks the default class behind its name, which is no part of it: `standard (default)`. */
export const unmarked = (row: Row): Row => ({ ...row, name: row.name.replace(/ \(default\)$/, "") });

const choiceOf = (row: Row, options: Options): Choice => {
  const value = options.withNamespace && row.namespace !== undefined ? `${row.namespace}/${row.name}` : row.name;
  return { value, label: value, reason: reasonOf(row, options) };
};

const reasonOf = (row: Row, { resource, knowledge: { now, language } }: Options): string => {
  if (resource === "pod") {
    const facts = podFacts(row, now);
    const count = facts.restarts ?? 0;
    const restarts = count > 0 ? say(language, "restarted", { count }) : undefined;
    const age = facts.ageSeconds === undefined ? undefined : formatAge(facts.ageSeconds);
    return [facts.status, restarts, age].filter((part) => part !== undefined && part !== "").join(" · ");
  }
  if (resource === "cluster") return row.fields.current === "true" ? say(language, "isCurrent") : "";
  return [row.fields.status, row.fields.ready, row.fields.age]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
};

/** Of “web” and “web-admin” the pods of the first are meant; “web-v2” may be what people call “web” as well. */
const podsOf = (candidates: readonly Candidate[], word: string): readonly Candidate[] => {
  const isCalledSo = candidates.some(({ workload }) => workload === word);
  return candidates.filter(
    ({ workload = "" }) =>
      isCalledSo && workload.startsWith(word) && (workload === word || version.test(workload.slice(word.length))),
  );
};

/** How versions of one application are told apart. */
const version = /^-(?:v?\d[\d.]*|canary|stable|blue|green|beta|alpha|rc\d*|preview|next|new|old)(?:-|$)/;

/** What answers under a host is meant by it as well as by its name. */
const servesHost = ({ row }: Candidate, said: string): boolean =>
  said.includes(".") && (row.fields.hosts ?? "").split(/[\s,]+/).includes(said);

/**
 * The candidates that a fragment fits: the exact one alone, else the pods of what is called so, else those that contain
 * it. Case does not matter.
 */
export const matching = (candidates: readonly Candidate[], said: string): readonly Candidate[] => {
  const word = said.toLowerCase();
  const exact = candidates.filter(({ row, choice }) => row.name === said || choice.value === said);
  if (exact.length > 0) return exact;
  const ofWorkload = podsOf(candidates, word);
  if (ofWorkload.length > 0) return ofWorkload;
  const serving = candidates.filter((candidate) => servesHost(candidate, word));
  if (serving.length > 0) return serving;
  const own = candidates.filter(({ row }) => row.name.toLowerCase().startsWith(word));
  if (own.length > 0) return own;
  // What controllers add to a name is meant only where nothing else holds the word.
  const named = candidates.filter(({ row }) => workloadNameOf(row.name).toLowerCase().includes(word));
  if (named.length > 0) return named;
  const holding = candidates.filter(({ row }) => row.name.toLowerCase().includes(word));
  return holding.length > 0 ? holding : ofTheseParts(candidates, word);
};

/** Whether something is called by this very name, and whatever its name begins is in that namespace as well. */
export const isInOnePlace = (candidates: readonly Candidate[], said: string): boolean => {
  const word = said.toLowerCase();
  const called = candidates.some(({ row, workload }) => row.name === said || workload === word);
  const begun = candidates.filter(({ row }) => row.name.toLowerCase().startsWith(word));
  return called && new Set(begun.map(({ row }) => row.namespace)).size === 1;
};

/**
 * “The nightly cleaning” is `clean-nightly`: people put the words in another order, and in another form. All of them
 * have to be found, but for one of three or more.
 */
const ofTheseParts = (candidates: readonly Candidate[], said: string): readonly Candidate[] => {
  const parts = said.split("-").filter((part) => /^[a-z]{3,}$/.test(part));
  if (parts.length < 2 || parts.length !== said.split("-").length) return [];
  const wanted = parts.length > 2 ? parts.length - 1 : parts.length;
  return candidates.filter(({ row }) => {
    const own = row.name.toLowerCase().split("-");
    return parts.filter((part) => own.some((each) => isSameWord(each, part))).length >= wanted;
  });
};

/** Letters that two forms of one word begin with: clean, cleaning. */
const stemLength = 5;

const isSameWord = (one: string, other: string): boolean => {
  const shorter = Math.min(one.length, other.length);
  return one === other || (shorter >= stemLength && one.slice(0, shorter) === other.slice(0, shorter));
};

/**
 * The candidates of the same application: those that begin with as much of the name as possible, at least half of what
 * stands between its dashes. `cart-service-v2-ghijk` is kin of `cart-service-rz58qw7trv-5c6s2`.
 */
export const kinOf = (candidates: readonly Candidate[], said: string): readonly Candidate[] => {
  const parts = said.toLowerCase().split("-");
  for (let length = parts.length - 1; length >= Math.ceil(parts.length / 2); length -= 1) {
    const beginning = parts.slice(0, length).join("-");
    const kin = candidates.filter(({ row }) => `${row.name.toLowerCase()}-`.startsWith(`${beginning}-`));
    if (kin.length > 0) return kin;
  }
  return [];
};

/** The pods of the workload that a pod of this name is of, where the name is one that a controller made. */
export const replicasOf = (candidates: readonly Candidate[], said: string): readonly Candidate[] => {
  const name = workloadNameOf(said);
  return name === said ? [] : candidates.filter(({ workload }) => workload === name);
};

/** The candidates whose name is a slip of the pen away. */
export const nearMisses = (candidates: readonly Candidate[], said: string): readonly Candidate[] => {
  const near = nearNames(
    candidates.map(({ row }) => row.name),
    said,
  );
  return candidates.filter(({ row }) => near.includes(row.name));
};
