import { readPieces } from "../text/phrases.ts";
import type { Request } from "../types.ts";

/** What is asked for now, and the change that hangs on how that turns out. */
export type ConditionalChange = { readonly rest: string; readonly change: string };

const state = "(?:\\s+(?:not\\s+)?[a-z]+){0,3}";
const condition = [
  "if\\s+not",
  "otherwise",
  "or\\s+else",
  `if\\s+(?:it|they|that|this|any)(?:'s|'re)?${state}`,
  "(?:如果|要是|假如|若是?)(?:它|它们)?[^,，]{0,8}?(?:的话)?[,，]?\\s*(?:就|再|那就)",
  "if\\s+(?:so|yes|none|all|everything)(?:'s|\\s+is)?(?:\\s+(?:good|fine|ok|okay|well|clear))?",
  "in\\s+that\\s+case",
  "(?:如果|要是)?(?:没有?|没什么|没啥|有|是|不是|正常|没事|好|可以)(?:问题|异常|事)?的话[,，]?\\s*(?:就|再|那就)?",
  "(?:没问题|没事|正常|一切正常)[,，]?\\s*(?:就|再|那就)",
  "不然的?话?",
  "否则的?话?",
  "(?:不行|不好|不正常|有问题)(?:的话)?[,，]?\\s*就",
].join("|");

const behind = new RegExp(
  `^(?<rest>.+?)[\\s,，;；。.?？]*(?<![\\w-])(?:(?:and|but)\\s+)?(?:${condition})[\\s,，]*(?:then\\s+|just\\s+|please\\s+|就|请)*(?<change>.+)$`,
  "iu",
);
const before =
  /^(?:if|when|如果|要是|假如|一旦)\s*(?<rest>.+?)(?:(?:的话)?\s*[,，]\s*(?:then\s+|just\s+|please\s+|就|请)*|\s+then\s+|(?:的话)?(?:就|再))(?<change>.+)$/iu;

const pronoun = /\b(?:it|that|them|this)\b|它们?|这个|那个/iu;

/**
 * “Is redis-0 ok, if not delete it”: nobody changes a thing on a condition that only a person can judge. The look is made,
 * and the change named in full, so that it can be asked for. Undefined where no change hangs on anything.
 */
export const takeConditionalChange = (
  message: string,
  read: (text: string) => Request,
): ConditionalChange | undefined => {
  for (const pattern of [before, behind]) {
    const { rest, change } = pattern.exec(message)?.groups ?? {};
    if (rest === undefined || change === undefined || !writes(change)) continue;
    const { kind, name, namespace, cluster } = read(rest);
    if (kind !== "request" || (name ?? namespace ?? cluster) === undefined) continue;
    return { rest: rest.trim(), change: name === undefined ? change.trim() : named(change.trim(), name, read) };
  }
  return undefined;
};

const writes = (text: string): boolean =>
  readPieces(text).some(({ meaning }) => meaning.is === "intent" && meaning.write);

/** The change with the name of what was looked at, where it only points at that. */
const named = (change: string, name: string, read: (text: string) => Request): string => {
  if (read(change).name !== undefined) return change;
  return pronoun.test(change)
    ? change.replace(pronoun, (word) => (/\p{Script=Han}/u.test(word) ? ` ${name}` : name)).trim()
    : `${change} ${name}`;
};
