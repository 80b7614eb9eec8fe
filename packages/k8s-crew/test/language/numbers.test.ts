import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumber } from "../../src/language/numbers.ts";
import { readRequest } from "../../src/language/requests/request.ts";

const digits = "零一二三四五六七八九";
const scales = [
  [1000, "千"],
  [100, "百"],
  [10, "十"],
  [1, ""],
] as const;

/** Below ten thousand. `gap`: a nought stands before what is missing at its head. */
const sectionInChinese = (value: number, gap: boolean): string => {
  let written = "";
  let isMissing = gap;
  for (const [scale, word] of scales) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) isMissing ||= written !== "";
    else {
      written += `${isMissing ? "零" : ""}${digits.charAt(digit)}${word}`;
      isMissing = false;
    }
  }
  return written;
};

const inChinese = (value: number): string => {
  if (value === 0) return "零";
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  const head = high === 0 ? "" : `${sectionInChinese(high, false)}万`;
  const tail = low === 0 ? "" : sectionInChinese(low, high > 0 && low < 1000);
  return `${head}${tail}`.replace(/^一十/u, "十");
};

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const inEnglish = (value: number): string => {
  if (value < 20) return small[value] ?? "";
  if (value < 100) return `${tens[Math.floor(value / 10) - 2]}${value % 10 === 0 ? "" : `-${small[value % 10]}`}`;
  const [scale, word] = value < 1000 ? [100, "hundred"] : [1000, "thousand"];
  const rest = value % scale;
  const joint = rest < 100 ? " and " : " ";
  return `${inEnglish(Math.floor(value / scale))} ${word}${rest === 0 ? "" : `${joint}${inEnglish(rest)}`}`;
};

test("every number below a hundred thousand comes back from its words in Chinese and in English", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (value) => {
      expect(readNumber(inChinese(value))).toBe(value);
      expect(readNumber(inEnglish(value))).toBe(value);
    }),
  );
});

test("and so it does from a sentence that says how many there are to be", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (value) => {
      expect(readRequest(`把 web 扩到 ${inChinese(value)} 个副本`).replicas).toBe(value);
      expect(readRequest(`scale web to ${inEnglish(value)} replicas`).replicas).toBe(value);
    }),
    { numRuns: 20 },
  );
});

describe("a number is read as a whole", () => {
  test.each([
    ["扩到 1 万", 10_000],
    ["扩到 1万个", 10_000],
    ["扩到一百万个", 1_000_000],
    ["扩到 1.5 万个副本", 15_000],
    ["扩到三百二", 320],
    ["扩到 10,000 个", 10_000],
    ["scale to 0 replicas", 0],
    ["scale to 1,000", 1000],
    ["scale to 2k replicas", 2000],
    ["scale to 1e3", 1000],
    ["scale to a dozen", 12],
    ["scale to half a dozen replicas", 6],
    ["scale to twenty five", 25],
    ["扩到 3 个，不，4 个", 4],
    ["扩到 3 个，不对，是 5 个副本", 5],
    ["scale to 3, no, 4", 4],
    ["scale to 3 no wait 4 replicas", 4],
  ])("%s", (said, replicas) => {
    expect(readRequest(`web-frontend ${said}`)).toMatchObject({ verb: "scale", name: "web-frontend", replicas });
  });
});

describe("what says no one number is left to be asked for", () => {
  test.each([
    "扩到三五个",
    "扩到两三个",
    "扩到百八十个",
    "扩到十几个",
    "扩到十来个副本",
    "扩到几十个副本",
    "扩到 10 多个",
    "扩到 3-5 个",
    "扩到 3 到 5 个",
    "扩到 3 个还是 4 个",
    "扩到 3 个，要是不够就 5 个",
    "再加三五个",
    "scale to 3-5",
    "scale to 3 to 5 replicas",
    "scale to 3 or 4",
    "scale to 5 or maybe 6",
    "scale to a couple of replicas",
    "scale to 3, or 5 if that is not enough",
  ])("%s", (said) => {
    const request = readRequest(`web-frontend ${said}`);
    expect(request).toMatchObject({ verb: "scale", name: "web-frontend" });
    expect(request).not.toHaveProperty("replicas");
    expect(request).not.toHaveProperty("replicasBy");
  });
});

test("“千万别” counts nothing", () => {
  expect(readRequest("千万别把 web 缩到 0")).not.toHaveProperty("tail");
  expect(readNumber("万")).toBeUndefined();
});
