import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("bundled");
});
afterAll(() => stage.close());

test.each([
  [
    "delete pod redis-0 in dev and scale web-frontend in dev to 3",
    "redis-0",
    "list nodes",
    /Done: Delete pod redis-0 .*Checked: .*redis-0[\s\S]*Not run: Change the replicas of Deployment web-frontend \(replicas=3.*dev[\s\S]*dev-worker/,
  ],
  [
    "把 dev 的 inventory 扩到 2 个，再把 dev 的 web-frontend 扩到 4 个",
    "确认",
    "看下节点",
    /已执行：调整.*inventory.*检查结果：[\s\S]*没有执行：调整.*web-frontend.*[\s\S]*dev-worker/,
  ],
])("what was sent of “%s” is told and checked when the next card is left", async (message, consent, other, holds) => {
  const conversation = stage.conversation({ cluster: "dev-cluster" });
  expect((await conversation.send(message)).status).toBe("needs_approval");
  expect((await conversation.send(consent)).status).toBe("needs_approval");
  const left = await conversation.send(other);
  expect(left.answer).toMatch(holds);
  expect(left.answer).not.toMatch(/\{"/);
  const changed = await conversation.send("what did you change");
  expect(changed.answer).toMatch(/redis-0|inventory/);
});
