import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("a question answered by another way than a name, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const asked = async (message: string, ...replies: readonly string[]) => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    for (const said of [message, ...replies]) expect((await conversation.send(said)).status).toBe("needs_input");
    return conversation;
  };
  const offered = (result: { question?: { choices: readonly { value: string }[] } | null }) =>
    result.question?.choices.map(({ value }) => value) ?? [];

  test.each([
    ["logs of cart-service", "the one where redis runs", /redis is in namespace dev/],
    ["看一下 cart-service 的日志", "哪个 ns 里有 redis 就看哪个", /redis 在命名空间 dev/],
  ])("“%s”, “%s”: the namespace that has it is taken, and said", async (message, reply, holds) => {
    const result = await (await asked(message)).send(reply);
    expect(result.question?.parameter).toBe("pod");
    expect(result.answer).toMatch(holds);
    expect(offered(result)).toContain("cart-service-v2-ghijk");
  });

  test.each([
    ["logs of cart-service", "no idea where, just find it"],
    ["logs of cart-service", "everywhere"],
    ["看一下 cart-service 的日志", "不晓得在哪"],
  ])("“%s”, “%s” searches all namespaces", async (message, reply) => {
    const result = await (await asked(message)).send(reply);
    const places = new Set(offered(result).map((value) => value.split("/")[0]));
    expect(places).toEqual(new Set(["dev", "production"]));
  });

  test.each([
    [
      "logs of cart-service",
      "search-api",
      /“search-api” is no namespace but a pod in namespace dev.*instead of cart-service/,
    ],
    ["看一下 cart-service 的日志", "search-api", /“search-api”不是命名空间，是命名空间 dev 里的 Pod，改为看它/],
  ])("“%s”, “%s” names a thing where a namespace was asked for", async (message, reply, holds) => {
    const result = await (await asked(message)).send(reply);
    expect(result.answer).toMatch(holds);
    expect(result.calls.some(({ verb, args }) => verb === "logs" && /search-api/.test(JSON.stringify(args)))).toBe(
      true,
    );
  });

  test("a namespace and nothing else is not looked for among things", async () => {
    const result = await (await asked("logs of cart-service")).send("dev");
    expect(result.answer).not.toMatch(/is no namespace/);
    expect(result.question?.parameter).toBe("pod");
  });

  test.each([
    ["logs of cart-service", "dev", "which is newer?", "that one"],
    ["看一下 cart-service 的日志", "dev", "哪个是新的", "就它"],
  ])("“%s”, “%s”, “%s”, “%s”: what was told of is taken", async (message, ...replies) => {
    const conversation = await asked(message, ...replies.slice(0, -1));
    expect((await conversation.send(replies.at(-1) ?? "")).answer).toMatch(/multi-currency/);
  });

  test("“that one” where none was told of is asked about again", async () => {
    const conversation = await asked("logs of cart-service", "dev");
    expect((await conversation.send("that one")).status).toBe("needs_input");
  });

  test.each([
    ["logs of cart-service", "look at the second one's events", "event"],
    ["看一下 cart-service 的日志", "看第二个的事件", "event"],
    ["logs of cart-service", "describe the second one", "pod"],
    ["看一下 cart-service 的日志", "描述一下第二个", "pod"],
  ])("“%s”, then “%s” is done of that choice", async (message, reply, resource) => {
    const result = await (await asked(message, "dev")).send(reply);
    expect(result.status).toBe("ok");
    expect(result.calls.at(-1)).toMatchObject({ resource });
    expect(result.answer).toMatch(/cart-service-v2-ghijk/);
  });

  test.each([
    ["logs of cart-service", "back"],
    ["看一下 cart-service 的日志", "上一步"],
  ])("“%s”, “%s” asks for the namespace once more, and nothing hangs on the old one", async (message, reply) => {
    const conversation = await asked(message, "dev");
    const back = await conversation.send(reply);
    expect(back.question?.parameter).toBe("namespace");
    expect(offered(back)).toContain("production");
    const other = await conversation.send("production");
    expect(offered(other).join(" ")).toMatch(/cart-service/);
    expect(offered(other)).not.toContain("cart-service-v2-ghijk");
  });

  test.each([
    ["logs of cart-service", "list nodes", "ok back to the logs"],
    ["看一下 cart-service 的日志", "先看下节点", "刚才那个继续"],
    ["看一下 cart-service 的日志", "先看下节点", "好了，回到日志吧"],
  ])("“%s”, “%s”, “%s” goes back to the question", async (message, other, reply) => {
    const conversation = await asked(message, "dev");
    expect((await conversation.send(other)).status).toBe("ok");
    expect(offered(await conversation.send(reply))).toContain("cart-service-v2-ghijk");
  });

  test.each([
    ["logs of cart-service", "whichever", /Took cart-service-v[12]-\w+/],
    ["看一下 cart-service 的日志", "都行", /选了 cart-service-v[12]-\w+/],
  ])("“%s”, “%s”: one is taken, and said", async (message, reply, holds) => {
    const result = await (await asked(message, "dev")).send(reply);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(holds);
    expect(result.calls.filter(({ verb }) => verb === "logs")).toHaveLength(1);
  });

  describe("where the cluster has to be named", () => {
    const openly = async (message: string) => {
      const conversation = stage.conversation();
      expect((await conversation.send(message)).question?.parameter).toBe("cluster");
      return conversation;
    };
    const where = testWhere(kind === "clusters", "the other servers need no cluster");

    where("all clusters are taken, each with a list of its own", async () => {
      const result = await (await openly("show pods in production")).send("both clusters");
      expect(result.answer).toMatch(/namespace production of cluster dev-cluster/);
      expect(result.answer).toMatch(/namespace production of cluster prod-cluster/);
    });

    where("a cluster that has no such namespace is left out, and that is said", async () => {
      const result = await (await openly("看 dev 的 pod")).send("所有集群");
      expect(result.answer).toMatch(/集群 prod-cluster 里没有命名空间 dev，跳过了/);
      expect(result.answer).toMatch(/cart-service-v2-ghijk/);
    });

    where("a namespace named for the cluster is kept while the cluster is asked for", async () => {
      const conversation = await openly("logs of order-sync");
      const told = await conversation.send("it's in production i think");
      expect(told.question?.parameter).toBe("cluster");
      expect(told.answer).toMatch(/“production” is a namespace, and several clusters have one/);
      const result = await conversation.send("prod-cluster");
      expect(result.calls.some(({ verb }) => verb === "logs")).toBe(true);
    });

    where("the place of the thing is told by the cluster that has it", async () => {
      const result = await (await openly("logs of order-sync")).send("whichever has it");
      expect(result.answer).toMatch(/order-sync is in cluster prod-cluster/);
      expect(result.calls.some(({ verb }) => verb === "logs")).toBe(true);
    });

    where("two steps back is the cluster again", async () => {
      const conversation = await openly("logs of cart-service");
      for (const said of ["dev-cluster", "dev"]) await conversation.send(said);
      expect((await conversation.send("go back two steps")).question?.parameter).toBe("cluster");
    });
  });
});
