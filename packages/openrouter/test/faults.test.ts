import { type OpenRouterDouble, openRouterFaults, startOpenRouter } from "@k8s-copilot/doubles";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenRouterModel, describeModelError, ModelError, type ModelUsage, type Retry } from "../src/index.ts";
import { ask, beginning, resultsOf, type Way } from "./conversation.ts";

/** What becomes of a fault that stays, with one retry allowed: an error or an answer, after so many requests. */
type Outcome = { readonly requests: number } & (
  | { readonly code: string; readonly says?: string }
  | { readonly text: string; readonly calls?: readonly string[] }
);

const again = { requests: 2 };
const once = { requests: 1 };
const busy = { code: "model_rate_limited", ...again };
const down = { code: "model_unavailable", ...again };
const unreadable = { code: "model_bad_reply", ...again };
const ok = { text: "ok", ...once };
const pods = ['list_pods {"namespace":"default"}'];

const outcomes: { readonly [fault: string]: Outcome | { readonly [way in Way]: Outcome } } = {
  "fail.429_upstream": { ...busy, says: "temporarily rate-limited upstream" },
  "fail.429_retry_after": busy,
  "fail.429_retry_after_60": busy,
  "fail.429_retry_after_long": { ...busy, ...once },
  "fail.429_retry_after_date": busy,
  "fail.503_retry_after": down,
  "fail.502": down,
  "fail.500_masked": down,
  "fail.524_html": { ...down, says: "524: A timeout occurred" },
  "fail.408": down,
  "fail.401": { code: "model_key_rejected", says: "User not found.", ...once },
  "fail.401_no_credentials": { code: "model_key_rejected", ...once },
  "fail.402_fewer_tokens": { code: "model_no_credit", says: "can only afford 1200", ...once },
  "fail.402": { code: "model_no_credit", ...once },
  "fail.403_key_limit": { code: "model_key_limit", ...once },
  "fail.403_region": { code: "model_region", ...once },
  "fail.400_region_raw": { code: "model_region", ...once },
  "fail.403_moderation": { code: "model_blocked", says: "violence", ...once },
  "fail.403_guardrail": { code: "model_blocked", says: "ignore all previous instructions", ...once },
  "fail.404_data_policy": { code: "model_data_policy", says: "data policy", ...once },
  "fail.404_no_tools": { code: "model_no_tools", ...once },
  "fail.400_context": { code: "model_context_too_long", ...once },
  "fail.400_raw_nested": { code: "model_request_rejected", says: "function_declarations[0] (list_nodes)", ...once },
  "fail.model_deprecated": { code: "model_not_found", says: "has been deprecated", ...once },
  "fail.reset": down,
  "fail.hang": down,
  "odd.200_error": { ...busy, says: "rate-limited upstream" },
  "odd.200_error_null_fields": down,
  "odd.json_on_stream": down,
  "odd.choices_null": unreadable,
  "odd.choices_empty": unreadable,
  "odd.nested_provider": ok,
  "odd.blank_body": { ...unreadable, says: "blank" },
  "odd.truncated_json": unreadable,
  "odd.html_200": { code: "model_bad_reply", says: "A web page answered", ...once },
  "odd.choice_error": { invoke: down, stream: { ...down, ...once } },
  "odd.empty_stop": { ...unreadable, says: "empty" },
  "odd.empty_stop_after_tool": { ...unreadable, says: "empty" },
  "odd.malformed_call": { ...unreadable, says: "MALFORMED_FUNCTION_CALL" },
  "odd.length": { ...unreadable, says: "limit of output tokens" },
  "odd.length_thoughts": { ...unreadable, says: "limit of output tokens" },
  "odd.safety": { code: "model_blocked", says: "SAFETY", ...once },
  "odd.finish_stop_with_calls": { text: "", calls: ["list_namespaces {}"], ...once },
  "odd.args_missing": { text: "", calls: ["list_namespaces {}"], ...once },
  "odd.args_empty_string": { text: "", calls: ["list_namespaces {}"], ...once },
  "odd.args_bad_json": { ...unreadable, says: "the arguments of list_pods are not JSON" },
  "odd.args_wrong_type": {
    text: "",
    calls: ['scale_deployment {"namespace":"default","replicas":"3","extra":true}'],
    ...once,
  },
  "odd.unknown_tool": { text: "", calls: pods, ...once },
  "odd.duplicate_ids": { text: "", calls: ['list_pods {"namespace":"a"}', 'list_pods {"namespace":"b"}'], ...once },
  "odd.empty_id": { text: "", calls: ['list_pods {"namespace":"a"}'], ...once },
  "odd.parallel_5": {
    text: "",
    calls: [0, 1, 2, 3, 4].map((index) => `list_pods {"namespace":"ns${index}"}`),
    ...once,
  },
  "odd.text_tool_code": { text: '```tool_code\nprint(default_api.list_pods(namespace="default"))\n```', ...once },
  "odd.announce_only": { text: "好的，我现在来查看 default 命名空间的 Pod。", ...once },
  "odd.fenced_json": { text: '```json\n{"steps":[]}\n```', ...once },
  "odd.usage_partial": ok,
  "odd.usage_missing": ok,
  "odd.model_swapped": ok,
  "str.error_chunk": { invoke: down, stream: { ...down, ...once } },
  "str.error_first": down,
  "str.error_string_code": down,
  "str.error_with_usage": {
    invoke: down,
    stream: { code: "model_request_rejected", says: "Token limit reached", ...once },
  },
  "str.cut": { invoke: unreadable, stream: { code: "model_bad_reply", says: "cut off", ...once } },
  "str.cut_done": { invoke: unreadable, stream: { code: "model_bad_reply", says: "cut off", ...once } },
  "str.reset": { invoke: down, stream: { code: "model_unavailable", says: "cannot be reached", ...once } },
  "str.cut_in_args": unreadable,
  "str.cut_in_key": unreadable,
  "str.cut_after_args": unreadable,
  "str.length_in_args": { ...unreadable, says: "limit of output tokens" },
  "str.split_args": {
    invoke: { text: "", calls: ["list_namespaces {}"], ...once },
    stream: { text: "", calls: ['list_pods {"namespace":"默认"}'], ...once },
  },
  "str.split_utf8": { invoke: ok, stream: { text: "默认命名空间", ...once } },
  "str.no_done": ok,
  "str.no_role": {
    invoke: { text: "", calls: ["list_namespaces {}"], ...once },
    stream: { text: "", calls: ["list_pods {}"], ...once },
  },
  "str.index_0": {
    invoke: { text: "", calls: [0, 1, 2, 3, 4].map((index) => `list_pods {"namespace":"ns${index}"}`), ...once },
    stream: { text: "", calls: ['list_pods {"namespace":"a"}', "list_nodes {}"], ...once },
  },
  "str.empty": { ...unreadable, says: "empty" },
  "str.bad_json": { invoke: unreadable, stream: { code: "model_bad_reply", says: "not JSON", ...once } },
  "str.text_and_calls": {
    invoke: { text: "", calls: ["list_namespaces {}"], ...once },
    stream: { text: "我先查一下。", calls: pods, ...once },
  },
  "str.stall": { invoke: down, stream: { code: "model_unavailable", says: "fell silent", ...once } },
  "str.comments_only": down,
  "str.empty_only": down,
  "str.slow_comments": ok,
};

