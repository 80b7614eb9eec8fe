import { type DialectName, useOpenRouter } from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answer, executor, planner } from "./model-replies.ts";
import { openStage, type Stage } from "./servers.ts";

/** Endpoints of the OpenAI protocol that are no OpenRouter, each with what a client stumbles over there. */
let stage: Stage;
const start = useOpenRouter(afterEach);
beforeAll(async () => {
  stage = await openStage("plain");
});
afterAll(() => stage.close());

async function begin(dialect: DialectName) {
  const service = await start({ dialect });
  const { baseUrl, apiKey, model } = service;
  const conversation = stage.conversation({
    model: createOpenRouterModel({ baseUrl, apiKey, model, limits: { maxRetries: 0 } }),
    cluster: "dev-cluster",
  });
  return { service, conversation };
}

/** Nothing that the rules understand, but a name that a plan may use. */
const vague = "redis-0 of dev, tell me its story";

const plan = {
  view: "call",
  calls: [
    {
      tool: "get_pod_logs",
      arguments: [
        { name: "pod_name", value: "redis-0" },
        { name: "namespace", value: "dev" },
      ],
      reason: "PLANNED-BY-MODEL",
    },
  ],
};

describe.each<DialectName>(["deepseek", "qwen", "ollama", "vllm", "bare"])("a model behind %s", (dialect) => {
  test("plans, and explains what was read", async () => {
    const { service, conversation } = await begin(dialect);
    service.enqueue(
      { match: planner, reply: answer(plan) },
      { match: executor, reply: answer({ hypothesis: "EXPLAINED-BY-MODEL" }) },
    );
    const result = await conversation.send(vague);
    expect(result).toMatchObject({ status: "ok", warnings: [], error: null });
    expect(result.plan).toMatchObject([{ tool: "get_pod_logs", reason: "PLANNED-BY-MODEL" }]);
    expect(result.answer).toContain("EXPLAINED-BY-MODEL");
    expect(result.usage).toMatchObject({ costUsd: null, priced: "unknown" });
  });

  test("may write its plan as text, since nothing demands a tool of it", async () => {
    const { service, conversation } = await begin(dialect);
    const text = (data: object) => ({ text: `Here it is:\n\`\`\`json\n${JSON.stringify(data)}\n\`\`\`` });
    service.enqueue(
      { match: planner, reply: text(plan) },
      { match: executor, reply: text({ hypothesis: "EXPLAINED-BY-MODEL" }) },
    );
    const result = await conversation.send(vague);
    expect(result.plan).toMatchObject([{ tool: "get_pod_logs", reason: "PLANNED-BY-MODEL" }]);
    expect(result.answer).toContain("EXPLAINED-BY-MODEL");
  });
});
