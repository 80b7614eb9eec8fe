import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("a question about a change", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });

  test.each([
    ["what happens if I delete pod redis-0 in dev", /Nothing has been changed.*cannot be taken back/, "redis-0"],
    ["what happens when I scale web-frontend in dev to 0", /All of its pods are stopped/, "--replicas=0 -n dev"],
    ["删除 dev 的 deployment web-frontend 会影响什么", /什么都没有改.*它的 Pod 会一起被删掉/, "web-frontend -n dev"],
    ["怎么把 dev 的 web-frontend 扩到 5", /什么都没有改/, "--replicas=5 -n dev"],
  ])(
    "“%s” is answered with its effect, its command and an offer, and asks for no consent",
    async (said, tells, has) => {
      const { answer, approval, nextSteps } = await begin().send(said);
      expect(approval).toBeNull();
      expect(answer).toMatch(tells);
      expect(answer).toContain("kubectl ");
      expect(answer).toContain(has);
      expect(nextSteps).toHaveLength(1);
    },
  );

  test("the offer, taken up, asks for consent as any change does", async () => {
    const talk = begin();
    await talk.send("what happens if I delete pod redis-0 in dev");
    const { approval } = await talk.send("1");
    expect(approval).toMatchObject({ call: { args: { name: "redis-0", namespace: "dev" } } });
  });
});
