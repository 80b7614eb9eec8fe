import { describe, expect, test } from "vitest";
import { failureWords } from "../../src/words/failure-words.ts";
import { fill } from "../../src/words/fill.ts";
import { nounOf } from "../../src/words/nouns.ts";
import { reasonFor } from "../../src/words/reasons.ts";
import { reportWords, say } from "../../src/words/report-words.ts";

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

test.each([
  [1, "1 more row not shown"],
  [2, "2 more rows not shown"],
  [0, "0 more rows not shown"],
])("a word follows its number: %i", (count, expected) => {
  expect(say("en", "more", { count })).toBe(expected);
});

describe("nouns", () => {
  test.each([
    [nounOf("pod", 1, "en"), "pod"],
    [nounOf("pod", 2, "en"), "pods"],
    [nounOf("ingress", 2, "en"), "Ingresses"],
    [nounOf("storageclass", 2, "en"), "StorageClasses"],
    [nounOf("deployment", 1, "en"), "Deployment"],
    [nounOf("widget", 2, "en"), "resources"],
    [nounOf("node", 2, "zh"), "节点"],
    [nounOf("deployment", 2, "zh"), "Deployment"],
  ])("%j", (found, expected) => {
    expect(found).toBe(expected);
  });
});

test("a slot that is not given stays visible", () => {
  expect(say("en", "more", {})).toContain("{count}");
});

test.each([
  ["没有叫“9”的{noun}。", { noun: "命名空间" }, "没有叫“9”的命名空间。"],
  ["没有叫“9”的 {noun}。", { noun: "命名空间" }, "没有叫“9”的命名空间。"],
  ["共 {count} 个{noun}没有状态", { count: 2, noun: "Pod" }, "共 2 个 Pod 没有状态"],
  ["重启{what}", { what: "Deployment web" }, "重启 Deployment web"],
  ["{noun}{place}", { noun: "Pod", place: "（命名空间 dev）" }, "Pod（命名空间 dev）"],
  ["Found no {noun} in {place}.", { noun: "pods", place: "dev" }, "Found no pods in dev."],
])("“%s” keeps the spacing of Chinese and Latin text", (sentence, slots, expected) => {
  expect(fill(sentence, slots)).toBe(expected);
});

test.each([
  [reasonFor("zh", { verb: "list", resource: "event", name: "web-1" }), "列出 Pod web-1 的事件"],
  [reasonFor("en", { verb: "list", resource: "event", of: "node", name: "n1" }), "List the events of node n1"],
  [reasonFor("zh", { verb: "list", resource: "event" }), "列出事件"],
  [reasonFor("en", { verb: "list", resource: "ingress" }), "List Ingresses"],
  [reasonFor("zh", { verb: "restart", resource: "deployment", name: "web" }), "重启 Deployment web"],
  [reasonFor("zh", { verb: "cordon", resource: "node", name: "n1" }), "停止向节点 n1 调度"],
])("the reason reads “%s”", (found, expected) => {
  expect(found).toBe(expected);
});
