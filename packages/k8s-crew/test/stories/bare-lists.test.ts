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

  test("events are read one by one, and of those that were not it is said that nothing is known", async () => {
    const { answer, calls } = await ask("dev 里只看警告事件");
    expect(answer).toContain("FailedScheduling");
    expect(answer).toContain("另有 1 个事件没有读到事件类型，是否符合条件未知");
    expect(calls.filter(({ verb, resource }) => verb === "get" && resource === "event")).toHaveLength(20);
  });

  test.each([
    ["list services in production", /checkout +ClusterIP +10\.96\./],
    ["dev 里的 ingress 有哪些", /shop +nginx +shop\.dev\.example\.com/],
    ["pods in dev", /payment-worker-\S+ +0\/1 +CrashLoopBackOff/],
  ])("a short list is read for more than its names: %s", async (message, row) => {
    expect((await ask(message)).answer).toMatch(row);
  });

  test("what is only counted, and what is too much to be read in full, is left at names", async () => {
    for (const message of ["how many pods are in dev", "list pods"])
      expect((await ask(message)).calls.filter(({ verb }) => verb === "get")).toEqual([]);
  });

  test("a thing of an unknown kind is found among those that are listed by namespace", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const { answer } = await conversation.send("why is analytics-data pending");
    expect(answer).toContain("fast-ssd");
  });
});
