import { expect, test } from "vitest";
import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, stage, model } = useModelStage();

const survey = (view: string, cluster: string) => answer({ view, calls: [], cluster });
const pods = (cluster: string) => planOf(call("pods_list", { context: cluster }));

/** As a conversation begins, without a cluster of its own; a plan is agreed to. */
const ask = async (message: string, plan: ReturnType<typeof answer>) => {
  openRouter().enqueue({ match: planner, reply: plan, times: Infinity });
  openRouter().enqueue({ match: executor, reply: answer({ hypothesis: "" }), times: Infinity });
  const conversation = stage().conversation({ model: model() });
  const first = await conversation.send(message);
  const result = first.status === "needs_approval" ? await conversation.send("yes") : first;
  // Where a word may be the name of a place, the places of every cluster are listed.
  const looks = [...first.calls, ...result.calls].filter(({ resource }) => resource !== "namespace");
  return JSON.stringify([first.answer, looks, result.answer]);
};

test.each([
  ["dev-cluster 现在状态如何，能不能上线", survey("status", "prod-cluster"), "dev-cluster"],
  ["dev-cluster: is it fit to go live, do you reckon", survey("status", "prod-cluster"), "dev-cluster"],
  ["看看 dev 的 pod 都正常吗", pods("prod-cluster"), "dev"],
  ["are the pods in dev still ok, everywhere?", pods("prod-cluster"), "dev"],
  ["我们 dev 环境里面是不是有什么毛病呀", survey("health", "prod-cluster"), "dev"],
])("“%s”: nothing of another cluster than the one that was named is shown", async (message, plan, place) => {
  const told = await ask(message, plan);
  expect(told).toContain(place);
  expect(told).not.toMatch(/prod-cluster|prod-node|没有这个命名空间|no such namespace/);
});

test("that lists have shown a cluster is no reason to look there", async () => {
  openRouter().enqueue({ match: planner, reply: pods("prod-cluster"), times: Infinity });
  openRouter().enqueue({ match: executor, reply: answer({ hypothesis: "" }), times: Infinity });
  const conversation = stage().conversation({ model: model() });
  await conversation.send("/context");
  const result = await conversation.send("qzx blorp frobs");
  expect(JSON.stringify(result.calls)).not.toContain('"context":"prod-cluster"');
});

test.each([
  ["which clusters have blorp frobs"],
  ["qzx blorp frobs of prod, never mind the rest"],
  ["qzx blorp frobs of prod, not of dev"],
])("“%s”: a cluster that was said in part, or one of several that are spoken of, is looked at", async (message) => {
  expect(await ask(message, pods("prod-cluster"))).toContain("prod-cluster");
});
