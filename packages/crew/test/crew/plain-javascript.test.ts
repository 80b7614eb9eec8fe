import { createScriptedModel } from "@k8s-copilot/doubles";
import { InMemoryStore, MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { z as z3 } from "zod/v3";
import {
  CrewError,
  completed,
  createCrew,
  createMemory,
  createMeter,
  defineAgent,
  defineTask,
  resultAsAnswer,
  runAgent,
  withApproval,
  withCache,
  withRetry,
  withTruncation,
  withUsageLimit,
} from "../../src/index.ts";
import { connectMcp } from "../../src/mcp/index.ts";
import { loadCrew } from "../../src/yaml/index.ts";
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

const look = fakeTool("look");
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
  ["createCrew was given a list. Pass its options: tasks.", () => plain(createCrew, [first])],
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
  [
    'The agent "ada" has no option "allow_code_execution". Give the agent a tool',
    () => agent({ allow_code_execution: true }),
  ],
  ['The agent "ada" has no option "callbacks". Pass onEvent to kickoff;', () => agent({ callbacks: [] })],
  ['The agent "ada" has no option "memory". Pass memory: createMemory({ store })', () => agent({ memory: true })],
  ['The agent "ada" has no option "knowledge_sources". Give the agent a tool', () => agent({ knowledge_sources: [] })],
  ['The agent "ada" has no option "reasoning". Pass planning: { model }', () => agent({ reasoning: true })],
  ['The agent "ada" has no option "inject_date". Write "Today is {today}."', () => agent({ inject_date: true })],
  ['"ada" has no option "respect_context_window". Leave it out:', () => agent({ respect_context_window: true })],
  ['The agent "ada" has no option "config". Write its fields here,', () => agent({ config: {} })],
  ['The agent "ada" has no option "back". Pass none but name, role,', () => agent({ back: "" })],
  ['"first" has no option "input_files". Put its text into an input,', () => task({ input_files: {} })],
  ['"first" has no option "human_inputs". Pass humanInput.', () => task({ human_inputs: true })],
  ['The crew "tea" has no option "name". Leave it out:', () => crew({ name: "tea" })],
  ['The crew has no option "tracing". Leave it out:', () => crew({ tracing: true })],
  ["createMemory was given nothing. Pass its options: store.", () => plain(createMemory)],
  [
    "createMemory has an object as its store. Pass a store of LangGraph",
    () => plain(createMemory, { store: new Map() }),
  ],
  [
    'createMemory has no option "max". Pass none but store, namespace,',
    () => plain(createMemory, { store: new InMemoryStore(), max: 3 }),
  ],
  ["withCache was given nothing. Pass its options: ttlMs.", () => plain(withCache, look)],
  ['withCache has no option "ttl". Pass ttlMs.', () => plain(withCache, look, { ttl: 60 })],
  ['withCache was given "look" as its tool. Pass a tool,', () => plain(withCache, "look", { ttlMs: 60 })],
  ['resultAsAnswer was given "look" as its tool. Pass a tool,', () => plain(resultAsAnswer, "look")],
  ["withUsageLimit was given 2 as its tool. Pass a tool,", () => plain(withUsageLimit, 2, look)],
  ["withTruncation was given nothing as its tool. Pass a tool,", () => plain(withTruncation)],
  ["withTruncation was given nothing as its limit. Pass a number.", () => plain(withTruncation, look)],
  ['withUsageLimit was given "2" as its limit. Pass a number.', () => plain(withUsageLimit, look, "2")],
  ["withRetry was given a function as its tool. Pass a tool,", () => plain(withRetry, () => "done")],
  ['withRetry has no option "max_retries". Pass retries.', () => plain(withRetry, look, { max_retries: 2 })],
  ["withApproval was given a function as its tool. Pass a tool,", () => plain(withApproval, () => true, look)],
  ["withApproval was given true as its decision. Pass a function.", () => plain(withApproval, look, true)],
  ['withApproval has no option "timeout". Pass timeoutMs.', () => plain(withApproval, look, undefined, { timeout: 5 })],
  ["The limit of modelCalls is -1. Pass a number of at least 0", () => createMeter({ modelCalls: -1 })],
];

test.each(mistakes)("%s", (says, build) => {
  expect(build).toThrow(CrewError);
  expect(build).toThrow(says);
});

const files = { agents: "agents.yaml", tasks: "tasks.yaml" };
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
  ["There is nothing to answer.", () => plain(runAgent, ada, [])],
  ["Not everything in the conversation is a message. Pass a text,", () => plain(runAgent, ada, ["go"])],
  ["Not everything in the", () => plain(runAgent, ada, [{ role: "user", content: "go" }])],
  [
    "runAgent was given an object as its agent. Pass an agent that defineAgent made.",
    () => plain(runAgent, person, "go"),
  ],
  [
    'runAgent has no option "maxIterations". Pass maxIterations to',
    () => plain(runAgent, ada, "go", { maxIterations: 2 }),
  ],
  ["loadCrew was given nothing. Pass the files, { agents, tasks }, by their paths.", () => plain(loadCrew)],
  ['loadCrew was given "config". Pass the files,', () => plain(loadCrew, "config", { models: { default: model } })],
  ["loadCrew has no tasks. Pass the path of a file, or { file, text }.", () => plain(loadCrew, { agents: "a.yaml" })],
  ["loadCrew was given nothing. Pass its options: models.", () => plain(loadCrew, files)],
  ['loadCrew has no option "model". Pass models: { default: model }.', () => plain(loadCrew, files, { model })],
  ["loadCrew has an object as its models. Pass { default: model },", () => plain(loadCrew, files, { models: model })],
  ["loadCrew has no models. Pass { default: model },", () => plain(loadCrew, files, {})],
  [
    'connectMcp was given "http://localhost:1" as its servers. Pass servers by name,',
    () => plain(connectMcp, "http://localhost:1"),
  ],
  ["connectMcp was given a list as its servers.", () => plain(connectMcp, [{ url: "http://localhost:1" }])],
  ["connectMcp was given an object as its servers.", () => plain(connectMcp, { url: "http://localhost:1" })],
  ["connectMcp was given nothing as its servers.", () => plain(connectMcp)],
  ['connectMcp has no option "timeout". Pass', () => plain(connectMcp, {}, { timeout: 1 })],
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

test("inputs in an object `inputs`, as crewAI takes them, are told how to be passed", async () => {
  const { agent: clerk } = scriptedAgent("clerk", []);
  const greet = createCrew({ tasks: [defineTask({ ...texts, description: "Greet {who} in {town}", agent: clerk })] });
  await expect(plain(greet.kickoff, { inputs: { who: "Ada", town: "Ulm" } })).resolves.toMatchObject({
    error: {
      message: "There is no input for {who}, {town}.",
      remedy: "Pass them to kickoff by themselves, not in an object `inputs`: kickoff({ who: …, town: … }).",
    },
  });
  await expect(plain(greet.kickoff, { who: "Ada" })).resolves.toMatchObject({
    error: { remedy: "Pass town to kickoff, or in the `inputs` of the graph." },
  });
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
