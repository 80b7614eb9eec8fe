import {
  choicesLeft,
  exactChoice,
  type Mention,
  mentionedChoices,
  similarChoices,
  wordsOf,
} from "./choice-mentions.ts";
import { findOrdinal, readChoiceNumbers } from "./choice-numbers.ts";
import { choicesWith } from "./choice-qualities.ts";
import { takeFlags } from "./flags.ts";
import { qualityOf } from "./intent.ts";
import { type ReplyWord, replyWords } from "./lexicon/replies.ts";
import { normalize } from "./normalize.ts";
import { createPhraseIndex, phrasesOf } from "./phrase-index.ts";
import { meaningOfWord, type Piece, readPieces, resourceOfWord } from "./phrases.ts";
import { isGrammar } from "./places.ts";
import { readRequest } from "./request.ts";
import { meantPieces } from "./sentence.ts";
import { tokenize } from "./tokens.ts";
import type { Quality, Reply, ReplyChoice, ReplyQuestion } from "./types.ts";

/**
 * Reads a reply to a question by rules: which of the choices it means, what else it says, or that it changes the
 * subject. A near miss comes back as `did_you_mean`, never as picked. Never throws.
 */
export const readReply = (message: string, question: ReplyQuestion): Reply => {
  const text = normalize(message);
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: "unclear" };
  const { choices } = question;
  const exact = exactChoice(text, choices);
  if (exact !== undefined) return { kind: "picked", values: [exact.value] };
  const numbers = choices.length === 0 ? undefined : readChoiceNumbers(text, choices.length);
  if (numbers !== undefined) return pickedAt(numbers, question);
  const words = replyWordsIn(text);
  if (words.only !== undefined) return plain(words.only, text);
  const mention = mentionedChoices(flagValue(text), choices);
  const anew = asksAnew(text, { question, mention });
  if (anew !== undefined) return { kind: anew };
  if (words.all.has("list_them") && (mention === undefined || words.all.has("unsure"))) return { kind: "list_them" };
  const unsure: Reply | undefined = words.all.has("unsure") ? { kind: "list_them" } : undefined;
  return named(text, { question, mention }) ?? unsure ?? typed(text, question);
};

/** "可以吗" and "ok?" ask; they do not agree. */
const plain = (word: Exclude<ReplyWord, "padding">, text: string): Reply => {
  if (word === "unsure") return { kind: "list_them" };
  return word === "yes" && /[?吗么嘛][^\p{L}\p{N}]*$/u.test(text) ? { kind: "unclear" } : { kind: word };
};

type Found = { readonly question: ReplyQuestion; readonly mention: Mention | undefined };

const picked = (found: readonly ReplyChoice[], { multiple = false }: ReplyQuestion): Reply => {
  const values = found.map(({ value }) => value);
  if (values.length === 0) return { kind: "unclear" };
  return { kind: values.length === 1 || multiple ? "picked" : "did_you_mean", values };
};

const pickedAt = (indexes: readonly number[], question: ReplyQuestion): Reply =>
  picked(
    indexes.flatMap((index) => question.choices[index] ?? []),
    question,
  );

/** "-n dev" and "--namespace=dev" name dev. */
const flagValue = (text: string): string => {
  const { found, rest } = takeFlags(text);
  return [rest, found.namespace, found.cluster, found.container].filter((part) => part !== undefined).join(" ");
};

const named = (text: string, { question, mention }: Found): Reply | undefined => {
  const { choices } = question;
  if (mention !== undefined) {
    return mention.sure
      ? picked(mention.choices, question)
      : { kind: "did_you_mean", values: valuesOf(mention.choices) };
  }
  const ordinal = findOrdinal(text, choices.length);
  if (ordinal !== undefined && choices.length > 0) return pickedAt(ordinal, question);
  const quality = qualityOfOne(text);
  if (quality !== undefined && choices.length > 0) return picked(choicesWith(quality, choices), question);
  const left = choicesLeft(text, choices);
  if (left.length > 0) return { kind: "did_you_mean", values: valuesOf(left) };
  const similar = similarChoices(text, choices);
  return similar.length === 0 ? undefined : { kind: "did_you_mean", values: valuesOf(similar) };
};

/** "The healthy one" is one that runs. */
const qualityOfOne = (text: string): Quality | undefined => {
  const pieces = meantPieces(readPieces(text));
  const well = pieces.some(
    ({ meaning }) => meaning.is === "intent" && ["health", "wellbeing"].includes(meaning.intent),
  );
  return qualityOf(pieces) ?? (well ? "running" : undefined);
};

/** "… 那个" and "the … one" point at a choice, however it is described. */
const pointsAtOne = (text: string): boolean => /(?:那个|的|\bones?)[^\p{L}\p{N}]*$/iu.test(text);

