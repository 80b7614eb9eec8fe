import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("what is said of what was just shown", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const after = async (...messages: readonly string[]) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    for (const message of messages.slice(0, -1)) await conversation.send(message);
    return conversation.send(messages.at(-1) ?? "");
  };
  const logged = async (...messages: readonly string[]) =>
    (await after(...messages)).calls.filter(({ verb }) => verb === "logs").map(({ args }) => args.name);

  test.each([
    ["pods in dev", "logs of the one with the most restarts", "why"],
    ["dev 的 pod", "重启最多的那个日志看下", "为啥"],
  ])("“%s”, “%s”, “%s” asks why that pod fails", async (...messages) => {
    expect((await after(...messages)).answer).toMatch(/payment-worker[^\n]*(?:problem found|发现 1 个问题)/);
  });

  test.each([
    ["pods in dev", "logs of the one with the most restarts", "and the oomkilled one?"],
    ["dev 的 pod", "重启最多的那个日志看下", "那个oom的呢"],
  ])("“%s”, “%s”, “%s” is the log of the one in that state", async (...messages) => {
    expect(await logged(...messages)).toEqual([expect.stringMatching(/^image-resizer-/)]);
  });

  test.each([
    ["pods in dev", "logs of the first one and the third one"],
    ["dev 的 pod", "第一个和第二个的日志"],
  ])("“%s”, “%s” reads both logs", async (...messages) => {
    expect(new Set(await logged(...messages)).size).toBe(2);
  });

  test("which one uses the most is asked of the namespace that was looked at", async () => {
    const told = await after("看看 production", "哪个最费内存");
    expect(told.answer).toMatch(/命名空间 production/);
  });

  test.each([
    ["logs of web-frontend", "last 5 lines only", /noted/],
    ["web-frontend 的日志", "只要最后 5 行", /记下|好/],
  ])("“%s”, “%s” says how much, and where it is stays the question", async (message, amount, holds) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "guided" });
    await conversation.send(message);
    const told = await conversation.send(amount);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "namespace" } });
    expect(told.answer).toMatch(holds);
    expect(told.answer).not.toMatch(/“5”/);
  });

  test.each(["谁的重启最多", "谁重启最多"])("“%s” asks for pods, not for people", async (message) => {
    expect((await after(message)).answer).toMatch(/payment-worker/);
  });

  test("“the oomkilled one” at a question is one of the choices, not all that are broken", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "guided" });
    await conversation.send("describe a pod in dev");
    const told = await conversation.send("the oomkilled one");
    expect(told.answer).toMatch(/image-resizer/);
    expect(told.answer).not.toMatch(/payment-worker|recommendation/);
  });

  test.each([
    ["what are the limits of web-frontend in dev", "and cpu?"],
    ["how much memory does web-frontend in dev use", "and cpu?"],
    ["what are the limits of web-frontend in dev", "which image is it"],
    ["dev 的 web-frontend 内存给了多少", "用的哪个镜像"],
  ])("“%s”, “%s” is asked of the same thing", async (...messages) => {
    const { answer } = await after(...messages);
    expect(answer).toMatch(/web-frontend/);
    expect(answer).not.toMatch(/inventory|redis/);
  });

  test.each([
    ["logs of web-frontend in dev", "1", "the other one"],
    ["dev 的 web-frontend 日志", "1", "另一个"],
  ])("“%s”, “%s”, “%s” of two containers, none of which was taken, is asked back", async (...messages) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "guided" });
    for (const message of messages.slice(0, -1)) await conversation.send(message);
    const told = await conversation.send(messages.at(-1) ?? "");
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "container" } });
    expect(told.answer).toMatch(/other than which|相对哪一个/);
  });
});

test("a plan for several clusters is narrowed to one of them, and to the namespace that was named", async () => {
  const stage = await openStage("clusters");
  try {
    const conversation = stage.conversation({ guidance: "guided" });
    expect((await conversation.send("what is wrong in production")).question?.parameter).toBe("plan");
    const told = await conversation.send("prod-cluster");
    expect(told.answer).toMatch(/\(Service health; prod-cluster, namespace production\)/);
  } finally {
    await stage.close();
  }
});
