import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenRouterDouble, startOpenRouter } from "../../src/index.ts";
import { complete, listPods, plain, post } from "./requests.ts";

let double: OpenRouterDouble;
beforeEach(async () => {
  double = await startOpenRouter();
});
afterEach(() => double.close());

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
    const reply = await post(double, body);
    expect(reply.status).toBe(status);
    expect(double.log()[0]?.verdict).toBe(rule);
    expect(await reply.json()).toMatchObject({ error: { message: expect.any(String), code: status } });
  });

  it("is a violation when the client is at fault, not when the account is", async () => {
    await post(double, { ...plain, temperature: 3 });
    double.state({ balance: 0 });
    await post(double, plain);
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
    expect((await post(double, body)).status).toBe(200);
    expect(double.violations().map((violation) => violation.rule)).toEqual([rule]);
  });

  it("notices tools that change their order", async () => {
    const other = { ...listPods, function: { ...listPods.function, name: "list_nodes" } };
    double.enqueue({ reply: { text: "ok" }, times: 2 });
    await post(double, { ...plain, tools: [listPods, other] });
    await post(double, { ...plain, tools: [other, listPods] });
    expect(double.violations().map(({ rule }) => rule)).toEqual(["tool.order"]);
  });
});

describe("thought signatures", () => {
  const model = "google/gemini-3.5-flash-lite";

  it.each([
    ["unchanged are taken", (detail: object) => [detail], "answered"],
    ["with other data are refused", (detail: object) => [{ ...detail, data: "x" }], "sig.corrupt"],
    ["with another format are refused", (detail: object) => [{ ...detail, format: "unknown" }], "sig.corrupt"],
    ["with a field more are refused", (detail: object) => [{ ...detail, extra: 1 }], "sig.corrupt"],
    ["that came twice are refused", (detail: object) => [detail, detail], "sig.corrupt"],
    ["that are left out are refused", () => [], "sig.missing"],
  ])("%s", async (_, change, verdict) => {
    double.enqueue({ reply: { toolCalls: [{ name: "list_pods", args: {} }] } }, { reply: { text: "ok" } });
    const first = await complete(double, { ...plain, model, tools: [listPods] });
    const message = first.choices[0]?.message;
    const reasoning_details = change(message?.reasoning_details?.[0] ?? {});
    const assistant = { role: "assistant", content: null, tool_calls: message?.tool_calls, reasoning_details };
    const result = { role: "tool", tool_call_id: message?.tool_calls?.[0]?.id, content: "[]" };
    await post(double, { ...plain, model, tools: [listPods], messages: [...plain.messages, assistant, result] });
    expect(double.log()[1]?.verdict).toBe(verdict);
  });
});
