import { MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { createCrew, defineTask, withApproval, withTruncation } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";
import { answerAll, outcomeOf, pendingOf, scriptedAgent } from "./support.ts";

const texts = { description: "Say it", expectedOutput: "a word" };

test("a tool that asks a person about every call needs a checkpointer, which is said before anything is asked", async () => {
  const wipe = fakeTool("wipe");
  const { agent, model } = scriptedAgent("clerk", [], { tools: [withTruncation(withApproval(wipe), 100)] });
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  await expect(crew.kickoff()).rejects.toMatchObject({
    code: "checkpointer_missing",
    message: expect.stringContaining('"wipe"'),
  });
  const read = async () => {
    for await (const _event of crew.stream()) throw new Error("nothing should happen");
  };
  await expect(read()).rejects.toMatchObject({ code: "checkpointer_missing" });
  expect(model.requests).toHaveLength(0);
});

test("a task that waits for a person needs a checkpointer for a run of its own, which is said before anything is asked", async () => {
  const { agent, model } = scriptedAgent("clerk", []);
  const crew = createCrew({ tasks: [defineTask({ name: "letter", ...texts, agent, humanInput: true })] });
  await expect(crew.kickoff()).rejects.toMatchObject({
    code: "checkpointer_missing",
    message: expect.stringContaining('"letter"'),
  });
  const read = async () => {
    for await (const _event of crew.stream()) throw new Error("nothing should happen");
  };
  await expect(read()).rejects.toMatchObject({ code: "checkpointer_missing" });
  expect(model.requests).toHaveLength(0);
});

test("an approval by a function needs no checkpointer", async () => {
  const wipe = fakeTool("wipe");
  const decided = withApproval(wipe, () => ({ decision: "allow" }));
  const { agent } = scriptedAgent("clerk", [{ calls: [{ name: "wipe" }] }, { text: "done" }], { tools: [decided] });
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  expect(outcomeOf(await crew.kickoff())).toBe("done");
  expect(wipe.calls).toHaveLength(1);
});

test.each(["yes", "approve", "好", "", "no", 1, null, undefined, { refuse: 1 }, { refuse: "no", but: "yes" }])(
  "%o is no answer to an approval, and nothing is refused or called by it",
  async (answer) => {
    const wipe = fakeTool("wipe");
    const turns = [{ calls: [{ name: "wipe" }] }, { text: "done" }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [withApproval(wipe)] });
    const crew = createCrew({
      tasks: [defineTask({ name: "only", ...texts, agent })],
      checkpointer: new MemorySaver(),
    });
    const first = await crew.kickoff({}, { threadId: "t" });
    expect(pendingOf(first)).toMatchObject([{ kind: "approval", accepts: expect.stringContaining("true") }]);
    await expect(crew.resume({ threadId: "t", answers: answerAll(first, answer) })).rejects.toMatchObject({
      code: "answer_invalid",
      remedy: 'Pass true to make the call, or false or { refuse: "why" } not to.',
    });
    expect(outcomeOf(await crew.resume({ threadId: "t", answers: answerAll(first, true) }))).toBe("done");
    expect(wipe.calls).toHaveLength(1);
  },
);
