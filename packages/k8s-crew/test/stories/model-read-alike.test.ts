import { describe, expect, test } from "vitest";
import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, talk } = useModelStage();

const said = (message: string, reply: ReturnType<typeof answer>) => {
  openRouter().enqueue({ match: planner, reply });
  return talk().send(message);
};

/** What is looked into is explained besides. */
const explained = (message: string, reply: ReturnType<typeof answer>) => {
  openRouter().enqueue({ match: planner, reply }, { match: executor, reply: answer({ hypothesis: "" }) });
  return talk().send(message);
};

describe("where a model plans what the rules read", () => {
  test("a word that was read as another is told", async () => {
    const result = await said("show me evnets in dev", planOf(call("events_list", { namespace: "dev" })));
    expect(result.answer).toContain("Read “evnets” as “events”");
  });

  test("what the rules pick out of a list is picked out", async () => {
    const result = await said("any unhelthy pods in dev", planOf(call("pods_list_in_namespace", { namespace: "dev" })));
    expect(result.answer).toContain("payment-worker");
    expect(result.answer).not.toContain("redis-0");
  });

  test("the time that was said is kept", async () => {
    const result = await explained("was there an incident last night", answer({ view: "changes", calls: [] }));
    expect(result.answer).toContain("last night (");
  });
});

describe("a name that a model plans with", () => {
  test.each([
    ["is said where its words stand side by side", "what does cart service v2 print in dev, hm", "cart-service-v2"],
    ["is said where the rules read a word so", "数据库迁移那个 job 的日志，dev 里的", "database-migration"],
  ])("%s", async (_, message, name) => {
    const result = await explained(message, planOf(call("pods_log", { name, namespace: "dev" })));
    const read = result.calls.filter(({ verb }) => verb === "logs");
    expect(read.map(({ args }) => args.name)).toEqual([expect.stringContaining(name)]);
  });
});

test("“not all namespaces” without a namespace is not the server's own namespace", async () => {
  const result = await said("hm, usage numbers", planOf(call("pods_top", { all_namespaces: "false" })));
  expect(result.answer).toContain("payment-worker");
});

test.each(["scale cart-service-v1 in dev to 5 tomorrow at 9", "明天早上9点把 dev 的 cart-service-v1 扩到 5 个副本"])(
  "a change at another time is not put up for now: %s",
  async (message) => {
    const scale = call("resources_scale", {
      ...{ apiVersion: "apps/v1", kind: "Deployment", name: "cart-service-v1", namespace: "dev" },
      scale: "5",
    });
    const result = await said(message, planOf(scale));
    expect(result).toMatchObject({ status: "ok", approval: null });
    expect(result.answer).toMatch(/tomorrow at 9|明天早上9点/);
  },
);
