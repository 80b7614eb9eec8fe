import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import { reachOf } from "../../src/diagnosis/reach/reach.ts";
import { renderReach } from "../../src/diagnosis/reach/render-reach.ts";
import { readRequests } from "../../src/language/index.ts";
import type { ReachAsked } from "../../src/language/types.ts";
import { driveOver, now } from "./drive.ts";
import { manifestTools, objectsIn } from "./manifest-server.ts";

const tools = manifestTools(objectsIn("bridge-policies"));

const told = async (resource: string, name: string, asked: ReachAsked, without?: string) => {
  const some = tools.filter((tool) => tool.name !== without);
  const thing = { resource, name, namespace: "bridge" };
  const reach = await driveOver(some, reachOf({ catalog: createCatalog(some), cluster: "", now }, { thing, ...asked }));
  const zh = renderReach(reach, { language: "zh", commands: true });
  expect(zh).not.toMatch(/\{\w+\}|undefined/);
  return renderReach(reach, { language: "en", commands: true });
};

describe("what the network lets through, as far as reads tell", () => {
  test("a policy that names the one who asks lets it through, on its ports", async () => {
    expect(await told("pod", "store-0", { from: "api" })).toMatch(
      /^api can reach StatefulSet store: NetworkPolicy store-from-api lets it through \(only on ports 5432\/TCP\)\./,
    );
  });

  test("whom no policy names it keeps out", async () => {
    const answer = await told("statefulset", "store", { from: "cache" });
    expect(answer).toMatch(/^cache cannot reach StatefulSet store: NetworkPolicy store-from-api/);
    expect(answer).toContain("store-from-api (selects app=store) lets through: pod(app=api)");
    expect(answer).toMatch(/Service store \(5432\/TCP\), with 1 ready pod/);
    expect(answer).toContain("$ kubectl exec cache-0 -n bridge -- nc -zv -w 3 store 5432");
  });

  test("what may send to one thing only sends nowhere else", async () => {
    expect(await told("statefulset", "store", { from: "worker" })).toMatch(
      /^worker cannot reach StatefulSet store: NetworkPolicy worker-to-cache does not let it send there/,
    );
    expect(await told("pod", "cache-0", { from: "worker" })).toMatch(/^worker can reach pod cache-0/);
  });

  test("who may, where nobody is named", async () => {
    expect(await told("statefulset", "store", {})).toMatch(/^Only what NetworkPolicies let through can reach/);
    expect(await told("pod", "cache-0", {})).toMatch(/^No NetworkPolicy restricts what comes in to pod cache-0/);
  });

  test("where nothing is called so, the policies around tell whom they let through", async () => {
    const answer = await told("pod", "cache-0", { sought: "ledger" });
    expect(answer).toMatch(/^Nothing is called “ledger”/);
    expect(answer).toContain("pod(app=api) (does not let it through)");
  });

  test("what cannot be read is not told, and what no read tells is said", async () => {
    expect(await told("pod", "cache-0", { from: "api" }, "resources_list")).toMatch(/cannot be told who may reach/);
    expect(await told("pod", "cache-0", { from: "api" })).toContain("whether the network plugin enforces policies");
  });
});

describe("a question for it names both, or asks who", () => {
  const readingOf = (message: string) => readRequests(message, { clusters: ["east"] }).requests[0]?.request;

  test.each([
    ["can web-shop talk to the database?", "database", "web-shop"],
    ["why can't web-shop reach ledger-db", "ledger-db", "web-shop"],
    ["is ledger-db reachable from web-shop", "ledger-db", "web-shop"],
    ["who can connect to ledger-db", "ledger-db", undefined],
    ["which pods can reach ledger-db", "ledger-db", undefined],
    ["web-shop 能访问 ledger-db 吗", "ledger-db", "web-shop"],
    ["web-shop 为什么连不上 ledger-db", "ledger-db", "web-shop"],
    ["web-shop 到 ledger-db 通不通", "ledger-db", "web-shop"],
    ["谁能连ledger-db", "ledger-db", undefined],
    ["哪些服务能访问 ledger-db", "ledger-db", undefined],
  ])("%s", (message, name, from) => {
    expect(readingOf(message)).toMatchObject({ verb: "diagnose", name, reach: from === undefined ? {} : { from } });
  });

  test.each([
    "who can access secrets",
    "can I reach web-shop",
    "我能访问 web-shop 吗",
    "can users open web-shop",
    "谁能删 pod",
    "web-shop 连不上了",
  ])("is another one: %s", (message) => {
    expect(readingOf(message)).not.toHaveProperty("reach");
  });
});
