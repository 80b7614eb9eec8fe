import type { Condition, Fact } from "../condition.ts";
import { readRequest, unknownWords } from "../requests/request.ts";
import { kindsIn } from "../sentence/spoken.ts";
import { normalize } from "../text/normalize.ts";
import type { ReplyChoice } from "../types.ts";
import { mentionedChoices } from "./choice-mentions.ts";
import { findOrdinal, readChoiceNumbers } from "./choice-numbers.ts";

/** What a person asks about the choices before taking one. Values: the choices that are asked about; empty: all of them. */
export type ChoiceQuestion =
  | { readonly kind: "fact"; readonly fact: Fact; readonly values: readonly string[] }
  | { readonly kind: "difference"; readonly values: readonly string[] }
  /** Which of them meet this, or stand on what has this in its name. */
  | { readonly kind: "which"; readonly conditions: readonly Condition[] }
  | { readonly kind: "where"; readonly word: string }
  /** Which cluster the conversation would be in by itself. */
  | { readonly kind: "current" };

type Offered = { readonly choices: readonly ReplyChoice[]; readonly parameter: string };

/** “v2 那个重启了几次？”, “what is the difference”, “哪个在 node-3 上”: undefined when the text asks nothing of the choices. */
export const choiceQuestionIn = (message: string, offered: Offered): ChoiceQuestion | undefined => {
  const text = normalize(message);
  const { choices, parameter } = offered;
  if (choices.length === 0 || text.length > 120) return undefined;
  if (parameter === "cluster" && which.test(text) && current.test(text)) return { kind: "current" };
  const difference = text.replace(differing, " ");
  // “What is the difference between the two clusters” where a namespace is to be chosen is about no choice.
  if (difference !== text && kindsIn(text).some((kind) => kind !== parameter)) return undefined;
  if (difference !== text) return { kind: "difference", values: meant(difference, choices) ?? [] };
  const plain = text.replace(counted, (said) => (/[a-z]/iu.test(said) ? "it" : "它"));
  const { fact, name, resource = parameter, conditions, verb } = readRequest(plain, { lastResource: parameter });
  if (resource !== parameter) return undefined;
  if (fact !== undefined && fact !== "existence") {
    const values = meant(text, choices);
    return values === undefined && name !== undefined ? undefined : { kind: "fact", fact, values: values ?? [] };
  }
  if (!which.test(text)) return undefined;
  if (conditions !== undefined && verb === "list") return { kind: "which", conditions };
  // “Which is in prod” names the choices that have it in their names.
  const isPlace = placed.test(text) && mentionedChoices(text, choices) === undefined;
  const [word, ...others] = isPlace ? unknownWords(text) : [];
  return word === undefined || others.length > 0 ? undefined : { kind: "where", word };
};

/** The choices that a text names, counts or points at. */
const meant = (text: string, choices: readonly ReplyChoice[]): readonly string[] | undefined => {
  const mention = mentionedChoices(text, choices);
  if (mention !== undefined) return mention.choices.map(({ value }) => value);
  const bare = text.replace(/[?？的呢]+\s*$/u, "").trim();
  const places = readChoiceNumbers(bare, choices.length) ?? findOrdinal(text, choices.length);
  return places === undefined || places.length === 0 ? undefined : places.flatMap((at) => choices[at]?.value ?? []);
};

/** A choice by its place: the sentence is read as one about it. */
const counted =
  /\b(?:the )?(?:first|second|third|fourth|fifth|last|\d{1,2}(?:st|nd|rd|th))(?: (?:one|pod|option|choice))?\b|(?:倒数)?第[一二三四五六七八九十\d]{1,3}个|最后一个|\d{1,2}\s?号/iu;

const which = /哪|谁|\bwhich\b|\bwho\b|\bany of (?:them|these)\b/iu;
const current = /当前|默认|现在(?:用|连)|\b(?:current|default|active|connected|now)\b/iu;
const placed = /在|跑|\b(?:on|in|runs?|running|at)\b/iu;

const differing =
  /(?:之间)?(?:有|是)?(?:什么|啥|哪些|何)(?:区别|不同|差别|差异|不一样)|(?:区别|差别|不同)(?:是什么|在哪里?|是啥)|(?:哪里|哪儿|怎么)不(?:一样|同)|\bwhat(?:'s| is| are) the differences?(?: between)?(?: (?:them|these|those|the two|both))?|\bhow (?:do|are) (?:they|these|those|the two) (?:differ(?:ent)?|compare)|\bwhat is different(?: about them)?|\bdifferences? between\b/iu;
