import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { createStream } from "../../src/crew/stream.ts";
import { type CrewEvent, completed, createCrew, defineTask, formatEvent } from "../../src/index.ts";
import { fakeTool, gate, text } from "../fake-tools.ts";
import { namesOf, openStarts, outcomeOf, scriptedAgent, ways } from "./support.ts";

async function all(stream: AsyncIterable<CrewEvent>): Promise<CrewEvent[]> {
  const events: CrewEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

const texts = { description: "Say it", expectedOutput: "a word" };

test.each(ways)("E04 E05 events come in order, and every start has one end (%o)", async (way) => {
  const turns = [{ calls: [{ name: "look" }, { name: "nowhere" }] }, { text: "one two" }, { text: "three" }];
  const { agent } = scriptedAgent("clerk", turns, { tools: [fakeTool("look")], ...way });
  const first = defineTask({ name: "first", ...texts, agent });
  const second = defineTask({ name: "second", ...texts, agent, condition: () => false });
  const third = defineTask({ name: "third", ...texts, agent });
  const stream = createCrew({ tasks: [first, second, third] }).stream();
  const events = await all(stream);
  expect(namesOf(events)).toEqual([
    "crew.started",
    "first task.started",
    "first model.started",
    "first model.finished",
    "first tool.started",
    "first tool.refused",
    "first tool.finished",
    "first model.started",
    "first model.finished",
    "first task.finished",
    "second task.skipped",
    "third task.started",
    "third model.started",
    "third model.finished",
    "third task.finished",
    "crew.finished",
  ]);
  expect(openStarts(events)).toEqual([]);
  const pieces = events.flatMap((event) => (event.type === "model.delta" ? [event.text] : []));
  expect(pieces.join("|")).toBe(way.streams ? "one |two|three" : "one two|three");
  expect(outcomeOf(stream.result)).toBe("three");
});

test.each(ways)("E04 E05 a failure is told after its events, and no task begins after it (%o)", async (way) => {
  const broken = { error: Object.assign(new Error("401 no"), { status: 401 }) };
  const { agent } = scriptedAgent("clerk", [{ text: "one" }, broken], way);
  const tasks = ["first", "second", "third"].map((name) => defineTask({ name, ...texts, agent }));
  const stream = createCrew({ tasks }).stream();
  const events: CrewEvent[] = [];
  for await (const event of stream) {
    if (event.type !== "crew.finished") expect(() => stream.result).toThrow();
    events.push(event);
  }
  expect(namesOf(events)).toEqual([
    "crew.started",
    "first task.started",
    "first model.started",
    "first model.finished",
    "first task.finished",
    "second task.started",
    "second model.started",
    "second model.finished",
    "second task.finished",
    "crew.finished",
  ]);
  expect(events.filter(({ type }) => type === "task.finished" || type === "crew.finished")).toMatchObject([
    { status: "completed" },
    { status: "failed" },
    { status: "failed" },
  ]);
  expect(openStarts(events)).toEqual([]);
  expect(stream.result).toMatchObject({ status: "failed", error: { code: "model_key_rejected", task: "second" } });
});

test("U05 one listener hears of every task once, and one that throws harms nothing", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "one" }]);
  const heard: string[] = [];
  const onEvent = (event: CrewEvent) => {
    if (event.type === "task.finished") heard.push(event.raw);
    throw new Error("a listener's mistake");
  };
  completed(await createCrew({ tasks: [defineTask({ name: "first", ...texts, agent })] }).kickoff({}, { onEvent }));
  expect(heard).toEqual(["one"]);
});

test.each(["kickoff", "stream"] as const)("an async listener of %s that rejects harms nothing", async (way) => {
  const { agent } = scriptedAgent("clerk", [{ text: "one" }]);
  const lost: unknown[] = [];
  const note = (reason: unknown) => lost.push(reason);
  process.on("unhandledRejection", note);
  const crew = createCrew({ tasks: [defineTask({ name: "first", ...texts, agent })] });
  const onEvent = async () => {
    throw new Error("a listener's mistake");
  };
  if (way === "kickoff") completed(await crew.kickoff({}, { onEvent }));
  else await all(crew.stream({}, { onEvent }));
  await new Promise((resolve) => setTimeout(resolve, 1));
  process.off("unhandledRejection", note);
  expect(lost).toEqual([]);
});

test("a run that throws while its stream is not read rejects for the reader, and for nobody else", async () => {
  const lost: unknown[] = [];
  const note = (reason: unknown) => lost.push(reason);
  process.on("unhandledRejection", note);
  const stream = createStream({}, async ({ onEvent }) => {
    onEvent?.({ type: "crew.started", threadId: "t" });
    throw new Error("misuse");
  });
  const read = (async () => {
    for await (const _event of stream) await new Promise((resolve) => setTimeout(resolve, 5));
  })();
  await expect(read).rejects.toThrow("misuse");
  process.off("unhandledRejection", note);
  expect(lost).toEqual([]);
});

test("E01 the result before the end is misuse", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "one" }]);
  const stream = createCrew({ tasks: [defineTask({ name: "first", ...texts, agent })] }).stream();
  expect(() => stream.result).toThrow(/not come to its end.*Take all its events first/);
  for await (const event of stream) {
    if (event.type === "task.started")
      expect(() => stream.result).toThrow(expect.objectContaining({ code: "stream_not_ended" }));
  }
  expect(outcomeOf(stream.result)).toBe("one");
});

test("a stream that nobody reads starts nothing", async () => {
  const { agent, model } = scriptedAgent("clerk", []);
  const stream = createCrew({ tasks: [defineTask({ name: "first", ...texts, agent })] }).stream();
  await stream.close();
  expect(await all(stream)).toEqual([]);
  expect(model.requests).toHaveLength(0);
});

