import { type OpenRouterDouble, startOpenRouter } from "@k8s-copilot/doubles";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { normalizeMessages } from "../src/request/normalize-messages.ts";
import { prepareRequest } from "../src/request/prepare-request.ts";
import { createToolBook } from "../src/request/tool-book.ts";
import type { WireMessage } from "../src/request/wire.ts";

const book = createToolBook([{ type: "function", function: { name: "list_pods" } }], []);

function normalize(...messages: readonly WireMessage[]): readonly unknown[] {
  return normalizeMessages(messages, book);
}

const system = { role: "system", content: "be brief" };
const user = { role: "user", content: "hi" };
const goOn = { role: "user", content: "Continue." };

function calling(...ids: readonly string[]) {
  return {
    role: "assistant",
    content: "",
    tool_calls: ids.map((id) => ({ id, type: "function", function: { name: "list_pods", arguments: "{}" } })),
  };
}

function result(id: string, content = "[]") {
  return { role: "tool", tool_call_id: id, content };
}

const sent = (...ids: readonly string[]) => ({ ...calling(...ids), content: null });

describe("a conversation on its way to a model", () => {
  it("that is in order stays as it is", () => {
    expect(normalize(system, user, calling("a", "b"), result("a"), result("b"))).toEqual([
      system,
      user,
      sent("a", "b"),
      result("a"),
      result("b"),
    ]);
  });

  it("that begins in the middle gets a user message first", () => {
    const [first, second, third] = normalize(system, { role: "assistant", content: "hello" }, user);
    expect([first, second, third]).toEqual([
      system,
      { role: "user", content: "(The beginning of the conversation is not shown.)" },
      { role: "assistant", content: "hello" },
    ]);
  });

  it("has an answer for a call that was interrupted, before what the user said next", () => {
    expect(normalize(user, calling("a"), { role: "user", content: "cancel" })).toEqual([
      user,
      sent("a"),
      result("a", "(This call was not run.)"),
      { role: "user", content: "cancel" },
    ]);
  });

  it("has results directly behind their calls, each once, and none without a call", () => {
    const late = { role: "user", content: "x" };
    expect(normalize(result("z"), user, calling("a", "b"), result("b"), late, result("a"), result("a"))).toEqual([
      user,
      sent("a", "b"),
      result("a"),
      result("b"),
      late,
    ]);
  });

  it("gives calls that share an id, or have none, ids of their own, with the right results", () => {
    expect(
      normalize(user, calling("x", "x"), result("x", "1"), result("x", "2"), calling("x"), result("x", "3")),
    ).toEqual([user, sent("x", "x_2"), result("x", "1"), result("x_2", "2"), sent("x_3"), result("x_3", "3")]);
  });

  it("joins what one agent said with the calls of the next", () => {
    expect(normalize(user, { role: "assistant", content: "my plan" }, calling("a"), result("a"))).toEqual([
      user,
      { ...sent("a"), content: "my plan" },
      result("a"),
    ]);
  });

  it("does not end with the assistant", () => {
    expect(normalize(user, { role: "assistant", content: "plan" }).at(-1)).toEqual(goOn);
    expect(normalize(system)).toEqual([system, goOn]);
  });

  it("leaves out what is empty", () => {
    const parts = { role: "user", content: [{ type: "text", text: " " }] };
    expect(normalize(user, { role: "assistant", content: "" }, parts, { role: "user", content: "  " })).toEqual([user]);
  });

  it("keeps a late system message in its place, as the user's", () => {
    expect(normalize(system, user, { role: "system", content: "cluster: prod" })).toEqual([
      system,
      user,
      { role: "user", content: "cluster: prod" },
    ]);
  });

  it("does not answer a call that was interrupted with the result of a later one of the same id", () => {
    expect(normalize(user, calling("a"), user, calling("a"), result("a", "two"))).toEqual([
      user,
      sent("a"),
      result("a", "(This call was not run.)"),
      user,
      sent("a_2"),
      result("a_2", "two"),
    ]);
  });

  it("has no agent's name, no broken arguments, no reserved key and no blank result", () => {
    const broken = { id: "a", type: "function", function: { name: "list_pods", arguments: "{bad" } };
    expect(
      normalize(
        { ...user, name: "planner" },
        { role: "assistant", content: "", tool_calls: [broken] },
        result("a", '{"$ref": "#/definitions/Pod"}'),
        calling("b"),
        result("b", ""),
      ),
    ).toEqual([user, sent("a"), result("a", '{"ref": "#/definitions/Pod"}'), sent("b"), result("b", "(no output)")]);
  });
});

