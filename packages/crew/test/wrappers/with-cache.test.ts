import { tool } from "@langchain/core/tools";
import { getConfig, StateGraph } from "@langchain/langgraph";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  completed,
  createCrew,
  createToolRunner,
  defineTask,
  runAgent,
  type Tool,
  type ToolOutput,
  withCache,
} from "../../src/index.ts";
import { scriptedAgent } from "../crew/support.ts";
import { fakeTool, gate, text } from "../fake-tools.ts";
import { call, count } from "./support.ts";

describe("withCache", () => {
  test("T13 equal calls are one, also across the agents of a crew, and a kept result tells its age", async () => {
    const search = fakeTool("search");
    const kept = withCache(search, { ttlMs: 60_000 });
    const crewOf = (name: string) =>
      scriptedAgent(name, [{ calls: [call("search")] }, { text: name }], { tools: [kept] }).agent;
    const first = defineTask({ name: "first", description: "a", expectedOutput: "b", agent: crewOf("one") });
    const second = defineTask({ name: "second", description: "a", expectedOutput: "b", agent: crewOf("two") });
    const results: boolean[] = [];
    const onEvent = (event: { readonly type: string }) => {
      if ("result" in event) results.push(z.object({ cached: z.boolean() }).parse(event.result).cached);
    };
    completed(await createCrew({ tasks: [first, second] }).kickoff(undefined, { onEvent }));
    expect([search.calls.length, ...results]).toEqual([1, false, true]);
  });

  test("a tool of LangChain is told the id of the call that is sent", async () => {
    const look = tool((_, { toolCall }) => `for ${toolCall?.id}`, {
      name: "look",
      description: "x",
      schema: z.object({ count: z.number() }),
    });
    const kept = withCache(look, { ttlMs: 60_000 });
    expect(await kept.invoke({ count: 1 }, { callId: "c1" })).toEqual(text("for c1"));
  });

  test("T12 without it equal calls are two", async () => {
    const search = fakeTool("search");
    const turns = [{ calls: [call("search")] }, { text: "one" }, { calls: [call("search")] }, { text: "two" }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [search] });
    await runAgent(agent, "Search");
    await runAgent(agent, "Search");
    expect(search.calls).toHaveLength(2);
  });

  test("T14 what may be kept is decided by arguments and result", async () => {
    const search = fakeTool("search", { schema: count });
    const kept = withCache(search, {
      ttlMs: 60_000,
      keepWhen: ({ count: wanted }, found) => wanted === 1 && found !== "",
    });
    for (const wanted of [1, 1, 2, 2]) await kept.invoke({ count: wanted });
    expect(search.calls.map(({ args }) => args.count)).toEqual([1, 2, 2]);
  });

  test.each([
    ["a failed result", text("no", true)],
    ["no answer", { kind: "failure", reason: "timeout", message: "late" } as const],
  ])("T15 %s is never kept", async (_, output) => {
    const search = fakeTool("search", { answer: () => output });
    const kept = withCache(search, { ttlMs: 60_000 });
    expect(await kept.invoke({})).toEqual(output);
    await kept.invoke({});
    expect(search.calls).toHaveLength(2);
  });

  test("a runner with a cache of its own does not make an old result new", async () => {
    const search = withCache(fakeTool("search"), { ttlMs: 60_000 });
    await search.invoke({});
    const runner = createToolRunner({ tools: [search], policyOf: () => ({ ttlMs: 60_000, tags: [], drops: [] }) });
    await runner.run({ id: "1", tool: "search", args: {} });
    expect(runner.entries()).toEqual([]);
    await runner.close();
  });

  const invoked = (tool: Tool, timeoutMs?: number) => tool.invoke({}, timeoutMs === undefined ? {} : { timeoutMs });

  test("the time of a call is its own: it ends there, reaches the tool, and another with more time is not ended by it", async () => {
    const told: (number | undefined)[] = [];
    const answer = gate<ToolOutput>();
    const search = fakeTool("search", {
      answer: (_args, { timeoutMs }) => {
        told.push(timeoutMs);
        return answer.promise;
      },
    });
    const kept = withCache(search, { ttlMs: 60_000 });
    const patient = invoked(kept, 60_000);
    const plain = invoked(kept);
    expect(await invoked(kept, 20)).toMatchObject({ kind: "failure", reason: "timeout" });
    answer.open(text("found"));
    expect([await patient, await plain]).toEqual([text("found"), text("found")]);
    expect(told).toEqual([60_000, undefined, 20]);
    expect(await invoked(kept, 30_000)).toMatchObject({ text: "found", ageMs: expect.any(Number) });
    expect(search.calls).toHaveLength(3);
  });

  test("equal calls with equal times are one on their way", async () => {
    const answer = gate<ToolOutput>();
    const search = fakeTool("search", { answer: () => answer.promise });
    const kept = withCache(search, { ttlMs: 60_000 });
    const both = [invoked(kept, 60_000), invoked(kept, 60_000)];
    answer.open(text("found"));
    await Promise.all(both);
    expect(search.calls).toHaveLength(1);
  });

  /** Answers with the secret of whoever the graph is run for. */
  const secretive = () => fakeTool("secret", { answer: () => text(`secret of ${getConfig()?.configurable?.user}`) });
  const askedBy = async (users: readonly string[], secret: Tool) => {
    const graph = new StateGraph(z.object({ said: z.string() }))
      .addNode("ask", async () => {
        const output = await secret.invoke({});
        return { said: output.kind === "result" ? output.text : output.message };
      })
      .addEdge("__start__", "ask")
      .compile();
    const said: string[] = [];
    for (const user of users) said.push((await graph.invoke({ said: "" }, { configurable: { user } })).said);
    return said;
  };

  test("a result is for those eyes only that it was made for", async () => {
    const tool = secretive();
    const secret = withCache(tool, { ttlMs: 60_000, identityOf: ({ configurable }) => `${configurable?.user}` });
    expect(await askedBy(["ann", "eve", "ann"], secret)).toEqual(["secret of ann", "secret of eve", "secret of ann"]);
    expect(tool.calls).toHaveLength(2);
  });

  test("where nobody can tell whose eyes it is for, nothing is sent or given out", async () => {
    const tool = secretive();
    const identityOf = () => {
      throw new Error("nobody is signed in");
    };
    const output = await withCache(tool, { ttlMs: 60_000, identityOf }).invoke({});
    expect([output, tool.calls.length]).toMatchObject([{ isError: true }, 0]);
  });
});
