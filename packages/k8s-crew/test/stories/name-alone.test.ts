import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("a name whose kind nobody says, on a server that lists every kind", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const ask = (message: string, guidance: "guided" | "direct" = "guided") =>
    stage.conversation({ cluster: "dev-cluster", guidance }).send(message);

  test.each([
    ["whats in cart-config", /no pod; found it among the ConfigMaps[\s\S]*ConfigMap cart-config in/],
    ["cart-database 里有什么", /不是 Pod，在 Secret 里找到了它/],
  ])("“%s” is found among what people set up, and no namespace is asked for", async (message, holds) => {
    const result = await ask(message);
    expect({ status: result.status, answer: result.answer }).toMatchObject({ status: "ok" });
    expect(result.answer).toMatch(holds);
  });

  test("what is asked tells the kind: only a CronJob is suspended, only a claim is bound", async () => {
    const { answer, calls } = await ask("is nightly-report suspended");
    expect(answer).toMatch(/^No, CronJob nightly-report in namespace dev .*not suspended/m);
    expect(calls.find(({ resource }) => resource !== "cluster" && resource !== "namespace")?.resource).toBe("cronjob");
  });

  test.each([
    ["redis-data 绑定了吗", /PVC redis-data 的状态是 Bound/],
    ["is the storage class standard the default", /storageclass\.kubernetes\.io\/is-default-class/],
  ])("“%s”", async (message, holds) => {
    expect((await ask(message)).answer).toMatch(holds);
  });

  test("a slip in a name that is nowhere is answered with the names near to it, of whatever kind", async () => {
    expect((await ask("describe cart-databse")).answer).toMatch(/Near to it in name: .*Secret cart-database/);
  });
});
