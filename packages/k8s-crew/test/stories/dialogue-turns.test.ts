import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("a conversation that turns", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const begun = (guidance: "guided" | "direct" = "guided") => stage.conversation({ cluster: "dev-cluster", guidance });
  const planned = async (message: string) => {
    const conversation = begun();
    expect((await conversation.send(message)).question?.parameter).toBe("plan");
    return conversation;
  };

  test.each([
    ["is everything healthy?", "what about production", /namespace production/],
    ["is everything healthy?", "no, in production", /namespace production/],
    ["检查一下服务健康状况", "那 production 呢", /命名空间 production/],
    ["检查一下服务健康状况", "不是，是 production 的", /命名空间 production/],
  ])("“%s”, “%s” takes the plan there", async (message, reply, holds) => {
    const told = await (await planned(message)).send(reply);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "plan" } });
    expect(told.answer).toMatch(holds);
  });

  test.each([
    ["is everything healthy?", "what should i clean up", /was put away and did not run/, "back to the plan"],
    ["is everything healthy?", "list the pods in dev", /was put away and did not run/, "back to the plan"],
    ["检查一下服务健康状况", "有什么可以清理的", /没有执行，先放下了/, "回到刚才的计划"],
  ])("“%s”, “%s” puts the plan away with a word, and “%4$s” returns to it", async (message, other, put, back) => {
    const conversation = await planned(message);
    const first = (await conversation.send(other)).answer;
    expect(first).toMatch(put);
    const told = await conversation.send(back);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "plan" } });
    expect(told.answer).toMatch(/Service health|服务健康检查/);
  });

  test.each([
    ["logs of cart-service", "tell me a joke", /only know about Kubernetes/],
    ["logs of cart-service", "thanks", /welcome/],
    ["查看 cart-service 日志", "你好", /你好/],
    ["查看 cart-service 日志", "你能干啥", /快捷指令/],
    ["检查一下服务健康状况", "讲个笑话", /只管 Kubernetes/],
  ])("“%s”, “%s” gets its answer, and the question stands", async (message, talk, holds) => {
    const conversation = begun();
    const asked = (await conversation.send(message)).question?.parameter;
    const told = await conversation.send(talk);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: asked } });
    expect(told.answer).toMatch(holds);
  });

  test.each(["what can you do", "how can you help me", "你能干啥", "你都会啥", "你能帮我干什么"])(
    "“%s” is a wish for help",
    async (message) => {
      const told = await begun().send(message);
      expect(told).toMatchObject({ status: "ok", calls: [] });
      expect(told.answer).toMatch(/Quick commands|快捷指令/);
    },
  );

  test.each(["what did you change?", "have you changed anything?", "你改了什么", "你有没有改过什么"])(
    "“%s” is about what the assistant did: nothing so far",
    async (message) => {
      const told = await begun().send(message);
      expect(told).toMatchObject({ status: "ok", calls: [] });
      expect(told.answer).toMatch(/no change was made|什么都没改/);
    },
  );

  test.each([
    ["scale web-frontend to 4 in dev", "ok?", /Whether to do it is for you/],
    ["把 dev 的 web-frontend 扩到 4 个", "可以吗", /要不要做由你决定/],
    ["scale web-frontend to 4 in dev", "what did you change?", /no change was made/],
    ["scale web-frontend to 4 in dev", "tell me a joke", /only know about Kubernetes/],
  ])("“%s”, “%s” is answered at the card, which stays", async (message, reply, holds) => {
    const conversation = begun();
    expect((await conversation.send(message)).status).toBe("needs_approval");
    const told = await conversation.send(reply);
    expect(told).toMatchObject({ status: "needs_approval", calls: [] });
    expect(told.answer).toMatch(holds);
  });

  test.each([
    ["delete the cart-service pod in dev", "all of them", /2 changes are waiting/],
    ["删除 dev 里的 cart-service pod", "都要", /还有 2 个修改，一个一个确认/],
  ])("“%s”, “%s” asks for each on its own, and says how many there are", async (message, reply, holds) => {
    const conversation = begun();
    expect((await conversation.send(message)).question?.choices).toHaveLength(2);
    const card = await conversation.send(reply);
    expect(card).toMatchObject({ status: "needs_approval" });
    expect(card.answer).toMatch(holds);
    const over = await conversation.send("no");
    expect(over).toMatchObject({ status: "cancelled", calls: [] });
  });

  test.each([
    ["删处 dev 的 web-frontend", "删除 dev 的 web-frontend"],
    ["扩蓉 dev 的 web-frontend 到 3", "扩容 dev 的 web-frontend 到 3"],
  ])("“%s” is no change: what was most likely meant is offered", async (message, meant) => {
    const told = await begun().send(message);
    expect(told).toMatchObject({ status: "ok", approval: null });
    expect(told.nextSteps.map(({ message: step }) => step)).toEqual([meant]);
  });

  test("“podz” is read as pods, which is said", async () => {
    const told = await begun().send("show podz in dev");
    expect(told.answer).toMatch(/Read “podz” as “pods”/);
    expect(told.answer).toMatch(/15 pods in namespace dev/);
  });
});

test("what was changed is told from what was sent", async () => {
  const stage = await openStage("bundled");
  try {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    await conversation.send("scale web-frontend to 3 in dev");
    await conversation.send("yes");
    await conversation.send("list the pods in dev");
    const told = await conversation.send("what did you change?");
    expect(told.answer).toMatch(/1 change in this conversation/);
    expect(told.answer).toMatch(/Deployment web-frontend \(replicas=3, .*\) \[resources_scale\]/);
  } finally {
    await stage.close();
  }
});
