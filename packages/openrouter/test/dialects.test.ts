import type { ServerResponse } from "node:http";
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from "@langchain/core/messages";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenRouterModel, type Served } from "../src/index.ts";
import { ask, type Way } from "./conversation.ts";
import { type Body, type Endpoint, refuse, send, startEndpoint } from "./endpoint.ts";

let endpoint: Endpoint;

afterEach(() => endpoint.close());

const model = (options: { sessionId?: string; models?: string[]; onServed?: (served: Served) => void } = {}) =>
  createOpenRouterModel({
    apiKey: "",
    baseUrl: endpoint.baseUrl,
    model: "qwen3",
    limits: { maxRetries: 1 },
    ...options,
  });

const call = (args: unknown = '{"namespace":"prod"}', id: string | undefined = "call_1") => ({
  tool_calls: [{ ...(id !== undefined && { id }), type: "function", function: { name: "list_pods", arguments: args } }],
});

const question = [new HumanMessage("what runs here?")];

/** Demands a tool, as an agent does for its answer. */
async function demand(options: { tool_choice: string; parallel_tool_calls?: boolean }): Promise<AIMessage> {
  const tool = { type: "function", function: { name: "list_pods", parameters: { type: "object", properties: {} } } };
  const bound = model().bindTools?.([tool], options);
  if (bound === undefined) throw new Error("The model cannot bind tools");
  return bound.invoke(question);
}

type Refusing = {
  readonly vendor: string;
  readonly refuses: (body: Body) => boolean;
  readonly with: readonly [error: unknown, status?: number];
};

const openAiError = (message: string) => ({ error: { message, type: "invalid_request_error" } });

const refusing: readonly Refusing[] = [
  {
    vendor: "DeepSeek, thinking",
    refuses: ({ tool_choice }) => tool_choice !== undefined,
    with: [openAiError("Thinking mode does not support this tool_choice")],
  },
  {
    vendor: "mlx",
    refuses: ({ tool_choice }) => tool_choice !== undefined && tool_choice !== "auto",
    with: [{ detail: "tool_choice 'required' is not supported" }],
  },
  {
    vendor: "OpenRouter, of a model without it",
    refuses: ({ tool_choice }) => tool_choice !== undefined,
    with: [openAiError("No endpoints found that support the provided 'tool_choice' value."), 404],
  },
  {
    vendor: "OpenAI, of a thinking model",
    refuses: ({ parallel_tool_calls }) => parallel_tool_calls !== undefined,
    with: [openAiError("Unsupported parameter: 'parallel_tool_calls' is not supported with this model.")],
  },
  {
    vendor: "OpenAI, of a newer model",
    refuses: ({ max_tokens }) => max_tokens !== undefined,
    with: [openAiError("Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.")],
  },
  {
    vendor: "Mistral",
    refuses: (body) => "parallel_tool_calls" in body || "tool_choice" in body,
    with: [
      {
        detail: [
          { type: "extra_forbidden", loc: ["body", "tool_choice"], msg: "Extra inputs are not permitted" },
          { type: "extra_forbidden", loc: ["body", "parallel_tool_calls"], msg: "Extra inputs are not permitted" },
        ],
      },
      422,
    ],
  },
];

describe("an endpoint that refuses a field", () => {
  it.each(refusing)("is asked again without it: $vendor", async ({ refuses, with: [error, status] }) => {
    endpoint = await startEndpoint((body, reply) =>
      refuses(body) ? refuse(reply, error, status) : send(reply, body, [call()], "tool_calls"),
    );
    const answer = await demand({ tool_choice: "list_pods", parallel_tool_calls: false });
    expect(answer.tool_calls).toMatchObject([{ name: "list_pods", args: { namespace: "prod" } }]);
    expect(endpoint.bodies).toHaveLength(2);
    expect(endpoint.bodies[1]?.tools).toHaveLength(1);
  });

  it("is not asked that way a second time", async () => {
    endpoint = await startEndpoint((body, reply) =>
      "session_id" in body || "models" in body
        ? refuse(reply, { detail: [{ loc: ["body", "session_id"] }, { loc: ["body", "models"] }] }, 422)
        : send(reply, body, [{ content: "ok" }]),
    );
    const asked = model({ sessionId: "chat", models: ["other"] });
    await asked.invoke(question);
    await asked.invoke(question);
    expect(endpoint.bodies.map((body) => "session_id" in body)).toEqual([true, false, false]);
  });

  it("that refuses all the same is asked no more", async () => {
    endpoint = await startEndpoint((_, reply) => refuse(reply, openAiError("tool_choice: I refuse everything")));
    await expect(demand({ tool_choice: "list_pods" })).rejects.toMatchObject({ code: "model_request_rejected" });
    expect(endpoint.bodies).toHaveLength(2);
  });

  it("of which nothing can be left out is asked once", async () => {
    endpoint = await startEndpoint((_, reply) => refuse(reply, openAiError("The models of this account are blocked")));
    await expect(model({ models: ["other"] }).invoke(question)).rejects.toMatchObject({
      code: "model_request_rejected",
    });
    expect(endpoint.bodies).toHaveLength(1);
  });

  it("that may not be told to call no tool is offered none", async () => {
    endpoint = await startEndpoint((body, reply) =>
      "tool_choice" in body
        ? refuse(reply, openAiError("tool_choice is unknown"))
        : send(reply, body, [{ content: "ok" }]),
    );
    expect((await demand({ tool_choice: "none" })).content).toBe("ok");
    expect(endpoint.bodies[1]).not.toHaveProperty("tools");
  });

  it("that is started without a tool parser is said to have no tools", async () => {
    endpoint = await startEndpoint((_, reply) =>
      refuse(reply, {
        object: "error",
        message: '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
      }),
    );
    await expect(ask(model(), question)).rejects.toMatchObject({ code: "model_no_tools" });
  });
});

