import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withRowsHeld } from "../../src/investigation/held-rows.ts";
import type { Shown, Thing } from "../../src/investigation/things.ts";

const pod = (name: string, status: string, place: Partial<Thing> = {}): Thing => ({
  ...{ name, resource: "pod", cluster: "a", namespace: "shop", fields: { status, ready: "1/1", restarts: "2" } },
  ...place,
});
const shownOf = (...things: readonly Thing[]): Shown => ({
  things,
  rows: things,
  subject: undefined,
  surveys: [],
  now: 0,
});
const held = (text: string, shown: Shown) => withRowsHeld(text, shown, { language: "en", otherwise: (said) => said });

describe("what is said of things, held against their rows", () => {
  test("marks one sentence of several, before its end", () => {
    const text = "web-0 is the first. web-0 is Pending. That is all.";
    expect(held(text, shownOf(pod("web-0", "Running")))).toBe(
      "web-0 is the first. web-0 is Pending (not what was read: status Running). That is all.",
    );
  });

  test("goes by the place that is named, where two things share a name", () => {
    const shown = shownOf(pod("web-0", "Running"), pod("web-0", "Pending", { namespace: "lab" }));
    expect(held("web-0 in lab is Running.", shown)).toContain("status Pending");
    expect(held("web-0 in shop is Running.", shown)).toBe("web-0 in shop is Running.");
    expect(held("web-0 is Running.", shown)).toBe("web-0 is Running.");
  });

  test("follows what is spoken of into the next sentence", () => {
    expect(held("It starts with web-0. It has restarted 9 times.", shownOf(pod("web-0", "Running")))).toContain(
      "9 times (not what was read: restarts 2).",
    );
  });

  test("leaves alone what is said of something else that belongs to it", () => {
    const shown = shownOf(pod("web-0", "CrashLoopBackOff"));
    for (const text of ["The database of web-0 is healthy.", "web-0's image is fine.", "Its log looks normal."])
      expect(held(text, shown)).toBe(text);
  });

  test("bears any name of a place, and any text", () => {
    const shown = shownOf(pod("web-0", "Running", { cluster: "arn:aws (eu)+[1]", namespace: "a.b*(" }));
    const survey = { nodes: null, pods: null, resources: null, troubles: [], seen: [], unseen: [], notes: [] };
    const surveys: Shown["surveys"] = [
      { ...survey, cluster: "gke_(x+y", current: true, reach: "ok", cause: "", detail: "", version: "" },
    ];
    const words = fc.constantFrom(
      "web-0",
      "is",
      "all",
      "pods",
      "3",
      "ready",
      "not",
      "的",
      "都",
      "正常",
      ".",
      ", ",
      "(",
      "gke_(x+y",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join(" ")),
        ),
        (text) => {
          expect(held(text, { ...shown, surveys }).length).toBeGreaterThanOrEqual(text.length);
        },
      ),
    );
  });
});
