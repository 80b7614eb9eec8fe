import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("why something fails, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const ask = (message: string) => stage.conversation({ cluster: "dev-cluster", guidance: "direct" }).send(message);

  testWhere(kind !== "plain", "the plain server has no log of a run before").each([
    ["dev 里的 payment-worker 为什么挂了", /上一次运行的日志/],
    ["why does payment-worker crash in dev", /before its last restart/],
  ])("a container that was restarted is read in the run that ended: %s", async (message, heading) => {
    const result = await ask(message);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(heading);
    const logs = result.calls.filter(({ verb }) => verb === "logs");
    expect(new Set(logs.map(({ args }) => args.previous))).toEqual(new Set([true]));
  });

  test("one that never was is read as it runs", async () => {
    const result = await ask("why does cart-service-v2 fail in dev");
    expect(result.status).toBe("ok");
    const logs = result.calls.filter(({ verb }) => verb === "logs");
    expect(logs.map(({ args, outcome }) => [args.previous, outcome])).toEqual([[undefined, "ok"]]);
  });

  test("what it showed is not offered once more", async () => {
    const { nextSteps } = await ask("why does payment-worker crash in dev");
    const labels = nextSteps.map(({ label }) => label).join();
    expect(labels).toContain("Describe payment-worker");
    expect(labels).not.toMatch(/events|last restart/);
  });

  test.each([
    ["payment-worker", kind !== "plain"],
    ["cart-service-v2", false],
  ])("the log of %s before its last restart is offered where there is one to read", async (name, offered) => {
    const { nextSteps } = await ask(`show the logs of pod ${name} in dev`);
    expect(nextSteps.some(({ label }) => label.includes("before its last restart"))).toBe(offered);
    expect(nextSteps.map(({ label }) => label).join()).toContain("Check the events");
  });

  test("no call is made twice, and what counts about the pod is shown without the whole of it", async () => {
    const result = await ask("dev 里的 payment-worker 为什么挂了");
    const calls = result.calls.map(({ tool, args }) => JSON.stringify([tool, Object.entries(args).toSorted()]));
    expect(new Set(calls).size).toBe(calls.length);
    expect(result.answer).toMatch(/RESTARTS +14[\s\S]*LAST EXIT +worker +Error, exit code 1/);
    expect(result.answer).not.toMatch(/apiVersion:|containerStatuses/);
  });

  test.each(["dev-worker-3 怎么了", "what is wrong with node dev-worker-3"])(
    "a node is judged by its conditions and by its events, wherever the conversation was: %s",
    async (message) => {
      const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct", namespace: "production" });
      const { status, answer } = await conversation.send(message);
      expect(status).toBe("ok");
      expect(answer).toContain("NotReady");
      if (kind !== "plain") expect(answer).toMatch(/NodeNotReady[\s\S]*status is now/);
      expect(answer).not.toContain("production");
    },
  );
});
