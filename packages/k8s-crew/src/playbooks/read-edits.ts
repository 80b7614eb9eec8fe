import { effectOfVerb } from "../catalog/verbs.ts";
import { numberPattern, readNumber } from "../language/numbers.ts";
import { readChoiceNumbers } from "../language/replies/choice-numbers.ts";
import { readRequest } from "../language/requests/request.ts";
import { clusterOf } from "../language/sentence/places.ts";
import { keysIn } from "../language/sentence/spoken-of.ts";
import { normalize } from "../language/text/normalize.ts";
import { readPieces } from "../language/text/phrases.ts";
import { followUpIn } from "../language/turns/follow-up.ts";
import { switchingIn } from "../language/turns/switching.ts";
import { widerIn } from "../language/turns/wider.ts";
import type { Language } from "../language/types.ts";
import type { Place } from "../plan/types.ts";

/** Which steps of a plan are meant: by number, by the kinds they look at, or by what they do (logs, usage). */
export type Meant = {
  readonly numbers: readonly number[];
  readonly resources: readonly string[];
  readonly verbs: readonly ("logs" | "top" | "describe")[];
};

/** A change of a plan, said in words. */
export type PlanEdit =
  | ({ readonly kind: "drop" | "keep" | "first" | "add" } & Meant)
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "run" | "always" | "cancel" };

type Known = {
  /** Steps of the plan as it is shown. */
  readonly count: number;
  readonly clusters: readonly string[];
  readonly namespaces: readonly string[];
  readonly language: Language;
};

/**
 * Words that say what is to be done with the steps or the place that stand beside them; the first that fits counts.
 * “Just skip 2” drops, and “不看节点就行” too: what is to be kept is said by what is left.
 */
