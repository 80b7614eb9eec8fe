import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWorlds } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

/** Namespaces that are called as people answer, each with the same two deployments. */
const namespaces = ["cancel", "yes", "all", "undo", "help"];
const deployment = (namespace: string, name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: app, image: "registry.example/${name}:1.0" }] }
`;
const manifests = [
  "apiVersion: v1\nkind: Node\nmetadata: { name: node-1 }\n",
  ...namespaces.flatMap((namespace) => [deployment(namespace, "cancel"), deployment(namespace, "billing-api")]),
].join("---\n");

describe("where things are called as people answer", () => {
  let folder: string;
  let stage: Stage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "names-like-words-"));
    await mkdir(join(folder, "plain"));
    await writeFile(join(folder, "plain", "cluster.yaml"), manifests);
    stage = await openStage("bundled", { worlds: await loadWorlds(folder) });
  });
  afterAll(async () => {
    await stage.close();
    await rm(folder, { recursive: true });
  });

  test.each(namespaces)("“%s” is taken for what is shown under that name", async (namespace) => {
    const conversation = stage.conversation({ guidance: "guided" });
    await conversation.send("logs of billing-api");
    expect((await conversation.send("list them")).question?.choices.map(({ label }) => label)).toContain(namespace);
    const told = await conversation.send(namespace);
    expect(told.status).toBe("ok");
    expect(told.calls.find(({ verb }) => verb === "logs")?.args).toMatchObject({ namespace });
  });

  test("quotes name it where nothing was shown; without them the word is the answer that it reads as", async () => {
    const asked = async (reply: string) => {
      const conversation = stage.conversation({ guidance: "guided" });
      await conversation.send("logs of billing-api");
      return conversation.send(reply);
    };
    expect((await asked("“cancel”")).calls.find(({ verb }) => verb === "logs")?.args).toMatchObject({
      namespace: "cancel",
    });
    expect((await asked("cancel")).status).toBe("cancelled");
  });

  test("what is called “cancel” is not deleted by a word that refuses", async () => {
    const conversation = stage.conversation({ guidance: "guided" });
    const card = await conversation.send("delete deployment cancel in undo");
    expect(card).toMatchObject({ status: "needs_approval" });
    expect(card.answer).toContain("deployment/cancel");
    expect((await conversation.send("cancel")).status).toBe("cancelled");
    expect((await conversation.send("list deployments in undo")).answer).toContain("cancel");
  });
});
