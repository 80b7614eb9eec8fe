import type { Catalog } from "../catalog/types.ts";
import type { Language, NextStep } from "../output/output.ts";
import { addressOf } from "../words/documentation.ts";
import { guide } from "../words/guidance-words.ts";
import { sayTurn } from "../words/turn-words.ts";
import { glossary, isKind, statesIn, termOf } from "./glossary/glossary.ts";
import type { Term } from "./glossary/types.ts";
import { serves } from "./needs.ts";
import { stepsToBegin } from "./next-steps.ts";
import { bare } from "./quick-commands.ts";

/** What a person wants explained: terms, what the last answer showed, or a word that the tables do not have. */
export type Wish =
  | { readonly kind: "terms"; readonly terms: readonly Term[] }
  | { readonly kind: "shown" }
  | { readonly kind: "unknown"; readonly said: string };

/** How people ask for an explanation, before or behind the word. Longer ones first. */
const before =
  /^(?:请|麻烦|帮我|给我|能不能|可以|能|please|pls|can you|could you|(?:hey|hi|so|ok|um|uh|and)\b,?)*\s*(?:没听过|不懂|不知道|搞不懂|不明白|(?:wtf|wth|what the (?:hell|heck|fuck|f)|what on earth|wh?[au]t|whut|wot|remind me what|(?:no|not any) (?:idea|clue) what|(?:i )?(?:do ?n'?t|dont) (?:know|get|understand) what)(?:'?s| is| are| does| do)?(?: the)?|(?:i(?:'?ve)? )?never heard (?:of|about)|eli5:?|解释一下|解释下|解释|介绍一下|介绍|讲讲|讲一下|说说|科普一下|什么是|什么叫|啥是|啥叫|何为|what(?:'s| is| are| does| do)(?: the)? (?:difference between|meaning of)|(?:the )?difference between|what(?:'?s| is| are| does| do)|explain|define|tell me about|meaning of)\s*/u;
const behindZh =
  "(?:之间)?(?:的?(?:有什么|有啥|是什么)?(?:区别|不同|差别)(?:是什么|在哪里?|吗)?|的?(?:到底|究竟)?(?:就?是|指(?:的是)?|代表|表示|算)?(?:一?个|一种)?(?:什么|啥|嘛)(?:鬼|意思|含义|概念|东西|玩意儿?)?(?:来着)?|的?是?(?:干什么用?的|干嘛用?的|干啥用?的|做什么用?的)|(?:该|要|应该)?(?:怎么|咋|如何)理解|的?(?:意思|含义|作用)(?:是什么|是啥)?)";
const behindEn =
  "(?:(?:even |actually |really )?(?:means?|stands? for|meaning)|supposed to (?:be|mean)|again|exactly|anyway|is|are|explain(?:ed)?|like i'?m (?:five|5)|like im (?:five|5)|for dummies|in (?:plain|simple) (?:english|terms|words))";
const behind = new RegExp(`(?:\\s*(?:${behindZh}|(?<=\\s|^)${behindEn}))*\\s*(?:呢|啊|呀|吗)?\\s*[?？。.!！]*$`, "u");
const shown =
  /^(?:this|that|it|all this|all that|you|these|those|the (?:above|last answer|result)|这个?|那个?|它|这些|这是|上面|上面的|上面这些|上面说的?|你说的?|你刚才说的?|刚才说的?|刚说的?|前面说的?|上面那些|上面那段|这段话?|这句话?|那句话?|这些话|刚才的|结果|这个结果)?$/u;
const joints = /\s*(?:、|，|,|\/|和|与|跟|及|vs\.?|versus|\band\b|\bor\b|\bbetween\b)\s*/u;

/** Whether a message asks for nothing but an explanation of what the tables know. */
export const explanationWish = (message: string): Wish | undefined => {
  const text = bare(message).replace(/[’]/gu, "'").replace(stress, "");
  if (puzzled.test(text)) return { kind: "shown" };
  const rest = text.replace(before, "");
  const core = rest
    .replace(behind, "")
    .replace(/^(\d{1,3})\s?(?:退出码|exit code)$/u, "退出码 $1")
    .replace(/^(退出码|exit code)\s?(?=\d)/u, "$1 ")
    .trim();
  const versus = /\bvs\.?\b|\bversus\b/u.test(text);
  // A word with nothing but a question mark asks for what there is of a kind, and for the meaning of a state.
  const unasked = core === text.replace(/[\s?？。.!！]+$/u, "");
  if (unasked && !versus && (core === text || isKind(core))) return undefined;
  if (shown.test(core)) return meant.test(text) ? { kind: "shown" } : undefined;
  const terms = core.split(joints).map((word) => termOf(word.replace(/^(?:an?|the|一个|一种)\s+/u, "")));
  const known = terms.filter((term) => term !== undefined);
  if (known.length > 0 && known.length === terms.length) return { kind: "terms", terms: known };
  // A word with a dash or a digit may be the name of something in the cluster.
  const isWord = /^[\p{L}]{3,40}$/u.test(core) && meant.test(text);
  return isWord && terms.length === 1 ? { kind: "unknown", said: core } : undefined;
};

/** “没看懂”, “I don't get it”: said of what was just shown. */
const puzzled =
  /^(?:我|还是|完全|嗯+|呃+|啊|有点|sorry|hm+|uh+|i|im|i'm|still|,|，|\s)*(?:没看懂|看不懂|没看明白|看不明白|没懂|不懂|没明白|不明白|听不懂|说人话|什么鬼|一头雾水|(?:i )?(?:don'?t|do not|didn'?t) (?:get|understand)(?: (?:it|that|this|any of (?:it|this|that)))?|lost|confused|eli5|(?:in )?plain (?:english|words)(?: please)?|no idea what (?:this|that) (?:means|is))(?:啊|呀|了|诶|哦|这个|please|,|\s)*[?？。.!！]*$/u;

/** “What does that even mean”. */
const stress = /\b(?:even|actually|exactly|really|all|supposed to)\s+(?=(?:mean|say|tell)\b)|到底|究竟/gu;

/** Words that ask for a meaning, and for nothing else. */
const meant = /解释|意思|含义|什么叫|explain|\bmeans?\b|meaning|define/u;

/** Terms that a message speaks of among other words. */
export const termsIn = (message: string): readonly Term[] => {
  const words = message.normalize("NFKC").match(/[A-Za-z][A-Za-z-]+/gu) ?? [];
  const named = words.flatMap((word) => termOf(word) ?? []);
  const spoken = glossary.filter(({ words: own }) =>
    own.some((word) => /\p{Script=Han}/u.test(word) && word.length > 2 && message.includes(word)),
  );
  return [...new Set([...statesIn(message), ...named, ...spoken])];
};

type Explained = { readonly answer: string; readonly nextSteps: readonly NextStep[] };

type About = { readonly catalog: Catalog; readonly language: Language };

const sourceLine = (language: Language, page: string): string =>
  guide(language, "source", { page: addressOf(language, page) });

/** Terms explained, each with its source, and a way to see one live. */
export const explainTerms = (terms: readonly Term[], { catalog, language }: About): Explained => {
  const few = terms.slice(0, 3);
  const live = few.flatMap(({ live: see }) =>
    see && serves(catalog, see.need) ? [{ label: see.label[language], message: see.message[language] }] : [],
  );
  const begin = stepsToBegin({ catalog, language }, undefined);
  const steps = [...live, ...begin].filter(
    ({ message }, index, all) => all.findIndex((other) => other.message === message) === index,
  );
  return {
    answer: few.map((term) => `${term[language]}\n${sourceLine(language, term.page)}`).join("\n\n"),
    nextSteps: steps.slice(0, 3),
  };
};

/** Asked once more, the glossary has no more to say: where more stands, and how to see it live. */
export const explainFurther = (terms: readonly Term[], about: About): Explained => {
  const { language } = about;
  const lines = terms
    .slice(0, 3)
    .map(({ words, page }) =>
      sayTurn(language, "furtherReading", { term: words[0] ?? "", page: addressOf(language, page) }),
    );
  return { answer: lines.join("\n"), nextSteps: explainTerms(terms, about).nextSteps };
};

/** What the last answer showed: its states, else the kind of its things. */
export const explainShown = (
  { answer, resource }: { readonly answer: string; readonly resource: string },
  about: About,
): Explained => {
  const kind = termOf(resource);
  const states = statesIn(answer);
  const terms = states.length > 0 || kind === undefined ? states : [kind];
  if (terms.length > 0) return explainTerms(terms, about);
  return { answer: guide(about.language, "explainNothing"), nextSteps: [] };
};

/** A tip, what stands behind it, and where to read more. */
export const explainTip = (
  tip: { readonly text: string; readonly page: string; readonly about?: string },
  language: Language,
): string => {
  const term = tip.about === undefined ? undefined : termOf(tip.about);
  return [tip.text, ...(term ? [term[language]] : []), sourceLine(language, tip.page)].join("\n");
};

/** Honest about a word that nobody here knows. */
export const unknownTerm = (said: string, language: Language): string =>
  guide(language, "explainedUnknown", { said, page: addressOf(language, "reference/glossary/") });
