import { expect, test } from "vitest";
import { plannerFromRules } from "../../src/agents/rules/planner-rules.ts";
import type { PlannerInput } from "../../src/agents/types.ts";
import { createCatalog } from "../../src/catalog/catalog.ts";
import { text, tool } from "../plan/tools.ts";

const catalog = createCatalog([
  tool("list_clusters", {}),
  tool("list_pods", { cluster: text, namespace: text }),
  tool("list_nodes", { cluster: text }),
]);

const planFor = (message: string, turn: Partial<PlannerInput> = {}) =>
  plannerFromRules(catalog)(
    { message, language: "en", entities: {}, known: {}, history: [], ...turn },
    { signal: new AbortController().signal, masked: (said) => said },
  );

test.each([
  ["show status of pods in prod", ["us-prod"], { namespace: "prod" }],
  ["看一下 prod 里 pod 的状态", ["us-prod"], { namespace: "prod" }],
  ["us-prod 的 pod 有哪些", ["us-prod"], { cluster: "us-prod" }],
  ["list pods in us-prod", ["us-prod", "us-prod-2"], { cluster: "us-prod" }],
  ["list pods in live-1", ["eks-live-1", "eks-live-2"], { namespace: "live-1" }],
  ["list pods on the prod cluster", ["us-prod"], { cluster: "us-prod" }],
  ["列出 prod 集群的 pod", ["us-prod"], { cluster: "us-prod" }],
] as const)("“%s” beside clusters %s is about %o", async (message, cluster, args) => {
  expect(await planFor(message, { known: { cluster } })).toMatchObject({ kind: "plan", steps: [{ args }] });
});

test.each([
  ["delete all pods in dev but leave redis-0", "but leave redis-0"],
  ["delete everything in dev and keep redis-0", "keep redis-0"],
] as const)("“%s” says what it cannot spare, and plans nothing", async (message, said) => {
  const reply = await planFor(message);
  expect(reply).toMatchObject({ kind: "answer" });
  expect(JSON.stringify(reply)).toContain(said);
});

test.each(["exclude completed", "all of them but the completed ones"])(
  "“%s” after a list is that list without them",
  async (message) => {
    const asked = { language: "en", kind: "request", view: "call", verb: "list", resource: "pod", hits: [] } as const;
    const last = { view: "call", verb: "list", resource: "pod", asked } as const;
    const conditions = [{ field: "status", comparison: "not", value: "completed" }];
    expect(await planFor(message, { last, known: { cluster: ["us-prod"] } })).toMatchObject({
      kind: "plan",
      asked: { verb: "list", resource: "pod", conditions },
    });
  },
);

test.each(["worker 节点都正常吗", "are all worker nodes healthy", "节点都正常吗"])(
  "how the nodes are is told by what there is about nodes, and by no look at everything: %s",
  async (message) => expect(await planFor(message)).toMatchObject({ kind: "plan", playbook: { id: "node-trouble" } }),
);
