import { createScriptedModel } from "@k8s-copilot/doubles";
import { expect, test } from "vitest";
import { z } from "zod";
import { completed, createCrew, defineAgent, defineTask } from "../../src/index.ts";
import { fakeTool, gate } from "../fake-tools.ts";
import { outcomeOf, scriptedAgent, systemShown, taskShown, ways } from "./support.ts";

const Findings = z.object({ facts: z.array(z.string()) });

test.each(ways)(
  "C01 a task without a context is shown the outputs of all tasks before it, divided by a line (%o)",
  async (way) => {
    const { agent, model } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }, { text: "three" }], way);
    const first = defineTask({ name: "first", description: "Say one", expectedOutput: "a word", agent });
    const second = defineTask({ name: "second", description: "Say two", expectedOutput: "a word", agent });
    const third = defineTask({ name: "third", description: "Say three", expectedOutput: "a word", agent });
    const run = completed(await createCrew({ tasks: [first, second, third] }).kickoff());
    expect(run.raw).toBe("three");
    expect(taskShown(model.requests[0])).not.toContain("----------");
    expect(taskShown(model.requests[2])).toContain("one\n\n----------\n\ntwo");
  },
);

test("C01 with a context a task is shown the outputs of these tasks only", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }, { text: "three" }]);
  const first = defineTask({ name: "first", description: "Say one", expectedOutput: "a word", agent });
  const second = defineTask({ name: "second", description: "Say two", expectedOutput: "a word", agent });
  const third = defineTask({
    name: "third",
    description: "Say three",
    expectedOutput: "a word",
    agent,
    context: [second],
  });
  await createCrew({ tasks: [first, second, third] }).kickoff();
  expect(taskShown(model.requests[2])).toContain("two");
  expect(taskShown(model.requests[2])).not.toContain("one");
});

test("C02 with an empty context a task is shown no output", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "marble" }, { text: "granite" }]);
  const first = defineTask({ name: "first", description: "Say it", expectedOutput: "a word", agent });
  const second = defineTask({
    name: "second",
    description: "Say another",
    expectedOutput: "a word",
    agent,
    context: [],
  });
  await createCrew({ tasks: [first, second], concurrency: 1 }).kickoff();
  expect(model.requests.map((request) => /marble|granite/.test(taskShown(request)))).toEqual([false, false]);
});

test.each(ways)("C03 a structured output is shown to the next task, and is data to the caller (%o)", async (way) => {
  const answer = { name: "final_answer", arguments: { facts: ["disk full"] } };
  const { agent, model } = scriptedAgent("clerk", [{ calls: [answer] }, { text: "Clean up." }], way);
  const findings = defineTask({
    name: "findings",
    description: "Look",
    expectedOutput: "facts",
    agent,
    output: Findings,
  });
  const advice = defineTask({ name: "advice", description: "Advise", expectedOutput: "a sentence", agent });
  const run = completed(await createCrew({ tasks: [findings, advice] }).kickoff());
  expect(run.tasks.findings.data.facts).toEqual(["disk full"]);
  expect(run.tasks.findings.raw).toBe('{"facts":["disk full"]}');
  expect(run.data).toBe("Clean up.");
  expect(taskShown(model.requests[1])).toContain('{"facts":["disk full"]}');
});

function greeting() {
  const model = createScriptedModel([{ text: "done" }]);
  const agent = defineAgent({
    name: "clerk",
    role: "clerk of {shop}",
    goal: "serve {customer}",
    backstory: "You know {shop}.",
    model,
  });
  const greet = defineTask({
    name: "greet",
    description: 'Greet {customer} as {"json": {customer}} and { spaces } and {}',
    expectedOutput: "words for {customer}",
    agent,
  });
  return { model, crew: createCrew({ tasks: [greet] }) };
}

test("C05 inputs fill the placeholders of agents and tasks", async () => {
  const { model, crew } = greeting();
  completed(await crew.kickoff({ shop: "Marble & Co", customer: "Ada" }));
  const [request] = model.requests;
  expect(systemShown(request)).toContain("clerk of Marble & Co");
  expect(systemShown(request)).toContain("serve Ada");
  expect(systemShown(request)).toContain("You know Marble & Co.");
  expect(taskShown(request)).toContain("words for Ada");
});

test("C06 without inputs the texts stay as they are", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "done" }]);
  const description: string = "Greet {customer}";
  const greet = defineTask({ name: "greet", description, expectedOutput: "words", agent });
  completed(await createCrew({ tasks: [greet] }).kickoff());
  expect(taskShown(model.requests[0])).toContain("Greet {customer}");
});

test("C07 a placeholder without an input is a failure that names it, and no model is asked", async () => {
  const { model, crew } = greeting();
  // @ts-expect-error -- customer is missing
  const run = await crew.kickoff({ shop: "Marble & Co" });
  expect(outcomeOf(run)).toBe("input_missing: There is no input for {customer}.");
  expect(model.requests).toHaveLength(0);
});

