import type { OpenRouterOptions } from "../../src/index.ts";
import { hi, listPods, plain } from "./requests.ts";

/** A request that breaks a rule, and the status it gets. Where it gets 200, the rule only notes. */
export type Probe = {
  readonly rule: string;
  readonly status: number;
  readonly body: object | string;
  readonly headers?: { readonly [name: string]: string };
  readonly options?: OpenRouterOptions;
  /** It is the account's or the model's, and no fault of the request. */
  readonly isNoViolation?: boolean;
};

const tool = (parameters: object, name = "list_pods") => ({
  ...listPods,
  function: { name, description: "x", parameters },
});
const node = (schema: object) => ({ ...plain, tools: [tool({ type: "object", properties: { a: schema } })] });
const say = (...messages: readonly object[]) => ({ ...plain, tools: [listPods], messages });
const call = (id = "1", args = "{}", name = "list_pods") => ({
  id,
  type: "function",
  function: { name, arguments: args },
});
const calls = (...tool_calls: readonly object[]) => ({ role: "assistant", content: null, tool_calls });
const result = (id = "1", content = "[]") => ({ role: "tool", tool_call_id: id, content });
const assistant = { role: "assistant", content: "well" };
const gemini3 = "google/gemini-3.5-flash-lite";
const deep = Array.from({ length: 9 }).reduce<object>((inner) => ({ type: "object", properties: { a: inner } }), {
  type: "string",
});
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => tool(listPods.function.parameters, `t${index}`));
const big = { type: "object", properties: { a: { type: "string", description: "x".repeat(49_000) } } };

const refused = (rule: string, body: object | string, more: Partial<Probe> = {}): Probe => ({
  rule,
  status: 400,
  body,
  ...more,
});
const noted = (rule: string, body: object, more: Partial<Probe> = {}): Probe => ({ rule, status: 200, body, ...more });
const ofAccount = (rule: string, status: number, more: Partial<Probe>): Probe => ({
  rule,
  status,
  body: plain,
  isNoViolation: true,
  ...more,
});
const state = (given: OpenRouterOptions["state"]) => ({ options: { state: given ?? {} } });

const accountProbes: readonly Probe[] = [
  ofAccount("auth.missing", 401, { headers: { authorization: "" } }),
  ofAccount("auth.unknown_key", 401, { headers: { authorization: "Bearer sk-or-v1-other" } }),
  ofAccount("auth.key_limit", 403, state({ keyLimitRemaining: 0 })),
  noted("auth.headers_optional", plain, { headers: { "x-title": "Küche" } }),
  ofAccount("credit.empty", 402, state({ balance: 0 })),
  ofAccount("credit.preflight", 402, state({ balance: 0.0001 })),
  ofAccount("rate.free_model", 429, {
    body: { ...plain, model: "test/gemini:free" },
    ...state({ isFreeTier: true, freeRequestsToday: 50 }),
  }),
];

const requestProbes: readonly Probe[] = [
  refused("req.json", "{nope"),
  refused("req.json", plain, { headers: { "content-type": "text/plain" } }),
  refused("req.messages_required", { ...plain, messages: [] }),
  refused("req.model_required", { messages: [hi] }),
  refused("req.message_shape", { ...plain, messages: [{ role: "robot", content: "hi" }] }),
  refused("req.message_shape", { ...plain, messages: [{ role: "tool", content: "hi" }] }),
  refused("req.param_ranges", { ...plain, temperature: 3 }),
  refused("req.param_ranges", { ...plain, session_id: "x".repeat(257) }),
  refused("req.param_ranges", { ...plain, provider: { colour: "red" } }),
  refused("req.message_shape", { ...plain, messages: [{ role: "user", content: [5] }] }),
  refused("req.message_shape", { ...plain, messages: [{ role: "user", content: [{ type: "text" }] }] }),
  refused(
    "req.message_shape",
    say(hi, { role: "assistant", content: [{ type: "reasoning_details", details: [] }] }, hi),
  ),
  refused("req.param_ranges", { ...plain, tools: [listPods], tool_choice: "sometimes" }),
  refused("req.param_ranges", { ...plain, stream: "yes" }),
  refused("req.param_ranges", { ...plain, tools: "list_pods" }),
  noted("req.unknown_params", { ...plain, temprature: 1 }),
  refused("req.reasoning_exclusive", { ...plain, reasoning: { effort: "low", max_tokens: 10 } }),
  noted("req.temperature_gemini3", { ...plain, model: gemini3, temperature: 1 }),
  refused("req.temperature_gemini3", { ...plain, model: gemini3, top_k: 1 }, { options: { profile: "strict+" } }),
  refused("req.json_mode_with_tools", { ...plain, tools: [listPods], response_format: { type: "json_object" } }),
  refused("req.tool_choice_target", { ...plain, tool_choice: "required" }),
  refused("req.tools_on_followup", { ...plain, messages: [hi, calls(call()), result()] }),
  refused("req.context_length", { ...plain, messages: [{ role: "user", content: "x".repeat(4_300_000) }] }),
  noted("req.max_tokens_above_cap", { ...plain, max_tokens: 70_000 }),
  noted("req.max_tokens_missing", { ...plain, max_tokens: undefined }),
];