describe("a result that refers to a schema", () => {
  const of = (content: unknown) =>
    normalizeMessages([user, calling("a"), { ...result("a"), content }], book).at(-1)?.content;

  it.each([
    '{"$ref": 1}',
    String.raw`{"\u0024ref": 1}`,
    String.raw`{"\u0024\u0072ef": 1}`,
    String.raw`{"$r\u0065\u0066": 1}`,
  ])("%s goes out without the key that Google refuses, as text and in parts", (text) => {
    expect(of(text)).toBe('{"ref": 1}');
    expect(of([{ type: "text", text }])).toEqual([{ type: "text", text: '{"ref": 1}' }]);
  });

  it("keeps what only looks like the key", () => {
    const text = String.raw`{"a": "\"$ref\": x", "$REF": "$ref"}`;
    expect(of(text)).toBe(text);
  });
});

it("assistant messages that become one keep the signatures of all", () => {
  const thought = { role: "assistant", content: "First I look.", reasoning_details: [{ id: "one" }] };
  const { role, content, tool_calls } = calling("a");
  const signed = { role, content, tool_calls, reasoning_details: [{ id: "a" }] };
  expect(normalize(user, thought, signed, result("a", "ok"))[1]).toMatchObject({
    content: "First I look.",
    reasoning_details: [{ id: "one" }, { id: "a" }],
    tool_calls: [{ id: "a" }],
  });
});

const ids = fc.constantFrom("a", "b", "c", "");
const text = fc.constantFrom("", " ", "hello", "plan");
const anyMessage: fc.Arbitrary<WireMessage> = fc.oneof(
  fc.record({ role: fc.constantFrom("system", "user", "assistant", "developer"), content: text }),
  fc.record({
    role: fc.constant("user"),
    content: fc.array(
      text.map((words) => ({ type: "text", text: words })),
      { maxLength: 2 },
    ),
  }),
  fc.record({ role: fc.constant("tool"), tool_call_id: ids, content: text }),
  fc.record({
    role: fc.constant("assistant"),
    content: text,
    tool_calls: fc.array(
      fc.record({
        id: ids,
        type: fc.constant("function"),
        function: fc.record({
          name: fc.constantFrom("list_pods", "gone", "default_api.list_pods", "x".repeat(80)),
          arguments: fc.constantFrom("{}", "", "{bad", "[]", '{"namespace":"a"}'),
        }),
      }),
      { maxLength: 3 },
    ),
  }),
);

describe("any conversation at all", () => {
  let double: OpenRouterDouble;
  beforeAll(async () => {
    double = await startOpenRouter({
      scripts: [{ reply: { text: "ok" }, times: Number.POSITIVE_INFINITY }],
    });
  });
  afterAll(() => double.close());

  it("is taken by the strict double once it is prepared", async () => {
    const tools = [
      { type: "function", function: { name: "list_pods", description: "Lists pods", parameters: { type: "object" } } },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyMessage, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (messages, hasTools) => {
          const { body } = prepareRequest({
            model: "google/gemini-2.5-flash",
            max_tokens: 100,
            messages,
            ...(hasTools && { tools }),
          });
          const before = double.violations().length;
          const reply = await fetch(`${double.baseUrl}/chat/completions`, {
            method: "POST",
            headers: { authorization: `Bearer ${double.apiKey}`, "content-type": "application/json" },
            body: JSON.stringify(body),
          });
          expect(double.violations().slice(before)).toEqual([]);
          expect(reply.status).toBe(200);
          await reply.text();
        },
      ),
      { numRuns: 300 },
    );
  });
});
