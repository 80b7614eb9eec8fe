import { callingOff } from "../lexicon/calling-off.ts";
import { normalize } from "../text/normalize.ts";

const mark = "[\\s,，.。!！;；~…—-]";
const said = (parts: readonly string[]): string => `(?:${parts.map((part) => `(?:${part})`).join("|")})`;
const { latin, han } = callingOff;
const callsOff = [
  new RegExp(
    `^${mark}*(?:${latin.lead}${mark}+)*${said(latin.said)}(?:${mark}+(?:${latin.ending}|${latin.lead}|${said(latin.said)}))*${mark}*$`,
    "iu",
  ),
  new RegExp(`^${han.lead}*${said(han.said)}${han.ending}*(?:${han.lead}*${said(han.said)}${han.ending}*)?$`, "iu"),
];

const longest = 80;

/** “Neither, drop it”: whatever was said before it in a few words, it ends in calling off. */
export const callsOffAtLast = (message: string): boolean => {
  const clauses = normalize(message)
    .split(/[,，;；.。!！]+/u)
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
  const last = clauses.at(-1);
  const isShort = clauses.slice(0, -1).every((clause) => clause.trim().length <= shortClause);
  return clauses.length > 1 && isShort && last !== undefined && callsOffIn(last);
};

const shortClause = 24;

/** “Ugh forget it”, “算了不调了”, and nothing else: what stands open is called off. */
export const callsOffIn = (message: string): boolean => {
  const text = normalize(message).replaceAll("’", "'").trim();
  return text.length <= longest && callsOff.some((pattern) => pattern.test(text));
};
