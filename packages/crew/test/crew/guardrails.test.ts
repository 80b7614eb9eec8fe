import { createScriptedModel } from "@k8s-copilot/doubles";
import { expect, test } from "vitest";
import { z } from "zod";
import { type CrewEvent, completed, createCrew, defineTask, type Guardrail, judge } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";
import { openStarts, outcomeOf, scriptedAgent, ways } from "./support.ts";

const texts = { description: "Say it", expectedOutput: "a word" };
const says =
  (word: string): Guardrail =>
  ({ raw }) =>
    raw.includes(word) || `It has to say ${word}.`;
const judgement = (accepted: boolean, reason = "") => ({
  calls: [{ name: "final_answer", arguments: { accepted, reason } }],
  usage: { input: 100, output: 1 },
});

test.each(ways)(
  "G01 after a refusal the agent is shown its answer and the reason, and tries again (%o)",
  async (way) => {
    const look = fakeTool("look");
    const turns = [{ calls: [{ name: "look" }] }, { text: "too short" }, { text: "long enough" }];
    const { agent, model } = scriptedAgent("clerk", turns, { tools: [look], ...way });
    const only = defineTask({ name: "only", ...texts, agent, guardrails: [says("long")] });
    const events: CrewEvent[] = [];
    const run = completed(await createCrew({ tasks: [only] }).kickoff({}, { onEvent: (event) => events.push(event) }));
    expect(run.raw).toBe("long enough");
    const shown = model.requests[2]?.messages.slice(-2).map(({ type, text }) => `${type}: ${text}`);
    expect(shown).toEqual([
      "ai: too short",
      expect.stringContaining("human: Your answer was not accepted: It has to say long."),
    ]);
    expect(events.filter(({ type }) => type === "guardrail.refused")).toEqual([
      { type: "guardrail.refused", task: "only", guardrail: 0, attempt: 1, feedback: "It has to say long." },
    ]);
    expect(look.calls).toHaveLength(1);
    expect(openStarts(events)).toEqual([]);
  },
);

test("G02 after three more attempts the task fails with the last reason", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "a" }, { text: "b" }, { text: "c" }, { text: "d" }]);
  const only = defineTask({ name: "only", ...texts, agent, guardrails: [({ raw }) => `Not ${raw}.`] });
  const run = await createCrew({ tasks: [only] }).kickoff();
  expect(outcomeOf(run)).toBe('guardrail_refused: No answer of "only" was accepted in 4 attempts: Not d.');
  expect(run).toMatchObject({
    usage: { modelCalls: 4 },
    error: { task: "only", remedy: expect.stringContaining("guardrailRetries") },
  });
  expect(model.leftovers()).toBe(0);
});

test("each guardrail has retries of its own, and the failure tells all attempts", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "a" }, { text: "b" }, { text: "c" }]);
  const guardrails: Guardrail[] = [({ raw }) => raw !== "a", ({ raw }) => raw === "a" || `Not ${raw}.`];
  const only = defineTask({ name: "only", ...texts, agent, guardrails, guardrailRetries: 1 });
  const run = await createCrew({ tasks: [only] }).kickoff();
  expect(outcomeOf(run)).toBe('guardrail_refused: No answer of "only" was accepted in 3 attempts: Not c.');
});

test("with guardrailRetries of 0 the first refusal fails the task, and without a reason it says so", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "a" }]);
  const only = defineTask({ name: "only", ...texts, agent, guardrails: [() => false], guardrailRetries: 0 });
  expect(outcomeOf(await createCrew({ tasks: [only] }).kickoff())).toMatch(
    /guardrail_refused.*1 attempt: It does not meet/,
  );
});

test("G03 guardrails are asked in order, each about what the one before made of the answer", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "answer" }]);
  const seen: string[] = [];
  const add =
    (mark: string): Guardrail =>
    ({ raw }) => {
      seen.push(raw);
      return { replaceWith: `${raw}${mark}` };
    };
  const only = defineTask({
    name: "only",
    ...texts,
    agent,
    guardrails: [add("!"), add("?"), ({ raw }) => raw === "answer!?"],
  });
  const run = completed(await createCrew({ tasks: [only] }).kickoff());
  expect([run.raw, run.data]).toEqual(["answer!?", "answer!?"]);
  expect(seen).toEqual(["answer", "answer!"]);
});

