import { describe, expect, test } from "vitest";
import { call, planner, planOf } from "./model-replies.ts";
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
