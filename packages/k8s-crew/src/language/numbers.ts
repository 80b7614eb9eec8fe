const digits: { readonly [word: string]: number } = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/** A count in digits, Chinese up to ninety-nine, or English up to ten. */
export const numberOf = (text: string): number | undefined => {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const word = digits[text];
  if (word !== undefined) return word;
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  return tens ? (digits[tens[1] ?? "一"] ?? 1) * 10 + (tens[2] === undefined ? 0 : (digits[tens[2]] ?? 0)) : undefined;
};

const count = "(\\d{1,6}|[一二两三四五六七八九十]{1,3}|a|an|half an|one|two|three|four|five|six|seven|eight|nine|ten)";

const units: readonly { readonly pattern: RegExp; readonly seconds: number }[] = [
  { pattern: new RegExp(`${count}\\s*(?:秒钟?|seconds?|secs?|s)(?![a-z])`), seconds: 1 },
  { pattern: new RegExp(`${count}\\s*(?:分钟|分|minutes?|mins?|m)(?![a-z])`), seconds: 60 },
  { pattern: new RegExp(`${count}\\s*个?(?:小时|钟头|hours?|hrs?|h)(?![a-z])`), seconds: 3600 },
  { pattern: new RegExp(`${count}\\s*(?:天|days?|d)(?![a-z])`), seconds: 86_400 },
];

/** A time window in seconds: “最近 10 分钟”, “last hour”, “--since 10m”. */
export const windowIn = (text: string): number | undefined => {
  const said = /(最近|过去|近|last|past|since|--since|前)[^。,，]{0,24}/.exec(text)?.[0];
  if (said === undefined) return undefined;
  if (/半(个)?小时/.test(said)) return 1800;
  if (/(last|past) (hour)/.test(said)) return 3600;
  for (const { pattern, seconds } of units) {
    const found = pattern.exec(said)?.[1];
    if (found === undefined) continue;
    const amount = found === "a" || found === "an" ? 1 : found === "half an" ? 0.5 : numberOf(found);
    if (amount !== undefined) return amount * seconds;
  }
  return undefined;
};

/** “last 50 lines”, “最后 50 行”, “--tail 50”. */
export const linesIn = (text: string): number | undefined => {
  const found = new RegExp(`--tail[ =](\\d{1,6})|${count}\\s*(?:lines|行|条日志|条)`).exec(text);
  const word = found?.[1] ?? found?.[2];
  return word === undefined ? undefined : numberOf(word);
};

/** “to 3 replicas”, “扩到 3 个副本”, “--replicas 3”. */
export const replicasIn = (text: string): number | undefined => {
  const found = new RegExp(
    `--replicas[ =](\\d{1,4})|(?:扩容?到|缩容?到|扩缩容?到|改[成为]|调整?[到成为]|\\bto\\b|变成)\\s*${count}|${count}\\s*(?:个?副本|replicas)`,
  ).exec(text);
  const word = found?.[1] ?? found?.[2] ?? found?.[3];
  return word === undefined ? undefined : numberOf(word);
};
