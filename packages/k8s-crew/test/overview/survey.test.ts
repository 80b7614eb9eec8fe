import { describe, expect, test } from "vitest";
import { forbidden, namesOf, type ScriptedServer, surveyOf, table } from "./scripted.ts";

const nodes = { answer: () => table("NAME STATUS VERSION", [["n1", "Ready", "v1.30.2"]]) };
const namespaces = (names: readonly string[]) => ({
  answer: () =>
    table(
      "NAME STATUS AGE",
      names.map((name) => [name, "Active", "5d"]),
    ),
});
const isTextOf = (value: unknown, names: readonly string[]): boolean =>
  typeof value === "string" && names.includes(value);

describe("a server that lists one namespace at a time", () => {
  const server = (names: readonly string[], closed: readonly string[] = []): ScriptedServer => ({
    list_namespaces: namespaces(names),
    list_nodes: nodes,
    list_pods: {
      parameters: "namespace*",
      answer: ({ namespace }) =>
        isTextOf(namespace, closed)
          ? forbidden("pods", String(namespace))
          : table("NAME READY STATUS RESTARTS AGE", [
              ["web-1", "1/1", "Running", "0", "5d"],
              ["job-1", "0/1", "CrashLoopBackOff", "7", "5d"],
            ]),
    },
  });

  test.each([
    [1, 1, []],
    [3, 3, []],
    [20, 20, []],
    [21, 20, [{ kind: "namespaces_left", read: 20, total: 21 }]],
    [400, 20, [{ kind: "namespaces_left", read: 20, total: 400 }]],
  ])("of %i namespaces %i are read, side by side, and what is left is said", async (total, read, notes) => {
    const names = namesOf("team", total);
    const { survey, rounds, readsOf } = await surveyOf(server(names));
    expect(readsOf("list_pods")).toEqual(names.slice(0, read).map((namespace) => ({ namespace })));
    expect(rounds.filter((round) => round.some(({ tool }) => tool === "list_pods"))).toHaveLength(1);
    expect(survey.pods).toEqual({ total: 2 * read, byStatus: { Running: read, CrashLoopBackOff: read } });
    expect(survey.notes).toEqual(notes);
  });

  test("a pod's trouble names the namespace that was listed, though the list does not", async () => {
    const { survey } = await surveyOf(server(["shop", "bank"]));
    expect(survey.troubles).toMatchObject([
      { resource: "pod", namespace: "shop", name: "job-1", what: "CrashLoopBackOff", restarts: 7 },
      { resource: "pod", namespace: "bank", name: "job-1", what: "CrashLoopBackOff", restarts: 7 },
    ]);
  });

  test("only the namespace that was asked for is read", async () => {
    const { readsOf, survey } = await surveyOf(server(namesOf("team", 40)), { namespace: "team-030" });
    expect(readsOf("list_pods")).toEqual([{ namespace: "team-030" }]);
    expect({ total: survey.pods?.total, notes: survey.notes }).toEqual({ total: 2, notes: [] });
  });

  test("a namespace that is not there is no healthy one, and those that are there are named", async () => {
    const { survey, readsOf } = await surveyOf(server(["shop", "bank"]), { namespace: "shpo" });
    expect(survey).toMatchObject({ reach: "missing", cause: "no_namespace", detail: "shop" });
    expect(readsOf("list_pods")).toEqual([]);
  });

  test("a server that says “in namespace default” when asked for all is read namespace by namespace", async () => {
    const { survey, readsOf } = await surveyOf({
      ...server(["shop", "bank"]),
      list_pods: {
        parameters: "namespace",
        description: "Lists pods of a namespace, or of all namespaces when omitted",
        answer: ({ namespace = "default" }) => `Found 1 pods in namespace ${namespace}\n- web-1 (Running)`,
      },
    });
    expect(readsOf("list_pods")).toEqual([{}, { namespace: "shop" }, { namespace: "bank" }]);
    expect(survey.pods?.total).toBe(2);
  });

  test.each([
    ["has no list of namespaces", undefined, "no_tool"],
    ["may not list the namespaces", { answer: () => forbidden("namespaces") }, "forbidden"],
  ])("a server that %s says so of the pods and still shows its nodes", async (_, list_namespaces, cause) => {
    const { list_namespaces: _all, ...others } = server(["shop"]);
    const { survey } = await surveyOf({ ...others, ...(list_namespaces && { list_namespaces }) });
    expect(survey).toMatchObject({ reach: "ok", nodes: { ready: 1, total: 1 }, pods: null });
    expect(survey.unseen).toMatchObject([{ resource: "pod", cause }]);
  });

  describe("of which some may not be read", () => {
    test.each([
      [["bank"], 4],
      [["shop", "bank"], 2],
    ])("%j is named, and the others count", async (closed, total) => {
      const { survey } = await surveyOf(server(["shop", "bank", "dev"], closed));
      expect(survey.pods?.total).toBe(total);
      expect(survey.notes).toEqual([{ kind: "namespaces_failed", names: closed, cause: "forbidden" }]);
      expect({ reach: survey.reach, unseen: survey.unseen }).toEqual({ reach: "ok", unseen: [] });
    });

    test("when it is all of them, the pods are unseen rather than none", async () => {
      const { survey } = await surveyOf(server(["shop", "bank"], ["shop", "bank"]));
      expect({ pods: survey.pods, unseen: survey.unseen }).toMatchObject({
        pods: null,
        unseen: [{ resource: "pod", cause: "forbidden" }],
      });
    });

    test("when it is the one that was asked for, the pods are unseen", async () => {
      const { survey } = await surveyOf(server(["shop", "bank"], ["bank"]), { namespace: "bank" });
      expect({ pods: survey.pods, unseen: survey.unseen }).toMatchObject({
        pods: null,
        unseen: [{ resource: "pod", cause: "forbidden" }],
      });
    });
  });
});

