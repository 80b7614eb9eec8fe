import { MemorySaver } from "@langchain/langgraph";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  type Approval,
  type Arguments,
  completed,
  createCrew,
  type Decide,
  defineTask,
  runAgent,
  withApproval,
} from "../../src/index.ts";
import { outcomeOf, scriptedAgent } from "../crew/support.ts";
import { fakeTool, gate, text } from "../fake-tools.ts";
import { call, count } from "./support.ts";

describe("withApproval", () => {
  const wiped = (args: Arguments = {}) => [{ calls: [call("wipe", args)] }, { text: "Done." }];

  test("U07 may give a call other arguments", async () => {
    const wipe = fakeTool("wipe", { schema: count });
    const careful = withApproval(wipe, () => ({ decision: "allow", args: { count: 1 } }));
    const { agent } = scriptedAgent("clerk", wiped({ count: 100 }), { tools: [careful] });
    await runAgent(agent, "Wipe");
    expect(wipe.calls.map(({ args }) => args)).toEqual([{ count: 1 }]);
  });

  test.each([
    [
      "U07 what is refused is not sent, and the model is told why",
      () => ({ decision: "refuse", reason: "Not today." }) as const,
      "Not today.",
    ],
    [
      "U08 a decision that throws refuses",
      () => {
        throw new Error("broken");
      },
      "could not be decided",
    ],
  ])("%s", async (_, decide, told) => {
    const wipe = fakeTool("wipe");
    const { agent } = scriptedAgent("clerk", wiped(), { tools: [withApproval(wipe, decide)] });
    const run = await runAgent(agent, "Wipe");
    expect([run.status, wipe.calls.length]).toEqual(["completed", 0]);
    expect(run.calls[0]?.text).toContain(told);
  });

  test("U08 a decision that never comes refuses, and is told that its time is over", async () => {
    const wipe = fakeTool("wipe");
    let told: unknown;
    const never: Decide = (_args, _tool, { signal }) => {
      signal.addEventListener("abort", () => {
        told = signal.reason;
      });
      return new Promise<never>(() => {});
    };
    const output = await withApproval(wipe, never, { timeoutMs: 20 }).invoke({});
    expect(output).toEqual(
      text("The call was not sent: Whether it may be sent could not be decided within 0.02 s.", true),
    );
    expect([wipe.calls.length, z.object({ name: z.string() }).parse(told).name]).toEqual([0, "TimeoutError"]);
  });

  test("U08 a call that is stopped while it is decided about is not sent, whatever is decided then", async () => {
    const wipe = fakeTool("wipe");
    const stop = new AbortController();
    const decision = gate<Approval>();
    const output = withApproval(wipe, () => decision.promise).invoke({}, { signal: stop.signal });
    stop.abort();
    decision.open({ decision: "allow" });
    expect([(await output).kind, wipe.calls.length]).toEqual(["failure", 0]);
  });

  test.each([
    [true, 1, "wipe was called"],
    [{ refuse: "It is Friday." }, 0, "It is Friday."],
    [{ refuse: "" }, 0, "did not agree"],
    [false, 0, "did not agree"],
  ])("asks a person, who answers %o", async (answer, calls, told) => {
    const wipe = fakeTool("wipe", { schema: count });
    const { agent, model } = scriptedAgent("clerk", wiped({ count: 2 }), { tools: [withApproval(wipe)] });
    const task = defineTask({ name: "clean", description: "Wipe", expectedOutput: "done", agent });
    const crew = createCrew({ tasks: [task], checkpointer: new MemorySaver() });
    const waiting = await crew.kickoff();
    if (waiting.status !== "waiting") throw new Error(outcomeOf(waiting));
    const [pending] = waiting.pending;
    expect(pending).toMatchObject({ kind: "approval", task: "clean", subject: { tool: "wipe", args: { count: 2 } } });
    const run = completed(await crew.resume({ threadId: waiting.threadId, answers: { [pending?.id ?? ""]: answer } }));
    expect([wipe.calls.length, model.requests.length]).toEqual([calls, 2]);
    expect(run.tasks.clean.messages.at(-2)?.text).toContain(told);
  });
});