test("C08 braces around anything but a name stay", async () => {
  const { model, crew } = greeting();
  completed(await crew.kickoff({ shop: "S", customer: "Ada" }));
  expect(taskShown(model.requests[0])).toContain('Greet Ada as {"json": Ada} and { spaces } and {}');
});

test("C09 a crew lists the inputs of its tasks and agents", () => {
  expect(greeting().crew.inputs).toEqual(["customer", "shop"]);
});

test("C10 a task's prompt always names what is expected", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "done" }]);
  const greet = defineTask({ name: "greet", description: "Greet", expectedOutput: "three warm words", agent });
  await createCrew({ tasks: [greet] }).kickoff();
  expect(taskShown(model.requests[0])).toContain("three warm words");
});

test("in Chinese everything that the crew says to its models is Chinese, and single prompts can be replaced", async () => {
  const { agent, model } = scriptedAgent("店员", [{ text: "好" }, { text: "好" }], { role: "店员", goal: "服务" });
  const greet = defineTask({ name: "问候", description: "问候顾客", expectedOutput: "一句话", agent });
  await createCrew({ tasks: [greet], language: "zh" }).kickoff();
  await createCrew({ tasks: [greet], prompts: { role: () => "Be brief." } }).kickoff();
  expect(systemShown(model.requests[0])).toContain("你是店员。");
  expect(taskShown(model.requests[0])).toContain("期望的答案：一句话");
  expect(systemShown(model.requests[1])).toBe("Be brief.");
});

test("R05 the result is the last output that is not empty, with the outputs of all tasks", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }]);
  const first = defineTask({ name: "first", description: "Say one", expectedOutput: "a word", agent });
  const second = defineTask({ name: "second", description: "Say two", expectedOutput: "a word", agent });
  const third = defineTask({
    name: "third",
    description: "Say more",
    expectedOutput: "a word",
    agent,
    condition: () => false,
  });
  const run = completed(await createCrew({ tasks: [first, second, third] }).kickoff());
  expect([run.raw, run.data]).toEqual(["two", "two"]);
  expect(Object.values(run.tasks).map(({ raw, skipped }) => [raw, skipped])).toEqual([
    ["one", false],
    ["two", false],
    ["", true],
  ]);
  expect(run.tasks.third.data).toBeUndefined();
});

test("R06 an output carries the conversation with its agent", async () => {
  const { agent } = scriptedAgent("clerk", [{ calls: [{ name: "look" }] }, { text: "found" }], {
    tools: [fakeTool("look")],
  });
  const only = defineTask({ name: "only", description: "Look", expectedOutput: "a word", agent });
  const run = completed(await createCrew({ tasks: [only] }).kickoff());
  expect(run.tasks.only.messages.map(({ type }) => type)).toEqual(["human", "ai", "tool", "ai"]);
});

test("A01 M08 tasks that need nothing of each other run side by side, and the next waits for all of them", async () => {
  const both = gate();
  const reached: string[] = [];
  const meet = (name: string) => async () => {
    reached.push(name);
    if (reached.length === 2) both.open();
    await both.promise;
    return { text: name };
  };
  const left = scriptedAgent("left", [meet("left")]);
  const right = scriptedAgent("right", [meet("right")]);
  const joiner = scriptedAgent("joiner", [{ text: "joined" }]);
  const one = defineTask({ name: "one", description: "Go", expectedOutput: "a word", agent: left.agent, context: [] });
  const two = defineTask({ name: "two", description: "Go", expectedOutput: "a word", agent: right.agent, context: [] });
  const three = defineTask({ name: "three", description: "Join", expectedOutput: "a word", agent: joiner.agent });
  const run = completed(await createCrew({ tasks: [one, two, three] }).kickoff());
  expect(run.raw).toBe("joined");
  expect(taskShown(joiner.model.requests[0])).toContain("left\n\n----------\n\nright");
});

test("no more tasks run at once than the crew's concurrency", async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return { text: "done" };
  };
  const { agent } = scriptedAgent(
    "clerk",
    Array.from({ length: 5 }, () => work),
  );
  const tasks = ["a", "b", "c", "d", "e"].map((name) =>
    defineTask({ name, description: "Go", expectedOutput: "a word", agent, context: [] }),
  );
  completed(await createCrew({ tasks, concurrency: 2 }).kickoff());
  expect(most).toBe(2);
});