describe("a server that lists bare names", () => {
  type Pods = readonly (readonly [namespace: string, name: string])[];
  const podObject = (namespace: unknown, name: unknown, phase: string): string =>
    JSON.stringify({ kind: "Pod", metadata: { name, namespace }, status: { phase } });

  const server = (pods: Pods, more: ScriptedServer = {}): ScriptedServer => ({
    list_nodes: nodes,
    list_pods: {
      description: "Lists the pods of all namespaces",
      answer: () => JSON.stringify(pods.map(([namespace, name]) => ({ namespace, name }))),
    },
    get_pod: {
      parameters: "namespace* name*",
      answer: ({ namespace, name }) =>
        podObject(namespace, name, String(name).startsWith("bad") ? "Failed" : "Running"),
    },
    ...more,
  });
  const shop = (names: readonly string[]): Pods => names.map((name) => ["shop", name]);

  test.each([
    [1, 1, []],
    [20, 20, []],
    [21, 20, [{ kind: "details_left", resource: "pod", read: 20, total: 21 }]],
    [3_000, 20, [{ kind: "details_left", resource: "pod", read: 20, total: 3_000 }]],
  ])("of %i pods %i are read one by one, side by side, and what is left is said", async (total, read, notes) => {
    const { survey, rounds, readsOf } = await surveyOf(server(shop(namesOf("web", total))));
    expect(readsOf("get_pod")).toHaveLength(read);
    expect(rounds.filter((round) => round.some(({ tool }) => tool === "get_pod")).length).toBe(1);
    expect(survey.pods?.total).toBe(total);
    expect(survey.pods?.byStatus).toEqual({
      Running: read,
      ...(total > read && { "": total - read }),
    });
    expect(survey.notes).toEqual(notes);
  });

  test("an empty list of a whole cluster is not taken for a cluster without pods", async () => {
    const { survey } = await surveyOf(server([]));
    expect(survey.pods).toBeNull();
    expect(survey.unseen).toEqual([{ resource: "pod", cause: "empty", detail: "" }]);
  });

  test("each pod is read in its own namespace", async () => {
    const { readsOf } = await surveyOf(
      server([
        ["shop", "web"],
        ["bank", "web"],
      ]),
    );
    expect(readsOf("get_pod")).toEqual([
      { namespace: "shop", name: "web" },
      { namespace: "bank", name: "web" },
    ]);
  });

  test("what the single reads find is trouble like any other", async () => {
    const { survey } = await surveyOf(server(shop(["web-1", "bad-1"])));
    expect(survey.pods?.byStatus).toEqual({ Running: 1, Failed: 1 });
    expect(survey.troubles).toMatchObject([{ namespace: "shop", name: "bad-1", what: "Failed" }]);
  });

  test("pods of a workload that lags come first, then those of none, then the rest", async () => {
    const pods = shop([...namesOf("fine", 30), ...namesOf("lone", 6), ...namesOf("ill", 8)]);
    const list_deployments = {
      description: "Lists the deployments of all namespaces",
      answer: () =>
        table("NAMESPACE NAME READY", [
          ["shop", "fine", "30/30"],
          ["shop", "ill", "2/8"],
          ["bank", "lone", "0/6"],
        ]),
    };
    const { readsOf } = await surveyOf(server(pods, { list_deployments }));
    const read = readsOf("get_pod").map(({ name }) => name);
    expect(read).toEqual([...namesOf("ill", 8), ...namesOf("lone", 6), ...namesOf("fine", 6)]);
  });

  test("a pod that cannot be read is of unknown state, not healthy and not gone", async () => {
    const get_pod = {
      parameters: "namespace* name*",
      answer: ({ name }: { name?: unknown }) =>
        name === "web-2" ? new Error('pods "web-2" not found') : podObject("shop", name, "Running"),
    };
    const { survey } = await surveyOf(server(shop(["web-1", "web-2"]), { get_pod }));
    expect(survey.pods).toEqual({ total: 2, byStatus: { Running: 1, "": 1 } });
  });

  test("without a tool that reads one pod, it is said that none was read", async () => {
    const { get_pod: _, ...others } = server(shop(["web-1", "web-2"]));
    const { survey } = await surveyOf(others);
    expect(survey.notes).toEqual([{ kind: "details_left", resource: "pod", read: 0, total: 2 }]);
  });
});

