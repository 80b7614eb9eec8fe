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
});
