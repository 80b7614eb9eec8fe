import { resourceByKey } from "../../catalog/resources.ts";
import { takeFlags } from "../requests/flags.ts";
import { deniesChange } from "../sentence/denied-change.ts";
import { meantPieces } from "../sentence/sentence.ts";
import { normalize } from "../text/normalize.ts";
import { meaningOfWord, readPieces, resourceOfWord } from "../text/phrases.ts";
import type { Quality, Reply, ReplyChoice, ReplyQuestion } from "../types.ts";
import { callsOffAtLast, callsOffIn } from "./calls-off.ts";
import { exactChoice, mentionedChoices, similarChoices, wordsOf } from "./choice-mentions.ts";
import { findOrdinal, readChoiceNumbers } from "./choice-numbers.ts";
import { choicesInState, choicesWith } from "./choice-qualities.ts";
import { asksAnew, type Found } from "./new-request.ts";
import { withoutPlaced } from "./placed-choices.ts";
import { qualityOfOne } from "./quality-of-one.ts";
import { isReplyWord, plainReply, replyWordsIn } from "./reply-words.ts";
import { isSuperlative, saysSeveral } from "./several.ts";
import { type ShutOut, shutOutIn } from "./shut-out.ts";

/**
 * Reads a reply to a question by rules: which of the choices it means, what else it says, or that it changes the
 * subject. A near miss comes back as `did_you_mean`, never as picked. Never throws.
 */
export const readReply = (message: string, question: ReplyQuestion): Reply => {
  const text = meantAtLast(normalize(message)).replace(hesitation, "");
  if (!/[\p{L}\p{N}]/u.test(text) || hesitates.test(text)) return { kind: "unclear" };
  const { choices } = question;
  // A choice is meant as it is typed, however its name reads.
  const exact = exactChoice(message.trim(), choices) ?? exactChoice(text, choices);
  if (exact !== undefined) return { kind: "picked", values: [exact.value] };
  const quoted = quotedName.exec(text)?.groups?.name;
  if (quoted !== undefined && choices.length === 0) return { kind: "typed", value: quoted };
  const words = replyWordsIn(text);
  if (words.only === undefined && callsOff(text, choices)) return { kind: "cancel" };
  const { shown = choices.length } = question;
  const shutOut = question.parameter === "plan" ? undefined : shutOutIn(text, question);
  if (shutOut !== undefined) return withoutShutOut(shutOut, question);
  const numbers = choices.length === 0 ? undefined : readChoiceNumbers(text, shown);
  if (numbers !== undefined) return pickedAt(numbers, question);
  if (isNumberOfNothing(text, question)) return { kind: "list_them" };
  if (deniesChange(text) && mentionedChoices(text, choices) === undefined) return { kind: "cancel" };
  if (words.only !== undefined) return plainReply(words.only, text);
  if (replyWordsIn(withoutKinds(text)).only === "all") return { kind: "all" };
  const wondered = askedOf(text, question);
  if (wondered !== undefined) return { kind: "asks", quality: wondered };
  const mention = mentionedChoices(flagValue(text), choices);
  const anew = asksAnew(withoutPlaced(text, choices), { question, mention });
  if (anew !== undefined) return { kind: anew };
  if (words.all.has("list_them") && (mention === undefined || words.all.has("unsure"))) return { kind: "list_them" };
  const unsure: Reply | undefined = words.all.has("unsure") ? { kind: "list_them" } : undefined;
  return named(text, { question, mention }) ?? unsure ?? typed(text, question);
};

const callsOff = (text: string, choices: readonly ReplyChoice[]): boolean =>
  callsOffIn(text) || (callsOffAtLast(text) && mentionedChoices(text, choices) === undefined);

