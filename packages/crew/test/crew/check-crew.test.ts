import { createScriptedModel } from "@k8s-copilot/doubles";
import { FakeChatModel } from "@langchain/core/utils/testing";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  type Agent,
  CrewError,
  type CrewErrorCode,
  createCrew,
  defineAgent,
  defineTask,
  type Task,
} from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";

const model = createScriptedModel([]);
const toolless = new FakeChatModel({});
const person = { role: "a clerk", goal: "work", model };
const ada = defineAgent({ name: "ada", ...person });
const texts = { description: "Say it", expectedOutput: "a word" };
const task = (name: string, more: { readonly agent?: Agent; readonly context?: readonly Task[] } = {}) =>
  defineTask({ name, ...texts, agent: ada, ...more });

function cycle(): readonly Task[] {
  const context: Task[] = [];
  const first = defineTask({ name: "first", ...texts, agent: ada, context });
  const second = task("second", { context: [first] });
  context.push(second);
  return [first, second];
}

const [first, second] = [task("first"), task("second")];
const mute = defineAgent({ name: "mute", role: "a clerk", goal: "work", model: toolless });

const mistakes: readonly (readonly [what: string, code: CrewErrorCode, build: () => unknown])[] = [
  ["no tasks", "crew_empty", () => createCrew({ tasks: [] })],
  ["two tasks of one name", "task_name_taken", () => createCrew({ tasks: [first, task("first")] })],
  [
    "two agents of one name",
    "agent_name_taken",
    () => createCrew({ tasks: [first, task("second", { agent: defineAgent({ name: "ada", ...person }) })] }),
  ],
  ["a task without an agent", "agent_missing", () => createCrew({ tasks: [defineTask({ name: "first", ...texts })] })],
  [
    "C04 a context that comes later",
    "context_later",
    () => createCrew({ tasks: [task("early", { context: [second] }), second] }),
  ],
  [
    "a context that is no task of the crew",
    "context_unknown",
    () => createCrew({ tasks: [task("late", { context: [second] })] }),
  ],
  ["tasks in each other's context", "context_cyclic", () => createCrew({ tasks: cycle() })],
  [
    "A05 a condition on the first task",
    "condition_first",
    () => createCrew({ tasks: [defineTask({ name: "first", ...texts, agent: ada, condition: () => true }), second] }),
  ],
  [
    "A05 nothing but conditional tasks",
    "condition_first",
    () => createCrew({ tasks: [defineTask({ name: "first", ...texts, agent: ada, condition: () => true })] }),
  ],
  [
    "H01 a hierarchical crew without a manager",
    "manager_missing",
    () => createCrew({ tasks: [first], process: "hierarchical" }),
  ],
  [
    "H03 a manager that is one of the agents",
    "manager_invalid",
    () => createCrew({ tasks: [first], process: "hierarchical", managerAgent: ada }),
  ],
  [
    "H03 a manager with tools of its own",
    "manager_invalid",
    () =>
      createCrew({
        tasks: [first],
        process: "hierarchical",
        managerAgent: defineAgent({ name: "boss", ...person, tools: [fakeTool("look")] }),
      }),
  ],
  [
    "a hierarchical crew in which nobody is there for a task",
    "agent_missing",
    () =>
      createCrew({ tasks: [defineTask({ name: "first", ...texts })], process: "hierarchical", managerModel: model }),
  ],
  [
    "an agent that hands on work and whose model has no tools",
    "model_without_tools",
    () =>
      createCrew({
        tasks: [
          first,
          task("second", { agent: defineAgent({ name: "mute", ...person, model: toolless, allowDelegation: true }) }),
        ],
      }),
  ],
  ["a concurrency of 0", "crew_limit_invalid", () => createCrew({ tasks: [first], concurrency: 0 })],
  [
    "a structured output of a model without tools",
    "model_without_tools",
    () => createCrew({ tasks: [defineTask({ name: "first", ...texts, agent: mute, output: z.object({}) })] }),
  ],
  [
    "tools for a model without tools",
    "model_without_tools",
    () => createCrew({ tasks: [defineTask({ name: "first", ...texts, agent: mute, tools: [fakeTool("look")] })] }),
  ],
  [
    "a rule in words for a model without tools to judge by",
    "model_without_tools",
    () => createCrew({ tasks: [defineTask({ name: "first", ...texts, agent: mute, guardrails: ["be kind"] })] }),
  ],
  [
    "a manager's model without tools",
    "model_without_tools",
    () => createCrew({ tasks: [first], process: "hierarchical", managerModel: toolless }),
  ],
  [
    "a planning model without tools",
    "model_without_tools",
    () => createCrew({ tasks: [first], planning: { model: toolless } }),
  ],
  [
    "a task's tools for a coworker whose model has none",
    "model_without_tools",
    () =>
      createCrew({
        tasks: [defineTask({ name: "first", ...texts, tools: [fakeTool("look")] })],
        agents: [ada, mute],
        process: "hierarchical",
        managerModel: model,
      }),
  ],
  [
    "a manager in a crew that has no use for one",
    "manager_invalid",
    () => createCrew({ tasks: [first], managerModel: model }),
  ],
  [
    "two managers",
    "manager_invalid",
    () =>
      createCrew({
        tasks: [first],
        process: "hierarchical",
        managerModel: model,
        managerAgent: defineAgent({ name: "boss", ...person }),
      }),
  ],
  [
    "a tool with the name by which the answer is given",
    "tool_name_taken",
    () => {
      const tools = [fakeTool("final_answer")];
      return createCrew({ tasks: [defineTask({ name: "first", ...texts, agent: ada, tools, output: z.object({}) })] });
    },
  ],
  [
    "a tool with the name by which work is handed on",
    "tool_name_taken",
    () => {
      const tools = [fakeTool("delegate_work")];
      const agent = defineAgent({ name: "boss", ...person, tools, allowDelegation: true });
      return createCrew({ tasks: [first, task("second", { agent })] });
    },
  ],
  ...["", "my tool", "my.tool", "1tool", "-tool", "x".repeat(65)].map(
    (name) =>
      [
        `a tool named "${name}"`,
        "tool_name_invalid",
        () => defineAgent({ name: "ada", ...person, tools: [fakeTool(name)] }),
      ] as const,
  ),
  [
    "a task with an empty description",
    "task_incomplete",
    () => defineTask({ name: "first", description: " ", expectedOutput: "a word", agent: ada }),
  ],
  ["a task named for what the graph keeps", "task_name_invalid", () => task("outputs")],
  ["a task with a name that LangGraph refuses", "task_name_invalid", () => task("a|b")],
  [
    "a negative number of retries",
    "task_limit_invalid",
    () => defineTask({ name: "first", ...texts, agent: ada, guardrailRetries: -1 }),
  ],
  [
    "two tools of one name",
    "tool_name_taken",
    () => defineTask({ name: "first", ...texts, agent: ada, tools: [fakeTool("look"), fakeTool("look")] }),
  ],
];

test.each(mistakes)("%s is refused when it is built (%s), with a remedy", (_what, code, build) => {
  const refused = (() => {
    try {
      return build();
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(CrewError);
  expect(refused).toMatchObject({
    code,
    message: expect.stringMatching(/\w+.*[.)] \w+/),
    remedy: expect.stringMatching(/\w+/),
  });
});

test("names that only mean something to a crew are free where it adds no such tool", () => {
  const tools = [fakeTool("final_answer"), fakeTool("delegate_work")];
  const alone = defineTask({ name: "first", ...texts, agent: defineAgent({ name: "boss", ...person, tools }) });
  expect(createCrew({ tasks: [alone] }).tasks).toHaveLength(1);
});

test("a crew of forty tasks that all see those before them has one edge for each", () => {
  const tasks = Array.from({ length: 40 }, (_value, index) => task(`task${index}`));
  const { graph } = createCrew({ tasks });
  expect(graph.getGraph().edges).toHaveLength(41);
});
