import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

/** Only the bundled server can change anything. */
describe("a number that a change asks for", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const asked = async (message: string) => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    expect((await conversation.send(message)).question?.parameter).toBe("scale");
    return conversation;
  };

  test.each([
    ["scale deployment web-frontend in dev", "3", 3],
    ["scale up web-frontend in dev", "five", 5],
    ["给 dev 的 web-frontend 扩容", "扩到 4 个", 4],
    ["给 dev 的 web-frontend 扩容", "十二", 12],
    ["scale deployment web-frontend in dev", "0", 0],
  ])("“%s”, “%s”, consent: the server is sent the number %i", async (message, reply, scale) => {
    const conversation = await asked(message);
    const card = await conversation.send(reply);
    expect(card.approval).toMatchObject({ call: { args: { scale } }, to: `replicas=${scale}` });
    const done = await conversation.answer({ id: card.approval?.id ?? "", value: "approve" });
    expect(done.calls.filter(({ effect }) => effect !== "read")).toMatchObject([{ args: { scale }, outcome: "ok" }]);
    await conversation
      .send("scale deployment web-frontend in dev to 2")
      .then(({ approval }) => conversation.answer({ id: approval?.id ?? "", value: "approve" }));
  });

  test("a program that answers with the value's text has it taken as a number", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    const { question } = await conversation.send("scale deployment web-frontend in dev");
    const card = await conversation.answer({ id: question?.id ?? "", value: "6" });
    expect(card.approval?.call.args).toMatchObject({ scale: 6 });
  });

  test.each([
    ["scale deployment web-frontend in dev", "blah", /“blah” is not a number/],
    ["scale deployment web-frontend in dev", "-5", /cannot be -5 replicas/],
    ["scale deployment web-frontend in dev", "make it minus five", /cannot be -5 replicas/],
    ["scale deployment web-frontend in dev", "2.5", /2\.5 is none/],
    ["scale deployment web-frontend in dev", "99999999999", /too many/],
    ["给 dev 的 web-frontend 扩容", "扩到 -5 个", /不能是负数（-5）/],
    ["给 dev 的 web-frontend 扩容", "blah", /“blah”不是数字/],
  ])("“%s”, “%s” makes no card: it is told why, and the number asked for again", async (message, reply, why) => {
    const conversation = await asked(message);
    const again = await conversation.send(reply);
    expect({ status: again.status, parameter: again.question?.parameter }).toEqual({
      status: "needs_input",
      parameter: "scale",
    });
    expect(again.answer).toMatch(why);
    expect((await conversation.send("3")).approval).toMatchObject({ call: { args: { scale: 3 } } });
  });

  test.each([
    ["scale deployment web-frontend in dev to 2", /web-frontend is already set to 2 replicas/],
    ["把 dev 的 deployment web-frontend 扩到 2 个副本", /web-frontend 已经设为 2 个副本/],
  ])("“%s” where it is so already is told, and makes no card", async (message, told) => {
    const result = await stage.conversation({ cluster: "dev-cluster" }).send(message);
    expect(result).toMatchObject({ status: "ok", approval: null });
    expect(result.answer).toMatch(told);
    expect(result.calls.filter(({ effect }) => effect !== "read")).toEqual([]);
  });

  test("a program's answer that is none of the choices is no answer: they are offered again, and nothing is read", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    const { question } = await conversation.send("logs of cart-service in dev");
    const again = await conversation.answer({ id: question?.id ?? "", value: "ghost" });
    expect(again.status).toBe("needs_input");
    expect(again.question?.choices).toEqual(question?.choices);
    expect(again.answer).toMatch(/“ghost” is not one of the choices/);
    expect(JSON.stringify(again.calls)).not.toContain("ghost");
  });

  test("at a card the value that stands there already takes the change back", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    expect((await conversation.send("scale deployment web-frontend in dev to 5")).status).toBe("needs_approval");
    const result = await conversation.send("make it 2 instead");
    expect(result.approval).toBeNull();
    expect(result.answer).toMatch(/already set to 2 replicas/);
  });

  test.each([
    ["scale deployment web-frontend in dev to 5", "可以吗", /Whether to do it is for you to decide/],
    ["把 dev 的 deployment web-frontend 扩到 5 个", "can I?", /由您决定|由你决定|你来定|你决定|自己/],
  ])("“%s”, “%s”: the card stays and is told about in the language it was asked in", async (message, asks, told) => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    await conversation.send(message);
    const result = await conversation.send(asks);
    expect(result.status).toBe("needs_approval");
    expect(result.answer).toMatch(told);
  });
});
