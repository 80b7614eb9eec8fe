import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createK8sCrew } from "../../src/index.ts";
import { openStage, type Stage } from "./servers.ts";

test.each(["how are my clusters?", "集群状态"])(
  "a crew without tools never calls a cluster fine: “%s”",
  async (message) => {
    const crew = createK8sCrew({ tools: [] });
    const result = await crew.conversation().send(message);
    expect(result.answer).toMatch(/no tool|没有可用的工具/);
    expect(result.answer).not.toMatch(/fine|正常/);
    await crew.close();
  },
);

describe("on the bundled server", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test.each([
    ["increase the memory limit of image-resizer in dev", /takes the whole YAML of the object/],
    ["更新 dev 里的 deployment image-resizer", /需要对象的完整 YAML/],
  ])(
    "a person is not asked for the YAML of an object, and no later word is taken for one: “%s”",
    async (wish, said) => {
      const conversation = stage.conversation({ cluster: "dev-cluster" });
      const { answer, question } = await conversation.send(wish);
      expect(answer).toMatch(said);
      expect(question).toBeNull();
      expect((await conversation.send("is it fixed?")).approval).toBeNull();
    },
  );
});
