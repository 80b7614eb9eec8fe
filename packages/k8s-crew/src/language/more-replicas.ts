import { numberPattern, readNumber } from "./numbers.ts";

const count = `(?<count>${numberPattern}|an?|another)`;
const kinds = "(?:(?:running )?(?:replicas?|instances?|pods?|copy|copies))";

type Row = { readonly pattern: RegExp; readonly less?: true };

const row = (pattern: string, less?: true): Row => ({
  pattern: new RegExp(pattern, "iu"),
  ...(less === undefined ? {} : { less }),
});

/** How a number more or less is said; what has a number alone (“to 3”, “扩到 3 个”) says how many there are to be. */
const rows: readonly Row[] = [
  row(String.raw`(?<![A-Za-z])${count}\s+(?:fewer|less)(?![A-Za-z])`, true),
  row(String.raw`(?<![A-Za-z])${count}\s+(?:more|additional|extra)(?![A-Za-z])`),
  row(String.raw`(?<![A-Za-z])(?<count>another)(?:\s+(?<number>${numberPattern}))?(?![A-Za-z])`),
  row(
    String.raw`(?<![A-Za-z])(?:decrease|reduce|lower|shrink|scale in|scale down|(?:scale\b[^,.;]*)\bdown)\b[^,.;]*?\bby\s+${count}(?![\d%A-Za-z])`,
    true,
  ),
  row(String.raw`(?<![A-Za-z])by\s+${count}(?![\d%A-Za-z])`),
  row(String.raw`(?<![A-Za-z])(?:remove|drop|take away)\s+${count}\s+${kinds}(?![A-Za-z])`, true),
  row(String.raw`(?<![A-Za-z])add\s+${count}\s+${kinds}(?![A-Za-z])`),
  row(String.raw`(?:再|多)?(?:给我|帮我)?(?:减少|减|缩|少)(?:掉|上|了)?\s?(?<count>${numberPattern})\s?个`, true),
  row(String.raw`(?:再|多)(?:给我|帮我)?(?:增加|加|扩|起|开|跑|来)?(?:上|了)?\s?(?<count>${numberPattern})\s?个`),
  row(String.raw`(?:增加|加)(?:上|了)?\s?(?<count>${numberPattern})\s?个`),
];

/** By how many a text wishes more of something, or less: “two more” is 2, “少一个” is -1. */
export const moreIn = (text: string): number | undefined => {
  for (const { pattern, less } of rows) {
    const groups = pattern.exec(text)?.groups;
    const said = groups?.number ?? groups?.count;
    const number = said === undefined ? undefined : /^(?:an?|another)$/iu.test(said) ? 1 : readNumber(said);
    if (number !== undefined && number > 0) return less === true ? -number : number;
  }
  return undefined;
};
