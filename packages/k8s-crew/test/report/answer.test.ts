import { describe, expect, test } from "vitest";
import { answerFor } from "../../src/report/answer.ts";
import type { AnswerContext } from "../../src/report/answer-context.ts";
import { displayWidth } from "../../src/report/display-width.ts";

const now = Date.parse("2025-06-01T12:00:00Z");

function answer(text: string, context: Partial<AnswerContext>): string {
  return answered(text, context).text;
}

function answered(text: string, context: Partial<AnswerContext>) {
  return answerFor(
    { outcome: "ok", text, message: "" },
    { verb: "list", resource: "pod", language: "en", width: 100, now, ...context },
  );
}

const pods = `NAMESPACE   NAME                       READY   STATUS             RESTARTS       AGE    NODE
shop        checkout-6d5f7c9b8-4xk2p   1/1     Running            0              5d3h   node-a
shop        checkout-6d5f7c9b8-9xk2p   0/1     Running            0              5d3h   node-a
shop        checkout-6d5f7c9b8-zxk2p   1/1     Running            0              5d3h   node-b
shop        mailer-0                   0/2     CrashLoopBackOff   131 (2m ago)   12d    node-b
`;

describe("a list of pods", () => {
  test("begins with counts by state and shows what kubectl shows, trouble first", () => {
    expect(answer(pods, { namespace: "shop", cluster: "prod" })).toBe(
      [
        "4 pods in namespace shop of cluster prod: 2 Running, 1 CrashLoopBackOff, 1 Running (not ready)",
        "",
        "NAME                      READY  STATUS                RESTARTS  AGE   NODE",
        "mailer-0                  0/2    CrashLoopBackOff  131 (2m ago)  12d   node-b",
        "checkout-6d5f7c9b8-9xk2p  0/1    Running                      0  5d3h  node-a",
        "checkout-6d5f7c9b8-4xk2p  1/1    Running                      0  5d3h  node-a",
        "checkout-6d5f7c9b8-zxk2p  1/1    Running                      0  5d3h  node-b",
      ].join("\n"),
    );
  });

  test.each(["list", "top"] as const)("of all namespaces says where each is, though all are in one: %s", (verb) => {
    const usage = "NAMESPACE   NAME   CPU(cores)   MEMORY(bytes)\nshop   mailer-0   5m   20Mi\n";
    const text = verb === "list" ? pods : usage;
    expect(answer(text, { verb, everywhere: true })).toMatch(/^NAMESPACE .*\n(?:shop .*\n?)+$/m);
    expect(answer(text, { verb, namespace: "shop" })).not.toContain("NAMESPACE");
  });

  test("in Chinese counts in Chinese", () => {
    expect(answer(pods, { language: "zh", namespace: "shop" }).split("\n")[0]).toBe(
      "共 4 个 Pod（命名空间 shop）：2 Running、1 CrashLoopBackOff、1 Running (未就绪)",
    );
  });

  test("says how many of all match, and gives the rows it shows", () => {
    const { text, rows } = answered(pods, { quality: "broken" });
    expect(text.split("\n")[0]).toBe("2 of 4 pods match: 1 CrashLoopBackOff, 1 Running (not ready)");
    expect(rows.map((row) => row.name)).toEqual(["mailer-0", "checkout-6d5f7c9b8-9xk2p"]);
  });

  test("where nothing has the name that was taken from the message, shows what there is without it", () => {
    const { text, rows } = answered(pods, { nameContains: "nothing" });
    expect(text.split("\n").slice(0, 2)).toEqual([
      "No pod has “nothing” in its name; without that word there is this:",
      "4 pods: 2 Running, 1 CrashLoopBackOff, 1 Running (not ready)",
    ]);
    expect(rows).toHaveLength(4);
  });

  test.each<[string, Partial<AnswerContext>, string]>([
    ["", { namespace: "shop" }, "No pods in namespace shop."],
    ["", { language: "zh", namespace: "shop" }, "没有 Pod（命名空间 shop）。"],
    ["NAME   READY   STATUS\na      1/1     Running\n", { quality: "broken" }, "No trouble found in 1 pod."],
    [
      "NAME   READY   STATUS\na      1/1     Running\n",
      { quality: "broken", language: "zh" },
      "共 1 个 Pod，没有发现异常。",
    ],
  ])("of %j with %j says: %s", (text, context, expected) => {
    expect(answer(text, context)).toBe(expected);
  });

  test.each<[string, Partial<AnswerContext>, string]>([
    [
      "web\napi",
      { quality: "broken" },
      "2 pods. This server's list shows no states, so which of them match cannot be told.",
    ],
    [
      "web\napi",
      { quality: "broken", language: "zh", namespace: "shop" },
      "共 2 个 Pod（命名空间 shop）。此服务器的列表不含状态，无法判断哪些符合条件。",
    ],
    [
      JSON.stringify([{ name: "web", status: "Running" }, { name: "api" }]),
      { quality: "broken" },
      "No trouble found in 1 pod.\nOf 1 more pod no states could be read; whether they match is unknown.",
    ],
    ["Name: web", { quality: "not_ready", resource: "deployment" }, "shows no readiness"],
    ["Name: web.1", { quality: "warnings", resource: "event" }, "shows no types"],
  ])("that says nothing of what was asked is not called sound: %j with %j", (text, context, expected) => {
    expect(answer(text, context)).toContain(expected);
  });

  test("shows the namespace only where there are several", () => {
    expect(answer(pods, {})).not.toContain("NAMESPACE");
    expect(
      answer(
        `${pods}other       x                          1/1     Running            0              5d3h   node-b\n`,
        {},
      ),
    ).toContain("NAMESPACE");
  });

  test("never hides trouble behind the row limit", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      name: `p-${index}`,
      status: index === 59 ? "Error" : "Running",
    }));
    const text = answer(JSON.stringify(many), {});
    expect(text).toMatch(/NAME +STATUS\np-59 +Error\n/);
    expect(text.split("\n").at(-1)).toBe("40 more rows not shown");
  });

  test("tells why pods are in trouble, where their objects say so", () => {
    const pod = {
      kind: "Pod",
      metadata: { name: "web", namespace: "shop", creationTimestamp: "2025-06-01T10:00:00Z" },
      spec: { containers: [{}] },
      status: {
        phase: "Pending",
        conditions: [
          { type: "PodScheduled", status: "False", message: "0/3 nodes are available: 3 Insufficient cpu." },
        ],
      },
    };
    expect(
      answer(JSON.stringify({ items: [pod] }), {})
        .split("\n")
        .slice(-2),
    ).toEqual(["Needs attention:", "- web: 0/3 nodes are available: 3 Insufficient cpu."]);
  });

  test.each([40, 60, 80])("fits in %d columns", (width) => {
    for (const line of answer(pods, { width, language: "zh" }).split("\n").slice(2))
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });
});

