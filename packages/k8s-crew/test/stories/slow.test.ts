import { join } from "node:path";
import { loadWorlds } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

const worlds = join(import.meta.dirname, "../../../evaluation/worlds/gazette");

describe("why something is slow", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled", { worlds: await loadWorlds(worlds) });
  });
  afterAll(() => stage.close());

  test.each([
    [
      "why is frontpage slow",
      /^- node bs-w-02 uses 96% of its CPU/m,
      /^Not looked at: the latency of requests, .*logs/m,
    ],
    ["frontpage 为什么这么慢", /^- 节点 bs-w-02 的 CPU 用到了 96%/m, /^没有看：请求本身的延迟、程序日志/m],
  ])("%s: usage, autoscalers and releases are looked at, and what was not is said", async (message, full, beyond) => {
    const conversation = stage.conversation({ guidance: "direct", cluster: "broadsheet" });
    const { answer, calls } = await conversation.send(message, { width: 160 });
    expect(answer).toMatch(full);
    expect(answer).toMatch(beyond);
    const kinds = calls.map(({ verb, resource }) => `${verb} ${resource}`);
    expect(kinds).toEqual(expect.arrayContaining(["top pod", "top node", "list hpa", "list replicaset"]));
    expect(answer).not.toMatch(/^1 cluster[^,]*, nothing wrong found\.$|healthy/m);
  });
});