const edits: readonly (readonly [kind: "drop" | "keep" | "first" | "add", words: RegExp])[] = [
  [
    "drop",
    /(?:就|都)?(?:不要|去掉|跳过|删掉|删除|删了|不用|不看|不查|不做|不跑|略过|别看|别查|别做|别要|别跑|不需要|没必要|不必|不想看|拿掉|拿走|省了|省掉|省略|免了|砍掉|划掉|算了)|\b(?:drop|skip|remove|without|omit|leave out|delete|(?:i )?(?:don'?t|do not)(?: (?:need|want|keep|care about|bother with))?|no need (?:for|of|to)|not interested in|forget(?: about)?|cut|kill|axe|nix|take out|ditch|lose|minus|no|not)\b/giu,
  ],
  [
    "keep",
    /只要|只看|只查|只做|只跑|只在|仅在|仅看|就看|就查|就跑|限于|只|仅|保留|留下|留着|\b(?:only|just|keep|nothing but|nothing else than|limit(?:ed)? (?:it )?to)\b/giu,
  ],
  ["first", /首先|先看|先查|先做|先跑|先|放(?:到|在)?最?前面?|提前|\b(?:first|start with|begin with)\b/giu],
  [
    "add",
    /加上|再加|加个|加|也看看?|也查|还要看?|还看|再看看?|再查|补上|带上|顺便看?|顺带看?|\b(?:add|also|include|plus|as well|too)\b/giu,
  ],
  ["keep", /就(?:行|好|够|可以)了?$|\b(?:is|are|will be) (?:enough|all|fine)$|\bwill do$/giu],
];

const always =
  /读操作.{0,6}直接|以后.{0,8}(?:直接|不用问|别问)|总是(?:直接)?(?:执行|跑)|不用每次问|\balways\b|\bdon't ask again\b|\bstop asking\b/iu;
const runs =
  /^(?:就这样|那就)?(?:执行|开?跑|运行|开始|跑起来|走起?|run(?: it| them)?|go(?: ahead| for it)?|do it)(?:了)?$/iu;

/** What is said for politeness, or to agree with the rest: “looks good but skip 2”. */
const courtesy =
  /\b(?:please|pls|plz|thanks|thank you|thx|actually|maybe|i think|i guess|can you|could you|let'?s)\b|麻烦|请|谢谢|我觉得|[吧呗哈啊呀嘛啦]|一下/giu;
const agreement =
  /^(?:(?:looks?|sounds?|all) )?(?:good|fine|great|ok(?:ay)?|yes|yeah|yep|sure|right|hm+|uh|um|well)$|^(?:好的?|可以|还?行|嗯+|对|没问题)$/iu;

/** “Delete all pods” is said of what there is, and no step: a plan has no step twice. */
const ofThings =
  /(?:删掉|删除|删了).{0,6}(?:所有|全部|每个)|(?:所有|全部).{0,20}(?:删掉|删除|删了)|\b(?:delete|remove)\s+(?:all|every|each|any)\b(?!.*\bsteps?\b)/iu;

/** “How many pods are not running”, “any pods without limits?”: the words for a step describe what is asked for. */
const questioning =
  /^(?:(?:and|so|but|wait|then|那么?)[\s,]+)?(?:how many|how much|which|what(?!\s+(?:about|if)\b)|who|where|when|are there|is there|are any|is any|any|do any|does any|do we have|(?:show|list|find|get|give|tell)(?: me| us)?(?! (?:only|just|nothing but)\b)(?=\s+(?:me |us |the |all |every |any )*[a-z-]+.*\b(?:not|without|no|don'?t)\b))(?![\w-])|^(?:哪些|哪个|哪几个|多少|几个|有没有|有几个|有多少|列出|列一下)/iu;

/** Steps and plans are no things in a cluster: what is said of them is said of the plan. */
const ofSteps = /步|计划|\bsteps?\b|\bplan\b/iu;

/** Whether a text takes away steps of a plan, whichever they are. */
export const dropsSteps = (text: string): boolean => {
  const said = normalize(text);
  return ofSteps.test(said) && edits.some(([kind, words]) => kind === "drop" && said.search(words) >= 0);
};

/** “Drop all steps”, “全部去掉”, “forget the plan”: nothing of the plan is wanted. What is deleted is said to be steps. */
const dropsAll = (part: string): boolean => {
  const [, words = /^$/u] = edits[0] ?? [];
  const rest = part.replace(words, " ");
  const isOfSteps = ofSteps.test(part) || !/删|\b(?:delete|remove|kill|cut|lose)\b/iu.test(part);
  return rest !== part && isOfSteps && everyStep.test(rest.replace(/\s+/gu, " ").trim());
};

const everyStep =
  /^(?:把|那)?\s*(?:(?:all|every|each)(?: (?:of )?(?:the|these|those|them|it))?(?: steps?)?|everything|the (?:whole|entire) (?:plan|thing)|(?:the|this) plan|them all|(?:这|整|整个|全部|所有|那)?(?:个|份)?(?:计划|(?:全部|所有|每一?个?|全)(?:的)?(?:步骤|步)?)\s*(?:都|全|全都|全部)?|(?:步骤|步)?\s*(?:全部|全都|都))\s*了?$/iu;

/** “2, 3 and 4” are one list, and no parts of a reply. */
const listed = new RegExp(
  `(?<number>(?:第\\s*)?(?<![\\w.])${numberPattern}(?:步)?)\\s*[,，]\\s*(?:and |和)?(?=(?:第\\s*)?${numberPattern}(?:步|\\b|\\s|$))`,
  "giu",
);

/** What is asked of the things in the cluster, or to be done to one that is called by its name, is a request of its own. */
const asksOfThings = (part: string, known: Known): boolean => {
  if (/步|\bsteps?\b/iu.test(part)) return false;
  const { kind, name, verb } = readRequest(part, contextOf(known));
  if (kind !== "request") return false;
  return questioning.test(part) || (name !== undefined && verb !== undefined && effectOfVerb(verb) !== "read");
};

/** Parts of a reply that each change something. “Steps 2 and 3” is one part; “drop 2 and only in dev” is two. */
const joints =
  /[,，;；。]|然后|接着|并且|再(?=跑|执行|运行|开始)|不过|但是?(?=不|别|先|只|加|去|跳|第)|\band then\b|\bthen\b|\bbut\b(?<!nothing but)|\band (?=only|just|drop|skip|remove|add|without|no|not|start|also|run|go\b)/giu;

/** The changes that a reply to a shown plan asks for, in order; undefined when it asks for none. */
export const readPlanEdits = (text: string, known: Known): readonly PlanEdit[] | undefined => {
  const whole = normalize(text).trim().replace(listed, "$<number>、");
  if (always.test(whole)) return [{ kind: "always" }];
  const parts = whole
    .split(joints)
    .map((part) => part.replace(courtesy, " ").trim())
    .filter((part) => part !== "" && !agreement.test(part));
  const found = parts.map((part) => readEdit(part, known));
  const read = found.flatMap((edit) => edit ?? []);
  return read.length === 0 || read.length < found.length || read.every(({ kind }) => kind === "run") ? undefined : read;
};

const readEdit = (part: string, known: Known): PlanEdit | undefined => {
  if (runs.test(part)) return { kind: "run" };
  if (dropsAll(part)) return { kind: "cancel" };
  const last = lastStepIn(part, known.count);
  if (last !== undefined) return last;
  if ((ofThings.test(part) && !ofSteps.test(part)) || asksOfThings(part, known)) return undefined;
  for (const [kind, words] of edits) {
    const rest = part.replace(words, " ").trim();
    if (rest === part) continue;
    const meant = meantSteps(rest, known.count);
    const says = meant.numbers.length + meant.resources.length + meant.verbs.length > 0;
    if (kind === "keep" && meant.numbers.length === 0) {
      const place = placeIn(rest, known);
      if (place) return { kind: "place", place };
    }
    return says ? { kind, ...meant } : undefined;
  }
  if (widerIn(part) !== undefined) return { kind: "place", place: {} };
  const where = switchingIn(part)?.where;
  const place = where === undefined ? (barelySaid(part, known) ?? insteadSaid(part, known)) : placeIn(where, known);
  return place ? { kind: "place", place } : undefined;
};

const upTo = new RegExp(
  `^(?:just |only )?(?:stop|exit|quit|end|finish|halt|done) (?:it )?(?:right )?(?:after|at|with) (?:the )?(?:step )?(?:number )?(?<en>${numberPattern})(?:st|nd|rd|th)?(?: step)?$|^(?:只)?(?:做|跑|看|查|执行)?(?:到|完)\\s?第?\\s?(?<zh>${numberPattern})\\s?步?(?:为止|就?(?:停|够|行|好|可以|结束)(?:了|下来)?)$`,
  "iu",
);

/** “Stop after 3”, “做完第 3 步就停”: the steps behind it are dropped. */
const lastStepIn = (part: string, count: number): PlanEdit | undefined => {
  const { en, zh } = upTo.exec(part)?.groups ?? {};
  const last = readNumber(en ?? zh ?? "");
  if (last === undefined || last < 1 || last >= count) return undefined;
  const numbers = Array.from({ length: count - last }, (_, at) => last + 1 + at);
  return { kind: "drop", numbers, resources: [], verbs: [] };
};

/** “What about dev”, “那 dev 呢”, “dev instead”: the same plan for a place that is known. */
const insteadSaid = (part: string, known: Known): Place | undefined => {
  const rest = part.replace(/\b(?:instead|rather)\b|才对/giu, " ").trim();
  const follow = followUpIn(rest);
  const isMeant = follow !== undefined && (follow.marked || rest !== part) && follow.words.length === 1;
  const [word = ""] = follow?.words ?? [];
  if (!isMeant) return undefined;
  // What no namespace is called is a part of a cluster's name.
  const cluster = known.namespaces.includes(word) ? undefined : clusterOf(word, known.clusters);
  if (cluster !== undefined) return { cluster };
  const place = saidPlace(rest.replace(turning, " ").trim(), known);
  if (place !== undefined) return place === "other" ? undefined : place;
  // A bare name is a place, as in “only dev”: which kind of place is told by the lists.
  return /^[a-z][a-z0-9.-]*$/iu.test(word) ? { namespace: word } : undefined;
};

/** What leads to another place, and names none. */
const turning = /^(?:and|but|so|no|那么?|换成?|不)?[\s,，]*(?:what about|how about|same for|try)?|呢(?=[\s?？]*$)/giu;

/** The steps that a text names: by number, by kind, or by what they do. */
export const meantSteps = (rest: string, count: number): Meant => {
  const pieces = readPieces(rest);
  const core = rest
    .replace(/步骤|步|\b(?:steps?|the|please|just|do|run|show|check|look at)\b|执行|[的了吧呢把那做跑看查就]/giu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const isOf = (...intents: readonly string[]) =>
    pieces.some(({ meaning }) => meaning.is === "intent" && intents.includes(meaning.intent));
  const measures = isOf("usage", "top") || pieces.some(({ meaning }) => meaning.is === "measure");
  return {
    numbers: numbersIn(core, count),
    resources: [...new Set(keysIn(pieces))].filter((key) => key !== "cluster" && key !== "namespace"),
    verbs: [
      ...(isOf("logs") ? (["logs"] as const) : []),
      ...(measures ? (["top"] as const) : []),
      ...(isOf("describe") ? (["describe"] as const) : []),
    ],
  };
};

/** Numbers of steps. One that no step has is kept as 0: a step was meant, though there is none. */
const numbersIn = (core: string, count: number): readonly number[] => {
  const between = stepRange(core);
  if (between !== undefined) return between.every((number) => number <= count) ? between : [0];
  const indexes = readChoiceNumbers(core, count);
  return indexes?.length === 0 ? [0] : (indexes ?? []).map((index) => index + 1);
};

/** “2 到 4”, “第一到第五”, “two through four”. */
const stepRange = (core: string): readonly number[] | undefined => {
  const { first, last } = rangeOfSteps.exec(core)?.groups ?? {};
  const [from = 0, to = 0] = [readNumber(first ?? ""), readNumber(last ?? "")];
  return from > 0 && from < to && to < 100
    ? Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
    : undefined;
};

const rangeOfSteps = new RegExp(
  `^(?:from |从)?第?\\s*(?<first>${numberPattern})\\s*(?:-|–|~|到|至|\\b(?:to|through|thru|till|until)\\b)\\s*第?\\s*(?<last>${numberPattern})$`,
  "iu",
);

/** A bare name, with no more than the words for a place around it. */
const barePlace =
  /^(?:在|in |the |namespace |命名空间|\s)*([a-z][a-z0-9.-]*)(?:里|中|环境|命名空间|\s|\bnamespace\b)*$/iu;

const barelySaid = (part: string, known: Known): Place | undefined => {
  const place = barePlace.test(part) ? saidPlace(part, known) : undefined;
  return place === "other" ? undefined : place;
};

/** “Only dev”, “in production”: a place, unless a kind or a step is named. */
const placeIn = (rest: string, known: Known): Place | undefined => {
  const said = saidPlace(rest, known);
  if (said !== undefined) return said === "other" ? undefined : said;
  // A bare name is a place: nothing else of a plan has a name. Which kind of place is told by the lists.
  const bare = readRequest(rest, contextOf(known)).name ?? barePlace.exec(rest)?.[1];
  return bare === undefined || /^\d/u.test(bare) ? undefined : { namespace: bare };
};

const contextOf = ({ clusters, namespaces, language }: Known) => ({
  clusters: [...clusters],
  namespaces: [...namespaces],
  language,
});

/** A place that is known for one, by its own name or by what teams call places; `other` where a kind is named. */
const saidPlace = (rest: string, known: Known): Place | "other" | undefined => {
  const { cluster, clusterWord, namespace, allNamespaces, resource } = readRequest(rest, contextOf(known));
  if (allNamespaces === true) return {};
  // “dev” may be a namespace as well as a part of a cluster's name; which one is told by the lists.
  if (clusterWord !== undefined && namespace === undefined) return { namespace: clusterWord };
  if (cluster !== undefined || namespace !== undefined)
    return { ...(cluster === undefined ? {} : { cluster }), ...(namespace === undefined ? {} : { namespace }) };
  return resource !== undefined && resource !== "namespace" && resource !== "cluster" ? "other" : undefined;
};