describe("an overview's capacity and usage", () => {
  const sized = (count: number) => ({
    answer: () =>
      table(
        "NAME STATUS VERSION",
        namesOf("n", count).map((name) => [name, "Ready", "v1.30.2"]),
      ),
  });
  const get_node = {
    parameters: "name*",
    answer: ({ name }: { name?: unknown }) =>
      JSON.stringify({ kind: "Node", metadata: { name }, status: { capacity: { cpu: "4", memory: "8Gi" } } }),
  };
  const top_nodes = {
    answer: () => table("NAME CPU(cores) CPU% MEMORY(bytes) MEMORY%", [["n-001", "500m", "12%", "2Gi", "25%"]]),
  };
  const failing = (words: string) => ({ answer: () => new Error(words) });
  const two = { list_nodes: sized(2), get_node };
  const known = (cpuCores: number, gibibytes: number, [of, total]: readonly [number, number]) => ({
    kind: "known",
    cpuCores,
    memoryBytes: gibibytes * 2 ** 30,
    of,
    total,
  });
  const unknown = (cause: string) => ({ kind: "unknown", cause });
  const capacity = known(8, 16, [2, 2]);
  const usage = known(0.5, 2, [1, 2]);

  const servers: readonly (readonly [string, ScriptedServer, unknown, unknown])[] = [
    ["capacity is summed over the nodes, usage over those that report one", { ...two, top_nodes }, capacity, usage],
    ["without a tool for metrics there is no usage", two, capacity, unknown("no_tool")],
    [
      "without a metrics server there is no usage, and no trouble either",
      { ...two, top_nodes: failing("error: Metrics API not available") },
      capacity,
      unknown("no_metrics"),
    ],
    [
      "metrics that may not be read are said to be forbidden",
      { ...two, top_nodes: failing("nodes is forbidden") },
      capacity,
      unknown("forbidden"),
    ],
    [
      "an empty list of metrics is not a usage of zero",
      { ...two, top_nodes: { answer: () => "" } },
      capacity,
      unknown("no_tool"),
    ],
    [
      "without a tool that reads one node there is no capacity",
      { list_nodes: sized(2), top_nodes },
      unknown("no_tool"),
      usage,
    ],
    [
      "twenty-one nodes are too many to read one by one",
      { ...two, list_nodes: sized(21), top_nodes },
      unknown("no_tool"),
      known(0.5, 2, [1, 21]),
    ],
    [
      "a node that cannot be read makes the sum unknown rather than too small, and the cause is kept",
      {
        ...two,
        get_node: {
          ...get_node,
          answer: ({ name }) => (name === "n-002" ? forbidden("nodes") : get_node.answer({ name })),
        },
      },
      unknown("forbidden"),
      unknown("no_tool"),
    ],
  ];

  test.each(servers)("%s", async (_, server, expectedCapacity, expectedUsage) => {
    const { survey } = await surveyOf(server, { view: "overview" });
    expect({ reach: survey.reach, ...survey.resources, troubles: survey.troubles }).toMatchObject({
      reach: "ok",
      capacity: expectedCapacity,
      usage: expectedUsage,
      troubles: [],
    });
  });

  const withPods = (count: number): ScriptedServer => ({
    ...two,
    list_pods: {
      description: "Lists the pods of all namespaces",
      answer: () =>
        table(
          "NAMESPACE NAME READY STATUS",
          namesOf("web", count).map((name) => ["shop", name, "1/1", "Running"]),
        ),
    },
    get_pod: {
      parameters: "namespace* name*",
      answer: ({ name }) =>
        JSON.stringify({
          kind: "Pod",
          metadata: { name, namespace: "shop" },
          spec: {
            containers: [
              { name: "app", resources: { requests: { cpu: "200m", memory: "1Gi" } } },
              { name: "proxy", resources: { requests: { cpu: "50m" } } },
            ],
          },
          status: { phase: name === "web-002" ? "Succeeded" : "Running" },
        }),
    },
  });

  test("requests are summed over the containers of pods that have not ended", async () => {
    const { survey } = await surveyOf(withPods(3), { view: "overview" });
    expect(survey.resources?.requests).toEqual(known(0.5, 2, [3, 3]));
  });

  test("requests of more pods than may be read one by one are not guessed", async () => {
    const { survey, readsOf } = await surveyOf(withPods(21), { view: "overview" });
    expect(survey.resources?.requests).toEqual(unknown("no_tool"));
    expect(readsOf("get_pod")).toEqual([]);
  });
});

