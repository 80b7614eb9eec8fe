import { MemorySaver } from "@langchain/langgraph";
import { describe, expect, test } from "vitest";
import {
  createCrew,
  defineTask,
  resultAsAnswer,
  type Tool,
  withApproval,
  withRetry,
  withTruncation,
} from "../../src/index.ts";
import { outcomeOf, scriptedAgent } from "../crew/support.ts";
import { fakeTool, text } from "../fake-tools.ts";
import { call, codeOf, readOnly } from "./support.ts";

describe("withRetry", () => {
  const late = { kind: "failure", reason: "timeout", message: "late" } as const;

  test("sends again what had no answer, and nothing that was answered", async () => {
    const answers = [late, late, text("here")];
    const slow = fakeTool("slow", { answer: () => answers.shift() ?? late });
    expect(await withRetry(readOnly(slow), { waitMs: 1 }).invoke({})).toEqual(text("here"));
    const refusing = fakeTool("refusing", { answer: () => text("no", true) });
    await withRetry(readOnly(refusing), { waitMs: 1 }).invoke({});
    expect([slow.calls.length, refusing.calls.length]).toEqual([3, 1]);
  });

  test("is not made for a tool that may change something", () => {
    expect(codeOf(() => withRetry(fakeTool("delete")))).toBe("wrapper_invalid");
    expect(codeOf(() => withRetry(fakeTool("delete"), { isRepeatable: true }))).toBe("made");
  });

  test.each([
    ["itself", (tool: Tool) => withRetry(tool, { isRepeatable: true })],
    [
      "with something in between",
      (tool: Tool) => withRetry(withTruncation(resultAsAnswer(tool), 100), { isRepeatable: true }),
    ],
  ])("is not put around an approval (%s), which may go around it", (_, retried) => {
    expect(codeOf(() => retried(withApproval(fakeTool("wipe"))))).toBe("wrapper_invalid");
    expect(codeOf(() => withApproval(retried(fakeTool("wipe"))))).toBe("made");
  });

  test("under an approval asks once, and sends no call again after the pause", async () => {
    const answers = [late, text("wiped")];
    const wipe = fakeTool("wipe", { answer: () => answers.shift() ?? text("none") });
    const careful = withApproval(withRetry(wipe, { isRepeatable: true, waitMs: 1 }));
    const turns = [{ calls: [call("wipe")] }, { text: "Done." }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [careful] });
    const task = defineTask({ name: "clean", description: "Wipe", expectedOutput: "done", agent });
    const crew = createCrew({ tasks: [task], checkpointer: new MemorySaver() });
    const waiting = await crew.kickoff();
    if (waiting.status !== "waiting") throw new Error(outcomeOf(waiting));
    const answered = Object.fromEntries(waiting.pending.map(({ id }) => [id, true]));
    expect(outcomeOf(await crew.resume({ threadId: waiting.threadId, answers: answered }))).toBe("Done.");
    expect([waiting.pending.length, wipe.calls.length]).toEqual([1, 2]);
  });

  test("ends its wait when it is stopped", async () => {
    const stop = new AbortController();
    const slow = fakeTool("slow", { answer: () => late });
    const waiting = withRetry(readOnly(slow), { waitMs: 60_000 }).invoke({}, { signal: stop.signal });
    stop.abort();
    expect(await waiting).toEqual(late);
    expect(slow.calls).toHaveLength(1);
  });
});
