import { normalize } from "../text/normalize.ts";
import { type Meaning, meaningOfWord } from "../text/phrases.ts";
import type { Request, RequestContext } from "../types.ts";
import { askedFor } from "./asked-for.ts";

/**
 * Things may be called by words that mean something to a sentence: a Deployment `search`, a Job `events`. Such a word is
 * a name where it stands in a name's place: where the sentence names nothing else, means no less without the word, and
 * reads as a request about it once it is taken for a name.
 */
type Reader = (text: string) => Request;

/** A message with such words in a form that means nothing else, and what is read of it as it was said. */
export type NamesApart = { readonly text: string; readonly asSaid: (request: Request) => Request };

/** Words of a message, each of which would be a name if something were called so. */
export const wordsLikeNames = (message: string, read: Reader): readonly string[] =>
  namedAmong(candidatesIn(message), read).map(({ word }) => word.toLowerCase());

/** The words of a message that are names of things that there are, told apart from the words of the sentence. */
export const withNamesApart = (
  message: string,
  { names = [], namespaces = [], clusters = [] }: RequestContext,
  read: Reader,
): NamesApart | undefined => {
  const places = new Set([...namespaces, ...clusters]);
  const known = new Set(names.filter((name) => !places.has(name)));
  const candidates = candidatesIn(message).filter(({ word }) => known.has(word.toLowerCase()));
  const [found] = namedAmong(candidates, read);
  if (found === undefined) return undefined;
  const word = found.word.toLowerCase();
  return { text: apart(found), asSaid: (request) => said(request, new RegExp(word + mark, "gu"), word) };
};

type Candidate = { readonly text: string; readonly at: number; readonly word: string; readonly meaning: Meaning };

/** A longer message is a story that is told. */
const longest = 200;
const mostTried = 3;

const candidatesIn = (message: string): readonly Candidate[] => {
  const text = normalize(message);
  if (text.length > longest || /^\s*(?:\/|kubectl\b)/u.test(text)) return [];
  return [...text.matchAll(plainWord)]
    .flatMap(({ 0: word, index: at }) => {
      const meaning = meaningOfWord(word);
      return meaning === undefined || !mayName(meaning, text, { at, word }) ? [] : [{ text, at, word, meaning }];
    })
    .slice(0, mostTried);
};

