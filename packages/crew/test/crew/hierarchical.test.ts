import { interrupt, MemorySaver } from "@langchain/langgraph";
import { expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { type CrewEvent, completed, createCrew, defineAgent, defineTask } from "../../src/index.ts";
import { fakeTool, text } from "../fake-tools.ts";
import { openStarts, outcomeOf, scriptedAgent, systemShown, ways } from "./support.ts";

const texts = { description: "Find out why it is slow", expectedOutput: "the cause" } as const;
const delegate = (coworker: string, task = "Look at it", more = {}) => ({
  calls: [{ name: "delegate_work", arguments: { coworker, task, ...more } }],
});
const toolsShown = (request: { tools: readonly { function: { name: string; parameters?: unknown } }[] } | undefined) =>
  request?.tools.map((tool) => tool.function.name);

test.each(ways)("a manager hands on the work, and the worker sees its order and nothing else (%o)", async (way) => {
  const look = fakeTool("look");
  const ada = scriptedAgent("ada", [{ calls: [{ name: "look" }] }, { text: "The disk is full." }], {
    tools: [look],
    ...way,
  });
  const bob = scriptedAgent("bob", []);
  const boss = scriptedAgent(
    "boss",
    [delegate("ada", "Look at the disk", { context: "It is /var." }), { text: "Disk." }],
    way,
  );
  const cause = defineTask({ name: "cause", ...texts });
  const crew = createCrew({
    tasks: [cause],
    agents: [ada.agent, bob.agent],
    process: "hierarchical",
    managerModel: boss.model,
  });
  const events: CrewEvent[] = [];
  const run = completed(await crew.kickoff({}, { onEvent: (event) => events.push(event) }));
  expect(run.raw).toBe("Disk.");
  expect(run.tasks.cause.agent).toBe("manager");
  expect(boss.model.requests[0]?.tools).toMatchObject([
    {
      function: {
        name: "delegate_work",
        description: expect.stringContaining("- ada: a ada. do good work\n- bob: a bob."),
        parameters: { properties: { coworker: { enum: ["ada", "bob"] } }, required: ["coworker", "task"] },
      },
    },
  ]);
  expect(systemShown(boss.model.requests[0])).toContain("the manager of a crew");
  expect(ada.model.requests[0]?.messages.slice(1).map(({ text }) => text)).toEqual([
    "Look at the disk\n\nWhat you have to know:\n\nIt is /var.",
  ]);
  expect(toolsShown(ada.model.requests[0])).toEqual(["look"]);
  expect(boss.model.requests[1]?.messages.at(-1)?.text).toBe("The disk is full.");
  expect(openStarts(events)).toEqual([]);
  expect(new Set(events.flatMap((event) => (event.type === "model.started" ? [event.agent] : [])))).toEqual(
    new Set(["manager", "ada"]),
  );
});

test("S06 the usage of a task is the manager's and the workers'", async () => {
  const ada = scriptedAgent("ada", [{ text: "one", usage: { input: 100, output: 1 } }]);
  const boss = scriptedAgent("boss", [delegate("ada"), { text: "done" }]);
  const cause = defineTask({ name: "cause", ...texts, agent: ada.agent });
  const run = completed(
    await createCrew({ tasks: [cause], process: "hierarchical", managerAgent: boss.agent }).kickoff(),
  );
  expect(run.usage).toMatchObject({ modelCalls: 3, promptTokens: 120, completionTokens: 11 });
});

test("H02 for a task with an agent the manager may hand it to that agent only", async () => {
  const [ada, bob] = [scriptedAgent("ada", []), scriptedAgent("bob", [])];
  const boss = scriptedAgent("boss", [delegate("bob"), { text: "nobody did it" }]);
  const cause = defineTask({ name: "cause", ...texts, agent: ada.agent });
  const crew = createCrew({ tasks: [cause], agents: [bob.agent], process: "hierarchical", managerAgent: boss.agent });
  completed(await crew.kickoff());
  expect(JSON.stringify(boss.model.requests[0]?.tools)).toContain('"enum":["ada"]');
  expect(bob.model.requests).toHaveLength(0);
});

test.each(["ADA", ' "ada" ', "A ada", "“Ada”"])(
  "H04 a coworker is found by name or role in any letters: %s",
  async (name) => {
    const ada = scriptedAgent("ada", [{ text: "one" }]);
    const boss = scriptedAgent("boss", [delegate(name), { text: "done" }]);
    const cause = defineTask({ name: "cause", ...texts, agent: ada.agent });
    completed(await createCrew({ tasks: [cause], process: "hierarchical", managerAgent: boss.agent }).kickoff());
    expect(ada.model.leftovers()).toBe(0);
  },
);

test.each([
  ["en", /piece of work or answer a question/],
  ["zh", /或者回答一个问题/],
] as const)(
  "the one tool that hands on work says that a question may be asked by it too (%s)",
  async (language, says) => {
    const boss = scriptedAgent("boss", [{ text: "done" }]);
    const agents = [scriptedAgent("ada", []).agent];
    const tasks = [defineTask({ name: "cause", ...texts })];
    completed(
      await createCrew({ tasks, agents, process: "hierarchical", managerModel: boss.model, language }).kickoff(),
    );
    expect(boss.model.requests[0]?.tools[0]?.function.description).toMatch(says);
  },
);

test("H05 for an unknown coworker the manager is told who there is", async () => {
  const [ada, bob] = [scriptedAgent("ada", []), scriptedAgent("bob", [])];
  const boss = scriptedAgent("boss", [delegate("carol"), { text: "done" }]);
  const cause = defineTask({ name: "cause", ...texts });
  const agents = [ada.agent, bob.agent];
  completed(await createCrew({ tasks: [cause], agents, process: "hierarchical", managerAgent: boss.agent }).kickoff());
  expect(boss.model.requests[1]?.messages.at(-1)?.text).toContain('There is no coworker "carol". They are: ada, bob.');
});

test("a worker that fails is told to the manager, who goes on", async () => {
  const ada = scriptedAgent("ada", [{ error: Object.assign(new Error("401 no"), { status: 401 }) }]);
  const boss = scriptedAgent("boss", [delegate("ada"), { text: "I did it myself." }]);
  const cause = defineTask({ name: "cause", ...texts, agent: ada.agent });
  const run = await createCrew({ tasks: [cause], process: "hierarchical", managerAgent: boss.agent }).kickoff();
  expect(outcomeOf(run)).toBe("I did it myself.");
  expect(boss.model.requests[1]?.messages.at(-1)?.text).toContain("ada failed: ");
});

test("a manager gives a structured answer, and its tasks pass guardrails as others do", async () => {
  const ada = scriptedAgent("ada", [{ text: "one" }]);
  const answer = (cause: string) => ({ calls: [{ name: "final_answer", arguments: { cause } }] });
  const boss = scriptedAgent("boss", [delegate("ada"), answer("?"), answer("disk")]);
  const output = z.object({ cause: z.string() });
  const cause = defineTask({
    name: "cause",
    ...texts,
    agent: ada.agent,
    output,
    guardrails: [({ data }) => data.cause !== "?"],
  });
  const run = completed(
    await createCrew({ tasks: [cause], process: "hierarchical", managerAgent: boss.agent }).kickoff(),
  );
  expect(run.data.cause).toBe("disk");
});

test("T01 in a hierarchical crew the tools of a task are for the worker", async () => {
  const ada = scriptedAgent("ada", [{ text: "one" }], { tools: [fakeTool("own")] });
  const boss = scriptedAgent("boss", [delegate("ada"), { text: "done" }]);
  const cause = defineTask({ name: "cause", ...texts, agent: ada.agent, tools: [fakeTool("given")] });
  completed(await createCrew({ tasks: [cause], process: "hierarchical", managerAgent: boss.agent }).kickoff());
  expect([toolsShown(boss.model.requests[0]), toolsShown(ada.model.requests[0])]).toEqual([
    ["delegate_work"],
    ["given"],
  ]);
});

test("T03 an agent that may hand on work keeps its own tools", async () => {
  const look = fakeTool("look");
  const bob = scriptedAgent("bob", [{ text: "two" }]);
  const turns = [{ calls: [{ name: "look" }] }, delegate("bob"), { text: "one" }];
  const ada = scriptedAgent("ada", turns, { tools: [look], allowDelegation: true });
  const first = defineTask({ name: "first", ...texts, agent: ada.agent });
  completed(await createCrew({ tasks: [first], agents: [bob.agent] }).kickoff());
  expect(toolsShown(ada.model.requests[0])).toEqual(["look", "delegate_work"]);
  expect([look.calls.length, bob.model.requests.length]).toEqual([1, 1]);
});

test("H06 an agent that is alone is offered nobody to hand on work to", async () => {
  const ada = scriptedAgent("ada", [{ text: "one" }], { allowDelegation: true });
  completed(await createCrew({ tasks: [defineTask({ name: "first", ...texts, agent: ada.agent })] }).kickoff());
  expect(toolsShown(ada.model.requests[0])).toEqual([]);
});

test("a worker's question to a person waits, and neither the manager nor the worker begins anew", async () => {
  const asks = fakeTool("asks", { answer: () => text(`They said ${interrupt("Which disk?")}`) });
  const ada = scriptedAgent("ada", [{ calls: [{ name: "asks" }] }, { text: "It is /var." }], { tools: [asks] });
  const boss = scriptedAgent("boss", [delegate("ada"), { text: "done" }]);
  const cause = defineTask({ name: "cause", ...texts, agent: ada.agent });
  const crew = createCrew({
    tasks: [cause],
    process: "hierarchical",
    managerAgent: boss.agent,
    checkpointer: new MemorySaver(),
  });
  const first = await crew.kickoff({}, { threadId: "t" });
  expect(first).toMatchObject({
    status: "waiting",
    pending: [{ kind: "tool", task: "cause", question: "Which disk?" }],
  });
  const answers = Object.fromEntries(first.status === "waiting" ? first.pending.map(({ id }) => [id, "/var"]) : []);
  const run = completed(await crew.resume({ threadId: "t", answers }));
  expect(ada.model.requests[1]?.messages.at(-1)?.text).toBe("They said /var");
  expect([ada.model.requests.length, boss.model.requests.length, run.usage.modelCalls]).toEqual([2, 2, 4]);
});

test("the placeholders of further agents are inputs of the crew", async () => {
  const { model } = scriptedAgent("boss", []);
  const worker = defineAgent({ name: "clerk", role: "clerk of {shop}", goal: "work", model });
  const cause = defineTask({ name: "cause", ...texts });
  const crew = createCrew({ tasks: [cause], agents: [worker], process: "hierarchical", managerModel: model });
  expectTypeOf(crew.inputs).toEqualTypeOf<readonly "shop"[]>();
  expect(crew.inputs).toEqual(["shop"]);
  // @ts-expect-error -- shop is missing
  expect(outcomeOf(await crew.kickoff({}))).toBe("input_missing: There is no input for {shop}.");
});
