import type { Verb } from "../../catalog/types.ts";
import { effectOfVerb } from "../../catalog/verbs.ts";
import { actingPatterns, actingWords, askingClause } from "../lexicon/acting.ts";
import { deniesChange } from "../sentence/denied-change.ts";
import { meantPieces } from "../sentence/sentence.ts";
import { normalize } from "../text/normalize.ts";
import { anyOf } from "../text/pattern.ts";
import { readPieces } from "../text/phrases.ts";
import type { Request, RequestContext } from "../types.ts";
import type { SaidRequest } from "./continued.ts";
import { readRequests } from "./requests.ts";

/** What of a message asks for a change, as far as its words tell. */
export type ChangeWished = {
  /** The changes that it names. */
  readonly verbs: readonly Verb[];
  /** It wishes that something be done, and leaves open what. */
  readonly vague: boolean;
  /** It asks for a look, in words that the rules read. */
  readonly looks: boolean;
};

/** “Restart web-1”: a restart. “Make web-1 work again”: something. “What is wrong with web-1”: nothing. */
export const changeWished = (message: string, context: RequestContext): ChangeWished => {
  if (deniesChange(message)) return { verbs: [], vague: false, looks: true };
  const { requests, strange, conditional = [] } = readRequests(message, context);
  const unread = requests.flatMap(({ text, request }) => (request.kind === "unknown" ? [text] : []));
  const read = requests.flatMap(({ request }) => (isAsked(request) ? [request.verb] : []));
  return {
    verbs: [...read.filter(isChange), ...[...unread, ...strange, ...conditional].flatMap(changesIn)],
    vague:
      clausesOf(message).some((clause) => acts.test(clause) && !askingClause.test(clause)) ||
      beginsWithUnreadVerb(message, { requests, context }),
    looks: read.some((verb) => !isChange(verb)),
  };
};

/** Whether a right, a risk or the way is asked about is no wish. */
const isAsked = (request: Request): request is Request & { readonly verb: Verb } =>
  request.kind === "request" && request.verb !== undefined && (request.access ?? request.considered) === undefined;

const isChange = (verb: Verb): boolean => effectOfVerb(verb) !== "read";

/** Changes in words that no rule reads as a whole. */
const changesIn = (text: string): readonly Verb[] => {
  const pieces = meantPieces(readPieces(normalize(text)));
  const asksTheWay = pieces.some(({ meaning }) => meaning.is === "intent" && meaning.intent === "howto");
  return asksTheWay
    ? []
    : pieces.flatMap(({ meaning }) => (meaning.is === "intent" && meaning.write ? [meaning.intent] : []));
};

type Read = { readonly requests: readonly SaidRequest[]; readonly context: RequestContext };

/** “Detele pod redis-0”, “yeet redis-0”: a word that went into nothing, where a verb stands, before what it is done to. */
const beginsWithUnreadVerb = (message: string, { requests, context }: Read): boolean => {
  const [first, second] = meantPieces(readPieces(normalize(message)));
  if (first?.meaning.is !== "word" || !/^[a-z]{3,}$/iu.test(first.text) || second === undefined) return false;
  const { clusters = [], namespaces = [], names = [] } = context;
  const known = new Set([...clusters, ...namespaces, ...names]);
  const isNamed = second.meaning.is === "resource" || known.has(second.text) || /[a-z\d][-.\d]/iu.test(second.text);
  const isUnread = requests.some(({ request }) => request.kind === "unknown" || request.unread?.includes(first.text));
  return isNamed && isUnread && !known.has(first.text);
};

const acts = new RegExp([anyOf(actingWords), ...actingPatterns.map(({ source }) => source)].join("|"), "iu");

const clausesOf = (message: string): readonly string[] =>
  normalize(message)
    .split(/[.!?;,，。！？；\n]+(?=\s|$|\p{Script=Han})|\b(?:and|but|then)\b|(?:然后|再|但是?)/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