test("G04 each guardrail has retries of its own, and every attempt is checked by all of them again", async () => {
  const answers = ["neither", "red", "neither", "red", "blue", "red blue"];
  const { agent, model } = scriptedAgent(
    "clerk",
    answers.map((text) => ({ text })),
  );
  const asked: string[] = [];
  const noted =
    (word: string): Guardrail =>
    (answer, options) => {
      asked.push(`${word}? ${answer.raw}`);
      return says(word)(answer, options);
    };
  const only = defineTask({ name: "only", ...texts, agent, guardrails: [noted("red"), noted("blue")] });
  expect(outcomeOf(await createCrew({ tasks: [only] }).kickoff())).toBe("red blue");
  expect(asked).toEqual([
    "red? neither",
    "red? red",
    "blue? red",
    "red? neither",
    "red? red",
    "blue? red",
    "red? blue",
    "red? red blue",
    "blue? red blue",
  ]);
  expect(model.leftovers()).toBe(0);
});

test("G05 S06 a rule in words is judged by the agent's model, and its tokens count for the task", async () => {
  const turns = [{ text: "short" }, judgement(false, "Name a source."), { text: "long, says Ada" }, judgement(true)];
  const { agent, model } = scriptedAgent("clerk", turns);
  const only = defineTask({ name: "only", ...texts, agent, guardrails: ["Every claim names its source."] });
  const run = completed(await createCrew({ tasks: [only] }).kickoff());
  expect(run.raw).toBe("long, says Ada");
  expect(model.requests[1]?.messages.at(-1)?.text).toMatch(/Rule: Every claim names its source\.\n\nAnswer:\nshort/);
  expect(model.requests[2]?.messages.at(-1)?.text).toContain("Name a source.");
  expect(run.usage).toMatchObject({ modelCalls: 4, promptTokens: 220 });
});

test("G05 a judge whose model fails, fails the task: what nobody could judge is not let through", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "short" }]);
  const broken = createScriptedModel([{ error: Object.assign(new Error("401 no"), { status: 401 }) }]);
  const only = defineTask({ name: "only", ...texts, agent, guardrails: [judge(broken, "Be long.")] });
  const run = await createCrew({ tasks: [only] }).kickoff();
  expect(outcomeOf(run)).toMatch(/^guardrail_failed: guardrails\[0\] of "only" gave no verdict: The judge failed: /);
});

test("G05 a rule in words whose judge fails is told as one, with what can be done about a model", async () => {
  const refused = { error: Object.assign(new Error("401 no"), { status: 401 }) };
  const { agent } = scriptedAgent("clerk", [{ text: "short" }, refused]);
  const only = defineTask({ name: "only", ...texts, agent, guardrails: [() => true, "Be long."] });
  expect(await createCrew({ tasks: [only] }).kickoff()).toMatchObject({
    error: {
      code: "guardrail_failed",
      message: expect.stringMatching(/^The judge of guardrails\[1\] of "only" gave no verdict: The judge failed: /),
      remedy: expect.stringMatching(/^See to the model of the task's agent/),
    },
  });
});

test("G05 a judge whose model hangs, fails the task after callbackTimeoutMs", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "short" }]);
  const hanging = createScriptedModel([{ hangs: true }]);
  const only = defineTask({ name: "only", ...texts, agent, guardrails: [judge(hanging, "Be long.")] });
  const run = await createCrew({ tasks: [only], callbackTimeoutMs: 20 }).kickoff();
  expect(outcomeOf(run)).toMatch(/^guardrail_failed: guardrails\[0\] of "only" gave no verdict: .*within 0\.02 s/);
});

test.each([
  ["throws", () => Promise.reject(new Error("no idea")), "no idea"],
  ["never returns", () => new Promise<boolean>(() => {}), "It did not return within 0.02 s."],
])("a guardrail that %s fails the task at once, and asks no model again", async (_how, guardrail, problem) => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "one" }]);
  const only = defineTask({ name: "only", ...texts, agent, guardrails: [guardrail] });
  const events: CrewEvent[] = [];
  const crew = createCrew({ tasks: [only], callbackTimeoutMs: 20 });
  const run = await crew.kickoff({}, { onEvent: (event) => events.push(event) });
  expect(outcomeOf(run)).toBe(`guardrail_failed: guardrails[0] of "only" gave no verdict: ${problem}`);
  expect(model.requests).toHaveLength(1);
  expect(openStarts(events)).toEqual([]);
});

