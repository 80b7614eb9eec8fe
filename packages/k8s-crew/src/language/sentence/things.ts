import { thingWords } from "../lexicon/thing-words.ts";

/** A text with what it calls in Chinese written as names are, and what was said and meant. */
export type NamedThing = { readonly text: string; readonly said: string; readonly meant: string };

const words = new Map(thingWords);
const word = `(?:${[...words.keys()].toSorted((left, right) => right.length - left.length).join("|")})`;
/** “数据库迁移”: words side by side make one name. What stands between it and its kind says nothing. */
const thing = new RegExp(`(${word}+)(?:服务|系统|模块|功能)?`, "u");

/** The first thing that a text calls by Chinese words of the table. */
export const thingIn = (text: string): NamedThing | undefined => {
  const match = thing.exec(text);
  const [whole, said] = match ?? [];
  if (match === null || whole === undefined || said === undefined) return undefined;
  const meant = (said.match(new RegExp(word, "gu")) ?? []).map((part) => words.get(part) ?? part).join("-");
  return { text: `${text.slice(0, match.index)} ${meant} ${text.slice(match.index + whole.length)}`, said, meant };
};
