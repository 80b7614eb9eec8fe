import { describe, expect, test } from "vitest";
import { partialOf } from "../../src/results/partial.ts";

const json = (value: unknown) => JSON.stringify(value);
const items = [{ kind: "Pod", metadata: { name: "web-1" } }];

describe("a list that says of itself that it goes on is a part of one:", () => {
  test.each([
    [
      "a list of the API",
      json({ kind: "PodList", metadata: { continue: "abc", remainingItemCount: 200 }, items }),
      200,
    ],
    ["one that does not tell how many are left", json({ metadata: { continue: "abc" }, items }), undefined],
    ["a page of something", json({ pods: ["web-1"], nextPageToken: "p2" }), undefined],
    ["a flag", json({ data: { items: ["a"], has_more: true } }), undefined],
    ["a page inside a string", json({ result: json({ items: ["a"], truncated: true }) }), undefined],
    [
      "YAML",
      "apiVersion: v1\nitems:\n- metadata:\n    name: a\nkind: PodList\nmetadata:\n  continue: abc\n  remainingItemCount: 7\n",
      7,
    ],
    ["YAML without a number", "kind: PodList\nmetadata:\n  continue: abc\n", undefined],
    ["words at the top", "Showing first 50 of 212 pods:\nweb-1\nweb-2", 162],
    ["words at the bottom", "web-1\nweb-2\n... and 12 more", 12],
    ["words that tell of a cut", "web-1\nweb-2\n[output truncated]", undefined],
    ["Chinese words", "web-1\nweb-2\n结果已截断", undefined],
    ["Chinese numbers", "仅显示 50 条，共 212 条\nweb-1", 162],
    ["Chinese words for the rest", "web-1\n还有 12 个未显示", 12],
  ])("%s", (_what, text, left) => expect(partialOf(text)).toEqual(left === undefined ? {} : { left }));

  test("structured content counts as well", () =>
    expect(partialOf("web-1", { items: ["web-1"], nextCursor: "2" })).toEqual({}));
});

describe("whole is", () => {
  test.each([
    ["a list with nothing left", json({ kind: "PodList", metadata: { continue: "", remainingItemCount: 0 }, items })],
    ["a list that says so", json({ items: ["a"], truncated: false, hasMore: false, nextCursor: "" })],
    ["an object whose label has such a name", json({ metadata: { name: "a", labels: { truncated: "true" } } })],
    [
      "a ConfigMap with such keys",
      json({ kind: "ConfigMap", metadata: { name: "a" }, data: { continue: "yes", next_cursor: "x" } }),
    ],
    [
      "a list whose items have such keys",
      json({ items: [{ metadata: { name: "a" }, data: { truncated: true, continue: "b" } }] }),
    ],
    [
      "YAML whose items have them",
      "items:\n- data:\n    continue: b\n  metadata:\n    name: a\nkind: ConfigMapList\nmetadata:\n  resourceVersion: '1'\n",
    ],
    ["a table", "NAME  READY  STATUS\nweb-1  1/2  Running\ntruncated-job-x  0/1  Completed"],
    ["all of them", "Showing 12 of 12 pods:\nweb-1"],
    ["an empty text", ""],
  ])("%s", (_what, text) => expect(partialOf(text)).toBeUndefined());
});
