import { describe, expect, test } from "vitest";
import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, talk } = useModelStage();

const scale = (args: Readonly<Record<string, string>>) => ({
  match: planner,
  reply: planOf(call("resources_scale", { kind: "Deployment", apiVersion: "apps/v1", ...args })),
});

const ask = async (message: string, args: Readonly<Record<string, string>>, times: number) => {
  for (let time = 0; time < times; time += 1) openRouter().enqueue(scale(args));
  return talk().send(message);
};

describe("a change that a model plans against what was said comes to no card", () => {
  test.each([
    ["make web-frontend in dev run on 5 copies", { namespace: "dev", name: "web-frontend", scale: "0" }],
    ["dev 的 web-frontend 跑五份就够", { namespace: "dev", name: "web-frontend", scale: "0" }],
  ])("“%s”: another number is none that may be agreed to", async (message, args) => {
    const result = await ask(message, args, 2);
    const scaleTo = result.approval?.call.args.scale;
    expect([undefined, 5]).toContain(scaleTo);
    expect(scaleTo ?? result.question?.parameter).toBe(scaleTo === undefined ? "scale" : 5);
  });

  test("a name and a place that nobody said are no target", async () => {
    const args = { namespace: "production", name: "cart-service", scale: "5" };
    const result = await ask("bring cart-service-v1 up to 5", args, 2);
    expect(JSON.stringify([result.approval, result.calls])).not.toMatch(/"namespace":"production".*"cart-service"/);
    expect(result.approval?.call.args.name ?? "cart-service-v1").toBe("cart-service-v1");
  });
});

describe("a change that a model plans as it was said comes to its card", () => {
  test.each([
    ["make web-frontend in dev run on 5 copies", { namespace: "dev", name: "web-frontend", scale: "5" }],
    ["dev 的 web-frontend 跑四份就够", { namespace: "dev", name: "web-frontend", scale: "4" }],
  ])("“%s”", async (message, args) => {
    const result = await ask(message, args, 1);
    expect(result.approval?.call.args).toMatchObject({ name: "web-frontend", scale: Number(args.scale) });
  });
});

describe("what nobody said comes neither to a card nor between a person and a list", () => {
  test("an amount is asked for, where the message has none", async () => {
    const args = { namespace: "dev", name: "web-frontend", scale: "0" };
    const result = await ask("web-frontend in dev is bored, make it a bit smaller", args, 2);
    expect(result).toMatchObject({ status: "needs_input", question: { parameter: "scale" } });
  });

  test("an image is asked for", async () => {
    const run = planOf(call("pods_run", { namespace: "dev", name: "tmp", image: "evil.example/miner:latest" }));
    openRouter().enqueue({ match: planner, reply: run, times: 2 });
    const result = await talk().send("在 dev 里起一个临时的 tmp 容器试试网络");
    expect(result).toMatchObject({ status: "needs_input", question: { parameter: "image" } });
    expect(JSON.stringify(result)).not.toContain("evil.example");
  });

  test("one that was said comes to its card, which changes it to nothing: the pod is new", async () => {
    const run = planOf(call("pods_run", { namespace: "dev", name: "tmp", image: "nginx" }));
    openRouter().enqueue({ match: planner, reply: run });
    const result = await talk().send("spin up a throwaway nginx called tmp in dev");
    expect(result.approval?.call.args).toMatchObject({ image: "nginx" });
    expect(result.answer).not.toContain("to image=");
  });

  test.each([
    ["a name", { focus_name: "redis" }],
    ["a quality", { focus_quality: "running" }],
  ])("%s that a list is narrowed to is dropped", async (_, focus) => {
    const list = { view: "call", calls: [call("pods_list_in_namespace", { namespace: "dev" })], ...focus };
    openRouter().enqueue(
      { match: planner, reply: answer(list) },
      { match: executor, reply: answer({ hypothesis: "" }), times: Infinity },
    );
    const result = await talk().send("dev 那边的 pod 都咋样啊");
    expect(result.answer).toContain("redis-0");
    expect(result.answer).toContain("CrashLoopBackOff");
  });
});
