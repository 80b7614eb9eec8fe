import type { World } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

/** Names as they are in the field: a context with a slash, one whose middle is a stage, and a namespace that is a verb. */
const mainCluster = "arn:aws:eks:eu-west-1:123456789012:cluster/shop-live";
const testCluster = "gke_shop-trial_europe-west1_staging";

const deployment = (namespace: string, name: string): World["objects"][number] => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name, namespace },
  spec: {
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: "main", image: "busybox:1.37" }] } },
  },
});

const worlds: readonly World[] = [
  { name: mainCluster, objects: [deployment("search", "finder"), deployment("orders", "till")] },
  { name: testCluster, objects: [deployment("search", "finder"), deployment("orders", "till-trial")] },
];

describe.each(serverKinds)("names of places, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind, { worlds });
  });
  afterAll(() => stage.close());

  const ask = (message: string) => stage.conversation({ cluster: mainCluster, guidance: "direct" }).send(message);

  test.each(["pods in search", "search 下的 pod", "list the pods in the search namespace"])(
    "a namespace that is called by an ordinary word is one where a place is named: %s",
    async (message) => {
      const { answer } = await ask(message);
      expect(answer).toContain("finder-");
      expect(answer).not.toContain("till-");
    },
  );
});

describe("names of places, where a cluster can be chosen", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled", { worlds });
  });
  afterAll(() => stage.close());

  test.each(["pods in orders on staging", "staging 的 orders 里有哪些 pod", "list pods in orders in staging"])(
    "a stage that is no namespace is the cluster that has it in its name: %s",
    async (message) => {
      const { answer, calls } = await stage.conversation({ cluster: mainCluster, guidance: "direct" }).send(message);
      expect(answer).toContain("till-trial-");
      expect(calls.at(-1)?.args).toMatchObject({ context: testCluster, namespace: "orders" });
    },
  );
});

describe.each(["bundled", "clusters"] as const)("a cluster and a namespace of one name, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind, {
      worlds: [
        { name: "dev", objects: [deployment("dev", "finder"), deployment("orders", "till")] },
        { name: "live", objects: [deployment("orders", "till-live")] },
      ],
    });
  });
  afterAll(() => stage.close());

  const inDev = async (message: string) => {
    const { answer } = await stage.conversation({ cluster: "dev", guidance: "direct" }).send(message);
    expect(answer).toContain("finder-");
    return answer;
  };

  test.each(["pods in dev", "dev 里有哪些 pod"])("in the cluster, the namespace is meant: %s", async (message) => {
    expect(await inDev(message)).not.toContain("till-");
  });

  test.each(["pods in cluster dev", "dev 集群的 pod"])(
    "the cluster is meant where it is called one: %s",
    async (message) => {
      expect(await inDev(message)).toContain("till-");
    },
  );

  test("another cluster is meant by its name", async () => {
    const { answer } = await stage.conversation({ cluster: "dev", guidance: "direct" }).send("pods in live");
    expect(answer).toContain("till-live-");
  });
});

describe.each(serverKinds)("a namespace that is called “all”, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind, {
      worlds: [{ name: mainCluster, objects: [deployment("all", "finder"), deployment("orders", "till")] }],
    });
  });
  afterAll(() => stage.close());

  const ask = (message: string) => stage.conversation({ cluster: mainCluster, guidance: "direct" }).send(message);

  test.each(["list pods in namespace all", "list pods in all", "列出命名空间 all 的 pod", "all 里的 pod 列一下"])(
    "is meant where it is named: %s",
    async (message) => {
      const { answer } = await ask(message);
      expect(answer).toContain("finder-");
      expect(answer).not.toContain("till-");
    },
  );

  test.each(["list pods in all namespaces", "所有命名空间的 pod"])("is one of those of “%s”", async (message) => {
    const { answer } = await ask(message);
    expect(answer).toContain("finder-");
    expect(answer).toContain("till-");
  });
});
