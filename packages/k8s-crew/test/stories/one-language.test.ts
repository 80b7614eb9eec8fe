import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("bundled");
});
afterAll(() => stage.close());

test.each([
  ["logs of cart-service in dev", "第二个", /^\(sandbox, not a real cluster\)\nLog of pod/],
  ["dev 里 cart-service 的日志", "the second one", /^（沙盒，非真实集群）\nPod cart-service/],
])("“%s”, “%s”: the answer is of one language", async (question, reply, begins) => {
  const conversation = stage.conversation({ cluster: "dev-cluster", sandbox: true });
  await conversation.send(question);
  expect((await conversation.send(reply)).answer).toMatch(begins);
});
