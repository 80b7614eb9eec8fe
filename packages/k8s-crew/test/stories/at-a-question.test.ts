import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("at an open question, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const asked = async (message: string) => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    expect((await conversation.send(message)).status).toBe("needs_input");
    return conversation;
  };

  test.each([
    ["logs of cart-service", "it's in dev, the v2 one"],
    ["看一下 cart-service 的日志", "在 dev，v2 那个"],
  ])("“%s”, “%s” answers two gaps at once", async (message, reply) => {
    const result = await (await asked(message)).send(reply);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/cart-service-v2-ghijk/);
  });

  test.each([
    ["logs of cart-service in dev", "list the pods in production"],
    ["看 dev 里 cart-service 的日志", "列出 production 的 pod"],
  ])("“%s”, “%s” asks for what is there, and not for the choices", async (message, reply) => {
    const { status, answer } = await (await asked(message)).send(reply);
    expect(status).toBe("ok");
    expect(answer).toMatch(/checkout-/);
  });

  test.each([
    ["logs of cart-service in dev", "which is newer?", /That is cart-service-v2-ghijk/],
    ["看 dev 里 cart-service 的日志", "哪个最新？", /是 cart-service-v2-ghijk/],
    ["logs of cart-service in dev", "which one should I pick?", /worth seeing first: cart-service-v2-ghijk/],
    ["看 dev 里 cart-service 的日志", "我该选哪个", /一般先看最新的那个：cart-service-v2-ghijk/],
  ])("“%s”, “%s” is answered and the question stands", async (message, reply, holds) => {
    const conversation = await asked(message);
    for (let round = 0; round < 3; round += 1) {
      const told = await conversation.send(reply);
      expect(told.status).toBe("needs_input");
      // Where the list has names only, the two pods are looked at.
      expect(told.calls.every(({ verb }) => kind !== "bundled" && ["get", "describe"].includes(verb))).toBe(true);
      expect(told.answer).toMatch(holds);
    }
    expect((await conversation.send("2")).answer).toMatch(/cart-service-v2-ghijk/);
  });

  test.each([
    ["看 dev 里 cart-service 的日志", "v2 那个重启了几次？", /cart-service-v2-ghijk 重启了 0 次/],
    ["看 dev 里 cart-service 的日志", "有什么区别", /cart-service:1\.8\.2.*\n.*cart-service:2\.0\.0-rc1/],
    ["看 dev 里 cart-service 的日志", "哪个在 dev-worker-3 上", /没有一个在 dev-worker-3 上；它们在：dev-worker-2/],
    ["看 dev 里 cart-service 的日志", "什么是 namespace", /命名空间把一个集群分成几个区域/],
    ["logs of cart-service in dev", "what image does the second one use?", /cart-service:2\.0\.0-rc1/],
    ["logs of cart-service in dev", "what is the difference", /1\.8\.2.*\n.*2\.0\.0-rc1/],
    ["logs of cart-service in dev", "which one is older than 2 days?", /That is cart-service-v1-abcdef/],
    ["logs of cart-service in dev", "what is a namespace?", /names are unique within it/],
    ["logs of cart-service in dev", "how do I fix it", /once it is found and looked at/],
  ])("“%s”, “%s” is a question of its own: it is answered and the choice stays open", async (message, reply, holds) => {
    const conversation = await asked(message);
    const told = await conversation.send(reply);
    expect({ status: told.status, parameter: told.question?.parameter }).toEqual({
      status: "needs_input",
      parameter: "pod",
    });
    expect(told.answer).toMatch(holds);
    expect(told.calls.some(({ verb }) => verb === "logs")).toBe(false);
    expect((await conversation.send("2")).answer).toMatch(/cart-service-v2-ghijk/);
  });

  test.each([
    ["看 dev 里 cart-service 的日志", "先看下节点", "v2 那个"],
    ["logs of cart-service in dev", "list nodes", "the v2 one"],
  ])("“%s”, “%s”, then “%s” answers the question that was left", async (message, other, reply) => {
    const conversation = await asked(message);
    expect((await conversation.send(other)).answer).toMatch(/dev-worker-3/);
    const result = await conversation.send(reply);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/multi-currency/);
  });

  test.each([
    ["看 dev 里 cart-service 的日志", "先看下节点", "回到刚才的问题"],
    ["logs of cart-service in dev", "list nodes", "back to my question"],
  ])("“%s”, “%s”, then “%s” asks it again", async (message, other, back) => {
    const conversation = await asked(message);
    await conversation.send(other);
    const again = await conversation.send(back);
    expect(again.question?.choices.map(({ value }) => value)).toContain("cart-service-v2-ghijk");
    expect((await conversation.send("2")).answer).toMatch(/multi-currency/);
  });

  test("a number before any list was shown brings the list", async () => {
    const result = await (await asked("logs of cart-service")).send("2");
    expect(result.question?.choices.map(({ value }) => value)).toContain("dev");
  });

  test("the first of the choices may be switched to", async () => {
    const result = await (await asked("看 dev 里 cart-service 的日志")).send("换成第一个");
    expect(result.answer).toMatch(/cart-service-v1-abcdef/);
  });

  test.each(["/context", "/help", "/tools"])("“%s” tells, and the question stands", async (command) => {
    const conversation = await asked("logs of cart-service in dev");
    const told = await conversation.send(command);
    expect(told.status).toBe("needs_input");
    expect(told.answer).toMatch(/dev|refresh|list/);
    expect((await conversation.send("2")).answer).toMatch(/cart-service-v2-ghijk/);
  });

  test("a namespace named at the question for a pod moves the question there", async () => {
    const conversation = await asked("logs of cart-service in dev");
    const result = await conversation.send("production");
    expect(result.calls.at(-1)?.args).toMatchObject({ namespace: "production" });
    expect(result.answer).not.toMatch(/v2-ghijk/);
  });

  testWhere(kind !== "plain", "the plain server knows one cluster")(
    "a cluster named at the question for a namespace moves the question there",
    async () => {
      const conversation = await asked("logs of cart-service");
      await conversation.send("list them");
      const result = await conversation.send("prod-cluster");
      expect(result.question?.choices.map(({ value }) => value)).not.toContain("dev");
      expect(JSON.stringify(result.calls)).toMatch(/prod-cluster/);
    },
  );

  test("namespaces that do not exist are said, with a way out; the third puts the question aside", async () => {
    const conversation = await asked("logs of cart-service");
    for (const [name, status] of [
      ["nosuch-a", "needs_input"],
      ["nosuch-b", "needs_input"],
      ["nosuch-c", "cancelled"],
    ] as const) {
      const result = await conversation.send(name);
      expect(result.status).toBe(status);
      if (status === "needs_input") expect(result.answer).toMatch(new RegExp(`no namespace named “${name}”.*“cancel”`));
    }
  });
});