const modelProbes: readonly Probe[] = [
  ofAccount("model.unknown", 400, { body: { ...plain, model: "gemini-2.5-flash" } }),
  ofAccount("model.deprecated", 404, { body: { ...plain, model: "google/gemini-2.5-flash-preview-05-20" } }),
  ofAccount("model.no_endpoints", 404, state({ modelStates: { "google/gemini-2.5-flash": "no_endpoints" } })),
  ofAccount("model.no_tool_endpoints", 404, { body: { ...plain, model: "test/no-tools", tools: [listPods] } }),
  ofAccount("model.require_parameters", 404, { body: { ...plain, top_k: 3, provider: { require_parameters: true } } }),
  ofAccount("model.require_parameters", 404, {
    body: {
      ...plain,
      model: "test/no-tools",
      response_format: { type: "json_schema", json_schema: { name: "a", strict: true, schema: { type: "object" } } },
    },
  }),
  ofAccount("model.data_policy", 404, state({ privacyBlocked: true })),
  ofAccount("model.region", 403, state({ regionBlocked: true })),
];

const toolProbes: readonly Probe[] = [
  refused("tool.shape", { ...plain, tools: [{ type: "web" }] }),
  refused("tool.name", { ...plain, tools: [tool(listPods.function.parameters, "a.b")] }),
  refused("tool.duplicate", { ...plain, tools: [listPods, listPods] }),
  refused("tool.count", { ...plain, tools: many(513) }),
  noted("tool.many", { ...plain, tools: many(21) }),
  noted("tool.description", {
    ...plain,
    tools: [{ ...listPods, function: { ...listPods.function, description: "" } }],
  }),
  refused("tool.root_object", { ...plain, tools: [tool({ type: "string" })] }),
  refused("tool.empty_properties", node({ type: "object", properties: {} })),
  refused("tool.items_missing", node({ type: "array" })),
  refused("tool.required_undefined", node({ type: "object", properties: { b: { type: "string" } }, required: ["c"] })),
  refused("tool.type_missing", node({})),
  refused("tool.type_array", node({ type: ["string", "null"] })),
  refused("tool.type_value", node({ type: "text" })),
  refused("tool.keyword", node({ type: "string", const: "a" })),
  ...["x-foo", "$dynamicRef", "enumNames", "divisibleBy", "contentSchema", "extends"].map((keyword) =>
    refused("tool.keyword", node({ type: "string", [keyword]: {} })),
  ),
  refused("tool.keyword_value", node({ type: "integer", minimum: "1" })),
  refused("tool.keyword_value", node({ type: "string", minLength: -1 })),
  refused("tool.keyword_value", node({ type: "string", nullable: "yes" })),
  refused("tool.keyword_value", node({ type: "string", description: 5 })),
  refused("tool.keyword_value", node({ type: "string", properties: {} })),
  refused("tool.keyword_value", node({ type: "string", required: [] })),
  refused("tool.items_missing", node({ type: "ARRAY" })),
  refused("tool.enum", node({ type: "STRING", enum: [""] })),
  refused("tool.enum", node({ type: "string", enum: ["a", "a"] })),
  refused("tool.anyof_siblings", node({ anyOf: [{ type: "string" }], description: "x" })),
  refused("tool.enum", node({ type: "string", enum: [""] })),
  refused("tool.format", node({ type: "string", format: "uri" })),
  refused("tool.param_name", {
    ...plain,
    tools: [tool({ type: "object", properties: { "a-b": { type: "string" } } })],
  }),
  refused("tool.depth", node(deep)),
  refused("tool.states", { ...plain, tool_choice: "required", tools: [tool(big)] }),
  refused("rf.schema", {
    ...plain,
    response_format: { type: "json_schema", json_schema: { name: "a", schema: { type: "object", properties: {} } } },
  }),
];

const messageProbes: readonly Probe[] = [
  refused("msg.first_turn", say(assistant, hi)),
  refused("msg.system_only", say({ role: "system", content: "x" })),
  noted("msg.system_position", say(hi, { role: "system", content: "x" })),
  refused("msg.empty_content", say({ role: "user", content: " " })),
  refused("msg.tool_after_call", say(hi, calls(call()), hi)),
  refused("msg.orphan_tool", say(hi, result())),
  refused("msg.call_after_turn", say(hi, assistant, calls(call()), result())),
  refused("msg.args_json", say(hi, calls(call("1", "")), result())),
  refused("msg.unique_ids", say(hi, calls(call()), result(), calls(call()), result())),
  noted("msg.known_tool", say(hi, calls(call("1", "{}", "gone")), result())),
  refused("msg.tool_ref", say(hi, calls(call()), result("1", '{"$ref":"#"}'))),
  refused("msg.tool_ref", say(hi, calls(call()), { ...result(), content: [{ type: "text", text: '{"$ref":"#"}' }] })),
  refused("msg.trailing_assistant", { ...say(hi, assistant), model: gemini3 }),
  noted("msg.name_field", say({ ...hi, name: "planner" })),
  refused("sig.missing", { ...say(hi, calls(call()), result()), model: gemini3 }),
  refused("sig.corrupt", {
    ...say(
      hi,
      { ...calls(call()), reasoning_details: [{ type: "reasoning.encrypted", data: "x", id: "1" }] },
      result(),
    ),
    model: gemini3,
  }),
];

export const probes: readonly Probe[] = [
  ...accountProbes,
  ...requestProbes,
  ...modelProbes,
  ...toolProbes,
  ...messageProbes,
];
