import { hasHan, tokensOfText } from "./tokens.ts";
import type { VerbMeaning } from "./verbs.ts";
import { verbOfSpokenWord, verbOfWord } from "./verbs.ts";
import { conjunctions, meansClauses, openings } from "./vocabulary.ts";

/** A description, read as far as it tells what the tool does. */
export type Description = {
  /** The verb that leads the first sentence. */
  readonly lead?: VerbMeaning;
  /** A change that the description admits to, at its start or joined to a read. */
  readonly change?: VerbMeaning;
  /** Whether the first sentence holds any word that changes something. */
  readonly mentionsChange: boolean;
  /** The words of the first clause. */
  readonly tokens: readonly string[];
};

/** Characters of a description that are read. */
const limit = 2000;

/** Reads an English or Chinese description; for “中文 / English” the first language. */
export const readDescription = (text: string): Description => {
  const sentences = sentencesOf(text.slice(0, limit));
  const sentence = sentences[0] ?? "";
  const clause = clausesOf(sentence).find((part) => !meansClauses.test(part)) ?? sentence;
  const words = tokensOfText(sentence);
  const tokens = afterOpening(tokensOfText(clause));
  const lead = leadOf(tokens);
  const change = leadingChange(tokens, lead) ?? joinedChange(words) ?? laterChange(sentences.slice(1));
  return {
    ...(lead === undefined ? {} : { lead }),
    ...(change === undefined ? {} : { change }),
    mentionsChange: words.map(verbOfSpokenWord).some((meaning) => isChange(meaning) && meaning?.verb !== "other"),
    tokens,
  };
};

const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/\([^)]*\)|（[^）]*）/g, " ")
    .split(/[。！!；;\n]|\.(?=\s|$)| \/ |: (?=[A-Z])/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const clausesOf = (sentence: string): readonly string[] => sentence.split(/[,，、]/).map((part) => part.trim());

const afterOpening = (tokens: readonly string[]): readonly string[] => {
  const at = tokens.findIndex((word) => !openings.has(word) && !/ly$/.test(word));
  return at < 0 ? [] : tokens.slice(at);
};

/** English leads with its verb (“List of pods” has none); in Chinese the first verb of the clause may stand after an adverb or an object. */
const leadOf = (tokens: readonly string[]): VerbMeaning | undefined => {
  const [first = "", second] = tokens;
  const spoken = verbOfSpokenWord(first);
  if (spoken !== undefined && second === "of") return { ...spoken, strength: "noun" };
  if (spoken !== undefined || !tokens.some(hasHan)) return spoken;
  const verbs = tokens.flatMap((word) => (hasHan(word) ? (verbOfWord(word) ?? []) : []));
  return verbs.find((meaning) => meaning.strength === "verb") ?? verbs[0];
};

const isChange = (meaning: VerbMeaning | undefined): boolean =>
  meaning !== undefined && meaning.effect !== "read" && meaning.strength === "verb";

const articles: ReadonlySet<string> = new Set(["a", "an", "the", "all", "one", "this"]);

/** “Scale a deployment” changes, “Labels of a node” does not: a noun counts as a verb before an article. */
const leadingChange = (tokens: readonly string[], lead: VerbMeaning | undefined): VerbMeaning | undefined => {
  if (lead === undefined || lead.effect === "read") return undefined;
  return lead.strength === "verb" || articles.has(tokens[1] ?? "") ? lead : undefined;
};

/** “Get pods and delete failed ones”, “查询并重启”. */
const joinedChange = (words: readonly string[]): VerbMeaning | undefined =>
  words
    .filter((_, at) => at > 0 && conjunctions.has(words[at - 1] ?? ""))
    .map(verbOfSpokenWord)
    .find(isChange);

/** A later sentence that tells what the tool does besides: “Deletes the rest.” Imperatives there speak to the reader. */
const laterChange = (sentences: readonly string[]): VerbMeaning | undefined =>
  sentences
    .map((sentence) => tokensOfText(sentence)[0] ?? "")
    .filter((word) => /[a-z]s$/.test(word))
    .map((word) => (verbOfWord(word.replace(/s$/, "")) === undefined ? undefined : verbOfWord(word)))
    .find(isChange);
