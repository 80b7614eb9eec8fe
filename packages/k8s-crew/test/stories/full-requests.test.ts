import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("a request in full at a question about something else", () => {
  let many: Stage;
  let one: Stage;
  beforeAll(async () => {
    [many, one] = await Promise.all([openStage("clusters"), openStage("bundled")]);
  });
  afterAll(() => Promise.all([many.close(), one.close()]));

  test.each([
    [
      "payment-worker 的日志",
      "dev 里 image-resizer 的日志，最后 3 行",
      /image-resizer/,
      /“payment-worker 的日志”还没查，先放下了/,
    ],
    [
      "logs of payment-worker",
      "logs of image-resizer in dev, last 3 lines",
      /image-resizer/,
      /“logs of payment-worker” is put aside/,
    ],
  ])(
    "“%s”, “%s”: the new one is what is asked about, and the old one is said to wait",
    async (first, then, about, waits) => {
      const conversation = many.conversation();
      expect((await conversation.send(first)).question?.parameter).toBe("cluster");
      const asked = await conversation.send(then);
      expect(asked.question?.parameter).toBe("cluster");
      const done = await conversation.send("dev-cluster");
      expect(`${asked.answer}\n${done.answer}`).toMatch(waits);
      expect(done.answer).toMatch(about);
      expect(done.calls.find(({ verb }) => verb === "logs")?.args).toMatchObject({ tailLines: 3 });
    },
  );

  test.each(["actually compare cart-service between dev-cluster and prod-cluster", "对比一下两个集群的 cart-service"])(
    "at the pods to choose from, “%s” is no choice among them",
    async (then) => {
      const conversation = one.conversation({ namespace: "dev" });
      expect((await conversation.send("logs of cart-service")).question?.parameter).toBe("pod");
      const result = await conversation.send(then);
      expect(result.status).toBe("ok");
      expect(result.answer).toMatch(/1\.8\.1/);
    },
  );

  test("what says the same again is answered by the same question, and nothing is said to wait", async () => {
    const conversation = one.conversation({ namespace: "dev" });
    await conversation.send("logs of cart-service");
    const again = await conversation.send("logs of cart-service in dev");
    expect(again.question?.parameter).toBe("pod");
    expect(again.answer).not.toMatch(/put aside|Which of these/);
  });

  test.each([
    ["delete pod payment-worker in dev", "list nodes", "what about the delete", /nothing was changed/],
    ["删除 dev 里的 pod payment-worker", "列出节点", "那删除呢", /什么都没改/],
  ])(
    "a change that was left for something else waits, is said to, and “%s … %s … %s” comes back to it",
    async (first, then, back, waits) => {
      const conversation = one.conversation();
      const before = await conversation.send(first);
      expect((await conversation.send(then)).answer).toMatch(waits);
      const again = await conversation.send(back);
      expect(again.question?.choices).toEqual(before.question?.choices);
    },
  );
});
