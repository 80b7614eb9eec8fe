import { type OpenRouterDouble, startOpenRouter } from "@k8s-copilot/doubles";
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { expect, test } from "vitest";
import { z } from "zod";
import { createOpenRouterModel } from "../src/index.ts";

const calling = new AIMessage({
  content: "",
  tool_calls: [{ id: "c1", name: "list_pods", args: { namespace: "dev" } }],
});
const history: readonly BaseMessage[] = [
  new HumanMessage("which pods are there"),
  calling,
  new ToolMessage({ tool_call_id: "c1", content: "web-0\nweb-1" }),
  new AIMessage("web-0 and web-1"),
  new HumanMessage("as JSON"),
];

const asked = async (family: "gemini25" | "gemini3", messages: readonly BaseMessage[]) => {
  const double: OpenRouterDouble = await startOpenRouter({
    family,
    scripts: [{ reply: { text: '{"pods":["web-0"]}' } }],
  });
  const model = createOpenRouterModel({ ...double, limits: { maxRetries: 0 } });
  const structured = model.withStructuredOutput(z.object({ pods: z.array(z.string()) }), { method: "jsonSchema" });
  const answer: unknown = await structured.invoke([...messages]).finally(double.close);
  expect(double.violations()).toEqual([]);
  return { answer, sent: JSON.stringify(double.log().map(({ body }) => body)) };
};

test.each(["gemini25", "gemini3"] as const)(
  "an answer in JSON can be asked for after a conversation with calls: %s",
  async (family) => {
    const { answer, sent } = await asked(family, history);
    expect(answer).toEqual({ pods: ["web-0"] });
    for (const told of ["list_pods", "dev", "web-1"]) expect(sent).toContain(told);
  },
);

test("also where the conversation ends with a result", async () => {
  expect((await asked("gemini25", history.slice(0, 3))).answer).toEqual({ pods: ["web-0"] });
});
