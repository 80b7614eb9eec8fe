import { describe, expect, test } from "vitest";
import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, talk, stage, model } = useModelStage();

const dev = { namespace: "dev" };
const pods = call("pods_list_in_namespace", dev);
const silent = { match: executor, reply: answer({ hypothesis: "" }), times: Number.POSITIVE_INFINITY };

type Reply = ReturnType<typeof planOf>;

/** Sends a message that no rule is certain of, and keeps what the model is told each time. */
const send = async (message: string, ...replies: readonly Reply[]) => {
  const told: string[] = [];
  openRouter().enqueue(
    ...replies.map((reply) => ({
      match: planner,
      reply: ({ lastUser }: { readonly lastUser: string }) => {
        told.push(lastUser);
        return reply;
      },
    })),
    silent,
  );
  return { result: await talk().send(message), told };
};

const vague = "what might be going on with my pods over in dev, hm";

describe("a step of a model's plan", () => {
  test.each([
    ["an unknown tool", call("pods_erase", dev), /There is no tool “pods_erase”/],
    ["an invented argument", call("pods_list_in_namespace", { ...dev, colour: "red" }), /has no parameter colour/],
  ])("with %s is put back once with the reason, and the second plan is followed", async (_, wrong, reason) => {
    const { result, told } = await send(vague, planOf(wrong), planOf(pods));
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(reason);
    expect(result.calls.map(({ tool }) => tool)).toContain("pods_list_in_namespace");
  });

  test("that is as wrong the second time is asked of the person, and nothing of it runs", async () => {
    const erase = planOf(call("pods_erase", dev));
    const { result, told } = await send("qzx the blorp thing", erase, erase);
    expect(told).toHaveLength(2);
    expect(result.status).toBe("needs_input");
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test("with a missing argument is no error: what is missing is asked", async () => {
    const { result, told } = await send("the logs of that cart thing in dev, would you", planOf(call("pods_log", dev)));
    expect(told).toHaveLength(1);
    expect(result).toMatchObject({ status: "needs_input", question: { parameter: "pod" } });
  });

  test("with a name that nobody typed and no list returned is asked for, never sent", async () => {
    const made = planOf(call("pods_log", { ...dev, name: "phantom-7" }));
    const { result } = await send("the logs of that thing in dev, would you", made);
    expect(JSON.stringify(result.calls)).not.toContain("phantom-7");
    expect(result).toMatchObject({ status: "needs_input", question: { parameter: "pod" } });
  });

  test("that calls a change a look is told as what it is, and has its card", async () => {
    const wrong = {
      ...call("pods_delete", { ...dev, name: "redis-0" }),
      reason: "only looks at redis-0, changes nothing",
    };
    const { result } = await send("delete the pod redis-0 in dev", planOf(wrong));
    expect(result.approval?.call).toMatchObject({ tool: "pods_delete" });
    expect(result.plan).toMatchObject([{ tool: "pods_delete", effect: "destructive" }]);
    expect(JSON.stringify([result.answer, result.plan])).not.toContain("only looks");
  });

  test("that is called a change by its model, and looks, runs as the look that it is", async () => {
    const wrong = { ...pods, reason: "deletes all pods of dev" };
    const { result } = await send(vague, planOf(wrong));
    expect(result).toMatchObject({ status: "ok", approval: null });
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test.each([
    [
      "the one that the conversation is in",
      "pods in dev, hm, what have we got",
      "dev",
      ["prod-cluster", "dev-cluster"],
      1,
    ],
    // What was typed in full takes the place of what the model wrote.
    [
      "the one that was said",
      "pods in production of prod-cluster, hm, what have we got",
      "production",
      ["dev-cluster", "prod-cluster"],
      1,
    ],
  ] as const)(
    "with a cluster outside the conversation looks into %s",
    async (_, message, namespace, clusters, times) => {
      const [outside, meant] = clusters;
      const made = planOf(call("pods_list_in_namespace", { namespace, context: outside }));
      const { result } = await send(message, ...Array.from({ length: times }, () => made));
      const read = result.calls.filter(({ resource }) => resource === "pod");
      expect(new Set(read.map(({ args }) => args.context))).toEqual(new Set([meant]));
    },
  );

  test("with a change in a cluster outside the conversation has its card in the one that it is in", async () => {
    const scale = { kind: "Deployment", apiVersion: "apps/v1", name: "web-frontend", scale: "5", ...dev };
    const made = planOf(call("resources_scale", { ...scale, context: "prod-cluster" }));
    openRouter().enqueue({ match: planner, reply: made });
    const conversation = stage().conversation({ model: model(), cluster: "dev-cluster" });
    const result = await conversation.send("make web-frontend in dev run on 5 copies");
    expect(result.approval?.call.args).toMatchObject({ context: "dev-cluster", name: "web-frontend" });
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
  });
});
