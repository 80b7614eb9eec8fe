import { finishReasons } from "@k8s-copilot/doubles";
import { AIMessage, AIMessageChunk } from "@langchain/core/messages";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readReply } from "../src/read-reply.ts";

/** What `ChatOpenAI` makes of a stream: pieces that LangChain joins. */
function streamed(pieces: readonly { index?: number; id?: string; name?: string; args: string }[]): AIMessageChunk {
  const chunks = pieces.map((piece) => {
    const tool_call_chunks = [{ type: "tool_call_chunk" as const, index: 0, ...piece }];
    return new AIMessageChunk({ content: "", tool_call_chunks, response_metadata: { finish_reason: "tool_calls" } });
  });
  return chunks.reduce((whole, chunk) => whole.concat(chunk), new AIMessageChunk(""));
}

/** A reply that came in one piece and that LangChain could not parse, as `ChatOpenAI` hands it on. */
function inOnePiece(...raw: { id?: string; name: string; arguments?: string }[]): AIMessage {
  const invalid_tool_calls = raw.map(({ arguments: args, ...call }) => ({
    ...call,
    ...(args !== undefined && { args }),
  }));
  const message = new AIMessage({ content: "", invalid_tool_calls });
  const tool_calls = raw.map(({ id, ...call }) => ({ id, type: "function", function: call }));
  Object.assign(message.additional_kwargs, { tool_calls });
  return message;
}

const readable = (message: AIMessage) =>
  readReply(message).calls.map(({ call, problem }) => (problem === undefined ? call.args : "refused"));

test("however a stream is cut, a call is whole or refused, never half", () => {
  const json = fc.dictionary(fc.string(), fc.jsonValue()).map((args) => JSON.stringify(args));
  fc.assert(
    fc.property(json, fc.nat(), fc.nat(), (whole, cut, middle) => {
      const sent = whole.slice(0, cut % (whole.length + 1));
      const half = middle % (sent.length + 1);
      const message = streamed([{ id: "1", name: "delete", args: sent.slice(0, half) }, { args: sent.slice(half) }]);
      const [read] = readable(message);
      if (sent === whole && !whole.includes("__proto__")) expect(read).toEqual(JSON.parse(whole));
      else if (sent !== "") expect(read).toBe("refused");
    }),
  );
});

test.each([
  ["arguments that were left out", [{ id: "1", name: "list" }], [{}]],
  ["empty arguments", [{ id: "1", name: "list", arguments: "" }], [{}]],
  [
    "empty arguments beside broken ones",
    [
      { id: "1", name: "list", arguments: "" },
      { id: "2", name: "get", arguments: "{" },
    ],
    ["refused", "refused"],
  ],
  ["a list", [{ id: "1", name: "list", arguments: "[1]" }], ["refused"]],
  ["a text", [{ id: "1", name: "list", arguments: '"x"' }], ["refused"]],
  ["no id", [{ name: "list", arguments: '{"a":1}' }], [{ a: 1 }]],
])("a reply in one piece with %s", (_what, raw, args) => {
  expect(readable(inOnePiece(...raw))).toEqual(args);
});

test("two calls whose pieces were joined to one are refused both", () => {
  const pieces = [
    { id: "a", name: "get", args: "" },
    { args: '{"n":1}' },
    { id: "b", name: "get", args: "" },
    { args: '{"n":2}' },
  ];
  expect(readable(streamed(pieces))).toEqual(["refused", "refused"]);
});

test("parallel calls that all have the index 0 are told apart by their ids", () => {
  const pieces = [
    { id: "a", name: "get", args: '{"n":1}' },
    { id: "b", name: "get", args: '{"n":2}' },
  ];
  expect(readable(streamed(pieces))).toEqual([{ n: 1 }, { n: 2 }]);
});

test("arguments that say something else than their raw text are refused", () => {
  const raw = { id: "1", type: "function" as const, function: { name: "get", arguments: '{"name":"a"}' } };
  const message = new AIMessage({
    content: "",
    tool_calls: [{ id: "1", name: "get", args: { name: "b" } }],
    additional_kwargs: { tool_calls: [raw] },
  });
  expect(readable(message)).toEqual(["refused"]);
});

test("a vendor that keeps no raw text is taken at its word", () => {
  expect(readable(new AIMessage({ content: "", tool_calls: [{ id: "1", name: "get", args: { a: 1 } }] }))).toEqual([
    { a: 1 },
  ]);
});

test.each([{ a: 1 }, ["a"], 3])("arguments that an adapter passed on as %j are refused, not forgotten", (args) => {
  const message = new AIMessage({ content: "" });
  Object.assign(message.additional_kwargs, { tool_calls: [{ id: "x", function: { name: "get", arguments: args } }] });
  const [requested] = readReply(message).calls;
  expect(requested?.problem).toContain(JSON.stringify(args));
});

test("what is sent back has an id and JSON for every call, and keeps what else the vendor gave", () => {
  const message = inOnePiece(
    { name: "get", arguments: "{" },
    { id: "used", name: "get", arguments: "{}" },
    { id: "used", name: "get", arguments: "{}" },
  );
  Object.assign(message.additional_kwargs, { reasoning_details: ["signed"] });
  const reply = readReply(message, (id) => id === "used");
  expect(reply.message.tool_calls?.map(({ id, args }) => [id, args])).toEqual([
    ["get_1", {}],
    ["used_1", {}],
    ["used_2", {}],
  ]);
  expect(reply.message.invalid_tool_calls).toEqual([]);
  expect(reply.message.additional_kwargs).toEqual({ reasoning_details: ["signed"] });
});

test("what a vendor says of a call beside it follows the call to its new id", () => {
  const message = inOnePiece(
    { id: "used", name: "get", arguments: "{}" },
    { id: "free", name: "get", arguments: "{}" },
  );
  const details = [{ id: "used", data: "a" }, { id: "free", data: "b" }, { data: "c" }];
  Object.assign(message.additional_kwargs, { reasoning_details: details });
  const { additional_kwargs } = readReply(message, (id) => id === "used").message;
  expect(additional_kwargs.reasoning_details).toEqual([
    { id: "used_1", data: "a" },
    { id: "free", data: "b" },
    { data: "c" },
  ]);
});

test.each([
  [{ finish_reason: "stop" }, "complete"],
  [{ finish_reason: "stopstop" }, "complete"],
  [{ finish_reason: "tool_callstool_calls" }, "complete"],
  [{ finish_reason: "stoplength" }, "cut"],
  [{ finish_reason: "tool_calls", model_provider: "openai" }, "complete"],
  [{ stop_reason: "end_turn" }, "complete"],
  [{ finishReason: "STOP" }, "complete"],
  [{}, "complete"],
  [{ model_provider: "openai" }, "cut"],
  [{ finish_reason: "length" }, "cut"],
  [{ stop_reason: "max_tokens" }, "cut"],
  [{ finishReason: "MAX_TOKENS" }, "cut"],
  [{ finish_reason: "error" }, "failed"],
  [{ finishReason: "MALFORMED_FUNCTION_CALL" }, "failed"],
  [{ finish_reason: "content_filter" }, "failed"],
])("%j is a reply that is %s", (response_metadata, ending) => {
  expect(readReply(new AIMessage({ content: "x", response_metadata })).ending).toBe(ending);
});

const endings = { everything: "complete", words: "cut", nothing: "failed" } as const;

test.each(Object.entries(finishReasons))(
  "of a reply that ends with %s a client may take %s",
  (finish_reason, taken) => {
    expect(readReply(new AIMessage({ content: "x", response_metadata: { finish_reason } })).ending).toBe(
      endings[taken],
    );
  },
);
