const hanDigits = "零一二三四五六七八九";
const hanUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const englishNumbers: ReadonlyMap<string, number> = new Map([
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, value) => [word, value] as const,
  ),
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["fifty", 50],
  ["hundred", 100],
]);

/** A number in digits, in Chinese or as an English word, as a part of a pattern. At most seven characters long. */
export const numberPattern = String.raw`(?:\d{1,7}(?!\d)|[零一二两三四五六七八九十百千]{1,7}|(?:${[...englishNumbers.keys()].join("|")})\b)`;

/** Reads "12", "十二", "一百二十" or "twelve". Undefined when it is none of them or not a safe whole number. */
export const readNumber = (text: string): number | undefined => {
  const lower = text.toLowerCase();
  const word = englishNumbers.get(lower);
  if (word !== undefined) return word;
  if (/^\d{1,9}$/u.test(lower)) return Number(lower);
  return /^[零一二两三四五六七八九十百千]{1,7}$/u.test(lower) ? hanNumber(lower.replaceAll("两", "二")) : undefined;
};

const hanNumber = (text: string): number => {
  let total = 0;
  let digit: number | undefined;
  for (const character of text) {
    const unit = hanUnits[character];
    if (unit === undefined) digit = (digit ?? 0) * 10 + hanDigits.indexOf(character);
    else {
      total += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
};

/** The numbers that stand by themselves in a text: none that is part of a name, a version or a turn of phrase. */
export const numbersIn = (text: string): readonly number[] =>
  [...text.normalize("NFKC").matchAll(standing)].flatMap(([found]) => readNumber(found) ?? []);

const standing = new RegExp(
  String.raw`(?<![\w.:/-])(?!one\b(?!\s+(?:replica|cop|pod|instance))|一[下点些起样共定直般会])${numberPattern}(?![\w:/-]|\.\d)`,
  "giu",
);
