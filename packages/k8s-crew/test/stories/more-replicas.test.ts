import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

/** Only the bundled server can change anything; the two others have no tool for it. */
let stage: Stage;
beforeAll(async () => {
  stage = await openStage("bundled");
});
afterAll(() => stage.close());

test.each([
  ["add 2 replicas to web-frontend in dev", 2],
  ["dev 的 web-frontend 再加两个副本", 2],
  ["give me another replica of web-frontend in dev", 1],
  ["scale web-frontend in dev down by 1", -1],
  ["把 dev 的 web-frontend 减少一个副本", -1],
])("so many more are counted from how many there are: %s", async (message, more) => {
  const talk = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
  const { approval, question, status } = await talk.send(message);
  expect({ status, question }).toMatchObject({ status: "needs_approval", question: null });
  const now = Number(/\d+/.exec(approval?.from ?? "")?.[0]);
  expect(now).toBeGreaterThan(0);
  expect(approval?.to).toBe(`replicas=${now + more}`);
  await talk.close();
});

test("why there are fewer is a question and no wish", async () => {
  const { approval } = await stage.conversation({ cluster: "dev-cluster" }).send("为什么 web-frontend 少一个副本");
  expect(approval).toBeNull();
});