/** A name that is called so however its word reads: “"cancel"”. */
const quotedName = /^["'`“‘「](?<name>[\w][\w.:@/-]*)["'`”’」][\s.。!！]*$/u;

/** “Err, dev”: no error is spoken of. */
const hesitation = /^(?:e+r+m*|u+h+m*|u+m+|h+m+|a+h+|o+h+|呃+|额+|嗯+|哦+)(?:[\s,，.。…~-]+)(?=[\p{L}\p{N}])/iu;

/** “Hmmmm” names nothing. */
const hesitates = /^(?:h+m+|u+h+|u+h*m+|e+r+m*|a+h+|mm+|呃+|额+|啊{2,})[^\p{L}\p{N}]*$/iu;

/** “Both clusters”, “全部 pod”: what the choices are need not be said, and changes nothing. */
const withoutKinds = (text: string): string =>
  text.replace(
    /(?<![\w-])(?:clusters|namespaces|pods|containers|nodes|ones)(?![\w-])|集群|命名空间|节点|容器|(?<![\w-])pod(?![\w-])/giu,
    " ",
  );

/** “dev, no wait, production”, “dev，不对，production”: who corrects themselves means the last. */
const meantAtLast = (text: string): string => selfCorrection.exec(text)?.groups?.meant ?? text;

const selfCorrection =
  /^(?=.*[\p{L}\p{N}])[^?？]{1,80}?(?:[\s,，;；.。…—-]*(?:哦不|啊不|不不不?|不对|说错了|错了|搞错了)|[\s,;.…—-]+(?:(?:oh )?no wait|wait,? no|(?:oh )?no,|oops|scratch that|sorry|(?:no,? )?i meant?|actually))(?:[\s,，;；.。:：…—-]+|(?=是|应该是))(?:是|应该是|it's|it is|i meant?|make (?:it|that))?\s*(?<meant>[\p{L}\p{N}].*)$/iu;

/** “2” where no list was shown yet: the person counts on one. */
const isNumberOfNothing = (text: string, { choices, parameter }: ReplyQuestion): boolean =>
  choices.length === 0 && resourceByKey.has(parameter) && readChoiceNumbers(text, 1) !== undefined;

/** “哪个重启最多？”, “which is newer?”: wants to know, before one is chosen. */
const askedOf = (text: string, { choices, parameter }: ReplyQuestion): Quality | undefined => {
  const quality = wonders.test(text) && choices.length > 1 ? qualityOfOne(text) : undefined;
  const kinds = meantPieces(readPieces(text)).flatMap(({ meaning }) =>
    meaning.is === "resource" ? [meaning.resource] : [],
  );
  if (quality === undefined || kinds.some((kind) => kind !== parameter)) return undefined;
  return kinds.length === 0 || choicesWith(quality, choices).length > 0 ? quality : undefined;
};

const wonders = /哪|谁|\bwhich\b|^what(?:'s|\s)|\bwho\b/iu;

/** What a reply says beside what it shuts out counts; else what is left, which a person who changes it has to name. */
const withoutShutOut = ({ left, beside, all }: ShutOut, question: ReplyQuestion): Reply => {
  const { changes = false, multiple = false } = question;
  const said: Reply = /[\p{L}\p{N}]/u.test(beside) ? readReply(beside, question) : { kind: "unclear" };
  const values = valuesOf(left);
  const meant = said.kind === "picked" ? said.values.filter((value) => values.includes(value)) : [];
  if (meant.length > 0) return { kind: "picked", values: meant };
  if (values.length === 0) return { kind: "unclear" };
  // “All but v1” says which are meant, whatever is done with them; “not v1” may only shut it out.
  const taken = (all && multiple) || (!changes && values.length === 1);
  return { kind: taken ? "picked" : "did_you_mean", values };
};

const picked = (found: readonly ReplyChoice[], { multiple = false }: ReplyQuestion): Reply => {
  const values = valuesOf(found);
  if (values.length === 0) return { kind: "unclear" };
  return { kind: values.length === 1 || multiple ? "picked" : "did_you_mean", values };
};

/** What is changed is one thing, unless several are said. */
const pickedAsSaid = (text: string, found: readonly ReplyChoice[], question: ReplyQuestion): Reply =>
  picked(found, question.changes === true && !saysSeveral(text) ? { ...question, multiple: false } : question);

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
  // What is counted in a sentence about a plan are its steps: a choice is taken by its number or name alone.
  if (question.parameter === "plan") return undefined;
  if (mention !== undefined) {
    return mention.sure
      ? pickedAsSaid(text, mention.choices, question)
      : { kind: "did_you_mean", values: valuesOf(mention.choices) };
  }
  const ordinal = findOrdinal(text, question.shown ?? choices.length);
  if (ordinal !== undefined && choices.length > 0) return pickedAt(ordinal, question);
  const alike = pickedBy(text, question);
  if (alike !== undefined) return alike;
  const similar = similarChoices(text, choices);
  return similar.length === 0 ? undefined : { kind: "did_you_mean", values: valuesOf(similar) };
};

/** Those in the very state that is named, else those of the quality. Undefined where nothing of that is said. */
const pickedBy = (text: string, question: ReplyQuestion): Reply | undefined => {
  const { choices } = question;
  const inState = choicesInState(text, choices);
  const quality = inState.length > 0 ? undefined : qualityOfOne(text);
  if (choices.length === 0 || (inState.length === 0 && quality === undefined)) return undefined;
  const alike = quality === undefined ? inState : choicesWith(quality, choices);
  const tie = quality !== undefined && isSuperlative(quality) && alike.length > 1;
  if (alike.length > 1 && (pointsAtOne.test(text) || (tie && question.changes === true)))
    return { kind: "did_you_mean", values: valuesOf(alike) };
  const reply = pickedAsSaid(text, alike, question);
  return tie && reply.kind === "picked" ? { ...reply, tied: true } : reply;
};

/** “The oomkilled one” is one. */
const pointsAtOne = /\bone\b[^\p{L}]*$|那一?个[^\p{L}]*(?:呢|吧)?[^\p{L}]*$/iu;

const typed = (text: string, { choices, parameter }: ReplyQuestion): Reply => {
  if (parameter === "plan") return { kind: "unclear" };
  const words = wordsOf(flagValue(text)).filter(
    (word) =>
      !isReplyWord(word) && meaningOfWord(word)?.is !== "talk" && /^[a-z0-9](?:[\w.:@/-]*[a-z0-9])?$/iu.test(word),
  );
  const names = words.length === 1 ? words : words.filter((word) => resourceOfWord(word) === undefined);
  const [name] = names;
  const wanted = choices.length === 0 || /[a-z]/iu.test(name ?? "");
  return names.length === 1 && name !== undefined && wanted ? { kind: "typed", value: name } : { kind: "unclear" };
};

const valuesOf = (choices: readonly ReplyChoice[]): readonly string[] => choices.map(({ value }) => value);
