import { describe, expect, test } from "vitest";
import { renderSurveys } from "../../src/overview/render.ts";
import { forbidden, namesOf, type ScriptedServer, surveyOf, table } from "./scripted.ts";

const everywhere = (answer: () => string | Error) => ({ description: "of all namespaces", answer });
const nodes = everywhere(() => table("NAME STATUS VERSION", [["n1", "Ready", "v1.30.2"]]));
const pods = everywhere(() => table("NAMESPACE NAME READY STATUS", [["shop", "web-1", "1/1", "Running"]]));
const namespaces = everywhere(() => table("NAME STATUS", [["shop", "Active"]]));
const healthy: ScriptedServer = {
  list_namespaces: namespaces,
  list_nodes: nodes,
  list_pods: pods,
  list_deployments: everywhere(() => table("NAMESPACE NAME READY", [["shop", "web", "1/1"]])),
  list_events: everywhere(() => table("NAMESPACE TYPE REASON OBJECT MESSAGE", [])),
};
const failing = (words: string) => everywhere(() => new Error(words));

type Target = Parameters<typeof surveyOf>[1];
const said = async (server: ScriptedServer, target: Target = { view: "health" }) => {
  const { survey } = await surveyOf(server, { cluster: "prod", ...target });
  return {
    zh: renderSurveys([survey], { language: "zh", width: 120 }),
    en: renderSurveys([survey], { language: "en", width: 120 }),
  };
};