test("A02 A03 no output is lost where tasks side by side, one after another and conditional ones mix", async () => {
  const { agent, model } = scriptedAgent(
    "clerk",
    Array.from({ length: 5 }, () => ({ text: "said" })),
  );
  const tell = { description: "Say it", expectedOutput: "a word", agent } as const;
  const a = defineTask({ name: "a", ...tell, context: [] });
  const b = defineTask({ name: "b", ...tell, context: [] });
  const c = defineTask({ name: "c", ...tell, context: [a, b], condition: ({ raw }) => raw === "said" });
  const d = defineTask({ name: "d", ...tell, context: [], condition: () => false });
  const e = defineTask({ name: "e", ...tell });
  const f = defineTask({ name: "f", ...tell, context: [c] });
  const run = completed(await createCrew({ tasks: [a, b, c, d, e, f] }).kickoff());
  expect(Object.fromEntries(Object.entries(run.tasks).map(([name, { raw }]) => [name, raw]))).toEqual({
    a: "said",
    b: "said",
    c: "said",
    d: "",
    e: "said",
    f: "said",
  });
  expect(model.leftovers()).toBe(0);
});

test("A04 a condition decides on the last real output, and a skipped task is an empty output", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "one" }, { text: "three" }, { text: "four" }]);
  const seen: string[] = [];
  const look =
    (answer: boolean) =>
    ({ task, raw }: { task: string; raw: string }) => {
      seen.push(`${task}: ${raw}`);
      return answer;
    };
  const tell = { description: "Say it", expectedOutput: "a word", agent } as const;
  const one = defineTask({ name: "one", ...tell });
  const two = defineTask({ name: "two", ...tell, condition: look(false) });
  const three = defineTask({ name: "three", ...tell, condition: look(true) });
  const four = defineTask({ name: "four", ...tell });
  const run = completed(await createCrew({ tasks: [one, two, three, four] }).kickoff());
  expect(seen).toEqual(["one: one", "one: one"]);
  expect(run.tasks.two).toMatchObject({ raw: "", skipped: true, messages: [] });
  expect(taskShown(model.requests[2])).toContain("one\n\n----------\n\nthree");
});

test.each([
  ["throws", () => Promise.reject(new Error("no idea")), "no idea"],
  ["never returns", () => new Promise<boolean>(() => {}), "It did not return within 0.02 s."],
])("a condition that %s fails the run and starts nothing", async (_how, condition, problem) => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "one" }]);
  const one = defineTask({ name: "one", description: "Say it", expectedOutput: "a word", agent });
  const two = defineTask({ name: "two", description: "Say it", expectedOutput: "a word", agent, condition });
  const run = await createCrew({ tasks: [one, two], callbackTimeoutMs: 20 }).kickoff();
  expect(outcomeOf(run)).toBe(`condition_failed: The condition of "two" gave no answer: ${problem}`);
  expect(model.requests).toHaveLength(1);
});

test("T01 tools of a task take the place of its agent's", async () => {
  const [own, given] = [fakeTool("own"), fakeTool("given")];
  const { agent, model } = scriptedAgent("clerk", [{ calls: [{ name: "given" }] }, { text: "done" }], { tools: [own] });
  const only = defineTask({ name: "only", description: "Look", expectedOutput: "a word", agent, tools: [given] });
  completed(await createCrew({ tasks: [only] }).kickoff());
  expect(model.requests[0]?.tools.map((tool) => tool.function.name)).toEqual(["given"]);
  expect([own.calls.length, given.calls.length]).toEqual([0, 1]);
});

test("T02 a task without tools uses its agent's", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "done" }], { tools: [fakeTool("own")] });
  const only = defineTask({ name: "only", description: "Look", expectedOutput: "a word", agent });
  completed(await createCrew({ tasks: [only] }).kickoff());
  expect(model.requests[0]?.tools.map((tool) => tool.function.name)).toEqual(["own"]);
});

test("a task that fails ends the run with its name, and no task after it begins", async () => {
  const broken = Object.assign(new Error("401 no"), { status: 401 });
  const { agent, model } = scriptedAgent("clerk", [{ error: broken }]);
  const one = defineTask({ name: "one", description: "Say it", expectedOutput: "a word", agent });
  const two = defineTask({ name: "two", description: "Say it", expectedOutput: "a word", agent });
  const run = await createCrew({ tasks: [one, two] }).kickoff();
  expect(run).toMatchObject({ status: "failed", error: { code: "model_key_rejected", task: "one" } });
  expect(model.requests).toHaveLength(1);
});

test("S05 usage counts every model call once, also where agents share a model", async () => {
  const model = createScriptedModel([
    { text: "one", usage: { input: 10, output: 1 } },
    { text: "two", usage: { input: 20, output: 2 } },
  ]);
  const person = { role: "a clerk", goal: "work", model };
  const ada = defineAgent({ name: "ada", ...person });
  const bob = defineAgent({ name: "bob", ...person });
  const first = defineTask({ name: "first", description: "Say one", expectedOutput: "a word", agent: ada });
  const second = defineTask({ name: "second", description: "Say two", expectedOutput: "a word", agent: bob });
  const run = completed(await createCrew({ tasks: [first, second] }).kickoff());
  expect(run.usage).toMatchObject({ modelCalls: 2, promptTokens: 30, completionTokens: 3 });
  expect(run.tasks.second.usage).toMatchObject({ modelCalls: 1, promptTokens: 20, completionTokens: 2 });
});
