import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { type ContextOptions, type Sandbox, startSandbox, type World } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createK8sCrew, type K8sCrew, type TurnEvent, type TurnResult } from "../../src/index.ts";
import { bundledCommand } from "./servers.ts";

const podsOfEach = 3_000;
const completed = 200;
const unschedulable = 4;

/** `c01` … `c12`; which of them crash how often follows from the number, so that no two have the same counts. */
const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
const nameOf = (number: number): string => `c${String(number).padStart(2, "0")}`;
const crashing = (number: number): number => 10 + number;

const stateOf = (number: number, index: number): string => {
  if (index < crashing(number)) return "CrashLoopBackOff";
  if (index < crashing(number) + unschedulable) return "Unschedulable";
  return index < crashing(number) + unschedulable + completed ? "Completed" : "Running";
};

const podsOf = (number: number): World["objects"] =>
  Array.from({ length: podsOfEach }, (_, index) => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: `worker-${String(index).padStart(4, "0")}`,
      namespace: `team-${index % 10}`,
      annotations: { "sandbox/state": stateOf(number, index), "sandbox/age": "-3d" },
    },
    spec: { containers: [{ name: "app", image: "worker:1" }] },
  }));

const node = (name: string, annotations: Readonly<Record<string, string>> = {}) => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: { name, annotations },
});

const worldOf = (number: number): World => ({
  name: nameOf(number),
  objects: [node("node-1"), node("node-2"), node("node-3", { "sandbox/state": "NotReady" }), ...podsOf(number)],
});

const troubled: Readonly<Record<string, Omit<ContextOptions, "name">>> = {
  c02: { fault: { kind: "refused" } },
  c07: { fault: { kind: "expired" } },
  c09: { fault: { kind: "refused" } },
  c10: { fault: { kind: "slow", delayMs: 8_000 } },
  c11: { identity: "viewer" },
};
const names = numbers.map(nameOf);
const healthy = numbers.filter((number) => troubled[nameOf(number)] === undefined);

let sandbox: Sandbox;
let connection: McpConnection;
let crew: K8sCrew;
let result: TurnResult;
const events: TurnEvent[] = [];

beforeAll(async () => {
  const contexts = names.map((name) => ({ name, ...troubled[name] }));
  sandbox = await startSandbox({ worlds: numbers.map(worldOf), contexts });
  connection = await connectMcp({
    kubernetes: {
      command: bundledCommand(),
      args: ["--kubeconfig", sandbox.kubeconfig],
      env: { PATH: process.env.PATH ?? "" },
    },
  });
  crew = createK8sCrew({ tools: connection.tools });
  const conversation = crew.conversation();
  const listening = (async () => {
    for await (const event of conversation.events()) events.push(event);
  })();
  result = await conversation.send("how are my clusters?", { width: 200 });
  await conversation.close();
  await listening;
}, 120_000);
afterAll(async () => {
  await crew?.close();
  await connection?.close();
  await sandbox?.close();
});

/** The row of a cluster in the table, which comes before all other tables and lines. */
const rowOf = (name: string): string => result.answer.split("\n").find((line) => line.startsWith(name)) ?? "";
const progress = (): readonly string[] => events.flatMap((event) => (event.type === "progress" ? [event.text] : []));
const progressOf = (name: string): number =>
  progress().findIndex((text) => text.startsWith(`${name}:`) || text.startsWith(`${name} (`));

test("a status over twelve clusters is answered though four of them are not well", () => {
  expect({ status: result.status, error: result.error }).toEqual({ status: "ok", error: null });
  expect(names.filter((name) => rowOf(name) === "")).toEqual([]);
});

test.each(healthy.map((number) => [nameOf(number), crashing(number)] as const))(
  "%s is a row with its nodes and its 3,000 pods by status",
  (name, crashes) => {
    const running = podsOfEach - crashes - unschedulable - completed;
    const pods = `Running ${running}, Completed ${completed}, CrashLoopBackOff ${crashes}, Pending ${unschedulable}`;
    expect(rowOf(name)).toContain(`${podsOfEach} (${pods})`);
    expect(rowOf(name)).toContain("2/3");
    expect(rowOf(name)).toContain(`${crashes + unschedulable + 1} problems`);
  },
);

test.each([
  ["c02", "unreachable"],
  ["c09", "unreachable"],
  ["c07", "credentials expired"],
  ["c10", "timed out"],
])("%s is a row that says “%s”, and what helps stands below", (name, cause) => {
  expect(rowOf(name)).toContain(cause);
  expect(result.answer).toMatch(new RegExp(`^${name}: ${cause}.*[.]$`, "m"));
});

test("an identity that may not list nodes sees its pods, and the row says what it may not see", () => {
  expect(rowOf("c11")).toMatch(/forbidden/);
  expect(rowOf("c11")).toContain(`${podsOfEach} (`);
  expect(rowOf("c11")).toContain(`CrashLoopBackOff ${crashing(11)}`);
  expect(result.answer).toMatch(/^c11: not read: nodes \(forbidden\)$/m);
});

test("the headline counts the clusters and those that could not be read", () => {
  expect(result.answer).toMatch(/^12 clusters, \d+ problems found, 4 clusters could not be read\./);
});

test("the names of the clusters come first of all progress, then every cluster as soon as it is read", () => {
  expect(names.filter((name) => !progress()[0]?.includes(name))).toEqual([]);
  expect(names.filter((name) => progressOf(name) < 1)).toEqual([]);
});

test("no healthy cluster waits for the slow one", () => {
  const late = healthy.map(nameOf).filter((name) => progressOf(name) > progressOf("c10"));
  expect(late).toEqual([]);
  expect(progressOf("c11")).toBeLessThan(progressOf("c10"));
});

test("the slow cluster is given up as silent, not when the patience of a single read is over", () => {
  const slowest = Math.max(...result.calls.map(({ ms }) => ms));
  expect(slowest).toBeLessThan(12_000);
});
