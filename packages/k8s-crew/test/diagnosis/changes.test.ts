import type { Arguments, InvokeOptions } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import { renderTimeline } from "../../src/diagnosis/changes/render.ts";
import { type TimelineScope, timeline } from "../../src/diagnosis/changes/timeline.ts";
import { isRecord, type UnknownRecord } from "../../src/results/values.ts";
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

  test("what ran to its end, as the pod of a Job does, is something that happened", async () => {
    const finishedAt = new Date(now - 3_600_000).toISOString();
    const terminated = { exitCode: 0, reason: "Completed", startedAt: finishedAt, finishedAt };
    const own = manifestTools([
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "backup-29402070-x7k2p", namespace: "lighthouse", creationTimestamp: finishedAt },
        spec: { containers: [{ name: "backup", image: "backup:1" }] },
        status: {
          phase: "Succeeded",
          containerStatuses: [{ name: "backup", restartCount: 0, ready: false, state: { terminated } }],
        },
      },
    ]);
    const { changes } = await timelineOf({}, own);
    expect(changes.map(({ says, thing }) => [says, thing.name])).toEqual([["done", "backup-29402070-x7k2p"]]);
  });

  test.each([
    ["en", /10m ago \(\S+ UTC\S*\) pod beacon-\S+: container lamp ended: OOMKilled, exit code 137; 2 restarts/],
    ["zh", /40m 前（\S+ UTC\S*） Deployment beacon：版本 4 → 5：lamp: image lamp:1\.4 → lamp:1\.5/],
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

  test("a time that is named has its clock, what came after stands apart, and that its events are gone comes first", async () => {
    const text = renderTimeline(await timelineOf({ time: { word: "dawn" } }), { language: "en" });
    expect(text).toMatch(/^Mind: events reach back to .* None of that time are left/);
    expect(text).toMatch(/No change was seen in .*in the small hours \(00:00 to 06:00, UTC\S*\)/);
  });

  test("since the last rollout is since the latest revision", async () => {
    const { changes, rollout, from } = await timelineOf({ time: { word: "rollout" } });
    expect(rollout?.thing.name).toBe("beacon");
    expect(from).toBe(rollout?.at);
    expect(changes.every(({ at }) => at >= from)).toBe(true);
  });

  test("what could not be looked at is said", async () => {
    const blind = tools.filter(({ name }) => name !== "events_list" && name !== "resources_list");
    expect(renderTimeline(await timelineOf({}, blind), { language: "en" })).toMatch(
      /Not looked at: .*pods.*no tool for it/,
    );
  });

  test("stateful and daemon sets keep their revisions as ControllerRevisions", async () => {
    const { changes, revisionsReach } = await timelineOf({}, manifestTools(kept));
    expect(changes.map(({ says, thing, slots }) => `${says} ${thing.resource} ${thing.name}: ${slots.what}`)).toEqual([
      "revision statefulset buoy: bell: image bell:2.0 → bell:2.1; bell: env TIDE low → high; bell: requests.cpu 1 → 500m",
    ]);
    expect(revisionsReach).toBe(10 * 86_400);
    const text = renderTimeline(await timelineOf({}, manifestTools(kept)), { language: "zh" });
    expect(text).toMatch(/40m 前（\S+ UTC\S*） StatefulSet buoy：版本 3 → 4：bell: image bell:2\.0 → bell:2\.1/);
    expect(text).toContain("版本最早到 10d 前");
  });

  test("a template that was taken again is told as rolled back, not at the time when it was first made", async () => {
    const back = kept.map((each) => (each.revision === 3 ? { ...each, revision: 5 } : each));
    const { changes } = await timelineOf({}, manifestTools(back));
    expect(changes.map(({ says, slots }) => `${says} ${slots.from} ${slots.revision}`)).toEqual([
      "rolledBack 4 5",
      "firstRevision undefined 4",
    ]);
  });

  test("where ControllerRevisions cannot be listed, that is said", async () => {
    const own = tools.map((tool) =>
      tool.name === "resources_list"
        ? {
            ...tool,
            invoke: async (args: Arguments, options?: InvokeOptions) =>
              args.kind === "ControllerRevision"
                ? { kind: "result" as const, isError: true, text: "controllerrevisions.apps is forbidden: cannot list" }
                : tool.invoke(args, options),
          }
        : tool,
    );
    expect(renderTimeline(await timelineOf({}, own), { language: "en" })).toMatch(
      /Not looked at: .*ControllerRevisions/,
    );
  });
});

const revisionOf = (revision: number, createdAt: string, container: UnknownRecord): UnknownRecord => ({
  apiVersion: "apps/v1",
  kind: "ControllerRevision",
  metadata: {
    name: `buoy-6b7c8d9f${revision}`,
    namespace: "lighthouse",
    creationTimestamp: createdAt,
    ownerReferences: [{ apiVersion: "apps/v1", kind: "StatefulSet", name: "buoy", controller: true }],
  },
  revision,
  data: { spec: { template: { $patch: "replace", spec: { containers: [{ name: "bell", ...container }] } } } },
});

const kept = [
  revisionOf(3, "2026-02-19T12:00:00Z", {
    image: "bell:2.0",
    env: [{ name: "TIDE", value: "low" }],
    resources: { requests: { cpu: "1" } },
  }),
  revisionOf(4, "2026-03-01T11:20:00Z", {
    image: "bell:2.1",
    env: [{ name: "TIDE", value: "high" }],
    resources: { requests: { cpu: "500m" } },
  }),
];