describe("other lists", () => {
  test("clusters mark the current one", () => {
    const text = answer(" prod -> https://10.0.0.1\n*dev -> https://10.0.0.2\n", { resource: "cluster" });
    expect(text).toBe(
      "2 clusters\n\nCURRENT  NAME  SERVER\n         prod  https://10.0.0.1\n*        dev   https://10.0.0.2",
    );
  });

  test("workloads are counted by readiness", () => {
    const text =
      "NAME   READY   UP-TO-DATE   AVAILABLE   AGE\nweb    2/3     3            2           5d\napi    1/1     1            1           5d\n";
    expect(answer(text, { resource: "deployment" }).split("\n")[0]).toBe("2 Deployments: 1 not ready, 1 ready");
  });

  test("kinds without columns of their own show what most rows have, at most six columns", () => {
    const rows = [1, 2].map((index) => ({
      name: `c-${index}`,
      a: "1",
      b: "2",
      c: "3",
      d: "4",
      e: "5",
      f: "6",
      uid: "u",
      createdAt: "2025-06-01T11:00:00Z",
    }));
    expect(answer(JSON.stringify(rows), { resource: "certificate" }).split("\n")[2]).toBe("NAME  A  B  C  D  AGE");
  });

  test("events come with warnings first, newest first, messages whole", () => {
    const events = [
      {
        type: "Normal",
        reason: "Pulled",
        message: "Image pulled",
        involvedObject: { kind: "Pod", name: "web-1" },
        lastTimestamp: "2025-06-01T11:59:00Z",
      },
      {
        type: "Warning",
        reason: "Failed",
        message: "old",
        involvedObject: { kind: "Pod", name: "web-1" },
        lastTimestamp: "2025-06-01T10:00:00Z",
      },
      {
        type: "Warning",
        reason: "BackOff",
        message: `Back-off ${"x".repeat(150)}`,
        count: 4,
        involvedObject: { kind: "Pod", name: "web-2" },
        lastTimestamp: "2025-06-01T11:55:00Z",
      },
    ].map((event, index) => ({ kind: "Event", metadata: { name: `e-${index}` }, ...event }));
    expect(answer(JSON.stringify({ items: events }), { resource: "event" })).toBe(
      [
        "3 events: 2 Warning, 1 Normal",
        "",
        "Warning  BackOff  pod/web-2  (5m, x4)",
        `  Back-off ${"x".repeat(150)}`,
        "Warning  Failed  pod/web-1  (120m)",
        "  old",
        "Normal  Pulled  pod/web-1  (60s)",
        "  Image pulled",
      ].join("\n"),
    );
    expect(answered(JSON.stringify({ items: events }), { resource: "event", nameContains: "web-2" }).rows).toHaveLength(
      1,
    );
  });

  test("events can be asked for their warnings alone", () => {
    const list = JSON.stringify([
      { name: "web.1", type: "Normal", reason: "Pulled", message: "pulled" },
      { name: "web.2", type: "Warning", reason: "BackOff", message: "back-off" },
    ]);
    const text = answer(list, { resource: "event", quality: "warnings" });
    expect(text).toContain("1 of 2 events match");
    expect(text).not.toContain("Pulled");
  });

  test.each([
    ["web", "1 event of web: 1 Normal"],
    ["shop", "No events of shop."],
  ])("those of %s are counted among its own", (nameContains, expected) => {
    const list = JSON.stringify([
      { name: "web.1", type: "Normal", reason: "Pulled", message: "pulled" },
      { name: "cart.1", type: "Warning", reason: "BackOff", message: "back-off" },
    ]);
    expect(answer(list, { resource: "event", nameContains })).toMatch(new RegExp(`^${expected}`));
    expect(answer(list, { resource: "event", nameContains, limit: 2 })).toContain("there may be more");
  });

  test("usage shows the hungriest first", () => {
    const text =
      "NAME     CPU(cores)   CPU%   MEMORY(bytes)   MEMORY%\na        250m         12%    4096Mi          50%\nb        1250m        62%    1024Mi          20%\n";
    expect(answer(text, { verb: "top", resource: "node" })).toBe(
      "2 nodes\n\nNAME   CPU  CPU%  MEMORY  MEMORY%\nb     1.25   62%     1Gi      20%\na     250m   12%     4Gi      50%",
    );
    expect(answered(text, { verb: "top", resource: "node", quality: "most_memory" }).rows[0]?.name).toBe("a");
  });
});