describe("a conversation with an endpoint", () => {
  const history = (id: string, thoughts?: string): readonly BaseMessage[] => [
    ...question,
    new AIMessage({
      content: "",
      tool_calls: [{ id, name: "list_pods", args: {} }],
      additional_kwargs: thoughts === undefined ? {} : { reasoning_content: thoughts },
    }),
    new ToolMessage({ content: "[]", tool_call_id: id }),
  ];

  const roles = (body: Body | undefined): readonly Body[] => (Array.isArray(body?.messages) ? body.messages : []);

  async function retold(
    refuses: (messages: readonly Body[]) => boolean,
    error: unknown,
    messages: readonly BaseMessage[],
  ) {
    endpoint = await startEndpoint((body, reply) =>
      refuses(roles(body)) ? refuse(reply, error) : send(reply, body, [{ content: "none" }]),
    );
    expect((await ask(model(), messages)).text).toBe("none");
    expect(endpoint.bodies).toHaveLength(2);
    return roles(endpoint.bodies[1]);
  }

  it("that wants a text beside a call has an empty one", async () => {
    const error = openAiError("invalid message content type: <nil>");
    const told = await retold((messages) => messages.some(({ content }) => content === null), error, history("a"));
    expect(told[1]).toMatchObject({ role: "assistant", content: "" });
  });

  const rolesOf = (messages: readonly Body[]) => messages.map(({ role }) => role).join(" ");

  it("that knows nothing but turns is told in turns", async () => {
    const error = openAiError(
      "After the optional system message, conversation roles must alternate user/assistant/...",
    );
    const again = [...history("a"), new HumanMessage("and"), new HumanMessage("why?")];
    const told = await retold((messages) => /user user|tool user/.test(rolesOf(messages)), error, again);
    expect(rolesOf(told)).toBe("user assistant tool assistant user");
    expect(told.at(-1)?.content).toBe("and\n\nwhy?");
  });

  it("that has no place for a system message has it before the request", async () => {
    const error = openAiError("Only user, assistant and tool roles are supported, got system!");
    const begun = [new SystemMessage("Be brief."), ...question];
    const told = await retold((messages) => messages.some(({ role }) => role === "system"), error, begun);
    expect(told).toEqual([{ role: "user", content: "Be brief.\n\nwhat runs here?" }]);
  });

  it("that takes no blocks has one text", async () => {
    const error = openAiError(
      "json: cannot unmarshal array into Go struct field ChatRequest.messages.content of type string",
    );
    const blocks = new HumanMessage({
      content: [
        { type: "text", text: "what" },
        { type: "text", text: "runs?" },
      ],
    });
    const told = await retold((messages) => messages.some(({ content }) => Array.isArray(content)), error, [blocks]);
    expect(told).toEqual([{ role: "user", content: "what\n\nruns?" }]);
  });

  it("that wants ids of nine characters has them, and they still pair", async () => {
    const error = openAiError("Tool call id was call_12345 but must be a-z, A-Z, 0-9, with a length of 9.");
    const tooLong = (messages: readonly Body[]) => messages.some(({ tool_call_id: id }) => id === "call_12345");
    const told = await retold(tooLong, error, history("call_12345"));
    expect(told[2]?.tool_call_id).toMatch(/^[a-z0-9]{9}$/);
    expect(told[1]).toMatchObject({ tool_calls: [{ id: told[2]?.tool_call_id }] });
  });

  it.each([
    "Missing `reasoning_content` field in the assistant message at message index 1",
    "thinking is enabled but reasoning_content is missing in assistant tool call message at index 1",
    "The `reasoning_content` in the thinking mode must be passed back to the API.",
  ])("gets the thoughts back that it asks for, and only then: %s", async (words) => {
    const error = openAiError(words);
    const missing = (messages: readonly Body[]) =>
      messages.some((message) => message.role === "assistant" && message.reasoning_content === undefined);
    const told = await retold(missing, error, history("a", "I have to look."));
    expect(told[1]).toMatchObject({ reasoning_content: "I have to look." });
  });
});

