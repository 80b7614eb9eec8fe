import { expect, test } from "vitest";
import { readReply } from "../../src/language/replies/reply.ts";
import type { ReplyQuestion } from "../../src/language/types.ts";
import { inShort } from "./label.ts";

const choice = (value: string, age: string) => ({ value, label: value, reason: `Running · ${age}`, fields: { age } });

const two = {
  parameter: "pod",
  multiple: true,
  choices: [choice("cart-service-v1-abcdef", "5d"), choice("cart-service-v2-ghijk", "25m")],
};
const deleted: ReplyQuestion = { ...two, verb: "delete", changes: true };
const looked: ReplyQuestion = { ...two, verb: "logs" };
const three: ReplyQuestion = {
  ...deleted,
  choices: [choice("api-one", "12d"), choice("api-two", "12d"), choice("api-old", "40d")],
};

const v1 = "cart-service-v1-abcdef";
const v2 = "cart-service-v2-ghijk";

test.each([
  ["除了第二个", v1],
  ["除第一个之外", v2],
  ["not the first", v2],
  ["not 1", v2],
  ["别选 v1", v2],
  ["不选第一个", v2],
  ["第一个不要", v2],
  ["anything but v1", v2],
  ["other than v1", v2],
  ["don't take the first one", v2],
  ["not the newest", v1],
  ["别删最新的", v1],
])("what is left by “%s” is asked about before it is changed", (reply, left) => {
  expect(inShort(readReply(reply, deleted))).toBe(`did_you_mean ${left}`);
});

test.each([
  ["v2 以外都删", v1],
  ["除了 v2 都删掉", v1],
  ["all but the first", v2],
  ["everything except v1", v2],
])("what is left by “%s” is what is to be changed, each with a consent of its own", (reply, left) => {
  expect(inShort(readReply(reply, deleted))).toBe(`picked ${left}`);
});

test.each([
  ["v2 以外的", v1],
  ["not the first", v2],
  ["anything but v1", v2],
])("the only one that “%s” leaves is looked at", (reply, left) => {
  expect(inShort(readReply(reply, looked))).toBe(`picked ${left}`);
});

test.each([
  ["not the first, the second", v2],
  ["不要第一个，要第二个", v2],
  ["不是 v2，是 v1", v1],
  ["v1, not v2", v1],
])("“%s” says which", (reply, meant) => {
  expect(inShort(readReply(reply, deleted))).toBe(`picked ${meant}`);
});

test.each(["the newest", "最新的", "the newest one", "the youngest", "running", "正在运行的"])(
  "“%s” of several that are that changes none before it is said which",
  (reply) => {
    expect(readReply(reply, three).kind).toBe("did_you_mean");
  },
);

test.each([
  ["the running ones", 3],
  ["运行中的都删", 3],
  ["1 和 3", 2],
  ["api-one and api-old", 2],
])("“%s” says that several are to be changed", (reply, count) => {
  const read = readReply(reply, three);
  expect(read.kind === "picked" ? read.values.length : read.kind).toBe(count);
});

test("of several that are the newest, all are looked at, as a tie", () => {
  expect(readReply("the newest", { ...three, changes: false, verb: "logs" })).toEqual({
    kind: "picked",
    values: ["api-one", "api-two"],
    tied: true,
  });
});
