import { ContextOverflowError } from "@langchain/core/errors";
import { MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { completed, createCrew, defineTask, runAgent } from "../../src/index.ts";
import { scriptedAgent } from "../crew/support.ts";
import { fakeTool, text } from "../fake-tools.ts";

const tooLong = { error: new ContextOverflowError("This model's maximum context length is 8192 tokens.") };
const call = { calls: [{ name: "logs" }] };
const logs = (length: number) => fakeTool("logs", { answer: () => text(`${"a".repeat(length - 3)}end`) });

test("L05 where a conversation is too long, the model is shown less of what tools returned, and the loop goes on", async () => {
  const { agent, model } = scriptedAgent("clerk", [call, tooLong, tooLong, { text: "It ends." }], {
    tools: [logs(20_000)],
  });
  const run = await runAgent(agent, "How do the logs end?");
  expect(run).toMatchObject({ status: "completed", text: "It ends.", usage: { modelCalls: 4 } });
  const shown = model.requests.slice(1).map(({ messages }) => messages.map((message) => message.text));
  expect(shown.map((texts) => texts.at(-1)?.length)).toEqual([20_000, 8_000, 1_000]);
  expect(shown.map((texts) => texts.at(-1)?.slice(-3))).toEqual(["end", "end", "end"]);
  expect(shown.map((texts) => texts.slice(0, -1))).toEqual(
    [shown[0], shown[0], shown[0]].map((texts) => texts?.slice(0, -1)),
  );
  expect(run.messages.find(({ type }) => type === "tool")?.text).toHaveLength(20_000);
});

test.each([900, 20_000])(
  "L05 what is too long whatever is left of %d characters fails, with a cause",
  async (length) => {
    const turns = [call, tooLong, tooLong, tooLong];
    const { agent } = scriptedAgent("clerk", turns, { tools: [logs(length)] });
    const run = await runAgent(agent, "How do the logs end?");
    expect(run).toMatchObject({ status: "failed", error: { code: "model_context_too_long" } });
    expect(run.usage.modelCalls).toBe(length < 1_000 ? 2 : 4);
  },
);

test("L05 nothing of that is done again after a pause", async () => {
  const { agent, model } = scriptedAgent("clerk", [call, tooLong, { text: "It ends." }], { tools: [logs(20_000)] });
  const task = defineTask({ name: "read", description: "Read", expectedOutput: "a word", agent, humanInput: true });
  const crew = createCrew({ tasks: [task], checkpointer: new MemorySaver() });
  const waiting = await crew.kickoff();
  if (waiting.status !== "waiting") throw new Error(waiting.status);
  const answers = Object.fromEntries(waiting.pending.map(({ id }) => [id, ""]));
  expect(completed(await crew.resume({ threadId: waiting.threadId, answers })).raw).toBe("It ends.");
  expect(model.requests).toHaveLength(3);
});