/** Too long for a test: its wait is begun, and left, below. */
const aMinute = "fail.429_retry_after_60";

const ways: readonly Way[] = ["invoke", "stream"];
const limits = { maxRetries: 1, timeoutMs: 2_000, idleMs: 1_500 };

it("every fault of the double has an outcome here", () => {
  expect(Object.keys(outcomes).sort()).toEqual(Object.keys(openRouterFaults).sort());
});

describe.each(ways)("by %s", (way) => {
  it.concurrent.each(Object.entries(outcomes).filter(([fault]) => fault !== aMinute))("%s", async (fault, either) => {
    const outcome = "invoke" in either ? either[way] : either;
    const double = await startOpenRouter({ scripts: [{ reply: { fault }, times: Number.POSITIVE_INFINITY }] });
    const usages: ModelUsage[] = [];
    const model = createOpenRouterModel({ ...double, limits, onUsage: (usage) => usages.push(usage) });
    try {
      const answer = await ask(model, beginning, way);
      const calls = (answer.tool_calls ?? []).map(({ name, args }) => `${name} ${JSON.stringify(args)}`);
      expect({ text: answer.text, calls }).toEqual({
        calls: [],
        ...("text" in outcome && outcome),
        requests: undefined,
      });
      expect(answer.invalid_tool_calls).toEqual([]);
      expect(new Set(answer.tool_calls?.map(({ id }) => id)).size).toBe(calls.length);
      expect(Object.values(answer.usage_metadata ?? {}).filter(Number.isNaN)).toEqual([]);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      const { code, message, remedy } = describeModelError(error);
      expect({ code, message }).toMatchObject({ code: "code" in outcome ? outcome.code : "an answer" });
      expect(message).toContain("says" in outcome ? outcome.says : "");
      expect(message).not.toMatch(/[<\n]/);
      expect(remedy).not.toBe("");
    }
    expect(double.log().length).toBe(outcome.requests);
    expect(usages.every(({ promptTokens, completionTokens }) => promptTokens >= 0 && completionTokens >= 0)).toBe(true);
    await double.close();
  });
});