describe("a cluster of which nothing can be read", () => {
  const refused = new Error("Get https://10.0.0.1: dial tcp 10.0.0.1:443: connect: connection refused");
  const expired = new Error("the server has asked for the client to provide credentials");
  const list = (answer: Error) => ({ description: "of all namespaces", answer: () => answer });

  test.each([
    ["is dead", refused, refused, "dead"],
    ["wants new credentials", expired, expired, "expired"],
    ["answers too late", new Error("context deadline exceeded"), new Error("context deadline exceeded"), "timeout"],
    ["shows this person neither nodes nor pods", forbidden("nodes"), forbidden("pods"), "forbidden"],
    ["dies between two reads", forbidden("nodes"), refused, "dead"],
  ])("%s, and that is its row", async (_, ofNodes, ofPods, cause) => {
    const { survey } = await surveyOf({ list_nodes: list(ofNodes), list_pods: list(ofPods) }, { cluster: "prod" });
    expect(survey).toMatchObject({ cluster: "prod", reach: "down", cause, nodes: null, pods: null, troubles: [] });
  });

  test("is none when one kind could be read", async () => {
    const { survey } = await surveyOf({ list_nodes: nodes, list_pods: list(forbidden("pods")) });
    expect(survey).toMatchObject({ reach: "ok", unseen: [{ resource: "pod", cause: "forbidden" }] });
  });
});
