import { describe, expect, test } from "vitest";
import { filterRows, type Quality, sortByQuality } from "../../src/results/filter.ts";
import type { Row } from "../../src/results/types.ts";

const now = Date.parse("2025-06-01T12:00:00Z");
const row = (name: string, fields: Record<string, string>): Row => ({ name, fields });
const pods = [
  row("web-1", { status: "Running", ready: "1/1", restarts: "0", age: "5d" }),
  row("web-2", { status: "CrashLoopBackOff", ready: "0/1", restarts: "31 (2m ago)", age: "2h" }),
  row("Mailer", { status: "Pending", ready: "0/1", restarts: "0", age: "30m" }),
  row("job", { status: "Completed", ready: "0/1", restarts: "2", age: "9d" }),
];
const names = (rows: readonly Row[]) => rows.map(({ name }) => name);

describe("pods", () => {
  test.each<[Quality, string[]]>([
    ["broken", ["web-2", "Mailer"]],
    ["not_ready", ["web-2", "Mailer"]],
    ["pending", ["Mailer"]],
    ["running", ["web-1"]],
    ["newest", ["web-1", "web-2", "Mailer", "job"]],
  ])("that are %s", (quality, expected) => {
    expect(names(filterRows(pods, { quality, resource: "pod", now }))).toEqual(expected);
  });

  test("by a part of their name, in any case, together with a quality", () => {
    expect(names(filterRows(pods, { nameContains: "MAIL", resource: "pod", now }))).toEqual(["Mailer"]);
    expect(names(filterRows(pods, { nameContains: "web", quality: "broken", resource: "pod", now }))).toEqual([
      "web-2",
    ]);
  });

  test.each<[Quality, string[]]>([
    ["newest", ["Mailer", "web-2", "web-1", "job"]],
    ["oldest", ["job", "web-1", "web-2", "Mailer"]],
    ["most_restarts", ["web-2", "job", "web-1", "Mailer"]],
    ["broken", ["web-2", "Mailer", "web-1", "job"]],
    ["running", ["web-1", "web-2", "Mailer", "job"]],
  ])("ordered by %s", (quality, expected) => {
    expect(names(sortByQuality(pods, { quality, resource: "pod", now }))).toEqual(expected);
  });
});

test("usage is ordered by what is used most, unknown last", () => {
  const rows = [row("a", { cpu: "5m", memory: "2Gi" }), row("b", {}), row("c", { cpu: "2", memory: "10Mi" })];
  expect(names(sortByQuality(rows, { quality: "most_cpu", resource: "pod", now }))).toEqual(["c", "a", "b"]);
  expect(names(sortByQuality(rows, { quality: "most_memory", resource: "pod", now }))).toEqual(["a", "c", "b"]);
});

test.each<[string, Row, boolean]>([
  ["deployment", row("d", { ready: "1/2" }), true],
  ["node", row("n", { status: "NotReady" }), true],
  ["pvc", row("c", { status: "Bound" }), false],
  ["event", row("e", { type: "Warning" }), true],
  ["certificate", row("k", { status: "NotReady" }), true],
  ["certificate", row("k", { status: "Ready" }), false],
])("a broken %s is found by the facts of its kind", (resource, input, broken) => {
  expect(filterRows([input], { quality: "broken", resource, now }).length > 0).toBe(broken);
});

test("a namespace that is left out of a list of namespaces is told by its name, and by the whole of it", () => {
  const rows = ["dev", "dev-tools", "shop"].map((name) => ({ name, fields: {}, object: {} }));
  const conditions = [{ field: "namespace", comparison: "not", value: "dev" }] as const;
  expect(filterRows(rows, { conditions, resource: "namespace", now: 0 }).map(({ name }) => name)).toEqual([
    "dev-tools",
    "shop",
  ]);
});

test("pods that failed are left out by whichever word their list has for it", () => {
  const rows = ["Failed", "Error", "Running"].map((status) => ({ name: status, fields: { status }, object: {} }));
  const conditions = [{ field: "status", comparison: "not", value: "failed" }] as const;
  expect(filterRows(rows, { conditions, resource: "pod", now: 0 }).map(({ name }) => name)).toEqual(["Running"]);
});
