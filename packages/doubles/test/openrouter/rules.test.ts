import { afterEach, describe, expect, it } from "vitest";
import { type OpenRouterDouble, type OpenRouterOptions, startOpenRouter } from "../../src/index.ts";
import { complete, hi, listPods, plain, post } from "./requests.ts";
import { probes } from "./rule-probes.ts";

const started: OpenRouterDouble[] = [];
async function start(options: OpenRouterOptions = {}): Promise<OpenRouterDouble> {
  const double = await startOpenRouter(options);
  started.push(double);
  return double;
}
afterEach(async () => {
  for (const double of started.splice(0)) await double.close();
});

const named = probes.map((probe, index) => [`${probe.rule} (${index})`, probe] as const);

describe("a request that breaks a rule", () => {
  it.each(named)("%s", async (_, { rule, status, body, headers = {}, options = {}, isNoViolation = false }) => {
    const double = await start({ ...options, scripts: [{ reply: { text: "ok" } }] });
    const reply = await post(double, body, { headers });
    expect(reply.status).toBe(status);
    if (status !== 200) {
      expect(double.log()[0]?.verdict).toBe(rule);
      expect(await reply.json()).toMatchObject({ error: { message: expect.any(String), code: status } });
    }
    expect(double.violations().some((violation) => violation.rule === rule)).toBe(!isNoViolation);
  });

  it("is a violation when the client is at fault, not when the account is", async () => {
    const double = await start();
    await post(double, { ...plain, temperature: 3 });
    double.state({ balance: 0 });
    await post(double, plain);
    expect(double.violations().map(({ rule, request }) => [rule, request])).toEqual([["req.param_ranges", 0]]);
  });

  it("notices tools that change their order", async () => {
    const double = await start();
    const other = { ...listPods, function: { ...listPods.function, name: "list_nodes" } };
    double.enqueue({ reply: { text: "ok" }, times: 2 });
    await post(double, { ...plain, tools: [listPods, other] });
    await post(double, { ...plain, tools: [other, listPods] });
    expect(double.violations().map(({ rule }) => rule)).toEqual(["tool.order"]);
  });
});

describe("of several rules", () => {
  /** The first of each pair is what is said: key, credit, request, model, credit for the answer, tools, messages. */
  it.each([
    ["the key before the body", "{nope", { authorization: "" }, {}, "auth.missing"],
    ["credit before the body", "{nope", {}, { balance: 0 }, "credit.empty"],
    ["the request before the model", { ...plain, model: "no", temperature: 3 }, {}, {}, "req.param_ranges"],
    ["the model before its price", { ...plain, model: "no" }, {}, { balance: 0.0001 }, "model.unknown"],
    ["the request before the price", { ...plain, temperature: 3 }, {}, { balance: 0.0001 }, "req.param_ranges"],
    [
      "the price before the tools",
      { ...plain, tools: [listPods, listPods] },
      {},
      { balance: 0.0001 },
      "credit.preflight",
    ],
    [
      "the tools before the messages",
      { ...plain, tools: [listPods, listPods], messages: [hi, { role: "tool", tool_call_id: "1", content: "x" }] },
      {},
      {},
      "tool.duplicate",
    ],
  ] as const)("%s", async (_, body, headers, state, verdict) => {
    const double = await start({ state });
    await post(double, body, { headers: { ...headers } });
    expect(double.log()[0]?.verdict).toBe(verdict);
  });
});

describe("the profile observed", () => {
  const foreign = {
    type: "object",
    properties: {
      names: { type: "array", items: { type: "string" }, $ref: "#/$defs/names" },
      one: { const: "a", type: "string" },
      namespace: { type: "string" },
    },
  };
  const tools = [{ ...listPods, function: { ...listPods.function, parameters: foreign } }];
  const args = { names: ["a"], one: "a", namespace: "dev" };

  it("takes keywords that Gemini does not know, and spoils the arguments that have them", async () => {
    const double = await start({
      profile: "observed",
      scripts: [{ reply: { toolCalls: [{ name: "list_pods", args }] } }],
    });
    const [call] = (await complete(double, { ...plain, tools })).choices[0]?.message.tool_calls ?? [];
    expect(JSON.parse(call?.function.arguments ?? "")).toEqual({ names: '["a"]', namespace: "dev" });
    expect(double.violations()).toEqual([]);
  });

  it("takes what only the strict one refuses", async () => {
    const double = await start({ profile: "observed", scripts: [{ reply: { text: "ok" } }] });
    const assistant = { role: "assistant", content: "well" };
    expect((await post(double, { ...plain, temperature: 3, messages: [assistant, hi] })).status).toBe(200);
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
    const double = await start();
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
