import { expect, test } from "vitest";
import { patienceFor } from "../../src/graph/reads/patience.ts";
import type { CallRecord } from "../../src/output/output.ts";

const call = (change: Partial<CallRecord>): CallRecord => ({
  server: "slow",
  tool: "list_pods",
  verb: "list",
  resource: "pod",
  effect: "read",
  args: {},
  outcome: "timeout",
  cached: false,
  ageMs: 0,
  ms: 30_000,
  ...change,
});

test.each<[string, readonly CallRecord[], boolean]>([
  ["nothing was read before", [], false],
  ["a read waited in vain for all of it", [call({})], true],
  ["several reads waited in vain for all of it together", [call({ ms: 20_000 }), call({ ms: 10_000 })], true],
  ["some of it is left", [call({ ms: 20_000 })], false],
  ["another server let a read wait", [call({ server: "other" })], false],
  ["a slow read was answered", [call({ outcome: "ok" })], false],
])("the patience with a server is over: %s", (_, calls, over) => {
  expect(patienceFor(calls, "slow") <= 0).toBe(over);
});
