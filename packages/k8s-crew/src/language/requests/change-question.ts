import { effectOfVerb } from "../../catalog/verbs.ts";
import { beforeChanges, changeQuestions } from "../lexicon/change-questions.ts";
import { meaningOfWord } from "../text/phrases.ts";
import type { Considered, RequestFields } from "../types.ts";

/** A longer text is a story: what it tells of is not asked about. */
const longest = 200;

type Read = (text: string) => RequestFields;

/** “What happens if I delete web”, “要不要重启 web”, “怎么扩容 web”: the change that is asked about, and what of it. */
export const readChangeQuestion = (text: string, read: Read): RequestFields | undefined => {
  if (text.length > longest) return undefined;
  for (const { of, change } of changesIn(text.trim())) {
    const fields = read(change);
    if (isChange(fields) && (of === "effect" || fields.name !== undefined))
      return { ...fields, considered: { of, change } };
  }
  return undefined;
};

const changesIn = (text: string): readonly Considered[] =>
  changeQuestions.flatMap(([of, pattern]) => {
    const { change, thing = "", act = "" } = pattern.exec(text)?.groups ?? {};
    const said = change ?? (act === "" ? undefined : `${act} ${thing}`);
    return said === undefined ? [] : [{ of, change: asImperative(said.trim()) }];
  });

const isChange = ({ kind, verb, access }: RequestFields): boolean =>
  kind === "request" && verb !== undefined && access === undefined && effectOfVerb(verb) !== "read";

/** “Deleting web”, “删了 web”: as it would be asked for. */
const asImperative = (change: string): string =>
  change
    .replace(/^(?<stem>[a-z]{2,}?)ing\b/iu, (said: string, stem: string) => infinitiveOf(stem) ?? said)
    .replace(/(?<=\p{Script=Han})[了掉](?=$|\s|[\w一-龥])/u, "");

const infinitiveOf = (stem: string): string | undefined =>
  [stem, `${stem}e`, stem.replace(/(.)\1$/u, "$1")].find((word) => {
    const meaning = meaningOfWord(word);
    return meaning?.is === "intent" && meaning.write;
  });

/** “Before I delete redis-0, show its logs”: the change that waits, and what is asked before it. */
export const takeBeforeChange = (
  text: string,
  read: Read,
): { readonly change: string; readonly request: string } | undefined => {
  for (const pattern of text.length > longest ? [] : beforeChanges) {
    const { change = "", request = "" } = pattern.exec(text.trim())?.groups ?? {};
    if (change !== "" && isChange(read(change))) return { change, request };
  }
  return undefined;
};
