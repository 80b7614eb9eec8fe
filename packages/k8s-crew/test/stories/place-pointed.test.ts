import { describe, expect, test } from "vitest";
import { call, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, stage, model } = useModelStage();

const placeOf = (calls: readonly { readonly tool: string; readonly args: Record<string, unknown> }[]) => {
  const { context, namespace } = calls.findLast(({ tool }) => tool.startsWith("pods_list"))?.args ?? {};
  return [context, namespace].filter((each) => each !== undefined).join("/");
};

/** What the rules make of messages, one after the other, and what the last one comes to. */
const said = async (cluster: string | undefined, ...messages: readonly string[]) => {
  const conversation = stage().conversation(cluster === undefined ? {} : { cluster });
  let result = await conversation.send(messages[0] ?? "");
  for (const message of messages.slice(1)) result = await conversation.send(message);
  await conversation.close();
  return result;
};

describe("a word that points at a place and may be a cluster or a namespace", () => {
  test.each([
    ["namespaces were listed", "dev-cluster/production", "list namespaces", "list the pods in the prod one"],
    ["namespaces were listed", "dev-cluster/production", "列出命名空间", "看看 prod 那个的 pod"],
    ["clusters were listed", "prod-cluster", "list clusters", "list the pods in the prod one"],
    ["clusters were listed", "prod-cluster", "列出集群", "看看 prod 那个的 pod"],
    ["a namespace was named", "dev-cluster/production", "list pods in kube-system", "and the prod one?"],
  ])("means what was spoken of, where %s: %s", async (_, place, ...messages) => {
    const { status, calls } = await said("dev-cluster", ...messages);
    expect({ status, place: placeOf(calls) }).toEqual({ status: "ok", place });
  });

  test("means the namespace in the very cluster that is called so", async () => {
    expect(placeOf((await said("prod-cluster", "list the pods in the prod one")).calls)).toBe(
      "prod-cluster/production",
    );
  });

  test.each([
    ["list pods in dev", "and the prod one?", "1", "dev-cluster/production"],
    ["list pods in dev", "and the prod one?", "the cluster", "prod-cluster/production"],
    ["列出 dev 的 pod", "prod 那个呢", "命名空间", "dev-cluster/production"],
  ])("is asked about where either may be, with both: %s → %s → %s", async (first, second, reply, place) => {
    const asked = await said("dev-cluster", first, second);
    expect(asked.status).toBe("needs_input");
    expect(asked.question?.choices).toHaveLength(2);
    expect(asked.answer).toMatch(/prod.*(?:may be a namespace or a cluster|可能是命名空间，也可能是集群)/u);
    expect(placeOf((await said("dev-cluster", first, second, reply)).calls)).toBe(place);
  });

  test("is settled before a model is asked, and what it plans instead gives way", async () => {
    openRouter().enqueue({ match: planner, reply: planOf(call("namespaces_list")) });
    const conversation = stage().conversation({ model: model(), cluster: "dev-cluster" });
    await conversation.send("list namespaces");
    openRouter().enqueue({
      match: ({ body }) => JSON.stringify(body).includes("list the pods in namespace production"),
      reply: planOf(call("pods_list", { context: "prod-cluster" })),
    });
    const { calls } = await conversation.send("list the pods in the prod one");
    expect(placeOf(calls)).toBe("dev-cluster/production");
    await conversation.close();
  });
});
