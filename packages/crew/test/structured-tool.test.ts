import { startFaultyMcpServer } from "@k8s-copilot/doubles";
import { tool } from "@langchain/core/tools";
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { toolFromStructuredTool } from "../src/structured-tool.ts";

const scale = tool(async ({ replicas }) => `scaled to ${replicas}`, {
  name: "scale",
  description: "scales",
  schema: z.object({ replicas: z.number().int() }),
});

describe("a tool made of a LangChain tool", () => {
  it("has its name, description and zod schema as JSON Schema, and gives its text", async () => {
    const made = toolFromStructuredTool(scale, { server: "mine" });
    expect(made).toMatchObject({ name: "scale", description: "scales", server: "mine" });
    expect(made.inputSchema).toMatchObject({ type: "object", properties: { replicas: { type: "integer" } } });
    expect(await made.invoke({ replicas: 3 })).toEqual({ kind: "result", text: "scaled to 3", isError: false });
  });

  it("keeps a JSON schema as it is", () => {
    const schema = { type: "object" as const, properties: { a: { type: "string", "x-own": 1 } } };
    expect(toolFromStructuredTool(tool(async () => "", { name: "t", schema })).inputSchema).toEqual(schema);
  });

  it.each<[string, unknown, string]>([
    ["an object", { a: 1 }, '{"a":1}'],
    ["nothing", undefined, ""],
    ["a number", 3, "3"],
  ])("gives %s as text", async (_, value, text) => {
    const made = toolFromStructuredTool(tool(async () => value, { name: "t", schema: z.object({}) }));
    expect(await made.invoke({})).toEqual({ kind: "result", text, isError: false });
  });

  it("never throws: a wrong argument and an error of its own are results that say so", async () => {
    const failing = tool(
      async () => {
        throw new Error("disk full");
      },
      { name: "t", schema: z.object({}) },
    );
    expect(await toolFromStructuredTool(scale).invoke({ replicas: "many" })).toMatchObject({
      kind: "result",
      isError: true,
    });
    expect(await toolFromStructuredTool(failing).invoke({})).toEqual({
      kind: "result",
      text: "disk full",
      isError: true,
    });
  });

  it("ends at its limit and at its signal, also when the tool ignores both", async () => {
    const stuck = toolFromStructuredTool(tool(() => new Promise(() => {}), { name: "stuck", schema: z.object({}) }));
    expect(await stuck.invoke({}, { timeoutMs: 50 })).toMatchObject({ kind: "failure", reason: "timeout" });
    const controller = new AbortController();
    const calling = stuck.invoke({}, { signal: controller.signal });
    controller.abort();
    expect(await calling).toMatchObject({ kind: "failure", reason: "cancelled" });
  });
});

describe("tools of the MCP adapters", () => {
  const adapted = async () => {
    const server = await startFaultyMcpServer({
      transport: "http",
      tools: [
        { name: "look", annotations: { readOnlyHint: true }, answer: () => "pods" },
        {
          name: "typed",
          answer: () => ({ content: [{ type: "text", text: "one pod" }], structuredContent: { pods: 1 } }),
        },
      ],
    });
    const client = new MultiServerMCPClient({ mcpServers: { k: { url: server.url } } });
    onTestFinished(async () => {
      await client.close();
      await server.close();
    });
    const tools = (await client.getTools()).map((each) => toolFromStructuredTool(each, { server: "k" }));
    const [look, typed] = tools;
    if (!look || !typed) throw new Error("two tools were listed");
    return { server, look, typed };
  };

  it("keep their annotations, their text and their structured content", async () => {
    const { look, typed } = await adapted();
    expect(look).toMatchObject({ server: "k", annotations: { readOnlyHint: true } });
    expect(await look.invoke({})).toEqual({ kind: "result", text: "pods", isError: false });
    expect(await typed.invoke({})).toEqual({
      kind: "result",
      text: "one pod",
      structured: { pods: 1 },
      isError: false,
    });
  });

  it("throw what becomes a value: the server's own words, without the adapter's", async () => {
    const { server, look } = await adapted();
    server.setFaults({ call: { isError: 'pods "x" not found' } });
    expect(await look.invoke({})).toEqual({ kind: "result", text: 'pods "x" not found', isError: true });
    server.setFaults({ call: { rpcError: { code: -32603, message: "forbidden: no" } } });
    expect(await look.invoke({})).toEqual({ kind: "result", text: "forbidden: no", isError: true });
    server.setFaults({ call: "hang" });
    expect(await look.invoke({}, { timeoutMs: 100 })).toMatchObject({ kind: "failure", reason: "timeout" });
    await server.kill();
    expect(await look.invoke({})).toMatchObject({ kind: "failure", reason: "unavailable" });
  });
});
