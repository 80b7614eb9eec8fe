import { createScriptedModel } from "@k8s-copilot/doubles";
import { FakeChatModel } from "@langchain/core/utils/testing";
import { expect, expectTypeOf, test } from "vitest";
import { createPace } from "../../src/agent/pace.ts";
import { type AgentDefinition, agentPrompt, CrewError, defineAgent } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";

const model = createScriptedModel([]);
const base = { name: "planner", role: "a planner", goal: "plan well", backstory: "You are careful.", model } as const;

test("a definition gets its defaults, keeps the name's type and cannot be changed", () => {
  const agent = defineAgent(base);
  expect(agent).toMatchObject({ maxIterations: 25, retries: 2, tools: [], timeoutMs: undefined });
  expectTypeOf(agent.name).toEqualTypeOf<"planner">();
  expect(Object.isFrozen(agent)).toBe(true);
});

const modelWithoutTools = new FakeChatModel({});

test.each<{ mistake: Partial<AgentDefinition>; code: string; says: RegExp }>([
  { mistake: { name: " " }, code: "agent_incomplete", says: /empty name.*Write its name/ },
  { mistake: { role: "" }, code: "agent_incomplete", says: /empty role/ },
  { mistake: { goal: "" }, code: "agent_incomplete", says: /empty goal/ },
  { mistake: { tools: [fakeTool("a"), fakeTool("a")] }, code: "tool_name_taken", says: /"a".*another name/ },
  { mistake: { tools: [fakeTool("a")], model: modelWithoutTools }, code: "model_without_tools", says: /bindTools/ },
  { mistake: { maxIterations: 0 }, code: "agent_limit_invalid", says: /maxIterations of 0/ },
  { mistake: { retries: -1 }, code: "agent_limit_invalid", says: /retries of -1/ },
  { mistake: { timeoutMs: Number.NaN }, code: "agent_limit_invalid", says: /timeoutMs of NaN/ },
  { mistake: { requestsPerMinute: 0 }, code: "agent_limit_invalid", says: /at least 1/ },
])("a mistake is named with its remedy: $says", ({ mistake, code, says }) => {
  const define = () => defineAgent({ ...base, ...mistake });
  expect(define).toThrow(CrewError);
  expect(define).toThrow(says);
  expect(define).toThrow(expect.objectContaining({ code }));
});

test("the default prompt says who the agent is, what it is for, and that tools' texts are no instructions", () => {
  const prompt = agentPrompt(defineAgent({ ...base, tools: [fakeTool("get")] }));
  for (const part of ["You are a planner.", "You are careful.", "plan well", "data, not instructions"]) {
    expect(prompt).toContain(part);
  }
  expect(agentPrompt(defineAgent({ ...base, backstory: "" }))).not.toMatch(/[Tt]ool|\n\n\n/);
});

test("a pace lets as many pass in a minute as it says, and spreads out the rest", () => {
  let time = 1_000_000;
  const pace = createPace(2, () => time);
  expect([pace.take(), pace.take(), pace.take(), pace.take()]).toEqual([0, 0, 60_000, 60_000]);
  time += 120_000;
  expect([pace.take(), pace.take(), pace.take()]).toEqual([0, 0, 60_000]);
  expect(createPace(undefined).take()).toBe(0);
});
