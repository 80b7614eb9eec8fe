import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("what is asked of what was named or spoken of", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });

  test.each([
    ["is payment-worker restarting?", /Pod payment-worker-\S+ .*was restarted \d+ times/],
    ["payment-worker 又重启了吗", /payment-worker-\S+ 重启了 \d+ 次/],
  ])("whether it restarts is a question, and restarts nothing: %s", async (message, holds) => {
    const { answer, approval, status } = await begin().send(message);
    expect({ status, approval }).toEqual({ status: "ok", approval: null });
    expect(answer).toMatch(holds);
  });

  test.each([
    [
      "ok restart it",
      /not restarted through Kubernetes[\s\S]*kubectl cordon dev-worker-3[\s\S]*kubectl drain dev-worker-3/,
    ],
    ["重启它", /不是通过 Kubernetes 重启的[\s\S]*kubectl cordon dev-worker-3[\s\S]*kubectl uncordon dev-worker-3/],
  ])("a node is not restarted through Kubernetes; what is done about one is told: %s", async (message, holds) => {
    const talk = begin();
    await talk.send("describe node dev-worker-3");
    const { answer, approval } = await talk.send(message);
    expect(approval).toBeNull();
    expect(answer).toMatch(holds);
  });

  test.each(["which version is running", "现在跑的是哪个版本"])(
    "“%s” is asked of the pod that was spoken of",
    async (message) => {
      const talk = begin();
      await talk.send("describe pod cart-service-v2-ghijk in dev");
      const { answer } = await talk.send(message);
      expect(answer).toMatch(/cart-service-v2-ghijk[\s\S]*2\.0\.0-rc1/);
      expect(answer).not.toMatch(/redis-0/);
    },
  );

  test("the log of one of several containers says whose it is", async () => {
    const { answer } = await begin().send("logs of web-frontend in dev, container proxy");
    expect(answer).toMatch(/Log of container proxy of pod web-frontend-/);
  });
});
