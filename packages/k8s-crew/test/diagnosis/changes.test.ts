import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import { renderTimeline } from "../../src/diagnosis/changes/render.ts";
import { type TimelineScope, timeline } from "../../src/diagnosis/changes/timeline.ts";
import { isRecord } from "../../src/results/values.ts";
import { driveOver, now } from "./drive.ts";
import { manifestTools, objectsIn } from "./manifest-server.ts";

const tools = manifestTools(objectsIn("lighthouse-changes"));

const timelineOf = (scope: Partial<TimelineScope> = {}, own = tools) =>
  driveOver(own, timeline({ catalog: createCatalog(own), cluster: "", now, namespace: "lighthouse", ...scope }));

describe("what changed", () => {
  test("revisions with their differences, restarts and events stand in the order of their times", async () => {
    const { changes } = await timelineOf();
    expect(changes.map(({ says, thing }) => `${says} ${thing.resource}`)).toEqual([
      "restart pod",
      "revision deployment",
      "event deployment",
    ]);
    expect(changes[1]?.slots.what).toBe(
      "lamp: image lamp:1.4 → lamp:1.5; lamp: env RANGE 20 → 25; lamp: limits.memory 512Mi → 128Mi",
    );
  });

  test.each([
    ["en", /10m ago \(11:50 UTC\) pod beacon-\S+: container lamp ended: OOMKilled, exit code 137; 2 restarts/],
    ["zh", /40m 前（11:20 UTC） Deployment beacon：版本 4 → 5：lamp: image lamp:1\.4 → lamp:1\.5/],
    ["en", /Events reach back 40m: [^\n]*about an hour by default/],
    ["zh", /事件最早到 40m 前：[^\n]*默认约 1 小时/],
  ] as const)(
    "each has its time and place, and it is said how far back the data reaches (%s)",
    async (language, words) => {
      expect(renderTimeline(await timelineOf(), { language })).toMatch(words);
    },
  );

  test("in a whole cluster, the conditions of its nodes count as well", async () => {
    const tellsNamespaces = await driveOver(tools, timeline({ catalog: createCatalog(tools), cluster: "", now }));
    expect(tellsNamespaces.changes.map(({ says }) => says)).toContain("condition");
  });

  test("deployments of one name in two namespaces are two", async () => {
    const objects = objectsIn("lighthouse-changes");
    const others = objects
      .filter(({ kind }) => kind !== "Node")
      .map((object) => ({
        ...object,
        metadata: { ...(isRecord(object.metadata) ? object.metadata : {}), namespace: "quay" },
      }));
    const own = manifestTools([...objects, ...others]);
    const { changes } = await driveOver(own, timeline({ catalog: createCatalog(own), cluster: "", now }));
    const revisions = changes.filter(({ says }) => says === "revision");
    expect(revisions.map(({ thing, slots }) => [thing.namespace, slots.from, slots.revision]).toSorted()).toEqual([
      ["lighthouse", 4, 5],
      ["quay", 4, 5],
    ]);
    expect(changes.some(({ says }) => says === "sameRevision")).toBe(false);
  });

  test("only what is younger than was asked for", async () => {
    const { changes } = await timelineOf({ sinceSeconds: 900 });
    expect(changes.map(({ says }) => says)).toEqual(["restart"]);
  });

  test("what could not be looked at is said", async () => {
    const blind = tools.filter(({ name }) => name !== "events_list" && name !== "resources_list");
    expect(renderTimeline(await timelineOf({}, blind), { language: "en" })).toMatch(
      /Not looked at: .*pods.*no tool for it/,
    );
  });
});
