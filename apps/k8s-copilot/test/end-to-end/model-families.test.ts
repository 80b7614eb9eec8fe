import type { OpenRouterOptions, Reply, Script } from "@k8s-copilot/doubles";
import { describe, expect, inject, it } from "vitest";
import { isPlanner, othersAreSilent, planOf, step, tellModelStory } from "../helpers/model-story.ts";

const bin = inject("installedApp");

/** Several processes run at once, which is slow where a machine has little to spare. */
const timeout = 120_000;

/** A call that nobody offered: the plan after it is made in the same talk, in which Gemini 3 wants its signature back. */
const detour: Reply = { toolCalls: [{ name: "look_around", args: {} }] };
const plans = [
  detour,
  planOf(step("list_deployments", { namespace: "dev" })),
  detour,
  planOf(step("get_pod_logs", { namespace: "dev", name: "web-1" })),
  planOf(step("scale_deployment", { namespace: "dev", name: "web", replicas: "3" })),
];
const scripts: readonly Script[] = [...plans.map((reply) => ({ match: isPlanner, reply })), othersAreSilent];
const lines = [
  "web-1 of dev, tell me its story",
  "说说 dev 里 web-1 的来龙去脉",
  "web of dev feels a bit thin, three would suit it, do your thing",
];

const services: readonly (readonly [string, OpenRouterOptions])[] = [
  ["Gemini 2.5", { family: "gemini25" }],
  ["Gemini 3", { family: "gemini3" }],
  ["Gemini 3 under the name of 2.5", { family: "gemini25", state: { autoRoute: true } }],
];

describe("a talk with the bin", () => {
  it.concurrent.each(services)("comes out alike with %s", { timeout }, async (_, service) => {
    const told = await tellModelStory(bin, { lines, scripts, service });
    expect(told.violations).toEqual([]);
    expect(told.plans.map(({ verdict }) => verdict)).toEqual(plans.map(() => "answered"));
    expect(told.shown).toContain("Deployment in namespace dev: 1 not ready");
    expect(told.shown).toContain("Pod web-1 的日志");
    expect(told.shown).toContain("Approval needed. Nothing was sent.");
    expect(told.calls.filter((call) => !call.startsWith("list_"))).toEqual(["get_pod_logs"]);
    expect(told.code).toBe(0);
  });
});
