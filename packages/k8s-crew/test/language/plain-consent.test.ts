import { expect, test } from "vitest";
import { consentsPlainly, consentToo, consentWord } from "../../src/language/index.ts";

test.each([
  ...Object.values(consentWord),
  ...Object.values(consentToo).flatMap((row) => row.split(/, |、/u)),
  "yes",
  "Y",
  "yep",
  "Yes!",
  "go ahead",
  "ok, do it",
  "yes please",
  "是",
  "确认",
  "可以",
  "行，执行吧",
  "好的，就这么办",
  "approve",
])("“%s” agrees", (message) => {
  expect(consentsPlainly(message)).toBe(true);
});

test.each([
  "",
  "ok",
  "好",
  "行吧",
  "嗯",
  "hmm",
  "sure",
  "yeah I guess",
  "yes but only in dev",
  "可以改成 5 吗",
  "do it tomorrow",
  "不可以",
  "yes?",
  "是不是太多了",
  "no",
])("“%s” does not", (message) => {
  expect(consentsPlainly(message)).toBe(false);
});
