import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("several requests in one message on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });

  test.each(["列出 dev 和 production 的 pod", "list pods in dev and production"])(
    "two namespaces are read by two calls of one plan: %s",
    async (message) => {
      const result = await begin().send(message);
      expect(result.status).toBe("ok");
      expect(result.plan.map(({ args }) => args.namespace)).toEqual(["dev", "production"]);
      expect(result.answer).toMatch(/cart-service-v1-abcdef[\s\S]*checkout-/);
    },
  );

  test.each([
    ["看 dev 的 pod 然后看 cart-service 的日志", "v2 那个"],
    ["show the pods in dev and then the logs of cart-service", "the v2 one"],
  ])("two requests become a plan in that order, asked once for what is open: %s, %s", async (message, reply) => {
    const conversation = begin();
    const asked = await conversation.send(message);
    expect(asked.question?.choices.map(({ value }) => value)).toEqual([
      "cart-service-v1-abcdef",
      "cart-service-v2-ghijk",
    ]);
    const result = await conversation.send(reply);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/inventory-[\s\S]*cart-service-v2-ghijk(?: 的日志|[^\n]*:)[\s\S]*starting on :8080/);
  });

  test.each([
    ["看 dev 的 pod 然后给我唱首歌", "给我唱首歌", /还没有做：“给我唱首歌”/],
    ["list pods in dev and then sing a song", "sing a song", /Not done yet: “sing a song”/],
  ])("what is not done is said and offered: %s", async (message, left, note) => {
    const result = await begin().send(message);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(note);
    expect(result.nextSteps[0]).toEqual({ label: left, message: left });
  });

  test("surveys of two places are one survey of both", async () => {
    const result = await begin().send("检查 dev 和 production 的健康状况");
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/只看命名空间 dev[\s\S]*只看命名空间 production/);
    expect(result.answer).not.toContain("还没有做");
  });

  test("what nothing came of is told beside what the other part came to", async () => {
    const result = await begin().send("describe pod nosuch-thing in dev and then list nodes");
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/no pod that matches “nosuch-thing”[\s\S]*dev-worker-1/);
  });

  testWhere(kind === "bundled", "the sample servers can only read")(
    "each write asks for its own consent, and only what was agreed to is run",
    async () => {
      const conversation = begin();
      const first = await conversation.send("delete pod cart-service-v1-abcdef and cart-service-v2-ghijk in dev");
      expect(first.approval?.call.args).toMatchObject({ name: "cart-service-v1-abcdef" });
      const second = await conversation.send("cart-service-v1-abcdef");
      expect(second.approval?.call.args).toMatchObject({ name: "cart-service-v2-ghijk" });
      expect(second.calls.filter(({ effect }) => effect !== "read")).toHaveLength(1);
      const result = await conversation.send("no");
      expect(result.calls.filter(({ effect }) => effect !== "read")).toEqual([]);
      expect(result.answer).toMatch(/Not run: Delete pod cart-service-v2-ghijk/);
    },
  );

  test("logs and events of one thing ask once which is meant", async () => {
    const conversation = begin();
    const asked = await conversation.send("看一下 dev 里 cart-service 的日志和事件");
    expect(asked.question?.parameter).toBe("pod");
    const result = await conversation.send("cart-service-v2-ghijk");
    expect(result.status).toBe("ok");
  });
});