test("a guardrail that hangs is told when the run is cancelled, and does not hold it up", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "one" }]);
  const controller = new AbortController();
  let told: AbortSignal | undefined;
  const guardrail: Guardrail = (_answer, { signal }) => {
    told = signal;
    setImmediate(() => controller.abort());
    return new Promise(() => {});
  };
  const only = defineTask({ name: "only", ...texts, agent, guardrails: [guardrail] });
  const run = await createCrew({ tasks: [only] }).kickoff({}, { signal: controller.signal });
  expect(outcomeOf(run)).toBe("cancelled: The run was cancelled.");
  expect(told?.aborted).toBe(true);
});

const Facts = z.object({ facts: z.array(z.string()) });
const answer = (facts: readonly unknown[]) => ({ calls: [{ name: "final_answer", arguments: { facts } }] });

test("G06 no response format is asked for: a structured answer is a tool beside the agent's own", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ calls: [{ name: "look" }] }, answer(["one"])], {
    tools: [fakeTool("look")],
  });
  const only = defineTask({ name: "only", ...texts, agent, output: Facts });
  expect(completed(await createCrew({ tasks: [only] }).kickoff()).data).toEqual({ facts: ["one"] });
  expect(model.requests.map(({ tools }) => tools.map((tool) => tool.function.name))).toEqual([
    ["look", "final_answer"],
    ["look", "final_answer"],
  ]);
  expect(model.requests[0]?.toolChoice).toBeUndefined();
});

test("G08 an answer that does not fit is repaired once by the model, and JSON in fences without it", async () => {
  const { agent, model } = scriptedAgent("clerk", [
    answer([1]),
    answer(["one"]),
    { text: '```json\n{"facts": ["two"]}\n```' },
  ]);
  const first = defineTask({ name: "first", ...texts, agent, output: Facts });
  const second = defineTask({ name: "second", ...texts, agent, output: Facts });
  const run = completed(await createCrew({ tasks: [first, second] }).kickoff());
  expect([run.tasks.first.data, run.tasks.second.data]).toEqual([{ facts: ["one"] }, { facts: ["two"] }]);
  expect(model.leftovers()).toBe(0);
});

test("G08 an answer that does not fit twice fails the task", async () => {
  const { agent } = scriptedAgent("clerk", [answer([1]), answer([2])]);
  const only = defineTask({ name: "only", ...texts, agent, output: Facts });
  expect(outcomeOf(await createCrew({ tasks: [only] }).kickoff())).toMatch(
    /^model_bad_reply: The model's answer does not fit/,
  );
});

test("a guardrail sees the data, and what it puts in place of a structured answer has to fit the schema", async () => {
  const { agent } = scriptedAgent("clerk", [answer(["one"]), answer(["two"])]);
  const replaceOnce: Guardrail<z.infer<typeof Facts>> = ({ data }) =>
    data.facts[0] === "one" ? { replaceWith: '{"facts": "none"}' } : { replaceWith: '{"facts": ["three"]}' };
  const only = defineTask({ name: "only", ...texts, agent, output: Facts, guardrails: [replaceOnce] });
  const run = completed(await createCrew({ tasks: [only] }).kickoff());
  expect([run.raw, run.data]).toEqual(['{"facts":["three"]}', { facts: ["three"] }]);
});

test.each<[string, unknown, string]>([
  ["nothing", undefined, "undefined"],
  ["null", null, "null"],
  ["a number", 1, "1"],
  ["an empty object", {}, "{}"],
  ["a refusal as crewAI's guardrails return it", [false, "bad"], "[ false, 'bad' ]"],
  ["an acceptance as crewAI's guardrails return it", [true, "fine"], "[ true, 'fine' ]"],
  ["a verdict of another shape", { success: false }, "{ success: false }"],
  ["a replacement that is none", { replaceWith: undefined }, "{ replaceWith: undefined }"],
])(
  "U08 a guardrail that returns %s accepts nothing, and the remedy says what to return",
  async (_what, said, shown) => {
    const { agent } = scriptedAgent("clerk", [{ text: "a" }]);
    // @ts-expect-error: plain JavaScript may return what the types forbid.
    const only = defineTask({ name: "only", ...texts, agent, guardrails: [() => said] });
    const run = await createCrew({ tasks: [only] }).kickoff();
    expect(run).toMatchObject({
      status: "failed",
      usage: { modelCalls: 1 },
      error: {
        code: "guardrail_failed",
        message: expect.stringContaining(`gave no verdict: It returned ${shown}.`),
        remedy: expect.stringContaining("true, false, a text that says what is wrong, or { replaceWith: text }"),
      },
    });
  },
);
