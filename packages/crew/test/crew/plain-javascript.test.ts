import { createScriptedModel } from "@k8s-copilot/doubles";
import { MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { z as z3 } from "zod/v3";
import { CrewError, completed, createCrew, createMeter, defineAgent, defineTask, runAgent } from "../../src/index.ts";
import { fakeTool, text } from "../fake-tools.ts";
import { outcomeOf, scriptedAgent } from "./support.ts";

/** Calls as plain JavaScript does: no compiler tells what does not fit. */
function plain(target: (...given: never[]) => unknown, ...given: readonly unknown[]): unknown {
  return Reflect.apply(target, undefined, given);
}

const model = createScriptedModel([]);
const person = { name: "ada", role: "a clerk", goal: "work", model };
const ada = defineAgent(person);
const texts = { name: "first", description: "Say it", expectedOutput: "a word" };
const first = defineTask({ ...texts, agent: ada });
const { expectedOutput: expected_output, ...textsWithout } = texts;
const { model: llm, ...personWithout } = person;

const agent = (more: object) => plain(defineAgent, { ...person, ...more });
const task = (more: object) => plain(defineTask, { ...texts, agent: ada, ...more });
const crew = (more: object) => plain(createCrew, { tasks: [first], ...more });

const mistakes: readonly (readonly [says: string, build: () => unknown])[] = [
  ["defineAgent was given nothing. Pass its options: name, role, goal, model.", () => plain(defineAgent)],
  ["The agent has no name. Pass a text.", () => plain(defineAgent, {})],
  ['The agent "ada" has no model. Pass a chat model of LangChain.', () => plain(defineAgent, personWithout)],
  ['The agent "ada" has no option "llm". Pass model,', () => plain(defineAgent, { ...personWithout, llm })],
  ['The agent "ada" has "gpt" as its model. Pass a chat model of LangChain.', () => agent({ model: "gpt" })],
  ['The agent "ada" has no option "max_iter". Pass maxIterations.', () => agent({ max_iter: 3 })],
  ['The agent "ada" has no option "maxIter". Pass maxIterations.', () => agent({ maxIter: 3 })],
  ['The agent "ada" has no option "allow_delegation". Pass allowDelegation.', () => agent({ allow_delegation: true })],
  ['The agent "ada" has no option "verbose". Pass onEvent to kickoff;', () => agent({ verbose: true })],
  ['The agent "ada" has no option "xyz". Pass none but name, role,', () => agent({ xyz: 1 })],
  ['The agent "ada" has no option "constructor". Pass none but', () => agent({ constructor: 1 })],
  ['The agent "ada" has no option "inputs". Spread the definition', () => agent(ada)],
  ['The agent "ada" has null as its tools. Pass a list of tools, of LangChain,', () => agent({ tools: null })],
  ['The agent "ada" has a function in its tools.', () => agent({ tools: [() => "done"] })],
  ['The agent "ada" has null in its tools.', () => agent({ tools: [null] })],
  ["defineTask was given null. Pass its options: name,", () => plain(defineTask, null)],
  ["The task has no name. Pass a text.", () => plain(defineTask, { description: "d", expectedOutput: "e" })],
  [
    '"first" has no option "expected_output". Pass expectedOutput.',
    () => plain(defineTask, { ...textsWithout, expected_output }),
  ],
  ['"first" has no expectedOutput. Pass a text.', () => plain(defineTask, textsWithout)],
  ['"first" has 3 as its description. Pass a text.', () => task({ description: 3 })],
  ['"first" has "researcher" as its agent. Pass an agent that defineAgent made', () => task({ agent: "researcher" })],
  ['"first" has null as its agent.', () => task({ agent: null })],
  ['"first" has "a" in its context. Pass a list of tasks that defineTask made', () => task({ context: ["a"] })],
  ['"first" has nothing in its context.', () => task({ context: [undefined] })],
  ['"first" has null as its context.', () => task({ context: null })],
  ['"first" has an object as its context.', () => task({ context: first })],
  [
    '"first" has "be kind" as its guardrails. Pass a list of functions, or of rules',
    () => task({ guardrails: "be kind" }),
  ],
  ['"first" has null in its guardrails.', () => task({ guardrails: [null] })],
  ['"first" has no option "guardrail". Pass guardrails, a list.', () => task({ guardrail: () => true })],
  [
    '"first" has no option "output_pydantic". Pass output, a schema of zod.',
    () => task({ output_pydantic: z.object({}) }),
  ],
  ['"first" has an object as its output. Pass a schema of zod 4', () => task({ output: z3.object({}) })],
  ['"first" has an object as its output.', () => task({ output: { type: "object" } })],
  ['"first" has true as its condition. Pass a function', () => task({ condition: true })],
  ["The crew has no tasks. Pass a list of tasks that defineTask made.", () => plain(createCrew, {})],
  ["The crew has null in its tasks.", () => crew({ tasks: [null] })],
  ["The crew has an object in its tasks.", () => crew({ tasks: [{ ...texts, agent: ada }] })],
  ["The crew has null as its agents.", () => crew({ agents: null })],
  ['The crew has "paralel" as its process. Pass "sequential" or "hierarchical"', () => crew({ process: "paralel" })],
  ["The crew has true as its memory. Pass what createMemory returns", () => crew({ memory: true })],
  ["The crew has null as its planning. Pass { model }", () => crew({ planning: null })],
  ["The crew has true as its planning. Pass { model }", () => crew({ planning: true })],
  ["The crew has true as its checkpointer. Pass a checkpointer of LangGraph", () => crew({ checkpointer: true })],
  ['The crew has no option "manager_llm". Pass managerModel.', () => crew({ manager_llm: model })],
  ['The crew has "fr" as its language. Pass "en" or "zh"', () => crew({ language: "fr" })],
  ["The limit of modelCalls is -1. Pass a number of at least 0", () => createMeter({ modelCalls: -1 })],
];

test.each(mistakes)("%s", (says, build) => {
  expect(build).toThrow(CrewError);
  expect(build).toThrow(says);
});

const made = () => createCrew({ tasks: [first], checkpointer: new MemorySaver() });
const runs: readonly (readonly [says: string, run: () => unknown])[] = [
  [
    "kickoff has an object as its signal. Pass an AbortSignal",
    () => plain(made().kickoff, {}, { signal: new AbortController() }),
  ],
  ['kickoff has no option "thread_id". Pass threadId.', () => plain(made().kickoff, {}, { thread_id: "t" })],
  ["kickoff has 7 as its threadId. Pass a text", () => plain(made().kickoff, {}, { threadId: 7 })],
  ['kickoff has "" as its threadId. Pass a text that is not empty', () => plain(made().kickoff, {}, { threadId: "" })],
  ["kickoff was given inputs that are no object. Pass { name: value }", () => plain(made().kickoff, "cart")],
  ["kickoffForEach was given no list. Pass a list of inputs.", () => plain(made().kickoffForEach, null)],
  ["resume was given nothing. Pass its options: threadId.", () => plain(made().resume)],
  ["resume has no threadId. Pass a text that is not empty.", () => plain(made().resume, {})],
  ["replay has no from. Pass a text.", () => plain(made().replay, { threadId: "t" })],
  ["There is nothing to answer.", () => plain(runAgent, ada, undefined)],
  ["There is nothing to answer.", () => plain(runAgent, ada, { role: "user", content: "go" })],
  ["This is no run. Await it:", async () => plain(completed, Promise.resolve())],
  ["This is no run. Await it:", async () => plain(completed, undefined)],
];

test.each(runs)("in a promise: %s", async (says, run) => {
  await expect(run()).rejects.toThrow(CrewError);
  await expect(run()).rejects.toThrow(says);
});

test("a stream tells at once of options that cannot be", () => {
  expect(() => plain(made().stream, {}, { signal: new AbortController() })).toThrow(
    "stream has an object as its signal.",
  );
});

test("undefined is as good as left out, and so is null in the place of inputs", async () => {
  const { agent: clerk } = scriptedAgent("clerk", [{ text: "done" }, { text: "again" }]);
  const none = Object.fromEntries(["context", "tools", "output", "guardrails", "llm"].map((name) => [name, undefined]));
  const only = plain(defineTask, { ...texts, agent: clerk, ...none });
  expect(only).toMatchObject({ name: "first", guardrails: [], context: undefined });
  const { kickoff } = createCrew({ tasks: [defineTask({ ...texts, agent: clerk })] });
  await expect(plain(kickoff, null)).resolves.toMatchObject({ raw: "done" });
  await expect(plain(kickoff, undefined, { threadId: undefined })).resolves.toMatchObject({ raw: "again" });
});

test.each([
  ["null", null],
  ["an object", { a: 1 }],
  ["a list", ["a"]],
])("an input of %s is refused before a model is asked", async (_what, value) => {
  const { agent: clerk, model: asked } = scriptedAgent("clerk", []);
  const greet = createCrew({ tasks: [defineTask({ ...texts, description: "Greet {who}", agent: clerk })] });
  await expect(plain(greet.kickoff, { who: value })).resolves.toMatchObject({
    status: "failed",
    error: { code: "input_invalid", message: "The input for {who} is no text, number, true or false." },
  });
  expect(asked.requests).toHaveLength(0);
});

test("what every object has is no input", async () => {
  const { agent: clerk } = scriptedAgent("clerk", []);
  const description: string = "Say {constructor}";
  const run = await createCrew({ tasks: [defineTask({ ...texts, description, agent: clerk })] }).kickoff({});
  expect(outcomeOf(run)).toBe("input_missing: There is no input for {constructor}.");
});

test.each([
  ["abort", "abort", { status: "failed", error: { code: "tool_failed" } }],
  ["a promise", Promise.resolve("tell"), { status: "failed", error: { code: "tool_failed" } }],
  ["nothing", undefined, { status: "completed", text: "done" }],
])("what an onToolError means that says %s", async (_what, meaning, outcome) => {
  const tools = [fakeTool("look", { answer: () => text("no", true) })];
  const { model: asked } = scriptedAgent("clerk", [{ calls: [{ name: "look" }] }, { text: "done" }]);
  const clerk = plain(defineAgent, { ...person, model: asked, tools, onToolError: () => meaning });
  await expect(plain(runAgent, clerk, "go")).resolves.toMatchObject(outcome);
});
