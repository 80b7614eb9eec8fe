import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("begun in a namespace that does not exist, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = (namespace: string) => stage.conversation({ cluster: "dev-cluster", namespace });

  test.each([
    ["list pods", "prodction", /no namespace prodction[\s\S]*production/],
    ["列出 pod", "nosuch", /命名空间 nosuch 不存在[\s\S]*dev/],
    ["list deployments", "nosuch", /no namespace nosuch[\s\S]*production/],
  ])("“%s” in %s says so, with what there is", async (message, namespace, holds) => {
    const result = await begin(namespace).send(message);
    expect(result.answer).toMatch(holds);
    expect(result.status).toBe("error");
    expect(result.error?.code).toBe("not_found");
  });

  test("a wider search is offered, and can be taken", async () => {
    const conversation = begin("prodction");
    const { nextSteps } = await conversation.send("list pods");
    expect(nextSteps.map(({ label }) => label)).toEqual([
      "List pods in namespace production",
      "List pods in all namespaces",
    ]);
    expect((await conversation.send("1")).answer).toMatch(/checkout-/);
  });

  test("an empty namespace that exists is said to be empty", async () => {
    const result = await begin("default").send("list services with label app=none");
    expect(result.status).toBe("ok");
    expect(result.answer).not.toMatch(/no namespace/);
  });
});
