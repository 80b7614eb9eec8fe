import { startOpenRouter } from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Conversation } from "../../src/index.ts";
import { openStage, type Stage, serverKinds } from "./servers.ts";

/** Where things are may always be looked up. */
const ofThings = (calls: Awaited<ReturnType<Conversation["send"]>>["calls"]) =>
  calls.filter(({ resource }) => resource !== "cluster" && resource !== "namespace");

describe.each(serverKinds)("a message that no rule reads, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });

  test.each([
    ["what's search-api moaning about in dev", "Read as: logs of search-api in namespace dev."],
    ["dev 里的 search-api 又在叫唤啥", "按“dev 命名空间 查看 search-api 的日志”理解。"],
  ])("is done and said where it is surely meant (%s)", async (message, said) => {
    const { status, answer, calls } = await begin().send(message);
    expect(status).toBe("ok");
    expect(answer).toContain(said);
    expect(calls.map(({ verb }) => verb)).toContain("logs");
  });

  test.each([
    ["what's search-api moaning about in dev", "undo", "reading of your message"],
    ["dev 里的 search-api 又在叫唤啥", "不对", "对这句话的理解"],
  ])("is asked when it is taken back (%s)", async (message, word, said) => {
    const conversation = begin();
    await conversation.send(message);
    const { answer, question, calls } = await conversation.send(word);
    expect(answer).toContain(said);
    expect({ asked: question?.parameter, calls: ofThings(calls) }).toEqual({ asked: "reading", calls: [] });
  });

  test.each([
    ["web-frontend in dev - up or not", "took it as: status of web-frontend in namespace dev (say “no” if", "no"],
    ["payment-worker 刚刚都吐了点啥出来", "按“查看 payment-worker 的日志”处理（不是就说“不对”）", "不对"],
  ])(
    "is taken and said where nothing else is likely, and asked when that is denied (%s)",
    async (message, said, no) => {
      const conversation = begin();
      const { status, answer } = await conversation.send(message);
      expect(status).toBe("ok");
      expect(answer).toContain(said);
      expect((await conversation.send(no)).question?.parameter).toBe("reading");
    },
  );

  test.each(["1", "the first one", "status", "status of search-api in namespace dev"])(
    "is asked where it is likely, and “%s” answers",
    async (reply) => {
      const conversation = begin();
      const asked = await conversation.send("is search-api still kicking in dev");
      expect(asked).toMatchObject({ status: "needs_input", question: { parameter: "reading" } });
      expect(asked.question?.choices[0]?.value).toBe("status of search-api in namespace dev");
      expect(ofThings(asked.calls)).toEqual([]);
      const { status, answer } = await conversation.send(reply);
      expect(status).toBe("ok");
      expect(answer).toContain("search-api");
    },
  );

  test("takes other words for a request of its own, and no for an end", async () => {
    const conversation = begin();
    await conversation.send("is search-api still kicking in dev");
    expect((await conversation.send("list nodes")).calls.map(({ resource }) => resource)).toContain("node");
    const other = begin();
    await other.send("is search-api still kicking in dev");
    expect(await other.send("no")).toMatchObject({ status: "cancelled", calls: [] });
  });

  test.each([
    ["kick search-api in dev", "restart search-api in namespace dev", "yes"],
    ["踹一脚 dev 的 search-api", "dev 命名空间 重启 search-api", "对"],
  ])("is never a change by itself (%s)", async (message, choice, yes) => {
    const conversation = begin();
    const asked = await conversation.send(message);
    expect(asked.question?.choices.map(({ value }) => value)).toEqual([choice]);
    const result = await conversation.send(yes);
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
    // A card, or the command where the server cannot do it.
    expect(result.status === "needs_approval" || result.answer.includes("kubectl rollout restart")).toBe(true);
  });

  test.each(["my boss is moaning about money", "我老婆又在叫唤啥", "who ate my sandwich"])(
    "is left alone where it asks for nothing (%s)",
    async (message) => {
      const { status, error, calls } = await begin().send(message);
      expect({ status, code: error?.code, calls: ofThings(calls) }).toEqual({
        status: "error",
        code: "not_understood",
        calls: [],
      });
    },
  );
});

describe("a message that no rule reads, with a model", () => {
  test("is the model's to plan, and is held against the examples when the model fell away", async () => {
    const stage = await openStage("bundled");
    const openRouter = await startOpenRouter();
    const model = createOpenRouterModel({ ...openRouter, apiKey: "sk-or-v1-wrong" });
    const conversation = stage.conversation({ model, cluster: "dev-cluster", guidance: "direct" });
    const { status, answer, warnings } = await conversation.send("what's search-api moaning about in dev");
    expect({ status, asked: openRouter.log().length > 0, warned: warnings.length }).toEqual({
      status: "ok",
      asked: true,
      warned: 1,
    });
    expect(answer).toContain("Read as: logs of search-api in namespace dev.");
    await openRouter.close();
    await stage.close();
  });
});
