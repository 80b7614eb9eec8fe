import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("bundled");
});
afterAll(() => stage.close());

test.each(["how much memory does cart-service use", "cart-service 用了多少内存"])(
  "what several pods use is told of all of them, wherever they are: %s",
  async (message) => {
    const talk = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const { status, answer } = await talk.send(message);
    expect(status).toBe("ok");
    expect(answer).toMatch(/cart-service-v1-abcdef/);
    expect(answer).toMatch(/production +cart-service-/);
    expect(answer).not.toMatch(/redis-0/);
    await talk.close();
  },
);

test("a name that nothing has is still asked back", async () => {
  const { question } = await stage
    .conversation({ cluster: "dev-cluster", guidance: "direct" })
    .send("cpu of cart-servce in dev");
  expect(question?.choices.map(({ value }) => value)).toContain("cart-service-v1-abcdef");
});

test("the limits of two things are both told", async () => {
  const { answer } = await stage
    .conversation({ cluster: "dev-cluster", guidance: "direct" })
    .send("compare the cpu requests of redis and web-frontend in dev");
  expect(answer).toMatch(/redis-0.*cpu=/);
  expect(answer).toMatch(/web-frontend-.*cpu=/);
});