const typed = (text: string, { choices }: ReplyQuestion): Reply => {
  const words = wordsOf(flagValue(text)).filter(
    (word) =>
      !isReplyWord(word) && meaningOfWord(word)?.is !== "talk" && /^[a-z0-9](?:[\w.:@/-]*[a-z0-9])?$/iu.test(word),
  );
  const names = words.length === 1 ? words : words.filter((word) => resourceOfWord(word) === undefined);
  const [name] = names;
  const wanted = choices.length === 0 || /[a-z]/iu.test(name ?? "");
  return names.length === 1 && name !== undefined && wanted ? { kind: "typed", value: name } : { kind: "unclear" };
};

const isReplyWord = (word: string): boolean => phrases.at(tokenize(word), 0) !== undefined;

const valuesOf = (choices: readonly ReplyChoice[]): readonly string[] => choices.map(({ value }) => value);

const phrases = createPhraseIndex<ReplyWord>(phrasesOf(replyWords, (word) => word));

type ReplyWords = { readonly all: ReadonlySet<ReplyWord>; readonly only?: Exclude<ReplyWord, "padding"> };

/** The reply words in a text. `only`: the text says nothing but this. */
const replyWordsIn = (text: string): ReplyWords => {
  const tokens = tokenize(text);
  const found: Exclude<ReplyWord, "padding">[] = [];
  let others = false;
  let denied = false;
  for (let index = 0; index < tokens.length; ) {
    const phrase = phrases.at(tokens, index);
    const meaning = phrase?.meaning;
    if (meaning === undefined) others ||= tokens[index]?.kind !== "mark";
    else if (meaning !== "padding" && !(denied && meaning === "yes")) found.push(meaning);
    denied = meaning === "no";
    index += phrase?.length ?? 1;
  }
  const all = new Set(found);
  const [only] = strongest(all);
  return only === undefined || others || strongest(all).length > 1 ? { all } : { all, only };
};

/** "I don't know, list them" and "no, cancel" say one thing twice. */
const strongest = (all: ReadonlySet<Exclude<ReplyWord, "padding">>): readonly Exclude<ReplyWord, "padding">[] => {
  const kinds = [...all];
  if (kinds.length === 2 && all.has("unsure") && (all.has("list_them") || all.has("no"))) return ["list_them"];
  if (kinds.length === 2 && all.has("cancel") && (all.has("no") || all.has("yes"))) return ["cancel"];
  if (kinds.length === 2 && all.has("none") && all.has("no")) return ["none"];
  if (kinds.length === 2 && all.has("all") && all.has("yes")) return ["all"];
  return kinds;
};

/** Whether a reply is a request of its own. To ask for the list of what is being chosen is an answer. */
const asksAnew = (text: string, { question, mention }: Found): "new_request" | "list_them" | "all" | undefined => {
  const request = readRequest(text);
  if (["command", "help", "out_of_scope"].includes(request.kind))
    return mention === undefined ? "new_request" : undefined;
  if (request.kind !== "request" || request.view === undefined) return undefined;
  if (request.hits.includes("kubectl")) return "new_request";
  const said = saidIn(meantPieces(readPieces(text)));
  if (
    said.resource === question.parameter &&
    request.verb === "list" &&
    mention === undefined &&
    said.quality === undefined
  ) {
    return said.looks ? "list_them" : said.all ? "all" : undefined;
  }
  if (pointsAtOne(text) && request.view === "health" && request.name === undefined) return undefined;
  const elsewhere = said.resource !== undefined && said.resource !== question.parameter;
  const otherVerb = request.verb !== question.verb;
  if (otherVerb && (said.asks || (said.looks && elsewhere && question.verb !== undefined))) return "new_request";
  if (mention !== undefined) return undefined;
  return elsewhere || (said.asks && request.name !== undefined) ? "new_request" : undefined;
};

type Said = {
  readonly asks: boolean;
  readonly looks: boolean;
  readonly all: boolean;
  readonly resource: string | undefined;
  readonly quality: Quality | undefined;
};

/** What is said in so many words: something to do other than to look, and a kind of thing. */
const saidIn = (pieces: readonly Piece[]): Said => ({
  asks: pieces.some(({ meaning }) => meaning.is === "intent" && !looking.has(meaning.intent)),
  looks: pieces.some(({ meaning }) => meaning.is === "intent" && looking.has(meaning.intent)),
  all: pieces.some((piece) => isGrammar(piece, "all")),
  resource: pieces.flatMap(({ meaning }) => (meaning.is === "resource" ? [meaning.resource] : []))[0],
  quality: qualityOf(pieces),
});

const looking: ReadonlySet<string> = new Set(["look", "list", "whatis", "problem"]);
