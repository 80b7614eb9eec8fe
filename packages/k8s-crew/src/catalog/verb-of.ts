import { resourceOfWord } from "./resource-words.ts";
import type { Effect, Verb } from "./types.ts";
import { type VerbMeaning, verbOfWord } from "./verbs.ts";
import { anyResource, aspects, conjunctions, noise, prepositions, texts } from "./vocabulary.ts";

/**
 * What a name says is done. `certain`: the name settles it. `doubtful`: mostly a read, but
 * the description or a hint has to say so. `unsettled`: it may read or write, or holds words that nobody knows and that
 * may be verbs; only the description can say that it reads.
 */
export type VerbReading = {
  readonly verb: Verb;
  readonly effect: Effect;
  readonly certainty: "certain" | "doubtful" | "unsettled";
};

type Found = VerbMeaning & { readonly at: number; readonly word: string };

/** The verb of a name, undefined when it has none. */
export const verbOfName = (tokens: readonly string[]): VerbReading | undefined => {
  const found = verbsIn(tokens);
  const strong = found.filter((meaning) => meaning.strength === "verb");
  const joined = joinedChange(tokens, found);
  if (joined !== undefined) return certain(joined);
  const lead = strong[0];
  if (lead === undefined) return withoutStrongVerb(tokens, found);
  if (lead.effect !== "read") return certain(worst(strong));
  const second = strong.find((meaning) => meaning.at === lead.at + 1 && isBareChange(tokens, meaning));
  return certain(second ?? { ...lead, verb: refined(lead.verb, found) });
};

const certain = ({ verb, effect }: Pick<VerbMeaning, "verb" | "effect">): VerbReading => ({
  verb,
  effect,
  certainty: "certain",
});

const verbsIn = (tokens: readonly string[]): readonly Found[] =>
  tokens.flatMap((word, at) => {
    const meaning = verbOfWord(word);
    return meaning === undefined ? [] : [{ ...meaning, at, word }];
  });

/** A change that is joined to something: `get_or_create`, `list_and_delete`, and `check_and_` with an unknown word. */
const joinedChange = (
  tokens: readonly string[],
  found: readonly Found[],
): Pick<VerbMeaning, "verb" | "effect"> | undefined => {
  const beside = tokens.flatMap((word, at) => (conjunctions.has(word) ? [at - 1, at + 1] : []));
  const change = found.find((meaning) => beside.includes(meaning.at) && meaning.effect !== "read");
  if (change !== undefined) return change;
  const hasVerb = found.some((meaning) => meaning.effect === "read");
  const stranger = beside.some((at) => at > 0 && at < tokens.length && isUnknown(tokens[at] ?? ""));
  return hasVerb && stranger ? { verb: "other", effect: "write" } : undefined;
};

/** `find_replace_image` replaces; `get_restart_count` and `list_deletes` only speak of it. */
const isBareChange = (tokens: readonly string[], meaning: Found): boolean =>
  meaning.effect !== "read" && !meaning.word.endsWith("s") && !aspects.has(tokens[meaning.at + 1] ?? "");

const withoutStrongVerb = (tokens: readonly string[], found: readonly Found[]): VerbReading | undefined => {
  const open = found.find(({ strength }) => strength === "doubtful" || strength === "suspect");
  const changes = found.filter((meaning) => meaning.strength === "noun" && meaning.effect !== "read");
  const reads = found.filter((meaning) => meaning.strength === "noun" && meaning.effect === "read");
  const change = changes[0];
  if (change !== undefined) {
    const leads = tokens.slice(0, change.at).every((word) => noise.has(word));
    return { ...certain(change), certainty: leads || reads.length === 0 ? "certain" : "unsettled" };
  }
  if (open !== undefined) return openReading(open, tokens);
  const [read] = reads;
  if (read === undefined) return undefined;
  const strangers = tokens.some(isUnknown);
  return { verb: refined(read.verb, found), effect: "read", certainty: strangers ? "unsettled" : "certain" };
};

/** Writing a text touches no cluster. */
const openReading = ({ verb, effect, strength }: Found, tokens: readonly string[]): VerbReading =>
  verb === "generate" && tokens.some((word) => texts.has(word))
    ? { verb, effect, certainty: "certain" }
    : { verb, effect, certainty: strength === "doubtful" ? "doubtful" : "unsettled" };

/** `get_pod_logs` is about the logs, `check_node_usage` about the usage; `get_… _list` lists. */
const refined = (verb: Verb, found: readonly Found[]): Verb => {
  if (!viewing.has(verb)) return verb;
  const said = new Set(found.map((meaning) => meaning.verb));
  return (["logs", "top", "health", "list"] as const).find((closer) => said.has(closer)) ?? verb;
};

const viewing: ReadonlySet<Verb> = new Set(["get", "list", "health", "wait", "logs", "top"]);

const severity: Readonly<Record<Effect, number>> = { read: 0, write: 1, destructive: 2 };

/** The first of the most severe, but told by the first verb: `create_or_delete` is as bad as deleting. */
const worst = (found: readonly Found[]): Pick<VerbMeaning, "verb" | "effect"> => {
  const [lead] = found;
  const effect = found.map((meaning) => meaning.effect).reduce(worseEffect, "read");
  return { verb: lead?.verb ?? "other", effect };
};

export const worseEffect = (one: Effect, other: Effect): Effect => (severity[other] > severity[one] ? other : one);

export const isUnknown = (word: string): boolean =>
  verbOfWord(word) === undefined &&
  resourceOfWord(word) === undefined &&
  ![noise, prepositions, conjunctions, aspects, anyResource].some((words) => words.has(word)) &&
  !/^\d+$/.test(word);
