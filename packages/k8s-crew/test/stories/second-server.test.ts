import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { type FaultyMcpServer, startFaultyMcpServer } from "@k8s-copilot/doubles";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer, call, executor, planner } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

/** Its name and words say nothing that Kubernetes knows; only its hint says that it reads. */
const metricsTool = {
  name: "promql",
  inputSchema: { type: "object", properties: { query: { type: "string" } }, required: ["query"] },
  annotations: { readOnlyHint: true },
  answer: ({ query }: { readonly [name: string]: unknown }) =>
    JSON.stringify({
      query,
      values: [
        ["12:00", 20],
        ["12:05", 940],
      ],
      unit: "ms",
      series: "redis_latency_p99",
    }),
};

const { stage, openRouter, model } = useModelStage();
let metrics: FaultyMcpServer;
let second: McpConnection;
beforeAll(async () => {
  metrics = await startFaultyMcpServer({ transport: "http", tools: [metricsTool] });
  second = await connectMcp({ metrics: { url: metrics.url } });
});
afterAll(async () => {
  await second.close();
  await metrics.close();
});

const talk = (trustedServers: readonly string[]) =>
  stage().conversation({
    tools: [...stage().connection.tools, ...second.tools],
    model: model(),
    catalog: { trustedServers },
    cluster: "dev-cluster",
  });

const logs = {
  match: planner,
  reply: answer({ view: "call", calls: [call("pods_log", { name: "redis-0", namespace: "dev" })] }),
};
const query = call("promql", { query: "redis_latency_p99" });
const wish = "why is redis-0 in dev slow?";

describe("a second server beside that of the cluster", () => {
  test("joins one diagnosis without consent for each read, where it is trusted", async () => {
    openRouter().enqueue(
      logs,
      { match: executor, reply: answer({ hypothesis: "Saving to disk may block it.", reads: [query] }) },
      {
        match: executor,
        reply: ({ lastUser }: { lastUser: string }) => {
          expect(lastUser).toContain("940");
          return answer({
            hypothesis: "Its latency rose at 12:05.",
            evidence_for: ["redis_latency_p99: 20, then 940 ms"],
          });
        },
      },
    );
    const result = await talk(["metrics"]).send(wish, { width: 200 });
    expect(result).toMatchObject({ status: "ok", approval: null });
    expect(result.calls.find(({ tool }) => tool === "promql")).toMatchObject({
      server: "metrics",
      effect: "read",
      outcome: "ok",
      args: { query: "redis_latency_p99" },
    });
    expect(result.calls.map(({ tool }) => tool)).toContain("pods_get");
    expect(result.answer).toMatch(/^pod redis-0 \(namespace dev[\s\S]*Its latency rose at 12:05\./m);
    expect(result.answer).toContain("Read next: promql(query=redis_latency_p99)");
  });

  test("is not read by an investigation, where it is not trusted", async () => {
    const before = metrics.calls().length;
    openRouter().enqueue(logs, { match: executor, reply: answer({ hypothesis: "Perhaps.", reads: [query] }) });
    const result = await talk([]).send(wish, { width: 200 });
    expect(result.answer).toContain("Not read: promql(query=redis_latency_p99) (it may change something)");
    expect(metrics.calls()).toHaveLength(before);
  });

  test("is asked about before a call that the plan makes, where it is not trusted", async () => {
    const before = metrics.calls().length;
    openRouter().enqueue({ match: planner, reply: answer({ view: "call", calls: [query] }) });
    const result = await talk([]).send("query redis_latency_p99", { width: 200 });
    expect(result).toMatchObject({
      status: "needs_approval",
      approval: { call: { server: "metrics", tool: "promql" } },
    });
    expect(metrics.calls()).toHaveLength(before);
  });
});
