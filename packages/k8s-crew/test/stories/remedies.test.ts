import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("what to do about it, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });

  test.each([
    ["what is wrong with image-resizer in dev", "how do I fix it", "What to do: ", "kubectl set resources "],
    ["dev 的 image-resizer 怎么了", "怎么办", "下一步：", "kubectl set resources "],
  ])("after a diagnosis, with the command: %s → %s", async (first, second, told, command) => {
    const conversation = begin();
    await conversation.send(first);
    const { status, answer, calls } = await conversation.send(second);
    expect(status).toBe("ok");
    expect(answer).toContain(told);
    expect(answer).toContain(command);
    expect(calls).toEqual([]);
  });

  test.each([
    ["is dev healthy", "how do I fix the first one", /^1\. /gmu, "What to do: "],
    ["is dev healthy", "how do i fix payment-worker", /^1\. pod payment-worker/gmu, "What to do: "],
    ["检查一下 dev 的健康状况", "第二个怎么修", /^1\. /gmu, "下一步："],
  ])("after a health check, of the one that is meant: %s → %s", async (first, second, heading, told) => {
    const conversation = begin();
    await conversation.send(first);
    const { answer, calls } = await conversation.send(second);
    expect(answer.match(heading)).toHaveLength(1);
    expect(answer).not.toMatch(/^2\. /mu);
    expect(answer).toContain(told);
    expect(calls).toEqual([]);
  });

  test("“then mend it” in several words of assent tells what to do and plans nothing", async () => {
    const conversation = begin();
    await conversation.send("dev 的 image-resizer 怎么了");
    const { answer, calls } = await conversation.send("好的那修一下");
    expect(answer).toContain("下一步：");
    expect(calls).toEqual([]);
  });

  test("where nothing was looked into yet, it is looked into", async () => {
    const conversation = begin();
    await conversation.send("get pod redis-0 in dev");
    expect((await conversation.send("怎么修")).answer).toContain("redis-0");
  });

  test.each([
    ["0/4 nodes are available: 4 node(s) had untolerated taint {team: data}", "team: data", "tolerations"],
    ["这是什么意思：dial tcp 10.8.0.1:6379: connect: connection refused", "10.8.0.1:6379", "endpoints"],
  ])("an error message that is pasted is explained, and read as no wish: %s", async (message, said, next) => {
    const conversation = begin();
    const { status, answer, calls, question, approval } = await conversation.send(message);
    expect({ status, calls, question, approval }).toEqual({ status: "ok", calls: [], question: null, approval: null });
    expect(answer).toContain(said);
    expect(answer).toContain(next);
    expect((await conversation.send("how do I fix it")).answer).toContain("What to do: ");
  });

  test("what such a message is said of by name is looked into", async () => {
    for (const message of [
      "image-resizer in dev says: Memory cgroup out of memory: Killed process 12",
      "Memory cgroup out of memory: Killed process 12 - what is this about, it is image-resizer in dev",
    ]) {
      const { answer } = await begin().send(message);
      expect(answer).toContain("image-resizer");
      expect(answer).toMatch(/OOMKilled/);
    }
  });

  test.each([
    [
      "把 dev 的 image-resizer 的内存上限调大",
      "kubectl set resources deployment/image-resizer '--limits=memory=<value>' -n dev",
    ],
    [
      "set env LOG_LEVEL=debug on image-resizer in dev",
      "kubectl set env deployment/image-resizer LOG_LEVEL=debug -n dev",
    ],
  ])("a part of an object that no tool sets is told with the command at once: %s", async (message, command) => {
    const { answer, question, approval, calls } = await begin().send(message);
    expect(answer).toContain(command);
    expect({ question, approval }).toEqual({ question: null, approval: null });
    expect(calls.filter(({ effect }) => effect !== "read")).toEqual([]);
  });

  test("what is to be done with the pod that was looked into is done with what runs it", async () => {
    const conversation = begin();
    await conversation.send("what is wrong with image-resizer in dev");
    expect((await conversation.send("increase its memory limit to 512Mi")).answer).toContain(
      "kubectl set resources deployment/image-resizer --limits=memory=512Mi -n dev",
    );
  });

  test("what else is wrong is looked for in the same place", async () => {
    const conversation = begin();
    await conversation.send("what is wrong with image-resizer in dev");
    const { answer } = await conversation.send("还有别的问题吗");
    expect(answer).toContain("dev");
    expect(answer).toContain("payment-worker");
  });

  test("one thing that has a name is looked into, whatever a playbook says of its trouble", async () => {
    const { answer, calls } = await begin().send("image-resizer in dev 为什么一直重启");
    expect(answer).toContain("OOMKilled");
    expect(calls.length).toBeLessThan(20);
  });
});
