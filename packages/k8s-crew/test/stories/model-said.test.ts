import { type ChatRequest, type OpenRouterDouble, startOpenRouter } from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

const isFrom = (role: string) => (request: ChatRequest) => JSON.stringify(request.messages[0]).includes(role);
const planner = isFrom("Kubernetes planner");
const answer = (args: Record<string, unknown>) => ({ toolCalls: [{ name: "final_answer", args }] });

/** A plan of one call, or a further read, as a model writes it. */
const call = (tool: string, args: Readonly<Record<string, string>>) => ({
  tool,
  arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
  reason: "asked for",
});
const planOf = (...calls: readonly ReturnType<typeof call>[]) => answer({ view: "call", calls });

let stage: Stage;
let openRouter: OpenRouterDouble;
beforeAll(async () => {
  stage = await openStage("bundled");
});
beforeEach(async () => {
  openRouter = await startOpenRouter();
});
afterEach(async () => {
  await openRouter.close();
  expect(openRouter.violations()).toEqual([]);
  expect(openRouter.leftovers()).toEqual([]);
});
afterAll(() => stage.close());

const talk = () =>
  stage.conversation({
    model: createOpenRouterModel({ ...openRouter, model: openRouter.model }),
    cluster: "dev-cluster",
  });

const scale = (args: Readonly<Record<string, string>>) => ({
  match: planner,
  reply: planOf(call("resources_scale", { kind: "Deployment", apiVersion: "apps/v1", ...args })),
});

const ask = async (message: string, args: Readonly<Record<string, string>>, times: number) => {
  for (let time = 0; time < times; time += 1) openRouter.enqueue(scale(args));
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
