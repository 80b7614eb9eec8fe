import { createScriptedModel } from "@k8s-copilot/doubles";
import { expect, test } from "vitest";
import { z } from "zod";
import { defineAgent, runAgent } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";

const zh = {
  emptyReply: "你的回复是空的。",
  answerNow: (tool: string | undefined) => `现在请用 ${tool} 回答。`,
  repairAnswer: (tool: string | undefined, problem: string) => `回答不合要求：${problem} 请再次调用 ${tool}。`,
};

const output = z.object({ count: z.number() });

const agentWith = (model: ReturnType<typeof createScriptedModel>, tools = [fakeTool("list_pods")]) =>
  defineAgent({ name: "analyst", role: "an analyst", goal: "answer", backstory: "", model, tools, maxIterations: 1 });

const call = { name: "list_pods", arguments: {} };
const answer = { name: "final_answer", arguments: { count: 2 } };

test("what the loop says can be said in another language", async () => {
  const model = createScriptedModel([
    { text: "" },
    { calls: [{ name: "final_answer", arguments: { count: "two" } }] },
    { calls: [answer] },
  ]);
  const run = await runAgent(agentWith(model, []), "几个？", { output, prompts: zh });
  expect(run).toMatchObject({ status: "completed", data: { count: 2 } });
  expect(model.requests[1]?.messages.at(-1)?.text).toBe(zh.emptyReply);
  expect(model.requests[2]?.messages.at(-1)?.text).toMatch(/^回答不合要求：count: .+请再次调用 final_answer。$/);
});

test("what is said for one request stands last, and the next request begins as if it had not been said", async () => {
  const model = createScriptedModel([{ calls: [call] }, { calls: [answer] }]);
  await runAgent(agentWith(model), "几个？", { output, prompts: zh });
  const [first, second] = model.requests.map(({ messages }) => messages.map((message) => message.text));
  expect(second?.slice(0, first?.length)).toEqual(first);
  expect(second?.at(-1)).toBe("现在请用 final_answer 回答。");
});
