import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import {
  type ChatRequest,
  type FaultyMcpServer,
  type OpenRouterDouble,
  startFaultyMcpServer,
  startOpenRouter,
} from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

const isFrom = (role: string) => (request: ChatRequest) => JSON.stringify(request.messages[0]).includes(role);
const planner = isFrom("Kubernetes planner");
const executor = isFrom("Kubernetes analyst");
const answer = (args: Record<string, unknown>) => ({ toolCalls: [{ name: "final_answer", args }] });
const call = (tool: string, args: Readonly<Record<string, string>>) => ({
  tool,
  arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
  reason: "decides",
});

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

let stage: Stage;
let openRouter: OpenRouterDouble;
let metrics: FaultyMcpServer;
let second: McpConnection;
beforeAll(async () => {
  stage = await openStage("bundled");
  metrics = await startFaultyMcpServer({ transport: "http", tools: [metricsTool] });
  second = await connectMcp({ metrics: { url: metrics.url } });
});
beforeEach(async () => {
  openRouter = await startOpenRouter();
});
afterEach(async () => {
  await openRouter.close();
  expect(openRouter.violations()).toEqual([]);
  expect(openRouter.leftovers()).toEqual([]);
});
afterAll(async () => {
  await second.close();
  await metrics.close();
  await stage.close();
});

const talk = (trustedServers: readonly string[]) =>
  stage.conversation({
    tools: [...stage.connection.tools, ...second.tools],
    model: createOpenRouterModel({ ...openRouter, model: openRouter.model }),
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
    openRouter.enqueue(
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
    openRouter.enqueue(logs, { match: executor, reply: answer({ hypothesis: "Perhaps.", reads: [query] }) });
    const result = await talk([]).send(wish, { width: 200 });
    expect(result.answer).toContain("Not read: promql(query=redis_latency_p99) (it may change something)");
    expect(metrics.calls()).toHaveLength(before);
  });

  test("is asked about before a call that the plan makes, where it is not trusted", async () => {
    const before = metrics.calls().length;
    openRouter.enqueue({ match: planner, reply: answer({ view: "call", calls: [query] }) });
    const result = await talk([]).send("query redis_latency_p99", { width: 200 });
    expect(result).toMatchObject({
      status: "needs_approval",
      approval: { call: { server: "metrics", tool: "promql" } },
    });
    expect(metrics.calls()).toHaveLength(before);
  });
});