describe.each<Way>(["invoke", "stream"])("an answer by %s", (way) => {
  const answered = async (messages: readonly object[], finishReason?: string) => {
    endpoint = await startEndpoint((body, reply) => send(reply, body, messages, finishReason));
    return ask(model(), question, way);
  };

  it("with arguments that are an object is taken as it is", async () => {
    const answer = await answered([call({ namespace: "prod" })], "tool_calls");
    expect(answer.tool_calls).toMatchObject([{ name: "list_pods", args: { namespace: "prod" } }]);
  });

  it.each([[["prod"]], [3], [true]])("with arguments that are %j is refused and asked for once more", async (args) => {
    await expect(answered([call(args)], "tool_calls")).rejects.toMatchObject({ code: "model_bad_reply" });
    expect(endpoint.bodies).toHaveLength(2);
  });

  it("whose call has no id gets one", async () => {
    const [made] = (await answered([call("{}", "")], "tool_calls")).tool_calls ?? [];
    expect(made?.id).toMatch(/^call_/);
  });

  it.each(["eos", "function_call", "COMPLETE"])("that ends with “%s” has ended", async (reason) => {
    expect((await answered([call()], reason)).tool_calls).toHaveLength(1);
  });

  it.each(["max_tokens", "model_length", "MAX_TOKENS", "insufficient_system_resource", "abort"])(
    "that ends with “%s” has no call",
    async (reason) => {
      await expect(answered([call()], reason)).rejects.toMatchObject({ code: "model_bad_reply", retry: "once" });
    },
  );

  it("without the thoughts before it", async () => {
    const answer = await answered([{ content: '<think>\nThe user wants {"a":1}.\n</think>\n\n{"b":2}' }]);
    expect(answer.text).toBe('{"b":2}');
    expect(answer.additional_kwargs.reasoning_content).toBe('The user wants {"a":1}.');
  });

  it("that has thoughts and nothing else is empty", async () => {
    await expect(answered([{ content: "<think>and on and on" }])).rejects.toMatchObject({ because: "empty" });
  });

  it("that speaks of the tag later on is left alone", async () => {
    const text = "The log has <think>x</think> in it.";
    expect((await answered([{ content: text }])).text).toBe(text);
  });

  it("keeps thoughts that come in a field of their own", async () => {
    const answer = await answered([{ reasoning_content: "Let me see." }, { content: "ok" }]);
    expect(answer.text).toBe("ok");
    expect(answer.additional_kwargs.reasoning_content).toBe("Let me see.");
  });

  it("in blocks is its text", async () => {
    const content = [
      { type: "thinking", thinking: [] },
      { type: "text", text: "ok" },
    ];
    expect((await answered([{ content }])).text).toBe("ok");
  });
});

it("two requests at once to an endpoint that refuses a form are both answered", async () => {
  endpoint = await startEndpoint((body, reply) => {
    const answer = () =>
      body.tool_choice === undefined
        ? send(reply, body, [{ content: "ok" }])
        : refuse(reply, openAiError("no tool_choice"));
    setTimeout(answer, 50);
  });
  const tool = { type: "function", function: { name: "list_pods", parameters: { type: "object", properties: {} } } };
  const bound = model().bindTools?.([tool], { tool_choice: "required" });
  const answers = await Promise.all([bound?.invoke(question), bound?.invoke(question)]);
  expect(answers.map((answer) => answer?.text)).toEqual(["ok", "ok"]);
});

describe("the model that serves", () => {
  const served = async (name: string, options: { asked?: string } = {}) => {
    endpoint = await startEndpoint((body, reply: ServerResponse) =>
      send(reply, { ...body, model: name }, [{ content: "ok" }]),
    );
    const told: Served[] = [];
    const { asked = "google/gemini-2.5-flash" } = options;
    await createOpenRouterModel({
      apiKey: "",
      baseUrl: endpoint.baseUrl,
      model: asked,
      onServed: (it) => told.push(it),
    }).invoke(question);
    return told;
  };

  it("is told when it is another one", async () => {
    expect(await served("google/gemini-3.5-flash-lite")).toEqual([
      { id: "1", asked: "google/gemini-2.5-flash", served: "google/gemini-3.5-flash-lite", standsIn: true },
    ]);
  });

  it.each([
    ["google/gemini-2.5-flash", "google/gemini-2.5-flash-20260519"],
    ["openai/gpt-4o", "gpt-4o-2024-08-06"],
    ["qwen3", "qwen3:latest"],
    ["~google/gemini-flash-latest", "google/gemini-3.7-flash"],
  ])("is the one that was asked for: %s, %s", async (asked, name) => {
    expect(await served(name, { asked })).toEqual([{ id: "1", asked, served: name, standsIn: false }]);
  });

  it("is not told where the answer does not tell it", async () => {
    expect(await served("")).toEqual([]);
  });
});
