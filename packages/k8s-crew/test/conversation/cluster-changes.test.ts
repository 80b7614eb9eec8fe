import { describe, expect, test } from "vitest";
import { afterRenewal, type ClustersBehind, tellRenewal } from "../../src/conversation/renewal.ts";
import type { State } from "../../src/graph/state.ts";

const behind = (current: string | undefined, ...clusters: readonly string[]): ClustersBehind => ({ clusters, current });

const renewal = (before: ClustersBehind | undefined, now: ClustersBehind) => ({
  added: [],
  gone: [],
  changed: [],
  moved: [],
  clusters: [{ server: "kubernetes", now, ...(before === undefined ? {} : { before }) }],
});

const on = (cluster?: string): Partial<State> => ({
  entities: {
    namespace: { value: "dev", origin: "typed" },
    ...(cluster === undefined ? {} : { cluster: { value: cluster, origin: "typed" } }),
  },
});

const ab = behind("a", "a", "b");

describe("where other clusters stand behind a server", () => {
  test.each<readonly [string, ReturnType<typeof renewal>, string | undefined, readonly string[], string | undefined]>([
    ["other credentials", renewal(ab, ab), "a", [], "a"],
    ["other credentials, nowhere", renewal(ab, ab), undefined, [], undefined],
    [
      "one that came",
      renewal(ab, behind("a", "a", "b", "c")),
      "a",
      ["The clusters have changed: new: c. There are now: a, b, c."],
      "a",
    ],
    [
      "one that went, elsewhere",
      renewal(behind("a", "a", "b", "c"), ab),
      "b",
      ["The clusters have changed: gone: c. There are now: a, b."],
      "b",
    ],
    [
      "its own, which stays in mind so that the next look asks",
      renewal(behind("a", "a", "b", "c"), ab),
      "c",
      ["The clusters have changed: gone: c. There are now: a, b."],
      "c",
    ],
    [
      "its own, where one is left",
      renewal(ab, behind("a", "a")),
      "b",
      ["The clusters have changed: gone: b. There are now: a."],
      undefined,
    ],
    [
      "another current one, which it goes by no more",
      renewal(ab, behind("b", "a", "b")),
      undefined,
      ["The current cluster is now b; this conversation stays on a (say “switch to b” to follow)."],
      "a",
    ],
    ["another current one, where it is already", renewal(ab, behind("b", "a", "b")), "b", [], "b"],
    [
      "another current one, since that is gone",
      renewal(ab, behind("b", "b", "c")),
      undefined,
      ["The clusters have changed: new: c; gone: a. There are now: b, c.", "The current cluster is now b."],
      "a",
    ],
    ["in another process, still there", renewal(undefined, ab), "b", [], "b"],
    [
      "in another process, gone",
      renewal(undefined, behind("a", "a")),
      "b",
      ["The clusters have changed: gone: b. There are now: a."],
      undefined,
    ],
  ])("%s", (_, change, home, told, after) => {
    expect(tellRenewal(change, "en", on(home))).toEqual(told);
    expect(afterRenewal(change, on(home)).entities?.cluster?.value).toBe(after);
  });

  test("what came and went is counted where it is much, in both languages", () => {
    const many = Array.from({ length: 9 }, (_, index) => `c${index}`);
    const change = renewal(ab, behind("a", "a", "b", ...many));
    expect(tellRenewal(change, "en", {})[0]).toContain("new: c0, c1, c2, c3, c4 and 4 more.");
    expect(tellRenewal(change, "zh", {})[0]).toContain("新增 c0、c1、c2、c3、c4 等 9 个。");
  });
});
