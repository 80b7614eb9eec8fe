import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("what a change is done to", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster" });

  test.each(["最新的", "the newest", "the oldest one"])(
    "“%s” of two that are as old is asked about, and neither is deleted",
    async (reply) => {
      const conversation = begin();
      await conversation.send("delete a pod of cart-service in production");
      const asked = await conversation.send(reply);
      expect(asked.status).toBe("needs_input");
      expect(asked.question?.choices).toHaveLength(2);
    },
  );

  test.each([
    ["scale cart-service in dev to 3", "not the first", "cart-service-v2"],
    ["scale cart-service in dev to 3", "除了第一个", "cart-service-v2"],
    ["scale cart-service in dev to 3", "别选 v1", "cart-service-v2"],
  ])("“%s”, “%s”: what is left is asked about, and a yes takes it", async (message, reply, left) => {
    const conversation = begin();
    await conversation.send(message);
    const asked = await conversation.send(reply);
    expect(asked.status).toBe("needs_input");
    expect(asked.question?.choices.map(({ label }) => label)).toEqual([left]);
    const card = await conversation.send("yes");
    expect(card.approval?.call.args).toMatchObject({ name: left });
  });

  test("of several newest pods all logs are shown, and that they tie is said", async () => {
    const conversation = begin();
    await conversation.send("logs of cart-service in production");
    const shown = await conversation.send("the newest");
    expect(shown.answer).toMatch(/2 of them tie/);
  });
});