test("E02 leaving a stream while the model is asked ends the run: no model or tool call follows", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ hangs: true }, { text: "never" }], { retries: 0 });
  const stream = createCrew({ tasks: [defineTask({ name: "first", ...texts, agent })] }).stream();
  for await (const event of stream) if (event.type === "model.started") break;
  expect(model.requests[0]?.signal?.aborted).toBe(true);
  expect(outcomeOf(stream.result)).toBe("cancelled: The run was cancelled.");
  expect(model.requests).toHaveLength(1);
  await stream.close();
  await stream.close();
});

test("E02 leaving a stream while a tool runs aborts it and asks no model again", async () => {
  const never = gate<ReturnType<typeof text>>();
  const begun = gate();
  const answer = () => {
    begun.open();
    return never.promise;
  };
  const slow = fakeTool("slow", { answer });
  const { agent, model } = scriptedAgent("clerk", [{ calls: [{ name: "slow" }] }], { tools: [slow] });
  const first = defineTask({ name: "first", ...texts, agent });
  const stream = createCrew({ tasks: [first, defineTask({ name: "second", ...texts, agent })] }).stream();
  for await (const event of stream) {
    if (event.type !== "tool.started") continue;
    await begun.promise;
    break;
  }
  expect(slow.calls[0]?.signal?.aborted).toBe(true);
  expect(model.requests).toHaveLength(1);
});

test("an aborted kickoff is a failure, every start has its end before it resolves, and no listener stays", async () => {
  const { agent } = scriptedAgent("clerk", [{ hangs: true }, { hangs: true }], { retries: 0 });
  const tasks = ["one", "two"].map((name) => defineTask({ name, ...texts, agent, context: [] }));
  const controller = new AbortController();
  const events: CrewEvent[] = [];
  const onEvent = (event: CrewEvent) => {
    events.push(event);
    if (event.type === "model.started" && event.task === "two") controller.abort();
  };
  const run = await createCrew({ tasks }).kickoff({}, { signal: controller.signal, onEvent });
  expect(outcomeOf(run)).toBe("cancelled: The run was cancelled.");
  expect(openStarts(events)).toEqual([]);
  expect(events.at(-1)).toMatchObject({ type: "crew.finished", status: "failed" });
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("E03 S04 a hundred crews at once keep inputs, usage and events apart, and leave nothing behind", async () => {
  const controller = new AbortController();
  const before = process.getActiveResourcesInfo().length;
  const streams = Array.from({ length: 100 }, async (_value, index) => {
    const echo = fakeTool("echo", { answer: ({ word }) => text(`echo of ${word}`) });
    const call = { calls: [{ name: "echo", arguments: { word: `w${index}` } }], usage: { input: index, output: 1 } };
    const { agent, model } = scriptedAgent("clerk", [call, { text: `answer ${index}` }, { text: `end ${index}` }], {
      tools: [echo],
    });
    const description: string = "Say {word}";
    const first = defineTask({ name: "first", description, expectedOutput: "a word", agent });
    const second = defineTask({ name: "second", ...texts, agent });
    const stream = createCrew({ tasks: [first, second] }).stream({ word: `w${index}` }, { signal: controller.signal });
    const events = await all(stream);
    const run = completed(stream.result);
    expect(JSON.stringify(events.filter(({ type }) => type === "tool.finished"))).toContain(`echo of w${index}"`);
    expect(events.flatMap((event) => (event.type === "task.finished" ? [event.raw] : []))).toEqual([
      `answer ${index}`,
      `end ${index}`,
    ]);
    expect(model.requests[0]?.messages.at(-1)?.text).toContain(`Say w${index}\n`);
    expect(openStarts(events)).toEqual([]);
    return run.usage.promptTokens;
  });
  const tokens = await Promise.all(streams);
  expect(tokens).toEqual(Array.from({ length: 100 }, (_value, index) => index + 20));
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before);
});

test("a hundred runs of one crew at once keep apart too", async () => {
  const echo = Array.from({ length: 100 }, () => ({ messages }: { messages: readonly { text: string }[] }) => ({
    text: /Say (\w+)/.exec(messages.at(-1)?.text ?? "")?.[1] ?? "",
  }));
  const { agent } = scriptedAgent("clerk", echo);
  const first = defineTask({ name: "first", description: "Say {word}", expectedOutput: "a word", agent });
  const crew = createCrew({ tasks: [first] });
  const runs = await Promise.all(echo.map((_turn, index) => crew.kickoff({ word: `w${index}` })));
  expect(runs.map(outcomeOf)).toEqual(echo.map((_turn, index) => `w${index}`));
});

test("every event is a line of text, without what a terminal would obey", async () => {
  const tool = fakeTool("look", { answer: () => text("red\u001b[31m\nalert") });
  const { agent } = scriptedAgent("clerk", [{ calls: [{ name: "look" }] }, { text: "one\ntwo" }], { tools: [tool] });
  const events = await all(createCrew({ tasks: [defineTask({ name: "first", ...texts, agent })] }).stream());
  const lines = events.map(formatEvent).filter((line) => line !== "");
  expect(lines.map((line) => line.replace(/\d+\.\d s/, "N s").replace(/thread [\w-]+/, "thread T"))).toEqual([
    "crew started (thread T)",
    "[first] clerk begins",
    "[first] clerk asks the model (1)",
    "[first] the model replied after N s (10 + 5 tokens)",
    "[first] clerk calls look {}",
    "[first] look: ok red [31m alert",
    "[first] clerk asks the model (2)",
    "[first] the model replied after N s (10 + 5 tokens)",
    "[first] completed after N s: one two",
    "crew completed after N s",
  ]);
});
