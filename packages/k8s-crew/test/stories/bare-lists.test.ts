import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("clusters");
}, 60_000);
afterAll(() => stage?.close());

const ask = async (message: string) => {
  const conversation = stage.conversation({ cluster: "dev-cluster" });
  try {
    return await conversation.send(message, { width: 160 });
  } finally {
    await conversation.close();
  }
};

describe("a server whose lists are bare names", () => {
  test.each([
    ["哪些 pod 有问题", "没有读到状态"],
    ["which pods are not running", "no states could be read"],
  ])("“%s” finds pods in trouble by single reads and says of which it does not know", async (message, unknown) => {
    const { answer, calls } = await ask(message);
    expect(answer).toContain("CrashLoopBackOff");
    expect(answer).toContain("ImagePullBackOff");
    expect(answer).toContain(unknown);
    const singly = calls.filter(({ verb, resource }) => verb === "get" && resource === "pod");
    expect(singly).toHaveLength(20);
  });

  test.each([
    ["dev 里最新的 pod", "cart-service-v2-"],
    ["which pod in dev has the most restarts", "payment-worker-"],
  ])("“%s” is ordered by what single reads tell", async (message, first) => {
    const { answer } = await ask(message);
    const table = answer.slice(answer.indexOf("NAME "));
    expect(table.split("\n")[1]).toContain(first);
  });

  test("events without a type are not called warnings, and not called none either", async () => {
    const { answer } = await ask("dev 里只看警告事件");
    expect(answer).toContain("不含事件类型");
    expect(answer).not.toContain("没有符合条件");
  });
});
