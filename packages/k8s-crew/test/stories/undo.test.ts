import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("what was assumed, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = async (...messages: readonly string[]) => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    for (const message of messages) await conversation.send(message);
    return conversation;
  };

  test.each([
    ["logs of search-api", "undo", /Using namespace dev from before/],
    ["看一下 search-api 的日志", "不对", /沿用之前的命名空间：dev/],
  ])("“%s” says it, and “%s” asks for it instead", async (message, word, said) => {
    const conversation = await begin("list pods in dev");
    expect((await conversation.send(message)).answer).toMatch(said);
    const result = await conversation.send(word);
    expect(result.question?.parameter).toBe("namespace");
    expect(result.question?.choices.map(({ value }) => value)).toContain("production");
  });

  test("the only match of a name is said, and taken back it is one of a list", async () => {
    const conversation = await begin();
    expect((await conversation.send("logs of search-api in dev")).answer).toMatch(
      /The one pod that matches: search-api/,
    );
    const result = await conversation.send("wrong");
    expect(result.question?.parameter).toBe("pod");
    expect(result.question?.choices.length).toBeGreaterThan(3);
  });

  test.each(["undo", "撤销"])("“%s” at a question takes back what led to it", async (word) => {
    const conversation = await begin("list pods in dev", "logs of cart-service");
    expect((await conversation.send(word)).question?.parameter).toBe("namespace");
  });

  test("what was taken back is said with the question, and not with the replies to it", async () => {
    const conversation = await begin("list pods in dev", "logs of search-api");
    const taken = "I take back what I assumed";
    expect((await conversation.send("undo")).answer).toContain(taken);
    for (const reply of ["/context", "no-such-place"])
      expect((await conversation.send(reply)).answer).not.toContain(taken);
  });

  test.each([
    ["undo", /Nothing was assumed/],
    ["撤销", /没有假设任何东西/],
  ])("“%s” where nothing was assumed says so", async (word, said) => {
    const result = await (await begin("logs of cart-service-v1-abcdef in dev")).send(word);
    expect({ calls: result.calls, holds: said.test(result.answer) }).toEqual({ calls: [], holds: true });
  });

  test("/direct and /guided change how this conversation asks, and /context tells", async () => {
    const conversation = await begin();
    expect((await conversation.send("logs of checkout")).question?.choices).toEqual([]);
    await conversation.send("/direct");
    await conversation.send("取消");
    const direct = await conversation.send("logs of checkout");
    expect(direct.question === null || direct.question.choices.length > 0).toBe(true);
    expect((await conversation.send("/context")).answer).toMatch(/search right away|直接查找/);
    const other = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    await other.send("/guided");
    expect((await other.send("logs of checkout")).question?.choices).toEqual([]);
  });
});
