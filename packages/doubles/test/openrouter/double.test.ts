import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type OpenRouterDouble, openRouterFaults, repeatedCall, startOpenRouter } from "../../src/index.ts";

let double: OpenRouterDouble;

beforeEach(async () => {
  double = await startOpenRouter();
});

afterEach(() => double.close());

const listPods = {
  type: "function",
  function: {
    name: "list_pods",
    description: "Lists pods",
    parameters: { type: "object", properties: { namespace: { type: "string" } } },
  },
};

const plain = { model: "google/gemini-2.5-flash", max_tokens: 100, messages: [{ role: "user", content: "hi" }] };

function post(body: object | string, authorization = `Bearer ${double.apiKey}`): Promise<Response> {
  return fetch(`${double.baseUrl}/chat/completions`, {
    method: "POST",
    headers: { authorization },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

const completionSchema = z.object({
  model: z.string(),
  choices: z.array(
    z.object({
      finish_reason: z.string(),
      message: z.object({
        content: z.string().nullable(),
        tool_calls: z
          .array(z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }))
          .optional(),
        reasoning_details: z.array(z.object({ id: z.string(), data: z.string() })).optional(),
      }),
    }),
  ),
  usage: z.object({
    prompt_tokens: z.number(),
    completion_tokens: z.number(),
    cost: z.number(),
    prompt_tokens_details: z.object({ cached_tokens: z.number() }),
  }),
});

async function complete(body: object) {
  return completionSchema.parse(await (await post(body)).json());
}

const refusals: readonly (readonly [string, object | string, number])[] = [
  ["req.json", "{nope", 400],
  ["req.messages_required", { ...plain, messages: [] }, 400],
  ["req.model_required", { messages: plain.messages }, 400],
  ["req.message_shape", { ...plain, messages: [{ role: "robot", content: "hi" }] }, 400],
  ["req.message_shape", { ...plain, messages: [{ role: "tool", content: "hi" }] }, 400],
  ["req.param_ranges", { ...plain, temperature: 3 }, 400],
  ["req.param_ranges", { ...plain, session_id: "x".repeat(257) }, 400],
  ["req.param_ranges", { ...plain, provider: { colour: "red" } }, 400],
  ["req.reasoning_exclusive", { ...plain, reasoning: { effort: "low", max_tokens: 10 } }, 400],
  ["req.json_mode_with_tools", { ...plain, tools: [listPods], response_format: { type: "json_object" } }, 400],
  ["req.tool_choice_target", { ...plain, tool_choice: "required" }, 400],
  ["req.context_length", { ...plain, messages: [{ role: "user", content: "x".repeat(4_300_000) }] }, 400],
  ["tool.shape", { ...plain, tools: [{ type: "web" }] }, 400],
  ["tool.name", { ...plain, tools: [{ ...listPods, function: { name: "a.b", description: "x" } }] }, 400],
  ["tool.duplicate", { ...plain, tools: [listPods, listPods] }, 400],
  [
    "tool.states",
    {
      ...plain,
      tool_choice: "required",
      tools: [
        {
          ...listPods,
          function: {
            ...listPods.function,
            parameters: { type: "object", properties: { a: { type: "string", description: "x".repeat(49_000) } } },
          },
        },
      ],
    },
    400,
  ],
  ["model.unknown", { ...plain, model: "gemini-2.5-flash" }, 400],
  ["model.deprecated", { ...plain, model: "google/gemini-2.5-flash-preview-05-20" }, 404],
  ["model.no_tool_endpoints", { ...plain, model: "test/no-tools", tools: [listPods] }, 404],
];

describe("a request that breaks a rule", () => {
  it.each(refusals)("%s", async (rule, body, status) => {
    const reply = await post(body);
    expect(reply.status).toBe(status);
    expect(double.log()[0]?.verdict).toBe(rule);
    expect(
      z.object({ error: z.object({ message: z.string(), code: z.number() }) }).parse(await reply.json()).error.code,
    ).toBe(status);
  });

  it("is a violation when the client is at fault, not when the account is", async () => {
    await post({ ...plain, temperature: 3 });
    double.state({ balance: 0 });
    await post(plain);
    expect(double.violations().map(({ rule, request }) => [rule, request])).toEqual([["req.param_ranges", 0]]);
  });

  it.each([
    ["req.max_tokens_missing", { ...plain, max_tokens: undefined }],
    ["req.unknown_params", { ...plain, temprature: 1 }],
    ["req.temperature_gemini3", { ...plain, model: "google/gemini-3.5-flash", temperature: 1 }],
    ["msg.system_position", { ...plain, messages: [...plain.messages, { role: "system", content: "x" }] }],
    ["msg.name_field", { ...plain, messages: [{ role: "user", content: "hi", name: "planner" }] }],
    ["tool.description", { ...plain, tools: [{ ...listPods, function: { ...listPods.function, description: "" } }] }],
  ])("%s is only noted", async (rule, body) => {
    double.enqueue({ reply: { text: "ok" } });
    expect((await post(body)).status).toBe(200);
    expect(double.violations().map((violation) => violation.rule)).toEqual([rule]);
  });

  it("notices tools that change their order", async () => {
    const other = { ...listPods, function: { ...listPods.function, name: "list_nodes" } };
    double.enqueue({ reply: { text: "ok" }, times: 2 });
    await post({ ...plain, tools: [listPods, other] });
    await post({ ...plain, tools: [other, listPods] });
    expect(double.violations().map(({ rule }) => rule)).toEqual(["tool.order"]);
  });
});

describe("the account", () => {
  it.each([
    ["auth.missing", {}, "", 401],
    ["auth.unknown_key", {}, "Bearer sk-or-v1-other", 401],
  ])("%s", async (...[rule, , authorization, status]) => {
    expect((await post(plain, authorization)).status).toBe(status);
    expect(double.log()[0]?.verdict).toBe(rule);
  });

  it.each([
    ["auth.key_limit", { keyLimitRemaining: 0 }, 403],
    ["credit.empty", { balance: 0 }, 402],
    ["credit.preflight", { balance: 0.0001 }, 402],
    ["model.region", { regionBlocked: true }, 403],
    ["model.data_policy", { privacyBlocked: true }, 404],
    ["model.no_endpoints", { modelStates: { "google/gemini-2.5-flash": "no_endpoints" as const } }, 404],
  ])("%s", async (rule, state, status) => {
    double.state(state);
    expect((await post(plain)).status).toBe(status);
    expect(double.log()[0]?.verdict).toBe(rule);
  });

  it("pays for answers, less for what is in the cache, nothing for empty ones", async () => {
    const body = { ...plain, messages: [{ role: "user", content: "word ".repeat(2000) }] };
    double.enqueue({ reply: { text: "four" }, times: 2 }, { reply: { text: "" } });
    const [first, second, empty] = [await complete(body), await complete(body), await complete(body)];
    const { prompt_tokens: prompt } = first.usage;
    expect(first.usage.cost).toBeCloseTo(prompt * 3e-7 + 2.5e-6, 12);
    expect(second.usage.prompt_tokens_details.cached_tokens).toBeGreaterThan(2000);
    expect(second.usage.cost).toBeLessThan(first.usage.cost / 5);
    expect(empty.usage.cost).toBe(0);
    expect(double.state().balance).toBeCloseTo(10 - first.usage.cost - second.usage.cost, 12);
  });
});

describe("scripts", () => {
  it("answer by what the request says, or are functions of it", async () => {
    double.enqueue(
      { match: ({ lastUser }) => lastUser === "second", reply: { text: "2" } },
      { reply: ({ messages }) => ({ text: `you sent ${messages.length}` }) },
    );
    expect((await complete(plain)).choices[0]?.message.content).toBe("you sent 1");
    const second = { ...plain, messages: [{ role: "user", content: "second" }] };
    expect((await complete(second)).choices[0]?.message.content).toBe("2");
    expect(double.leftovers()).toEqual([]);
  });

  it("that are missing or left over are told", async () => {
    expect((await post(plain)).status).toBe(500);
    expect(double.violations().map(({ rule }) => rule)).toEqual(["unscripted"]);
    double.enqueue({ reply: { text: "never" } });
    expect(double.leftovers().length).toBe(1);
  });

  it("can repeat a call until none may be made", async () => {
    double.enqueue(repeatedCall("list_pods", {}));
    const body = { ...plain, tools: [listPods] };
    expect((await complete(body)).choices[0]?.finish_reason).toBe("tool_calls");
    expect((await complete({ ...body, tool_choice: "none" })).choices[0]?.message.content).toBe("done");
  });

  it("that name no fault are refused with a word", async () => {
    double.enqueue({ reply: { fault: "fail.nothing" } });
    await post(plain).catch(() => undefined);
    expect(double.violations()[0]?.detail).toContain("No fault is called fail.nothing");
  });
});

describe("a stream", () => {
  it("comes as it was recorded", async () => {
    double.enqueue({ reply: { toolCalls: [{ name: "list_pods", args: { namespace: "a" } }] } });
    const body = { ...plain, model: "google/gemini-3.5-flash-lite", stream: true, tools: [listPods] };
    const lines = (await (await post(body)).text()).split("\n\n");
    const chunks = lines.filter((line) => line.startsWith("data: {")).map((line) => JSON.parse(line.slice(6)));
    const [signature, opening, args, finish, usage] = chunks.map(({ choices }) => choices[0]);
    expect(lines[0]).toBe(": OPENROUTER PROCESSING");
    expect(signature.delta.reasoning_details[0]).toMatchObject({
      type: "reasoning.encrypted",
      format: "google-gemini-v1",
    });
    expect(opening.delta.tool_calls[0].function).toEqual({ name: "list_pods", arguments: "" });
    expect(args.delta.tool_calls[0]).toEqual({ index: 0, function: { arguments: '{"namespace":"a"}' } });
    expect([finish.finish_reason, usage.finish_reason]).toEqual(["tool_calls", "tool_calls"]);
    expect(chunks.at(-1).usage.cost).toBeGreaterThan(0);
    expect(lines.at(-2)).toBe("data: [DONE]");
  });

  it("can have its usage in a chunk without choices, as documented", async () => {
    double.state({ usageChunk: "empty_choices" });
    double.enqueue({ reply: { text: "ok" } });
    expect(await (await post({ ...plain, stream: true })).text()).toContain('"choices":[],"usage"');
  });

  it("that the client leaves is billed all the same", async () => {
    double.state({ chunkDelayMs: 50 });
    double.enqueue({ reply: { text: "a long answer" } });
    const stop = new AbortController();
    const reply = await fetch(`${double.baseUrl}/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${double.apiKey}` },
      body: JSON.stringify({ ...plain, stream: true }),
      signal: stop.signal,
    });
    expect(reply.status).toBe(200);
    stop.abort();
    await expect.poll(() => double.log()[0]?.aborted).toBe(true);
    expect(double.log()[0]?.usage?.cost).toBeGreaterThan(0);
  });
});

