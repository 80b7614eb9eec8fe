const hanDigits = "零一二三四五六七八九";
const englishUnits =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const englishTens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/**
 * “Twenty-five”, “a hundred and five”, “ninety nine thousand nine hundred”, “half a dozen”. What may follow a word hangs on
 * the word before it and not on nested alternatives, so that each word stands here twice at most: the pattern is part of
 * many others, and each is compiled before it is first used.
 */
const english = (): string => {
  const words = [...englishUnits.toReversed(), ...englishTens].join("|");
  const digitWords = englishUnits.slice(1, 10).join("|");
  const withArticle = String.raw`(?:(?:half )?an? (?=(?:dozen|hundred|thousand)\b))?`;
  const scaled = "(?<!dozen|thousand) thousand|(?<!dozen|hundred|thousand) (?:hundred|dozen)";
  const added = `(?<=ty)[- ](?:${digitWords})|(?:(?<=hundred)(?: and)?|(?<=thousand),?(?: and)?) (?:${words})`;
  return String.raw`(?<![A-Za-z])${withArticle}(?:${words}|hundred|thousand|(?<=an? )dozen)(?:${scaled}|${added})*\b`;
};

const han = "[零〇一二两三四五六七八九十百千]{1,7}(?:万[零〇一二两三四五六七八九十百千]{0,7})?";
const digits = String.raw`\d{1,3}(?:,\d{3})+(?!\d)|\d{1,4}(?:\.\d{1,2})?(?:\s?万|k(?![A-Za-z\d]))|\d{1,3}\s?[百千]|\de\d(?![A-Za-z\d])|\d{1,7}(?!\d)`;

/** A number in digits, in Chinese or in English words, as a part of a pattern. “千万别” counts nothing. */
export const numberPattern = `(?:${digits}|(?!千万)${han}|${english()})`;

/** Reads "12", "1 万", "1,000", "2k", "十二", "一百二十" or "twenty-five". Undefined when it is none of them, or says no single number (“三五”). */
export const readNumber = (text: string): number | undefined => {
  const lower = text.toLowerCase().trim();
  if (/^\d{1,9}$/u.test(lower)) return Number(lower);
  if (/^\d{1,3}(?:,\d{3})+$/u.test(lower)) return Number(lower.replaceAll(",", ""));
  const scaled = /^(\d{1,4}(?:\.\d{1,2})?)\s?([百千万k])$/u.exec(lower);
  if (scaled !== null) return wholeOf(Number(scaled[1]) * (digitScales[scaled[2] ?? ""] ?? 1));
  if (/^\de\d$/u.test(lower)) return Number(lower);
  return englishNumber(lower) ?? hanNumber(lower.replaceAll("两", "二").replaceAll("〇", "零"));
};

const digitScales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, k: 1000 };

const wholeOf = (value: number): number | undefined => {
  const rounded = Math.round(value);
  return Math.abs(value - rounded) < 1e-6 ? rounded : undefined;
};

const englishNumber = (text: string): number | undefined => {
  const words = text.replace(/,?\s+and\s+|[-,\s]+/gu, " ").split(" ");
  let total = 0;
  let part = 0;
  for (const word of words) {
    const unit = englishUnits.indexOf(word);
    const ten = englishTens.indexOf(word);
    if (unit >= 0) part += unit;
    else if (ten >= 0) part += (ten + 2) * 10;
    else if (word === "hundred") part = (part || 1) * 100;
    else if (word === "dozen") part = (part || 1) * 12;
    else if (word === "half") part = 0.5;
    else if (word === "thousand") {
      total = (part || 1) * 1000;
      part = 0;
    } else if (word !== "a" && word !== "an") return undefined;
  }
  return words.every((word) => word === "a" || word === "an") ? undefined : total + part;
};

const section =
  /^(?:(?<thousands>[一二三四五六七八九])千)?(?<gap>零)?(?:(?<hundreds>[一二三四五六七八九])百)?零?(?:(?<tens>[一二三四五六七八九])?(?<ten>十))?零?(?<ones>[一二三四五六七八九])?$/u;

/** “Twelve thousand” is written as one and two of ten thousands: “一万二”, as “三百二” is 320. */
const hanNumber = (text: string): number | undefined => {
  if (/^零+$/u.test(text)) return 0;
  // Digit after digit, as years are read, is a number where a nought is among them: “三五” is three or five.
  if (/^[一二三四五六七八九]?[零一二三四五六七八九]+$/u.test(text) && text.length > 1)
    return text.includes("零") && !text.startsWith("零") ? Number([...text].map(digitOf).join("")) : undefined;
  const [high = "", low, ...others] = text.split("万");
  if (others.length > 0) return undefined;
  if (low === undefined) return sectionOf(high);
  const [tenThousands, rest] = [sectionOf(high), low === "" ? 0 : restOf(low, 1000)];
  return tenThousands === undefined || rest === undefined ? undefined : tenThousands * 10_000 + rest;
};

const digitOf = (digit: string): number => hanDigits.indexOf(digit);

/** One digit by itself stands for the next lower unit. */
const restOf = (text: string, unit: number): number | undefined =>
  /^[一二三四五六七八九]$/u.test(text) ? digitOf(text) * unit : sectionOf(text.replace(/^零/u, ""));

const sectionOf = (text: string): number | undefined => {
  const short = /^(.*)([千百])([一二三四五六七八九])$/u.exec(text);
  if (short !== null) {
    const head = sectionOf(`${short[1] ?? ""}${short[2] ?? ""}`);
    return head === undefined ? undefined : head + digitOf(short[3] ?? "") * (short[2] === "千" ? 100 : 10);
  }
  const { thousands, hundreds, tens, ten, ones } = text === "" ? {} : (section.exec(text)?.groups ?? {});
  if ([thousands, hundreds, ten, ones].every((part) => part === undefined)) return undefined;
  const digit = (found: string | undefined) => (found === undefined ? 0 : digitOf(found));
  const tensOf = ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10;
  return digit(thousands) * 1000 + digit(hundreds) * 100 + tensOf + digit(ones);
};

/** The numbers that stand by themselves in a text: none that is part of a name, a version or a turn of phrase. */
export const numbersIn = (text: string): readonly number[] =>
  [...text.normalize("NFKC").matchAll(standing)].flatMap(([found]) => readNumber(found) ?? []);

const standing = new RegExp(
  String.raw`(?<![\w.:/-])(?!one\b(?!\s+(?:replica|cop|pod|instance|hundred|thousand|dozen))|一[下点些起样共定直般会])${numberPattern}(?![\w:/-]|\.\d)`,
  "giu",
);
