import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unusedAnswer } from "../../src/report/unused-answer.ts";
import { openStage, type Stage } from "./servers.ts";

describe("what no pod refers to", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });

  test.each(["unused configmaps in dev", "dev 里没用到的 configmap", "which configmaps in dev are used by nobody"])(
    "what pods refer to is not called unused: %s",
    async (message) => {
      const { answer, status } = await begin().send(message);
      expect(status).toBe("ok");
      expect(answer).not.toMatch(/cart-config/);
      expect(answer).toMatch(/None is unused|都有人用/);
    },
  );

  test("“the first one” after a clean-up is none of the list before it", async () => {
    const conversation = begin();
    const nodes = await conversation.send("list nodes");
    expect(nodes.answer).toContain("dev-worker-3");
    await conversation.send("what should I clean up");
    await conversation.send("run");
    const { answer, question } = await conversation.send("delete the first one");
    expect(`${answer}${question?.text ?? ""}`).not.toContain("dev-worker-3");
  });

  test("what no pod mounts is listed, with what pods cannot tell", async () => {
    const { answer } = await begin().send("unused pvcs in dev");
    expect(answer).toMatch(/^2 of 2 PVCs are referred to by no pod, CronJob or workload scaled to 0:$/m);
    expect(answer).toContain("check before you delete");
  });
});

test("what cannot be told is not called unused", () => {
  const now = Date.now();
  const looked = { language: "en" as const, resource: "configmap", width: 120, now, everywhere: true };
  const things = [
    { name: "ledger-settings", namespace: "billing", fields: {} },
    { name: "feature-flags", namespace: "shop", fields: { used: "no" } },
    { name: "banner", namespace: "shop", fields: { used: "yes" } },
  ];
  const answer = unusedAnswer(things, looked);
  expect(answer).toMatch(/^1 of 3 ConfigMaps is referred to by no pod.*:\n\nNAMESPACE +NAME\nshop +feature-flags$/m);
  expect(answer).toContain("Of 1 ConfigMap it cannot be told");
});