describe("thought signatures", () => {
  const model = "google/gemini-3.5-flash-lite";

  it.each([
    ["unchanged are taken", (data: string) => data, "answered"],
    ["changed are refused", (data: string) => `${data}x`, "sig.corrupt"],
  ])("%s", async (_, change, verdict) => {
    double.enqueue({ reply: { toolCalls: [{ name: "list_pods", args: {} }] } }, { reply: { text: "ok" } });
    const first = await complete({ ...plain, model, tools: [listPods] });
    const message = first.choices[0]?.message;
    const [detail] = message?.reasoning_details ?? [];
    const assistant = {
      role: "assistant",
      content: null,
      tool_calls: message?.tool_calls?.map((call) => ({ ...call, type: "function" })),
      reasoning_details: [{ ...detail, type: "reasoning.encrypted", data: change(detail?.data ?? "") }],
    };
    const result = { role: "tool", tool_call_id: message?.tool_calls?.[0]?.id, content: "[]" };
    await post({ ...plain, model, tools: [listPods], messages: [...plain.messages, assistant, result] });
    expect(double.log()[1]?.verdict).toBe(verdict);
  });
});

describe("the fault table", () => {
  it.each(Object.entries(openRouterFaults))("%s says what a client must make of it", (_, fault) => {
    expect(fault.must).toMatch(/\w{3,}/);
    if (fault.kind === "stream") expect(openRouterFaults[fault.otherwise]).toBeDefined();
  });
});

describe("other pages", () => {
  it("answer a wrong address with HTML, even with 200", async () => {
    const root = double.baseUrl.replace("/api/v1", "");
    const pages = await Promise.all([fetch(`${root}/api/v1`), fetch(`${root}/api/v2/chat/completions`)]);
    expect(pages.map(({ status }) => status)).toEqual([200, 404]);
    expect(pages.map(({ headers }) => headers.get("content-type")?.split(";")[0])).toEqual(["text/html", "text/html"]);
  });

  it("list models without a deprecated one, and credits", async () => {
    const models = await (await fetch(`${double.baseUrl}/models`)).text();
    const credits = await fetch(`${double.baseUrl}/credits`, { headers: { authorization: `Bearer ${double.apiKey}` } });
    expect(models).toContain("google/gemini-2.5-flash");
    expect(await credits.json()).toEqual({ data: { total_credits: 10, total_usage: 0 } });
  });
});