test.each<[number, AnswerContext["limit"], boolean]>([
  [10, 10, true],
  [9, 10, false],
  [20, "unknown", true],
  [21, "unknown", false],
])("%i rows of a server that stops at %s: more is said to be possible: %s", (count, limit, cut) => {
  const list = Array.from({ length: count }, (_, index) => `Name: p-${index}`).join("\n");
  expect(answer(list, { ...(limit === undefined ? {} : { limit }) }).includes("there may be more")).toBe(cut);
});

test("usage by container counts pods, not containers", () => {
  const text =
    "NAMESPACE   POD     NAME    CPU(cores)   MEMORY(bytes)\nshop        web-1   app     5m           20Mi\nshop        web-1   proxy   1m           20Mi\n";
  expect(answer(text, { verb: "top" }).split("\n")[0]).toBe("1 pod");
});

describe("one thing", () => {
  test("shows what counts, then the whole without bookkeeping", () => {
    const object = {
      apiVersion: "v1",
      kind: "Pod",
      metadata: {
        name: "web",
        namespace: "shop",
        managedFields: [{ manager: "kubectl" }],
        annotations: { "kubectl.kubernetes.io/last-applied-configuration": "{}" },
      },
      spec: { containers: [{ name: "app", image: "nginx:1", env: [{ name: "DB_PASSWORD", value: "hunter2" }] }] },
      status: { phase: "Pending" },
    };
    const text = answer(JSON.stringify(object), { verb: "get" });
    expect(text).toMatch(/^Details of pod web in namespace shop:\n {2}NAMESPACE {2}shop\n {2}READY {6}0\/1\n/);
    expect(text).toContain("CONTAINER  app  nginx:1");
    expect(text).toContain("kind: Pod");
    for (const hidden of ["hunter2", "managedFields", "last-applied"]) expect(text).not.toContain(hidden);
  });

  test("a Secret keeps its values to itself", () => {
    const text = answer(
      JSON.stringify({
        kind: "Secret",
        metadata: { name: "db" },
        data: { user: "YW15YW15" },
        stringData: { x: "plain" },
      }),
      { verb: "get", resource: "secret" },
    );
    expect(text).toContain("user: <masked:secret:short>");
    expect(text).not.toMatch(/YW15YW15|plain/);
  });

  test("describe output stands as the server wrote it", () => {
    const text = "Name:  web\nEvents:  <none>\n";
    expect(answer(text, { verb: "describe", name: "web" })).toBe(`Details of pod web:\n\n${text.trimEnd()}`);
  });

  test("what was changed is said to be done", () => {
    expect(answer("deployment.apps/web scaled", { verb: "scale", resource: "deployment" })).toBe(
      "Done.\ndeployment.apps/web scaled",
    );
    expect(answer("", { verb: "delete", language: "zh" })).toBe("已完成。");
  });
});