const plainWord = /(?<![\w.'`"/=:-])[a-z][a-z-]*[a-z](?![\w'`"/=:-]|\.\w)/giu;

type Stands = { readonly at: number; readonly word: string };

/** What ties a sentence together names nothing; what is only said in passing names something where nothing else can. */
const mayName = (meaning: Meaning, text: string, { at, word }: Stands): boolean => {
  if (meaning.is === "grammar" && meaning.grammar !== "filler" && meaning.grammar !== "image") return false;
  if (stand.test(word)) return false;
  const before = text.slice(0, at);
  const after = text.slice(at + word.length);
  if (isOneOfKinds(meaning, before, after) || isAskedOfKinds(meaning, before, `${word}${after}`)) return false;
  if (isCarrying(meaning) && !looks(meaning) && !isMany(meaning, after))
    return !(isFirst(before) && commands(meaning, after));
  return asksOf.test(before) && endsThere.test(after);
};

/** What stands for something else is called by nobody. */
const stand = /^(?:there|things?|stuff|(?:every|any|some|no)(?:thing|body|one))$/iu;

const isCarrying = ({ is }: Meaning): boolean =>
  is === "intent" || is === "resource" || is === "quality" || is === "state" || is === "measure";

/** “My services are healthy” names none of them; “events 的日志” may. */
const isMany = (meaning: Meaning, after: string): boolean =>
  meaning.is === "resource" && meaning.plural && !/^\s*的/u.test(after);

/** “Pod 和 endpoint”: kinds that are told one after the other. */
const isOneOfKinds = (meaning: Meaning, before: string, after: string): boolean =>
  meaning.is === "resource" &&
  (/(?:[和与跟及、,，&]|\b(?:and|or))\s*$/iu.test(before) || /^\s*(?:[和与跟及、,，&]|(?:and|or)\b)/iu.test(after));

/** “The health of my services”, “service health”: what is asked of a kind. */
const isAskedOfKinds = (meaning: Meaning, before: string, from: string): boolean => {
  if (/^[a-z-]+\s+of\b/iu.test(from)) return true;
  if (meaning.is === "resource") return /^[a-z-]+\s+(?:health|status|state)\b/iu.test(from);
  const [, last = ""] = /([a-z-]+)\s*$/iu.exec(before) ?? [];
  return /^(?:health|status|state)\b/iu.test(from) && meaningOfWord(last)?.is === "resource";
};

const isFirst = (before: string): boolean =>
  /^\s*(?:(?:please|pls|plz|hey|hi|ok|and|so|then|now|can you|could you|请|麻烦|帮我|帮忙)[\s,，]*)*$/iu.test(before);

/** “Search pods”, “top 一下”, “watch the …”: what is to be done with what stands behind it. */
const commands = (meaning: Meaning, after: string): boolean => {
  if (meaning.is !== "intent" || /^\s*[a-z]+\s*的/iu.test(after)) return false;
  const [, next = ""] = /^\s*([a-z][a-z-]*)/iu.exec(after) ?? [];
  return (
    /^(?:the|my|our|all|me|for|in|on)$/iu.test(next) ||
    meaningOfWord(next)?.is === "resource" ||
    /^\s*(?:一下|下|出)/u.test(after)
  );
};

const looks = (meaning: Meaning): boolean =>
  meaning.is === "intent" &&
  ["look", "list", "describe", "check", "wellbeing"].some((intent) => intent === meaning.intent);

const asksOf =
  /(?:\b(?:logs?|events?|status|state|image|version|replicas|restart|scale|describe|delete|diagnose|debug|how(?:'s| is)|is|why is|wrong with|happened to|deployment|deploy|statefulset|daemonset|service|cronjob|job|pod|app)(?:\s+(?:of|for|from|called|named))?(?:\s+the)?|给|把|重启|描述|扩容|缩容|回滚|查看|看看?)\s*$/iu;

const endsThere =
  /^\s*(?:$|[?？.,，。!！]|(?:in|on|to|please|pls|plz|up|down|ok|okay|healthy|running|ready|failing|broken|deployment|service|statefulset)\b|的|挂|怎么|为什么|为啥|起不来|加到|扩到|缩到|调到|服务)/iu;

const mark = "zq";

const apart = ({ text, at, word }: Candidate): string =>
  `${text.slice(0, at)} ${word.toLowerCase()}${mark} ${text.slice(at + word.length)}`;

const without = ({ text, at, word }: Candidate): string => `${text.slice(0, at)}${text.slice(at + word.length)}`;

const talk: readonly Request["kind"][] = ["unknown", "help", "greeting", "thanks", "out_of_scope", "about_assistant"];

const namedAmong = (candidates: readonly Candidate[], read: Reader): readonly Candidate[] => {
  const [first] = candidates;
  const plain = first && read(first.text);
  const isOpen = plain !== undefined && plain.name === undefined && plain.kind !== "command";
  return isOpen ? candidates.filter((candidate) => isNamed(candidate, plain, read)) : [];
};

const isNamed = (candidate: Candidate, plain: Request, read: Reader): boolean => {
  const { meaning } = candidate;
  if (isItsKind(meaning, plain)) return false;
  const asName = read(apart(candidate));
  const names = asName.kind === "request" && asName.name === candidate.word.toLowerCase() + mark;
  if (!names) return false;
  return talk.includes(plain.kind) || !isCarrying(meaning) || askedFor(plain) === askedFor(read(without(candidate)));
};

/** “Pods that restart”: the kind that is asked for. */
const isItsKind = (meaning: Meaning, { resource }: Request): boolean =>
  meaning.is === "resource" && ["cluster", "namespace", resource].includes(meaning.resource);

const said = (request: Request, pattern: RegExp, word: string): Request => {
  const plain = (text: string): string => text.replace(pattern, word);
  const { name, usedThing, unread, reach, conditions, corrected, considered, hits } = request;
  return {
    ...request,
    hits: hits.map(plain),
    ...(name === undefined ? {} : { name: plain(name) }),
    ...(usedThing === undefined ? {} : { usedThing: plain(usedThing) }),
    ...(unread === undefined ? {} : { unread: unread.map(plain) }),
    ...(considered === undefined ? {} : { considered: { ...considered, change: plain(considered.change) } }),
    ...(reach === undefined
      ? {}
      : { reach: { ...reach, ...(reach.from === undefined ? {} : { from: plain(reach.from) }) } }),
    ...(corrected === undefined
      ? {}
      : { corrected: corrected.map(({ said, meant }) => ({ said: plain(said), meant: plain(meant) })) }),
    ...(conditions === undefined
      ? {}
      : {
          conditions: conditions.map((condition) =>
            condition.value === undefined ? condition : { ...condition, value: plain(condition.value) },
          ),
        }),
  };
};
