import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("a thing whose kind was not said, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = (guidance: "guided" | "direct") => stage.conversation({ cluster: "dev-cluster", guidance });

  test.each([
    ["guided", "describe worker-2", /no pod; found it among the nodes[\s\S]*dev-worker-2/],
    ["direct", "describe worker-2", /no pod; found it among the nodes[\s\S]*dev-worker-2/],
    ["guided", "看看 worker-3 怎么了", /不是 Pod，在节点里找到了它[\s\S]*dev-worker-3[\s\S]*NotReady/],
    ["direct", "find worker-2", /found it among the nodes[\s\S]*1 of 4 nodes match/],
  ] as const)("a node is found, and it is said where (%s): %s", async (guidance, message, holds) => {
    const conversation = begin(guidance);
    const first = await conversation.send(message);
    const result = first.question?.parameter === "plan" ? await conversation.send("执行") : first;
    expect({ status: result.status, answer: result.answer }).toMatchObject({ status: "ok" });
    expect(`${first.answer}\n${result.answer}`).toMatch(holds);
  });

  test("a node that the conversation knows is taken for one at once", async () => {
    const conversation = begin("guided");
    await conversation.send("list nodes");
    const result = await conversation.send("describe worker-2");
    expect(result.answer).not.toMatch(/no pod/);
    expect(result.answer).toMatch(/dev-worker-2/);
    expect(result.calls.some(({ resource }) => resource === "pod")).toBe(false);
  });

  testWhere(kind === "bundled", "the sample servers delete nothing but pods").each([
    ["删掉 dev 里的 web-frontend", "web-frontend", "Deployment"],
    ["delete the failed database job in dev", "database-migration", "Job"],
    ["把失败的迁移 job 删了吧", "database-migration", "Job"],
  ])(
    "what is to be deleted is what has that very name, or the only one that is so: %s",
    async (message, name, what) => {
      const { approval, calls } = await begin("direct").send(message);
      expect(approval?.call.args).toMatchObject({ kind: what, namespace: "dev", name });
      expect(calls.filter(({ effect }) => effect !== "read")).toEqual([]);
    },
  );

  testWhere(kind !== "plain", "the plain server measures nothing")("a word that says where needs no “in”", async () => {
    const { answer } = await begin("direct").send("top pods dev");
    expect(answer).toMatch(/in namespace dev/);
  });

  testWhere(kind !== "plain", "the plain server has events of pods only").each([
    "show the events of worker-3",
    "查看 worker-3 的事件",
  ])("the events of a node are not asked for as those of a pod: %s", async (message) => {
    const result = await begin("direct").send(message);
    expect({ status: result.status, answer: result.answer }).toMatchObject({ status: "ok" });
    expect(result.calls.at(-1)).toMatchObject({ resource: "event", outcome: "ok" });
    expect(JSON.stringify(result.calls.at(-1)?.args)).not.toMatch(/Pod/);
  });

  test("a pod stays a pod, with one list read for it", async () => {
    const result = await begin("direct").send("describe cart-service-v2 in dev");
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/pod cart-service-v2-ghijk/);
    expect(result.calls.some(({ resource }) => resource === "node" || resource === "deployment")).toBe(false);
  });

  testWhere(kind === "bundled", "the sample servers do not list every kind that is named")(
    "what is nowhere is said to be nowhere, with the kinds that were looked at",
    async () => {
      expect((await begin("direct").send("看看 node-a 怎么了")).answer).toMatch(
        /Pod、工作负载、服务、PVC 以及节点里都没有找到“node-a”/,
      );
      expect((await begin("guided").send("describe node-a")).answer).toMatch(
        /Found no “node-a” among the pods, workloads/,
      );
    },
  );
});

describe("a thing of a kind that was said", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test.each([
    ["why did job checkout fail", /Found no Job that matches “checkout”/],
    ["statefulset foo 怎么了", /没有找到与“foo”匹配的 StatefulSet/],
  ])("that is nowhere is said to be missing, and what is wrong there is told: %s", async (message, missing) => {
    const { status, answer } = await stage.conversation({ cluster: "dev-cluster", guidance: "direct" }).send(message);
    expect({ status, answer }).toMatchObject({ status: "ok" });
    expect(answer).toMatch(missing);
  });

  test.each(["delete web-frontend in dev", "删掉 dev 下面的 web-frontend"])(
    "to take away a name takes away what is called so, and no pod of it that comes back: %s",
    async (message) => {
      const { approval } = await stage.conversation({ cluster: "dev-cluster", guidance: "direct" }).send(message);
      expect(approval?.call.args).toMatchObject({ kind: "Deployment", name: "web-frontend", namespace: "dev" });
    },
  );

  test("a pod that is named in full is taken away itself", async () => {
    const talk = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const { approval } = await talk.send("delete cart-service-v1-abcdef in dev");
    expect(approval?.call.tool).toBe("pods_delete");
  });
});
