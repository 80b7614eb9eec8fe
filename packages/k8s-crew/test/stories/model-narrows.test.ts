import { expect, test } from "vitest";
import { answer, call, planner } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

/** Lists that a model narrows. */
const { openRouter, talk } = useModelStage();

const send = (message: string, narrowed: Readonly<Record<string, string>> = {}) => {
  const plan = { view: "call", calls: [call("pods_list_in_namespace", { namespace: "dev" })], ...narrowed };
  openRouter().enqueue({ match: planner, reply: answer(plan), times: Number.POSITIVE_INFINITY });
  return talk().send(message);
};

test.each([
  ["which pods in dev look poorly today", /^8 of 15 pods match .*\nFilter: in trouble\n/],
  ["dev 里哪些 pod 今天不舒服", /^共 15 个 Pod，符合条件 8 个.*\n筛选条件：状态异常\n/],
])("what nobody asked for in words is named above the list: %s", async (message, head) => {
  expect((await send(message, { focus_quality: "broken" })).answer).toMatch(head);
});

test.each(["which pods in dev are broken", "dev 里哪些 pod 有问题"])(
  "what was asked for needs no name: %s",
  async (message) => {
    expect((await send(message, { focus_quality: "broken" })).answer).not.toMatch(/^(?:Filter|筛选条件)/mu);
  },
);

test("a list that is not narrowed has none", async () => {
  expect((await send("which pods in dev look poorly today")).answer).not.toMatch(/^Filter/m);
});
