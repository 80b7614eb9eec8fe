import type { Script } from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { MemorySaver } from "@langchain/langgraph";
import { describe, expect, test } from "vitest";
import type { K8sCrewOptions } from "../../src/index.ts";
import { answer, call, executor, planner, planOf } from "../stories/model-replies.ts";
import { useModelStage } from "../stories/model-stage.ts";

const { stage, openRouter, model } = useModelStage();

const log: Script = { match: planner, reply: planOf(call("pods_log", { name: "redis-0", namespace: "dev" })) };
const explained: Script = { match: executor, reply: answer({ hypothesis: "EXPLAINED" }) };
const request = "show the logs of redis-0 in dev";

const talk = (options: Partial<K8sCrewOptions> = {}) =>
  stage().conversation({ model: model(), cluster: "dev-cluster", ...options });

const billed = () =>
  openRouter()
    .log()
    .flatMap(({ usage }) => usage ?? []);
const sum = (of: (usage: ReturnType<typeof billed>[number]) => number) =>
  billed().reduce((all, each) => all + of(each), 0);

describe("what a conversation cost", () => {
  test("is told for the last answer and for all of it, as the service charged it", async () => {
    openRouter().enqueue(log, explained, log, explained);
    const conversation = talk();
    await conversation.send(request);
    await conversation.send(request);
    const { answer: told, usage } = await conversation.send("/cost");
    const [last, session, calls] = told.split("\n");
    expect(last).toMatch(/^Last answer: 2 model calls, tokens \d+ in.*, \d+ out.*, \$0\.\d{4}$/);
    expect(session).toContain("This conversation: 4 model calls, ");
    expect(session).toContain(`tokens ${sum((each) => each.prompt_tokens)} in`);
    expect(session).toContain(`${sum((each) => each.completion_tokens)} out`);
    expect(session).toContain(`$${sum((each) => each.cost).toFixed(4)}`);
    expect(calls).toMatch(/^\d+ tool calls, \d+ of them answered from the cache without asking the server\.$/);
    // It asks no model itself, and is not the last answer when it is asked again.
    expect(usage.modelCalls).toBe(0);
    expect((await conversation.send("/cost")).answer).toBe(told);
  });

  test("goes on in another process, and so do its limits", async () => {
    openRouter().enqueue(log, explained);
    const kept = { checkpointer: new MemorySaver(), budgets: { session: { modelCalls: 2 } } };
    const first = talk(kept);
    await first.send(request);
    const { answer: told } = await first.send("/cost");
    expect(told).toContain("Left in this conversation: 0 of 2 model calls");
    const later = stage().conversation({ model: model(), cluster: "dev-cluster", ...kept, id: first.id });
    expect((await later.send("/cost")).answer).toBe(told);
    const asked = openRouter().log().length;
    const { warnings, status } = await later.send("list pods in dev");
    expect({ status, warnings: warnings.join() }).toEqual({
      status: "ok",
      warnings: expect.stringContaining("limit for this conversation (2 model calls) is used up"),
    });
    expect(openRouter().log()).toHaveLength(asked);
  });

  test("is kept also where a question ended the process", async () => {
    openRouter().enqueue({ match: planner, reply: planOf(call("pods_log", { namespace: "dev" })) });
    const kept = { checkpointer: new MemorySaver() };
    const first = talk(kept);
    expect(await first.send("show me the logs of a pod in dev please")).toMatchObject({ status: "needs_input" });
    const later = stage().conversation({ model: model(), cluster: "dev-cluster", ...kept, id: first.id });
    const { answer: told, status } = await later.send("/cost");
    expect(status).toBe("needs_input");
    expect(told).toContain("This conversation: 1 model call,");
  });

  test("is told by the list of prices where the service does not say, and as unknown where nobody does", async () => {
    const service = { ...openRouter() };
    const unpriced = createOpenRouterModel({ ...service, model: service.model, fetch: withoutUsage("cost") });
    openRouter().enqueue(log, explained, log, explained);
    const listed = talk({ model: unpriced, priceOf: async ({ promptTokens }) => promptTokens * 1e-5 });
    await listed.send(request);
    expect((await listed.send("/cost")).answer).toMatch(/This conversation: .*, \$0\.\d{4} by list price/);
    const unknown = talk({ model: unpriced });
    await unknown.send(request);
    expect((await unknown.send("花了多少钱")).answer).toMatch(/本次对话：模型调用 2 次，词元 \d+ 入.*，费用未知/);
  });

  test("is no zero where the service tells no usage at all", async () => {
    const service = openRouter();
    const silent = createOpenRouterModel({ ...service, model: service.model, fetch: withoutUsage("usage") });
    service.enqueue(log, explained);
    const conversation = talk({ model: silent, priceOf: () => 0 });
    await conversation.send(request);
    const { answer: told } = await conversation.send("/cost");
    expect(told).toContain("This conversation: 2 model calls, usage not told by the service, cost unknown");
  });

  test("is not wholly known where an answer broke off, whoever broke it off", async () => {
    openRouter().enqueue(log, explained, { ...log, reply: { fault: "str.cut_in_args" }, times: 2 });
    const service = openRouter();
    const once = createOpenRouterModel({ ...service, model: service.model, limits: { maxRetries: 0 } });
    const conversation = talk({ model: once });
    await conversation.send(request);
    await conversation.send(request);
    const told = "at least \\$0\\.\\d{4}, an answer that was broken off may still be billed";
    expect((await conversation.send("/cost")).answer).toMatch(new RegExp(`This conversation: .*, ${told}`));
    const given = talk({ model: once });
    const stop = new AbortController();
    openRouter().enqueue({ ...log, reply: { fault: "str.stall" } });
    const stopped = given.send(request, { signal: stop.signal });
    await expect.poll(() => openRouter().log().at(-1)?.verdict, { timeout: 10_000 }).toBe("str.stall");
    stop.abort();
    await stopped;
    expect((await given.send("花了多少钱")).answer).toMatch(/本次对话：.*，费用未知，中断的回答可能仍会计费/);
  });

  test.each([
    ["/cost", "No model is set: the built-in language rules answer, which costs nothing."],
    ["cost", "No model is set"],
    ["how much did this cost?", "No model is set"],
    ["花了多少钱", "没有设置模型：由内置语言规则回答，不产生模型费用。"],
    ["费用", "没有设置模型"],
    ["/models", "For a model, put OPENROUTER_API_KEY=… in .env"],
    ["你用的什么模型", "如需模型，请在 .env 或环境变量中设置 OPENROUTER_API_KEY=…"],
  ])("is nothing without a model (%s)", async (message, said) => {
    const conversation = stage().conversation({ cluster: "dev-cluster" });
    expect(await conversation.send(message)).toMatchObject({ status: "ok", answer: expect.stringContaining(said) });
  });
});

test("an investigation whose limit is used up ends with what it found", async () => {
  openRouter().enqueue(log, {
    match: executor,
    reply: answer({
      hypothesis: "HALF-WAY",
      reads: [call("pods_log", { name: "redis-0", namespace: "dev", tail: "5" })],
    }),
  });
  const conversation = talk({ budgets: { turn: { modelCalls: 2 } } });
  const { status, answer: told, warnings } = await conversation.send(request);
  expect({ status, warnings }).toEqual({ status: "ok", warnings: [expect.stringContaining("limit for a turn")] });
  expect(told).toContain("HALF-WAY");
  expect(told).toContain("Stopped: the model's limit is used up; this is what was found until then.");
});

/** A service that leaves a field out of its answers. */
const withoutUsage =
  (field: "cost" | "usage"): typeof fetch =>
  async (input, init) => {
    const reply = await fetch(input, init);
    const text = await reply.text();
    const { status, headers } = reply;
    const left = field === "cost" ? text.replace(/"cost":[^,}]+,?/g, "") : text.replace(/"usage":/g, '"not_told":');
    return new Response(left, { status, headers: { "content-type": headers.get("content-type") ?? "" } });
  };