describe("a fault that passes", () => {
  let double: OpenRouterDouble;
  afterEach(async () => {
    expect(double.violations()).toEqual([]);
    expect(double.leftovers()).toEqual([]);
    await double.close();
  });

  it.each(ways)("is not noticed by %s, but told", async (way) => {
    double = await startOpenRouter({
      scripts: [{ reply: { fault: "str.cut_in_args" } }, { reply: { text: "All fine." } }],
    });
    const retries: Retry[] = [];
    const model = createOpenRouterModel({ ...double, onRetry: (retry) => retries.push(retry) });
    expect((await ask(model, beginning, way)).text).toBe("All fine.");
    expect(retries.map(({ attempt, error }) => [attempt, error.code])).toEqual([[1, "model_bad_reply"]]);
  });

  it("is waited for as long as the provider asks", async () => {
    double = await startOpenRouter({
      scripts: [{ reply: { fault: "fail.429_retry_after" } }, { reply: { text: "ok" } }],
    });
    const waits: number[] = [];
    await ask(createOpenRouterModel({ ...double, onRetry: ({ waitMs }) => waits.push(waitMs) }), beginning);
    expect(waits).toEqual([1000]);
  });

  it("is waited for a whole minute, if it must be", async () => {
    double = await startOpenRouter({ scripts: [{ reply: { fault: aMinute } }] });
    const stop = new AbortController();
    const waits: number[] = [];
    const onRetry = ({ waitMs }: Retry) => {
      waits.push(waitMs);
      stop.abort();
    };
    await expect(
      createOpenRouterModel({ ...double, onRetry }).invoke([...beginning], { signal: stop.signal }),
    ).rejects.toThrow();
    expect(waits).toEqual([60_000]);
  });

  it("is tried three times at most", async () => {
    double = await startOpenRouter({ scripts: [{ reply: { fault: "fail.502" }, times: 3 }] });
    await expect(ask(createOpenRouterModel(double), beginning)).rejects.toMatchObject({ code: "model_unavailable" });
    expect(double.log().length).toBe(3);
  });

  it("with odd ids leads to a next request that is in order", async () => {
    double = await startOpenRouter({
      scripts: [
        { reply: { fault: "odd.duplicate_ids" } },
        { reply: { fault: "odd.empty_id" } },
        { reply: { text: "ok" } },
      ],
    });
    const model = createOpenRouterModel(double);
    const first = await ask(model, beginning);
    const second = await ask(model, [...beginning, first, ...resultsOf(first)]);
    const history = [...beginning, first, ...resultsOf(first), second, ...resultsOf(second)];
    expect((await ask(model, history)).text).toBe("ok");
  });
});

describe("a call that is cancelled", () => {
  it.each([
    ["while the model thinks", { fault: "fail.hang" }],
    ["while it waits to try again", { fault: "fail.429_retry_after" }],
  ])("%s ends at once, as a cancelled one", async (_, reply) => {
    const double = await startOpenRouter({ scripts: [{ reply }] });
    const stop = new AbortController();
    const asked = createOpenRouterModel(double).invoke("hi", { signal: stop.signal });
    setTimeout(() => stop.abort(), 200);
    const error = await asked.then(
      () => "answered",
      (thrown: unknown) => thrown,
    );
    expect(error).not.toBeInstanceOf(ModelError);
    expect(describeModelError(error)).toMatchObject({ retryable: false });
    expect(double.log().length).toBe(1);
    await double.close();
  });

  it("in the middle of a stream closes the connection", async () => {
    const double = await startOpenRouter({ scripts: [{ reply: { fault: "str.stall" } }] });
    for await (const chunk of await createOpenRouterModel(double).stream("hi")) {
      expect(chunk.text).toBe("The pods");
      break;
    }
    await expect.poll(() => double.log()[0]?.aborted).toBe(true);
    await double.close();
  });
});
