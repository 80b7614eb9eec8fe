import { numberPattern, readNumber } from "../numbers.ts";
import { normalize } from "../text/normalize.ts";

const englishOrdinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

const before =
  /^(?:(?:uh+|um+|er+m?|hm+|oh|ok(?:ay)?|yeah|yes|well|then|i think|i guess|i'd say|i suppose|maybe|probably|it's|that's|just|say)(?![a-z])[\s,.]*|(?:嗯+|呃+|哦|噢|额|那|应该|大概|可能|好像|估计|好的?)[\s,，]*|我想?要?选?看?|换成|换|改成|改选|改为|就|选择?|看|用|要|pod|node|namespace|cluster|container|pick|take|choose|use|select|let's take|i'll take|go with|switch to|change to|make it|the|option|choice|number|no\.?|#|nr\.?|是)\s*/u;
const after =
  /\s*(?:吧|啊|呀|哦|的|谢谢|那个|那一个|这个|呗|嘛|啦|了|好了|就行|就好|please|pls|plz|thx|thanks|thank you|i think|i guess|i suppose|i reckon|maybe|probably|then|will do|is fine|is ok(?:ay)?|one|option|choice|,)$/u;
const joint = /\s*(?:,|、|和|与|跟|以及|&|\+|;|\band\b|\s)\s*/u;

const numbered = new RegExp(
  `^[(\\[]?(?:#?\\s?(${numberPattern})\\s?(?:号|st|nd|rd|th)?|第\\s?(${numberPattern})\\s?[个号项条]?)[)\\].]?$`,
  "u",
);
const fromEnd = new RegExp(`^倒数第?\\s?(${numberPattern})个?$`, "u");
const firstFew = new RegExp(`^(?:前|头|(?:the )?first )\\s?(${numberPattern})个?$`, "u");
const range = /^(\d{1,3})\s?(?:-|到|至|to)\s?(\d{1,3})$/u;

/**
 * Which of `count` choices a reply means by number or place: "2", "第二个", "the last one", "1 和 3". Indexes from 0.
 * Undefined when the reply is not of this kind, `[]` when it is but no such choice exists.
 */
export const readChoiceNumbers = (text: string, count: number): readonly number[] | undefined => {
  if (text.length > 60) return undefined;
  const core = stripped(text.toLowerCase().trim());
  const whole = positions(core, count);
  if (whole !== undefined) return whole;
  const parts = core
    .replace(/\s+(?=[个号项条])/gu, "")
    .split(joint)
    .filter((part) => part !== "");
  if (parts.length < 2) return undefined;
  const each = parts.map((part) => positions(stripped(part), count));
  const found: number[] = [];
  for (const places of each) {
    if (places === undefined) return undefined;
    found.push(...places);
  }
  return each.some((places) => places?.length === 0) ? [] : [...new Set(found)];
};

const ordinalWord = new RegExp(
  `\\b(${englishOrdinals.join("|")}|\\d{1,3}(?:st|nd|rd|th)|last|former|latter)(?: (?:one|option|choice|two|item|pod|i|please)\\b|\\s*[,.!]?$)|(?:number|option|no\\.|#)\\s?(\\d{1,3}|one|two|three|four|five|six)\\b|(?<![\\d.])(\\d{1,3})\\s?号|(?:选项|编号)([一二三四五六七八九十\\d]{1,3})|(中间那?个|middle)|(倒数第.{1,3}个?|第[零一二两三四五六七八九十百\\d]{1,4}|最后一?那?个|头一个|前[二两三四\\d]个)`,
  "u",
);

/** The same for a reply that says more: "就第一个好了", "I'd go with the third". */
export const findOrdinal = (text: string, count: number): readonly number[] | undefined => {
  const match = ordinalWord.exec(text.toLowerCase().slice(0, 200));
  return match === null ? undefined : positions(match.slice(1).find((part) => part !== undefined) ?? "", count);
};

const stripped = (text: string): string => {
  let core = text;
  for (let round = 0; round < 6; round += 1) {
    const next = core.replace(before, "").replace(after, "").trim();
    if (next === core || next === "") return core;
    core = next;
  }
  return core;
};

const positions = (text: string, count: number): readonly number[] | undefined => {
  const few = firstFew.exec(text);
  if (few !== null) return existing([...Array(Math.min(100, readNumber(few[1] ?? "") ?? 0)).keys()], count);
  const between = range.exec(text);
  if (between !== null) {
    const [from, to] = [Number(between[1]), Number(between[2])];
    return from <= to
      ? existing(
          Array.from({ length: to - from + 1 }, (_, offset) => from - 1 + offset),
          count,
        )
      : [];
  }
  const index = position(text, count);
  return index === undefined ? undefined : existing([index], count);
};

const position = (text: string, count: number): number | undefined => {
  if (/^(?:最后一?那?个?|last|latter|末尾那?个?)$/u.test(text)) return count - 1;
  if (/^(?:中间那?个|middle)$/u.test(text)) return count % 2 === 1 ? (count - 1) / 2 : count;
  if (/^(?:second|next) to (?:the )?last$/u.test(text)) return count - 2;
  if (/^(?:头一个|former|最前面那?个?)$/u.test(text)) return 0;
  const end = fromEnd.exec(text);
  if (end !== null) return count - (readNumber(end[1] ?? "") ?? count + 1);
  const ordinal = englishOrdinals.indexOf(text);
  if (ordinal >= 0) return ordinal;
  if (/^\d{8,40}$/u.test(text)) return count;
  const match = numbered.exec(text);
  const number = match === null ? undefined : readNumber(match[1] ?? match[2] ?? "");
  return number === undefined ? undefined : number - 1;
};

const existing = (indexes: readonly number[], count: number): readonly number[] =>
  indexes.every((index) => index >= 0 && index < count) ? indexes : [];

/** “All three”, “两个都要”: how many things that are all of them; undefined where a text says anything else. */
export const allOfSo = (message: string): number | undefined => {
  const groups = allSo.exec(normalize(message).toLowerCase().trim())?.groups;
  if (groups === undefined) return undefined;
  return groups.both === undefined ? readNumber(groups.en ?? groups.zh ?? "") : 2;
};

const allSo = new RegExp(
  `^(?:do |run |show (?:me )?)?(?:all (?:of the |the )?(?<en>${numberPattern})(?: of them)?|(?<both>both(?: of them)?)|(?:这)?(?<zh>${numberPattern})\\s?[个项条]?(?:都|全)(?:要|看|看看|跑|执行|做|来)?)(?:吧|了|please|pls)?[\\s.。!！]*$`,
  "u",
);
