import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWorlds } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: app, image: "registry.example/${name}:1.0" }] }
`;
const manifests = [
  "apiVersion: v1\nkind: Node\nmetadata: { name: node-1 }\n",
  ...["search", "events", "ledger"].map(deployment),
].join("---\n");

describe.each(serverKinds)("things that are called by words of the language, on the %s server", (kind) => {
  let folder: string;
  let stage: Stage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "things-like-words-"));
    await mkdir(join(folder, "plain"));
    await writeFile(join(folder, "plain", "cluster.yaml"), manifests);
    stage = await openStage(kind, { worlds: await loadWorlds(folder) });
  });
  afterAll(async () => {
    await stage.close();
    await rm(folder, { recursive: true });
  });
  const asked = (message: string) => stage.conversation({ guidance: "direct" }).send(message);

  test("are looked at by their names", async () => {
    expect((await asked("is search up")).answer).toContain("search-");
    const logs = await asked("events 的日志");
    expect(logs.calls.find(({ verb }) => verb === "logs")?.args).toMatchObject({ namespace: "shop" });
  });

  test("are changed only as a card shows", async () => {
    const card = await asked("给 search 加到 3 个副本");
    if (kind === "bundled") expect(card).toMatchObject({ status: "needs_approval" });
    if (kind !== "clusters") expect(card.answer).toContain("search");
    expect(card.answer).not.toContain("ledger");
  });

  testWhere(kind !== "plain", "it has events of one thing only")(
    "leave the words their meaning: events are listed, not looked for",
    async () => {
      const listed = await asked("list the events in shop");
      expect(listed.calls.some(({ verb, resource }) => verb === "list" && resource === "event")).toBe(true);
    },
  );

  test("a node that there is not is said, and near ones are named", async () => {
    const told = await asked("pods on node node-7");
    expect(told).toMatchObject({ status: "error", error: { code: "not_found" } });
    expect(told.answer).toContain("node-7");
    expect(told.answer).toContain("node-1");
    expect((await asked("pods on node node-1")).answer).toContain("ledger-");
  });

  test("a place that there is not is said, and nothing else is listed for it", async () => {
    for (const message of ["list pods in the weather namespace", "weather 这个命名空间的 pod 列出来"]) {
      const told = await asked(message);
      expect(told.answer).toContain("weather");
      expect(told.answer).not.toContain("ledger-");
    }
  });
});
