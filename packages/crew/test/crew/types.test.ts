import { createScriptedModel } from "@k8s-copilot/doubles";
import { MemorySaver } from "@langchain/langgraph";
import { expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import {
  type Arguments,
  CrewError,
  type CrewRun,
  completed,
  createCrew,
  defineAgent,
  defineTask,
  noUsage,
  type Pending,
  type TaskOutput,
} from "../../src/index.ts";

const model = createScriptedModel([]);
const Findings = z.object({ facts: z.array(z.string()) });
const analyst = defineAgent({
  name: "analyst",
  role: "analyst of {system}",
  goal: "find out why {service} is slow",
  model,
});
const findings = defineTask({
  name: "findings",
  description: "Look at {service} since {since}",
  expectedOutput: "three facts",
  agent: analyst,
  output: Findings,
});
const advice = defineTask({ name: "advice", description: "Advise", expectedOutput: "a sentence", agent: analyst });
const next = { name: "next", description: "Go on", expectedOutput: "words", agent: analyst } as const;
const crew = () => createCrew({ tasks: [findings, advice], checkpointer: new MemorySaver() });

/** Only compiled: what stands in it is never called. */
const compiled = (_check: () => unknown) => expect(true).toBe(true);

test("inputs are inferred from the placeholders in all texts", () => {
  compiled(() => crew().kickoff({ service: "cart", system: "shop", since: 5 }));
  // @ts-expect-error -- since is missing
  compiled(() => crew().kickoff({ service: "cart", system: "shop" }));
  // @ts-expect-error -- there is no such placeholder
  compiled(() => crew().kickoff({ service: "cart", system: "shop", since: "today", sinse: "today" }));
  // @ts-expect-error -- an object fills no placeholder
  compiled(() => crew().kickoff({ service: {}, system: "shop", since: "today" }));
  // @ts-expect-error -- inputs are needed
  compiled(() => crew().kickoff());
  // @ts-expect-error -- and by a stream too
  compiled(() => crew().stream({ service: "cart" }));
  // @ts-expect-error -- and for each
  compiled(() => crew().kickoffForEach([{ service: "cart" }]));
  expectTypeOf(crew().inputs).toEqualTypeOf<readonly ("service" | "system" | "since")[]>();
});

test("JSON in a text is no placeholder to the compiler either", () => {
  const json = defineTask({
    name: "json",
    description: 'Answer {"kind": {kind}, "list": [{}]} and { spaces } and {a.b}',
    expectedOutput: "JSON",
    agent: defineAgent({ name: "clerk", role: "a clerk", goal: "work", model }),
  });
  expectTypeOf(json.inputs).toEqualTypeOf<readonly "kind"[]>();
});

test("texts that the compiler does not know leave the inputs open", () => {
  const description: string = "Greet {customer}";
  const agent = defineAgent({ name: "clerk", role: "a clerk", goal: "work", model });
  const open = createCrew({ tasks: [defineTask({ name: "greet", description, expectedOutput: "words", agent })] });
  compiled(() => [open.kickoff(), open.kickoff({ customer: "Ada" })]);
});

test("a text that the compiler does not know hides no placeholder of another task", () => {
  const description: string = "Greet {customer}";
  const agent = defineAgent({ name: "clerk", role: "a clerk", goal: "work", model });
  const greet = defineTask({ name: "greet", description, expectedOutput: "words", agent });
  const half = createCrew({ tasks: [greet, findings], checkpointer: new MemorySaver() });
  const known = { service: "cart", system: "shop", since: 5 };
  compiled(() => [half.kickoff(known), half.kickoff({ ...known, customer: "Ada" }), half.kickoffForEach([known])]);
  // @ts-expect-error -- what is known is needed
  compiled(() => half.kickoff());
  // @ts-expect-error -- since is missing
  compiled(() => half.kickoff({ service: "cart", system: "shop", customer: "Ada" }));
});

test("results are typed by the tasks' output schemas and names", () => {
  compiled(async () => {
    const run = completed(await crew().kickoff({ service: "cart", system: "shop", since: 5 }));
    expectTypeOf(run.data).toEqualTypeOf<string>();
    expectTypeOf(run.tasks.findings).toEqualTypeOf<TaskOutput<{ facts: string[] }>>();
    expectTypeOf(run.tasks.advice.data).toEqualTypeOf<string>();
    // @ts-expect-error -- no task has this name
    return run.tasks.advise;
  });
});

test("raw, data and tasks are there only of a completed run", () => {
  compiled(async () => {
    const run = await crew().kickoff({ service: "cart", system: "shop", since: 5 });
    // @ts-expect-error -- it may have failed
    const raw = run.raw;
    // @ts-expect-error -- it may wait
    const data = run.data;
    if (run.status === "waiting") return run.pending;
    if (run.status === "failed") return [run.error.remedy, raw, data];
    return run.tasks.findings.data.facts;
  });
});

test("the data of a task that may be skipped may be undefined, and so not the crew's", () => {
  const maybe = defineTask({
    name: "maybe",
    description: "Look again",
    expectedOutput: "facts",
    agent: analyst,
    output: z.number(),
    condition: () => true,
  });
  compiled(async () => {
    const run = await createCrew({ tasks: [findings, maybe] }).kickoff({ service: "cart", system: "shop", since: 5 });
    expectTypeOf(completed(run).tasks.maybe.data).toEqualTypeOf<number | undefined>();
    expectTypeOf(completed(run).data).toEqualTypeOf<number | { facts: string[] }>();
  });
});

test("a condition that may be left out at run time is one to the compiler", () => {
  const condition = model.requests.length > 0 ? () => true : undefined;
  const maybe = defineTask({ ...next, condition, output: z.number() });
  const sure = defineTask({ ...next, name: "sure", condition: undefined, output: z.number() });
  compiled(async () => {
    const run = completed(await createCrew({ tasks: [sure, maybe] }).kickoff({ service: "cart", system: "shop" }));
    expectTypeOf(run.tasks.next.data).toEqualTypeOf<number | undefined>();
    expectTypeOf(run.tasks.sure.data).toEqualTypeOf<number>();
  });
});

test("a task that is written into its crew is typed as one that is written before it", () => {
  const plain = createCrew({ tasks: [defineTask(next)] });
  const shaped = createCrew({
    tasks: [advice, defineTask({ ...next, output: z.number(), condition: ({ raw }) => raw !== "" })],
  });
  const worded = createCrew({ tasks: [advice, defineTask({ ...next, condition: async () => true })] });
  compiled(async () => {
    const known = { service: "cart", system: "shop" };
    expectTypeOf(completed(await plain.kickoff(known)).data).toEqualTypeOf<string>();
    expectTypeOf(completed(await plain.kickoff(known)).tasks.next.data).toEqualTypeOf<string>();
    expectTypeOf(completed(await shaped.kickoff(known)).data).toEqualTypeOf<string | number>();
    expectTypeOf(completed(await shaped.kickoff(known)).tasks.next.data).toEqualTypeOf<number | undefined>();
    expectTypeOf(completed(await worded.kickoff(known)).data).toEqualTypeOf<string>();
    expectTypeOf(completed(await worded.kickoff(known)).tasks.next.data).toEqualTypeOf<string | undefined>();
  });
});

test("a condition says yes or no", () => {
  // @ts-expect-error -- a number is neither
  compiled(() => defineTask({ ...next, condition: () => 1 }));
  compiled(() => defineTask({ ...next, condition: ({ raw }) => raw.length > 1 }));
});

test("replay knows the tasks' names, and guardrails the data of their task", () => {
  compiled(() => crew().replay({ threadId: "1", from: "advice" }));
  // @ts-expect-error -- no task has this name
  compiled(() => crew().replay({ threadId: "1", from: "advise" }));
  const inputs = { service: "cart", system: "shop", since: 5 };
  compiled(() => crew().replay({ threadId: "1", from: "advice", inputs }));
  // @ts-expect-error -- they take the place of all
  compiled(() => crew().replay({ threadId: "1", from: "advice", inputs: { service: "cart" } }));
  compiled(() =>
    defineTask({
      name: "checked",
      description: "Look",
      expectedOutput: "facts",
      agent: analyst,
      output: Findings,
      guardrails: [({ data }) => data.facts.length > 2, "Every fact names its source."],
    }),
  );
  compiled(() =>
    defineTask({
      name: "checked",
      description: "Look",
      expectedOutput: "facts",
      agent: analyst,
      output: Findings,
      // @ts-expect-error -- the data has no such field
      guardrails: [({ data }) => data.fact.length > 2],
    }),
  );
});

test("an agent without a model, and a task that is not one, do not compile", () => {
  // @ts-expect-error -- no vendor is chosen by default
  compiled(() => defineAgent({ name: "clerk", role: "a clerk", goal: "work" }));
  // @ts-expect-error -- the context is a list of tasks, not of names
  compiled(() => defineTask({ ...next, context: ["findings"] }));
});

test("G07 a task has one kind of structured output, by the type of its definition", () => {
  // @ts-expect-error -- crewAI's second kind
  compiled(() => defineTask({ ...next, output: Findings, outputJson: Findings }));
});

test("what waits is known by its kind: of an approval the call, of a review the answer as text", () => {
  const confirm = (question: string, call: { tool: string; args: Arguments }) => question === call.tool;
  const ask = (question: string, answer: string) => question + answer;
  const answerTo = (pending: Pending) => {
    if (pending.kind === "approval") return confirm(pending.question, pending.subject);
    // @ts-expect-error -- a tool has asked something else
    if (pending.kind === "tool") return ask(pending.question, pending.raw);
    return ask(pending.question, pending.raw);
  };
  const about = { id: "7", task: "a", accepts: "", question: "Good?" };
  expect(answerTo({ ...about, kind: "review", subject: 5, raw: "5" })).toBe("Good?5");
  // @ts-expect-error -- the subject of an approval is a call
  compiled(() => answerTo({ ...about, kind: "approval", subject: "wipe" }));
});

test("completed() throws for a run that failed or waits, with a code and the remedy", () => {
  const error = { code: "input_missing", message: "There is no input for {a}.", remedy: "Pass a.", task: "" } as const;
  const failed: CrewRun = { status: "failed", threadId: "1", error, usage: noUsage };
  const waiting: CrewRun = {
    status: "waiting",
    threadId: "1",
    pending: [{ id: "7", kind: "review", accepts: "a word", task: "a", question: "Good?", subject: "", raw: "" }],
  };
  expect(() => completed(failed)).toThrow(CrewError);
  expect(() => completed(failed)).toThrow("The run failed (input_missing): There is no input for {a}. Pass a.");
  expect(() => completed(waiting)).toThrow("The run waits for an answer: Good? Pass the answers to `resume`.");
});
