import { expect, test } from "vitest";
import { shownMention } from "../../src/language/index.ts";

const rows = [
  { value: "web", label: "web", fields: { created: "2025-06-01T10:00:00Z", restarts: "7" } },
  { value: "api", label: "api", fields: { created: "2025-06-01T11:00:00Z", restarts: "0" } },
  { value: "db", label: "db", fields: { created: "2025-05-01T10:00:00Z", restarts: "1" } },
];

test.each([
  ["第二个的日志", "第二个", "api"],
  ["看第 2 个", "第 2 个", "api"],
  ["第三个 pod 的事件", "第三个 pod", "db"],
  ["最后一个", "最后一个", "db"],
  ["倒数第二个", "倒数第二个", "api"],
  ["the logs of the second one", "the second one", "api"],
  ["the last pod", "the last pod", "db"],
  ["describe number 3", "number 3", "db"],
  ["最新的那个", "最新的那个", "api"],
  ["the oldest one's events", "the oldest one", "db"],
  ["重启最多的那个的日志", "重启最多的那个", "web"],
  ["logs of one of those", "one of those", "web"],
  ["describe any of them", "any of them", "web"],
  ["看看其中一个的日志", "其中一个", "web"],
  ["随便挑一个看日志", "随便挑一个", "web"],
])("“%s” points by “%s” to %s", (message, words, name) => {
  const mention = shownMention(message, rows);
  expect(message.slice(mention?.start, mention?.end)).toBe(words);
  expect(rows[mention?.index ?? -1]?.value).toBe(name);
});

test.each([
  "2",
  "is any of them failing",
  "are any of those on node-1",
  "第九个",
  "logs of the last one hour",
  "前两个",
  "the last time it failed",
  "最新的 pod",
  "第 2 个小时",
])("“%s” points to no row", (message) => {
  expect(shownMention(message, rows)).toBeUndefined();
});
