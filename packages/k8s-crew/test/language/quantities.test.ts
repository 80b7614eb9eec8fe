import fc from "fast-check";
import { expect, test } from "vitest";
import { readNumber } from "../../src/language/numbers.ts";
import { readDuration, takeQuantities } from "../../src/language/text/quantities.ts";

const spans: readonly (readonly [text: string, seconds: number | undefined])[] = [
  ["最近 10 分钟", 600],
  ["最近10min", 600],
  ["过去一个小时", 3600],
  ["近半小时", 1800],
  ["最近一小时半", 5400],
  ["两天内", 172_800],
  ["in the last 2 hours", 7200],
  ["since 90s", 90],
  ["past day", 86_400],
  ["last half an hour", 1800],
  ["since 1h30m", 5400],
  ["最近的日志", undefined],
  ["最近日志", undefined],
  ["the last 3 dogs", undefined],
  ["10m of rope", undefined],
  ["99999999999999 minutes", undefined],
];

test.each(spans)("finds the time span in %j", (text, seconds) => {
  expect(takeQuantities(text).found.sinceSeconds).toBe(seconds);
});

const lines: readonly (readonly [text: string, count: number | undefined])[] = [
  ["last 50 lines of the api log", 50],
  ["最后 50 行", 50],
  ["最近一百二十行", 120],
  ["tail -n 20 x", 20],
  ["tail 20", 20],
  ["twenty lines", 20],
  ["前 100 行", undefined],
  ["执行一下", undefined],
  ["the deadline", undefined],
];

test.each(lines)("finds the number of lines in %j", (text, count) => {
  expect(takeQuantities(text).found.tail).toBe(count);
});

const replicas: readonly (readonly [text: string, count: number])[] = [
  ["扩到 3 个副本", 3],
  ["扩容到十二", 12],
  ["scale x to 3", 3],
  ["five replicas", 5],
  ["缩成两个实例", 2],
];

test.each(replicas)("finds the replicas in %j", (text, count) => {
  expect(takeQuantities(text).found.replicas).toBe(count);
});

test("a version is no number of replicas", () => {
  expect(takeQuantities("升级到 2.0.1").found).toEqual({});
  expect(takeQuantities("upgrade to v2").found).toEqual({});
});

test("what is around a quantity is kept", () => {
  expect(takeQuantities("看 cart 最近 10 分钟的日志").rest.replace(/\s+/gu, " ")).toBe("看 cart 的日志");
});

test("numbers are read as they are written in digits and in Chinese", () => {
  const written = (value: number): string => {
    const digits = "零一二三四五六七八九";
    const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
    const head = hundreds === 0 ? "" : `${digits.charAt(hundreds)}百`;
    const middle = tens === 0 ? (hundreds > 0 && ones > 0 ? "零" : "") : `${digits.charAt(tens)}十`;
    return `${head}${middle}${ones === 0 ? "" : digits.charAt(ones)}`;
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (value) => {
      expect(readNumber(String(value))).toBe(value);
      expect(readNumber(written(value))).toBe(value);
    }),
  );
});

test("durations are read as kubectl writes them", () => {
  expect(readDuration("1h30m")).toBe(5400);
  expect(readDuration("2d")).toBe(172_800);
  expect(readDuration("soon")).toBeUndefined();
  expect(readDuration("")).toBeUndefined();
});

test.each([
  ["最后 2 行 ERROR 日志", 2],
  ["最近2条错误日志", 2],
  ["last 3 ERROR lines of the api", 3],
  ["the last 4 lines with errors", 4],
  ["最后 100 行里有没有错误", undefined],
  ["any errors in the last 100 lines", undefined],
])("tells lines that are looked for from lines of the log in %j", (text, count) => {
  expect(takeQuantities(text).found.lastMatching).toBe(count);
});
