import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

const v1 = /^.*(?:Log|日志|Error lines)[\s\S]*cart-service-v1-abcdef|cart-service-v1-abcdef[\s\S]*日志/;

describe.each(serverKinds)("what is said after an answer, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const after = async (...messages: readonly string[]) => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    for (const message of messages) await conversation.send(message);
    return conversation;
  };
  const ofV2 = "logs of cart-service-v2-ghijk in dev";

  test.each([
    [[ofV2], "and search-api?", /search-api-/],
    [[ofV2], "那 search-api 呢", /search-api-/],
    [[ofV2], "cart-service-v1-abcdef", v1],
    [[ofV2, "cart-service-v1-abcdef"], "上一个", /cart-service-v2-ghijk/],
    [[ofV2, "cart-service-v1-abcdef"], "and the previous one?", /cart-service-v2-ghijk/],
    [["logs of cart-service in dev", "1"], "换成第二个", /cart-service-v2-ghijk/],
  ] as const)("%j, “%s” reads the log of the other one", async (messages, message, holds) => {
    const result = await (await after(...messages)).send(message);
    expect(result.calls.at(-1)).toMatchObject({ verb: "logs", outcome: "ok" });
    expect(result.answer).toMatch(holds);
  });

  test.each([
    ["last 2 lines", 2],
    ["最后 3 行", 3],
  ])("“%s” after a log shows so much of it", async (message, lines) => {
    const result = await (await after("logs of cart-service in dev", "2")).send(message);
    expect(result.answer.trim().split("\n").slice(2)).toHaveLength(lines);
    expect(result.answer).toMatch(/cart-service-v2-ghijk/);
  });

  test.each([
    ["v2, last 2 lines", 2],
    ["v2 那个，最后 3 行", 3],
  ])("“%s” picks and says how much", async (reply, lines) => {
    const result = await (await after("logs of cart-service in dev")).send(reply);
    expect(result.answer.trim().split("\n").slice(2)).toHaveLength(lines);
  });

  test.each([
    [["logs of cart-service in dev"], "它的事件"],
    [["delete pod cart-service-v1-abcdef in dev", "no"], "its logs"],
    [["delete pod cart-service-v1-abcdef in dev"], "等一下，先看看它的日志"],
    [["restart deployment cart-service in dev"], "先看看它的日志"],
  ] as const)("%j, “%s” is about what was spoken of", async (messages, message) => {
    const result = await (await after(...messages)).send(message);
    expect(`${result.answer}${JSON.stringify(result.calls)}`).toMatch(/cart-service/);
    expect(result.answer).not.toMatch(/payment-worker|analytics/);
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test.each(["dev", "在 dev", "in dev"])("“%s” after a name was not found asks there", async (message) => {
    const conversation = await after("logs of cart-service-v1-abcdef in default", "cancel");
    expect((await conversation.send(message)).answer).toMatch(v1);
  });

  testWhere(kind === "bundled", "the other servers list one namespace at a time")(
    "what is not where it was looked for is offered where it is",
    async () => {
      const result = await (await after()).send("logs of cart-service-v1-abcdef in default");
      expect(result.status).toBe("needs_input");
      expect(result.answer).toMatch(
        /no pod that matches “cart-service-v1-abcdef” in namespace default of cluster dev-cluster. It is in dev/,
      );
    },
  );

  test("what is nowhere is said, with where it was looked, and a wider search is offered", async () => {
    const conversation = await after();
    const result = await conversation.send("dev 里 no-such-thing 的日志");
    expect(result.answer).toMatch(/命名空间 dev 没有找到/);
    const offered = result.nextSteps.map(({ label }) => label).join();
    // All namespaces were read by then, one list or one for each; another cluster is offered where it can be chosen.
    expect(result.answer).toContain("其他命名空间里也没有");
    if (kind !== "plain") expect(offered).toMatch(/^在 prod-cluster 集群里查找 no-such-thing/);
    else expect(offered).not.toContain("prod-cluster");
    expect((await conversation.send("1")).status).not.toBe("needs_input");
  });

  test("“more” goes on with a list that was cut, and says when that was all", async () => {
    const conversation = await after();
    const first = await conversation.send("list pods in dev");
    expect((await conversation.send("还有吗")).answer).toMatch(/没有更多|no more/i);
    // The worst of them is looked at next.
    expect(first.nextSteps[0]?.label).toMatch(/payment-worker/);
  });

  test("what runs on a node that was looked at is its pods", async () => {
    const conversation = await after("nodes", "describe the first one");
    for (const message of ["what runs on it", "它上面都跑着什么"]) {
      const result = await conversation.send(message);
      expect(result.calls.some(({ verb, resource }) => verb === "list" && resource === "pod")).toBe(true);
      expect(result.status).toBe("ok");
    }
  });

  test.each([
    "the other one too",
    "and the other one?",
    "show me the other pod",
    "另一个也看下",
    "另外一个呢",
    "再看看另一个",
  ])("“%s” after one of two was picked reads the other", async (message) => {
    const result = await (await after("logs of cart-service in dev", "2")).send(message);
    expect(result.calls.at(-1)).toMatchObject({ verb: "logs", outcome: "ok" });
    expect(result.answer).toMatch(v1);
  });

  test("where more than two were shown, “the other one” is none of them", async () => {
    const result = await (await after("list pods in dev", "logs of the first one")).send("the other one");
    expect(result.calls).toEqual([]);
  });

  test.each([
    ["delete pod cart-service-v1-abcdef in dev", "no", "is it still there?"],
    ["delete pod cart-service-v1-abcdef in dev", "取消", "还在吧"],
    ["delete pod cart-service-v1-abcdef in dev", "取消", "没被删吧？"],
  ])("“%s”, “%s”, “%s” looks whether it is there", async (...messages) => {
    const conversation = await after(messages[0], messages[1]);
    const told = await conversation.send(messages[2]);
    expect(told.calls.every(({ effect }) => effect === "read")).toBe(true);
    expect(told.answer).toMatch(/cart-service-v1-abcdef/);
    expect(told.status).toBe("ok");
  });

  testWhere(kind === "bundled", "the other servers do not list all namespaces, or know one cluster only")(
    "another cluster and all of it: the namespace from before is left behind",
    async () => {
      for (const message of ["and on prod-cluster, all of them", "prod-cluster 那边呢，全部命名空间"]) {
        const result = await (await after("list pods in dev")).send(message);
        expect(result.calls.at(-1)).toMatchObject({ verb: "list", resource: "pod", args: { context: "prod-cluster" } });
        expect(result.calls.at(-1)?.args).not.toHaveProperty("namespace");
      }
    },
  );

  test.each(["what's up with it", "它咋了", "它怎么了"])(
    "“%s” after a list looks at all that is wrong there",
    async (message) => {
      const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
      await conversation.send("list pods in dev");
      const result = await conversation.send(message);
      expect(result.status).toBe("ok");
      expect(result.answer).toMatch(/payment-worker/);
    },
  );
});
