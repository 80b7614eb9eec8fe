import { describe, expect, test } from "vitest";
import { failureWords } from "../../src/words/failure-words.ts";
import { nounOf, reportWords, say } from "../../src/words/report-words.ts";

const slots = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

test.each(Object.entries(reportWords))("%s has the same slots in both languages", (_phrase, { zh, en }) => {
  expect(zh).not.toBe("");
  expect(en).not.toBe("");
  expect(slots(zh)).toEqual(slots(en));
});

test.each(Object.entries(failureWords))(
  "the failure %s is said in both languages, with the same slots",
  (_cause, { problem, remedy }) => {
    expect(problem.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(problem.en).toMatch(/[a-z]/);
    expect(slots(problem.zh)).toEqual(slots(problem.en));
    expect(remedy.zh === "").toBe(remedy.en === "");
  },
);

describe("nouns", () => {
  test.each([
    [nounOf("pod", 1, "en"), "pod"],
    [nounOf("pod", 2, "en"), "pods"],
    [nounOf("ingress", 2, "en"), "Ingresses"],
    [nounOf("storageclass", 2, "en"), "StorageClasses"],
    [nounOf("deployment", 1, "en"), "Deployment"],
    [nounOf("widget", 2, "en"), "resources"],
    [nounOf("node", 2, "zh"), "节点"],
    [nounOf("deployment", 2, "zh"), " Deployment"],
  ])("%j", (found, expected) => {
    expect(found).toBe(expected);
  });
});

test("a slot that is not given stays visible", () => {
  expect(say("en", "more", {})).toContain("{count}");
});