describe("a kind that could not be read", () => {
  test.each([
    ["list_events", everywhere(() => forbidden("events")), "events (forbidden)", "事件（没有权限）"],
    ["list_nodes", everywhere(() => forbidden("nodes")), "nodes (forbidden)", "节点（没有权限）"],
    ["list_deployments", failing("context deadline exceeded"), "Deployments (timed out)", "Deployment（超时）"],
    [
      "list_pods",
      failing("etcdserver: leader changed"),
      "pods (could not be read: etcdserver: leader changed)",
      "Pod（读取失败: etcdserver: leader changed）",
    ],
  ])("%s: its cause is said, and nothing is called well on top of it", async (tool, answer, en, zh) => {
    const text = await said({ ...healthy, [tool]: answer });
    expect(text.en).toContain(`prod: not read: ${en}`);
    expect(text.zh).toContain(`prod: 没有读到：${zh}`);
    expect(text.en).not.toMatch(/nothing wrong found|healthy|nothing found(?! as far as read)/);
    expect(text.zh).not.toMatch(/，没有发现问题|健康(?!检查)|(?<!部分)未发现问题/);
  });

  test("of which the server has no list is said to be not looked at", async () => {
    const text = await said(healthy);
    expect(text.en).toContain("no tool that lists them: StatefulSets, DaemonSets, Jobs");
    expect(text.en).toMatch(/Looked at: nodes, pods, Deployments, events\./);
    expect(text.en).not.toMatch(/nothing wrong found/);
  });

  test("is none where all were read: then that is well, and only that", async () => {
    const text = await said(healthy, { view: "status" });
    expect(text.en).toMatch(/^1 cluster, nothing wrong found in nodes, pods; other kinds were not looked at/m);
    expect(text.en).toMatch(/^prod \(current\) +nodes, pods: nothing found /m);
    expect(text.en).toMatch(/^Looked at: nodes, pods\. Not looked at: Deployments, StatefulSets, .*events \(/m);
    expect(text.zh).toMatch(/^共 1 个集群，节点、Pod 没有发现问题，其他的没有看/m);
    expect(text.zh).toMatch(/节点、Pod：未发现问题/);
    for (const told of [text.en, text.zh]) expect(told).not.toMatch(/healthy|健康(?!检查)|\bfine\b|正常/);
  });

  test("is none where every kind was read: only then it is called healthy", async () => {
    const others = ["statefulsets", "daemonsets", "jobs", "pvcs", "endpoints"];
    const rest = Object.fromEntries(
      others.map((kind) => [`list_${kind}`, everywhere(() => table("NAMESPACE NAME", []))]),
    );
    const text = await said({ ...healthy, ...rest });
    expect(text.en).toMatch(/^1 cluster, nothing wrong found\.$/m);
    expect(text.en).toMatch(/^prod \(current\) +healthy /m);
    expect(text.zh).toMatch(/^prod（当前） +健康 /m);
  });

  test("takes the version along that only it tells", async () => {
    const text = await said({ ...healthy, list_nodes: everywhere(() => forbidden("nodes")) }, { view: "status" });
    expect(text.en).toMatch(/^prod \(current\) +nothing found as far as read +forbidden +forbidden +1 \(Running 1\)$/m);
  });
});

describe("a row that does not tell a state", () => {
  const bare = (names: readonly string[]) =>
    everywhere(() => JSON.stringify(names.map((name) => ({ namespace: "shop", name }))));

  test("is read one by one for every kind, and what is left is said", async () => {
    const { survey, readsOf } = await surveyOf(
      {
        ...healthy,
        list_pvcs: bare(namesOf("data", 21)),
        get_pvc: {
          parameters: "namespace* name*",
          answer: ({ name }) =>
            JSON.stringify({
              kind: "PersistentVolumeClaim",
              metadata: { name },
              status: { phase: name === "data-002" ? "Pending" : "Bound" },
            }),
        },
      },
      { view: "health" },
    );
    expect(readsOf("get_pvc")).toHaveLength(20);
    expect(survey.troubles).toEqual([{ resource: "pvc", namespace: "shop", name: "data-002", what: "Pending" }]);
    expect(survey.notes).toEqual([{ kind: "details_left", resource: "pvc", read: 20, total: 21 }]);
  });

  test("of a service is no missing endpoint", async () => {
    const { survey } = await surveyOf({ ...healthy, list_endpoints: bare(["web"]) }, { view: "health" });
    expect(survey.troubles).toEqual([]);
    expect(survey.notes).toEqual([{ kind: "details_left", resource: "endpoint", read: 0, total: 1 }]);
  });

  test("of a node is not ready, and its number is said", async () => {
    const text = await said(
      { ...healthy, list_nodes: everywhere(() => JSON.stringify([{ name: "n1" }, { name: "n2" }])) },
      { view: "status" },
    );
    expect(text.en).toMatch(/^prod .* 0\/2 \(unknown 2\)/m);
    expect(text.en).not.toMatch(/nothing wrong found/);
  });

  test("and cannot be read: how many and why is said", async () => {
    const get_pod = {
      parameters: "namespace* name*",
      answer: ({ name }: { name?: unknown }) =>
        name === "web-2"
          ? JSON.stringify({ kind: "Pod", metadata: { name }, status: { phase: "Running" } })
          : new Error("context deadline exceeded"),
    };
    const { survey } = await surveyOf({ ...healthy, list_pods: bare(["web-1", "web-2", "web-3"]), get_pod });
    expect(survey.pods).toEqual({ total: 3, byStatus: { "": 2, Running: 1 } });
    expect(survey.notes).toContainEqual({ kind: "details_failed", resource: "pod", failed: 2, cause: "timeout" });
  });
});

describe("where something is", () => {
  test("is found out namespace by namespace, when the list over all does not tell", async () => {
    const { survey } = await surveyOf(
      {
        ...healthy,
        list_deployments: {
          parameters: "namespace",
          description: "Lists deployments of a namespace, or of all namespaces when omitted",
          answer: () => table("NAME READY", [["web", "0/1"]]),
        },
      },
      { view: "health" },
    );
    expect(survey.troubles).toMatchObject([{ resource: "deployment", namespace: "shop", name: "web" }]);
  });
});

describe("a name", () => {
  test("that is a namespace's means all that is in it", async () => {
    const { survey } = await surveyOf(
      {
        ...healthy,
        list_pods: {
          parameters: "namespace*",
          answer: () => table("NAME READY STATUS", [["web-1", "1/1", "Running"]]),
        },
      },
      { name: "shop", view: "health" },
    );
    expect(survey).toMatchObject({ reach: "ok", namespace: "shop", pods: { total: 1 } });
  });

  test("that nothing has is not well, and what could not be read is said with it", async () => {
    const text = await said(
      { ...healthy, list_events: everywhere(() => forbidden("events")) },
      { name: "wbe", view: "health" },
    );
    expect(text.en).toMatch(/^prod \(current\) +nothing of that name/m);
    expect(text.en).toMatch(/prod: nothing of that name \(web, web-1\)/);
    expect(text.en).toContain("not read: events (forbidden)");
    expect(text.en).not.toMatch(/nothing wrong|nothing found|healthy/);
  });

  test("of a namespace that may not exist is not well because nothing is in it", async () => {
    const server = { ...healthy, list_namespaces: everywhere(() => forbidden("namespaces")) };
    const empty = { parameters: "namespace*", answer: () => table("NAME READY STATUS", []) };
    const text = await said(
      { ...server, list_pods: empty, list_deployments: empty, list_events: empty },
      { namespace: "nope", view: "health" },
    );
    expect(text.en).toMatch(/^prod \(current\) +nothing was found there/m);
    expect(text.en).toContain("not read: namespaces (forbidden)");
    expect(text.en).not.toMatch(/nothing wrong|nothing found|healthy/);
  });
});

describe("what is wrong", () => {
  const names = [
    ["analytics-jwfk4", "Pending", "0"],
    ["image-resizer-fsq6w", "OOMKilled", "6"],
    ["payment-worker-9v5mj", "CrashLoopBackOff", "14"],
  ];
  const server = {
    ...healthy,
    list_pods: everywhere(() =>
      table(
        "NAMESPACE NAME READY STATUS RESTARTS",
        names.map(([name = "", status = "", restarts = ""]) => ["shop", name, "0/1", status, restarts]),
      ),
    ),
  };
  const linesOf = async (width: number, cluster = "prod") => {
    const { survey } = await surveyOf(server, { view: "status", cluster });
    return renderSurveys([survey], { language: "en", width }).split("\n");
  };

  test("is told the worst first", async () => {
    const things = (await linesOf(100)).flatMap((line) => /pod\/(\w+)/.exec(line)?.[1] ?? []);
    expect(things).toEqual(["payment", "image", "analytics"]);
  });

  test("stands in lines with whole names where a table has no room for them", async () => {
    expect(await linesOf(40)).toContain("- pod/payment-worker-9v5mj · CrashLoopBackOff (14 restarts) · shop");
  });

  test("leaves the name of its cluster whole on a narrow screen, and says below which one is current", async () => {
    const lines = (await linesOf(40, "payments-europe")).join("\n");
    expect(lines).toMatch(/^payments-europe +3 problems/m);
    expect(lines).toContain("Pods of payments-europe (current): 3");
  });
});
