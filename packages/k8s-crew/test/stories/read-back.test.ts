import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TurnResult } from "../../src/index.ts";
import { openStage, type ServerKind, type Stage, serverKinds } from "./servers.ts";

const stages = new Map<ServerKind, Stage>();
beforeAll(async () => {
  for (const kind of serverKinds) stages.set(kind, await openStage(kind));
}, 90_000);
afterAll(async () => {
  await Promise.all([...stages.values()].map((stage) => stage.close()));
});

/** One conversation on one of the servers; comes back with what each message came to. */
const say = async (kind: ServerKind, ...messages: readonly string[]): Promise<readonly TurnResult[]> => {
  const conversation = stages.get(kind)?.conversation({ cluster: "dev-cluster" });
  if (!conversation) throw new Error(`no stage for ${kind}`);
  const results: TurnResult[] = [];
  try {
    for (const message of messages) results.push(await conversation.send(message, { width: 160 }));
    return results;
  } finally {
    await conversation.close();
  }
};

const lastAnswer = async (kind: ServerKind, ...messages: readonly string[]): Promise<string> =>
  (await say(kind, ...messages)).at(-1)?.answer ?? "";

describe("a list that the server cut at its own limit", () => {
  test.each([
    ["看一下 Pod 资源占用", "服务器默认最多返回 10 个 Pod"],
    ["which pods use the most memory", "The server stops at 10 pods"],
  ])("“%s” says so", async (message, expected) => {
    expect(await lastAnswer("clusters", message)).toContain(expected);
    expect(await lastAnswer("bundled", message)).not.toContain(expected);
  });
});
