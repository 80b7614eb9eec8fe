import { createScriptedModel } from "@k8s-copilot/doubles";
import { AIMessage, type BaseMessage, ToolMessage } from "@langchain/core/messages";
import { RunnableLambda } from "@langchain/core/runnables";
import {
  DynamicStructuredTool,
  DynamicTool,
  type StructuredToolInterface,
  type ToolRuntime,
  tool,
} from "@langchain/core/tools";
import { interrupt, MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as zod3 from "zod/v3";
import {
  type CachePolicy,
  createCachingToolNode,
  createToolRunner,
  defineAgent,
  runAgent,
  toolFromStructuredTool,
  withUsageLimit,
} from "../../src/index.ts";

const asking = (name: string, args: Record<string, unknown> = {}, id = "call_1") =>
  new AIMessage({ content: "", tool_calls: [{ type: "tool_call", id, name, args }] });

const runnerOf = (made: StructuredToolInterface, policyOf?: () => CachePolicy) =>
  createToolRunner({ tools: [toolFromStructuredTool(made)], ...(policyOf === undefined ? {} : { policyOf }) });

/** LangGraph's own node and ours, over one tool of LangChain. */
const nodesOf = (made: StructuredToolInterface) =>
  [new ToolNode([made]), createCachingToolNode(runnerOf(made))] as const;

/** What both answer to one call. */
async function bothAnswer(made: StructuredToolInterface, args: Record<string, unknown>) {
  const messages = [asking(made.name, args)];
  const theirs: { messages: ToolMessage[] } = await new ToolNode([made]).invoke({ messages });
  const ours = await createCachingToolNode(runnerOf(made))({ messages });
  const [their, our] = [theirs.messages.at(0), ours.messages.at(0)];
  if (their === undefined || our === undefined) throw new Error("each answers one call");
  return { their, our };
}

const echo = (schema: StructuredToolInterface["schema"]) =>
  new DynamicStructuredTool({ name: "echo", description: "", schema, func: async (args) => JSON.stringify(args) });

/** Under `exactOptionalPropertyTypes` LangChain's own types refuse schemas of zod 3. */
const ofZod3 = (schema: unknown) => z.custom<StructuredToolInterface["schema"]>().parse(schema);

describe("contract: a tool of LangChain, under LangGraph's node and under ours,", () => {
  test("finds the same runtime: the call's id, the config, the context and the writer", async () => {
    const probe = tool(
      async (_args: unknown, runtime: ToolRuntime) => {
        runtime.writer?.({ progress: 1 });
        const { toolCallId, config, configurable, context } = runtime;
        const users = [config?.configurable?.user, configurable?.user];
        return JSON.stringify({ toolCallId, inCall: runtime.toolCall?.id, users, context });
      },
      { name: "probe", description: "", schema: z.object({}) },
    );
    for (const node of nodesOf(probe)) {
      const graph = new StateGraph(MessagesAnnotation, { context: z.object({ tenant: z.string() }) })
        .addNode("tools", node)
        .addEdge(START, "tools")
        .compile();
      const told: unknown[] = [];
      const config = { configurable: { user: "ann" }, context: { tenant: "t1" } };
      const stream = await graph.stream(
        { messages: [asking("probe", {}, "call_7")] },
        { ...config, streamMode: ["custom", "values"] },
      );
      let answer = "";
      for await (const [mode, part] of stream) {
        if (mode === "custom") told.push(part);
        else
          answer =
            z
              .object({ messages: z.array(z.custom<BaseMessage>()) })
              .parse(part)
              .messages.at(-1)?.text ?? "";
      }
      expect(JSON.parse(answer)).toEqual({
        toolCallId: "call_7",
        inCall: "call_7",
        users: ["ann", "ann"],
        context: { tenant: "t1" },
      });
      expect(told).toEqual([{ progress: 1 }]);
    }
  });

  test("finds the config that is passed where there is no graph", async () => {
    const who = tool(
      async (_args: unknown, { configurable, config }: ToolRuntime) =>
        `${configurable?.user} ${config?.configurable?.user}`,
      {
        name: "who",
        description: "",
        schema: z.object({}),
      },
    );
    const config = { configurable: { user: "ann" } };
    const theirs: ToolMessage[] = await new ToolNode([who]).invoke([asking("who")], config);
    const ours = await createCachingToolNode(runnerOf(who))([asking("who")], config);
    expect([theirs, ours].map(([message]) => message?.text)).toEqual(["ann ann", "ann ann"]);
  });

  test("keeps its artifact: in ours it is `structured` of the result, also when it comes from the cache", async () => {
    const rows = tool(async () => ["two rows", { rows: [1, 2] }], {
      name: "rows",
      description: "",
      schema: z.object({}),
      responseFormat: "content_and_artifact",
    });
    const { their, our } = await bothAnswer(rows, {});
    expect([our.text, our.artifact.structured]).toEqual([their.text, their.artifact]);
    const runner = runnerOf(rows, () => ({ ttlMs: 60_000, tags: [], drops: [] }));
    const node = createCachingToolNode(runner);
    await node([asking("rows")]);
    const [again] = await node([asking("rows")]);
    expect(again?.artifact).toMatchObject({ cached: true, structured: { rows: [1, 2] } });
  });

  test("may answer with a message of its own, whose status and artifact count", async () => {
    const own = tool(
      async (_args: unknown, { toolCallId }: ToolRuntime) =>
        new ToolMessage({ content: "no", tool_call_id: toolCallId, artifact: { a: 1 }, status: "error" }),
      { name: "own", description: "", schema: z.object({}) },
    );
    const { their, our } = await bothAnswer(own, {});
    expect([our.status, our.tool_call_id, our.artifact.structured]).toEqual([their.status, "call_1", their.artifact]);
  });

  test.each<[string, StructuredToolInterface, Record<string, unknown>, string]>([
    ["other keys where zod is loose", echo(z.looseObject({ a: z.string() })), { a: "x", b: 2 }, '{"a":"x","b":2}'],
    ["other keys of one kind", echo(z.object({}).catchall(z.number())), { b: 2 }, '{"b":2}'],
    ["other keys where zod 3 lets them pass", echo(ofZod3(zod3.object({}).passthrough())), { b: 2 }, '{"b":2}'],
    ["nothing of a key that zod strips", echo(z.object({ a: z.string() })), { a: "x", b: 2 }, '{"a":"x"}'],
    ["what zod coerces", echo(z.object({ n: z.coerce.number() })), { n: "7" }, '{"n":7}'],
    ["what zod 3 coerces", echo(ofZod3(zod3.object({ n: zod3.coerce.number() }))), { n: "7" }, '{"n":7}'],
    [
      "what a rule that has to be waited for allows",
      echo(z.object({ a: z.string().refine(async () => true) })),
      { a: "x" },
      '{"a":"x"}',
    ],
  ])("is given %s", async (_what, made, args, given) => {
    const { their, our } = await bothAnswer(made, args);
    expect([our.text, our.status]).toEqual([given, "success"]);
    expect(their.text).toBe(given);
  });

  test.each<[string, StructuredToolInterface, Record<string, unknown>, RegExp]>([
    [
      "a text for a number",
      echo(z.object({ n: z.number() })),
      { n: "7" },
      /^Error \(invalid\): The parameter "n" must be number\./,
    ],
    [
      "what cannot be coerced",
      echo(z.object({ n: z.coerce.number() })),
      { n: "x" },
      /^Error \(invalid\): The parameter "n" must be number\./,
    ],
    [
      "another key where zod is strict",
      echo(z.strictObject({})),
      { b: 2 },
      /^Error \(invalid\): There is no parameter "b"\./,
    ],
    [
      "another key of another kind",
      echo(z.object({}).catchall(z.number())),
      { b: "x" },
      /^Error \(invalid\): The parameter "b" must be number\./,
    ],
    [
      "what breaks a rule that JSON Schema cannot say",
      echo(z.object({ n: z.number().refine((n) => n !== 13, "is unlucky") })),
      { n: 13 },
      /^Error \(invalid\): The parameter "n": is unlucky\./,
    ],
  ])("is not given %s, and the model is told why", async (_what, made, args, told) => {
    const { their, our } = await bothAnswer(made, args);
    expect([their.status, our.status]).toEqual(["error", "error"]);
    expect(our.text).toMatch(told);
  });

  test("pauses the graph by an interrupt", async () => {
    const ask = tool(async () => `${interrupt("which one?")}`, { name: "ask", description: "", schema: z.object({}) });
    for (const node of nodesOf(ask)) {
      const graph = new StateGraph(MessagesAnnotation)
        .addNode("tools", node)
        .addEdge(START, "tools")
        .compile({ checkpointer: new MemorySaver() });
      const thread = { configurable: { thread_id: "1" } };
      await graph.invoke({ messages: [asking("ask")] }, thread);
      const [waiting] = (await graph.getState(thread)).tasks;
      expect(waiting?.interrupts.map(({ value }) => value)).toEqual(["which one?"]);
    }
  });
});

describe("a tool of LangChain in an agent", () => {
  test("may be of any kind: of zod 3, of a JSON Schema, of text, or a runnable", () => {
    const about = { description: "" };
    const func = async () => "";
    const jsonSchema = { type: "object", properties: {} };
    const { tools } = defineAgent({
      name: "helper",
      role: "Helper",
      goal: "help",
      model: createScriptedModel([]),
      tools: [
        new DynamicStructuredTool({ name: "zod_3", ...about, schema: zod3.object({ n: zod3.number() }), func }),
        new DynamicStructuredTool({ name: "json_schema", ...about, schema: jsonSchema, func }),
        new DynamicTool({ name: "text", ...about, func }),
        RunnableLambda.from(func).asTool({ name: "runnable", schema: z.object({ n: z.number() }) }),
      ],
    });
    expect(tools.map(({ name, description, inputSchema }) => [name, description, inputSchema.type])).toEqual(
      ["zod_3", "json_schema", "text", "runnable"].map((name) => [name, "", "object"]),
    );
  });

  const agentWith = (made: StructuredToolInterface, turns: Parameters<typeof createScriptedModel>[0]) =>
    defineAgent({ name: "helper", role: "Helper", goal: "help", model: createScriptedModel(turns), tools: [made] });

  test("is given other keys where zod is loose", async () => {
    const made = echo(z.looseObject({ a: z.string() }));
    const agent = agentWith(made, [{ calls: [{ name: "echo", arguments: '{"a":"x","b":2}' }] }, { text: "done" }]);
    expect((await runAgent(agent, "go")).calls.map(({ text }) => text)).toEqual(['{"a":"x","b":2}']);
  });

  test("T07b is not used by arguments that break a rule which JSON Schema cannot say", async () => {
    const made = echo(z.object({ n: z.number().refine((n) => n !== 13, "is unlucky") }));
    const turns = [13, 14].map((n) => ({ calls: [{ name: "echo", arguments: { n } }] }));
    const model = createScriptedModel([...turns, { text: "done" }]);
    const tools = [withUsageLimit(made, 1)];
    const run = await runAgent(defineAgent({ name: "helper", role: "Helper", goal: "help", model, tools }), "go");
    expect(run.calls.map(({ outcome }) => outcome)).toEqual(["invalid", "ok"]);
  });

  test("gives the answer itself where it says `returnDirect`", async () => {
    const made = tool(async () => "42", { name: "final", description: "", schema: z.object({}), returnDirect: true });
    const agent = agentWith(made, [{ calls: [{ name: "final" }] }]);
    expect(await runAgent(agent, "go")).toMatchObject({ status: "completed", text: "42" });
  });
});