describe("logs", () => {
  const linesOf = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`).join("\n");

  test("shows as many lines as were asked for, though the server sent more, and in full", () => {
    const shown = answer(linesOf(1_500), { verb: "logs", name: "w", lines: 1_000 });
    expect(shown.split("\n").slice(2)).toEqual(linesOf(1_500).split("\n").slice(-1_000));
    expect(answer(linesOf(30), { verb: "logs", name: "w", lines: 2 })).toBe("Log of pod w:\n\nline 29\nline 30");
  });

  test("says how many of how many lines stand there where more was asked for than can be shown", () => {
    expect(answer(linesOf(5_000), { verb: "logs", name: "w", lines: 5_000 })).toMatch(/of 5000 lines shown/);
    expect(answer(linesOf(5_000), { verb: "logs", name: "w", lines: 5_000, language: "zh" })).toMatch(/共 5000 行/);
  });

  test("says when it is that of the run before the restart", () => {
    expect(answer("x", { verb: "logs", name: "w", previous: true })).toMatch(/^Log of pod w before its last restart:/);
    expect(answer("x", { verb: "logs", name: "w", previous: true, language: "zh" })).toMatch(/^Pod w 上一次运行的日志/);
  });

  test("stand under their heading, or say that there are none", () => {
    expect(answer("one\ntwo\n", { verb: "logs", name: "web-1" })).toBe("Log of pod web-1:\n\none\ntwo");
    expect(answer("\n", { verb: "logs", name: "web-1", language: "zh" })).toBe("Pod web-1 没有日志输出。");
  });

  test("can be asked for the last of their errors, and tell of the earlier ones", () => {
    const log = "ERROR a\nok\nERROR b\nERROR c\nok\n";
    const asked = { verb: "logs", name: "w", quality: "errors", lastMatching: 2 } as const;
    expect(answer(log, asked)).toBe(
      "Error lines in the log of pod w: 3 of 5\n\n3: ERROR b\n4: ERROR c\n(1 earlier one is not shown)",
    );
  });

  test("can be asked for their errors alone", () => {
    expect(answer("ok\nERROR x\nok\n", { verb: "logs", name: "w", quality: "errors" })).toBe(
      "Error lines in the log of pod w: 1 of 3\n\n2: ERROR x",
    );
    expect(answer("ok\n", { verb: "logs", name: "w", quality: "errors" })).toBe(
      "No errors found in the log of pod w (lines: 1).",
    );
  });
});

describe("a failure says what it means, what to do, and what the server said", () => {
  test.each<[string, Partial<AnswerContext>, RegExp]>([
    [
      'pods "x" not found',
      { name: "x", namespace: "shop" },
      /^Pod x was not found in namespace shop\.\n.*list what exists.*\nThe server said: pods "x" not found$/s,
    ],
    ['pods "x" not found', { name: "x", language: "zh" }, /^没有找到 Pod x。\n/],
    ["dial tcp 10.0.0.1:443: connect: connection refused", { cluster: "prod" }, /^Cluster prod cannot be reached\./],
    ["dial tcp 10.0.0.1:443: connect: connection refused", { language: "zh" }, /^无法连接集群。/],
    ["Unauthorized", { cluster: "prod", language: "zh" }, /^集群 prod 的登录凭证无效或已过期。/],
    [
      "a container name must be specified for pod w, choose one of: [app sidecar]",
      { name: "w" },
      /^Pod w has several containers: app, sidecar\./,
    ],
    ["metrics API is not available", { cluster: "prod", language: "zh" }, /metrics-server/],
  ])("%s", (text, context, expected) => {
    const shown = answerFor(
      { outcome: "failed", text, message: text },
      { verb: "get", resource: "pod", language: "en", width: 100, now, ...context },
    );
    expect(shown.text).toMatch(expected);
    expect(shown.rows).toEqual([]);
  });

  test("also when nothing but the outcome is known", () => {
    const shown = answerFor(
      { outcome: "timeout", text: "", message: "No answer within 30 s." },
      { verb: "list", resource: "pod", language: "en", width: 100, now },
    );
    expect(shown.text).toMatch(/^Cluster did not answer in time\.[\s\S]*No answer within 30 s\.$/);
  });
});
