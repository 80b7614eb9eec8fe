import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openRouterFaults } from "../../src/index.ts";
import { probes } from "./rule-probes.ts";

const dataSchema = z.object({ rules: z.array(z.object({ id: z.string(), group: z.string(), level: z.string() })) });
const file = new URL("observed/openrouter.json", import.meta.url);
const { rules } = dataSchema.parse(JSON.parse(readFileSync(file, "utf8")));

/** Rules that no single request shows, and the test that holds each. */
const heldElsewhere: { readonly [rule: string]: string } = {
  "http.route": "account.test.ts: a wrong address is answered with HTML, even with 200",
  "model.fallback": "account.test.ts: a list of models",
  "model.served_name": "account.test.ts: the name of the model that served",
  "model.auto_route": "account.test.ts: is another's once Google routes on",
  "ok.nonstream": "rules.test.ts: every rule that only notes is answered so",
  "ok.nonstream_tools": "rules.test.ts: thought signatures",
  "ok.stream_text": "cuts.test.ts: can be a text as well",
  "ok.stream_tools": "scripts.test.ts: a stream comes as it was recorded",
  "ok.stream_usage_empty_choices": "scripts.test.ts: a stream can have its usage in a chunk without choices",
  "ok.usage": "account.test.ts: pays for answers",
  "ok.reasoning_text": "scripts.test.ts: tells thoughts apart from the answer",
  "odd.repeat_call": "scripts.test.ts: can repeat a call until none may be made",
  "str.abort": "scripts.test.ts: a stream that the client leaves is billed all the same",
  "fail.slow_comments": "the fault str.slow_comments",
  "ep.key": "account.test.ts: tell what is known of the key",
  "ep.models": "account.test.ts: list models",
  "ep.credits": "account.test.ts: tell credits",
  "ep.generation": "account.test.ts: tell what an answer was charged",
};

/** Rules of the data that the double does not have, and why. */
const notEnforced: { readonly [rule: string]: string } = {};

const held = new Set([
  ...probes.map(({ rule }) => rule),
  ...Object.keys(openRouterFaults),
  ...Object.keys(heldElsewhere),
]);

describe("every rule that was observed is enforced, or listed with the reason", () => {
  it("has all of them", () => {
    expect(rules).toHaveLength(133);
  });

  it.each(rules)("$group: $id", ({ id }) => {
    expect(held.has(id) || notEnforced[id] !== undefined).toBe(true);
  });

  it("knows no reason for a rule that is enforced", () => {
    expect(Object.keys(notEnforced).filter((rule) => held.has(rule))).toEqual([]);
  });

  it("rejects where the data does, and only notes where it observes", () => {
    const observed = rules.filter(({ level }) => level === "observe").map(({ id }) => id);
    const rejecting = probes.filter(({ rule, status }) => observed.includes(rule) && status !== 200);
    expect(rejecting.map(({ rule }) => rule)).toEqual([]);
  });
});
