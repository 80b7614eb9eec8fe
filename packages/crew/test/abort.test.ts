import { setTimeout as wait } from "node:timers/promises";
import { InMemoryStore } from "@langchain/langgraph";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { delay } from "../src/abort.ts";
import {
  completed,
  createCrew,
  createDeadline,
  createMemory,
  defineTask,
  type ToolOutput,
  withRetry,
} from "../src/index.ts";
import { scriptedAgent } from "./crew/support.ts";
import { fakeTool, text } from "./fake-tools.ts";

const DAY = 24 * 60 * 60 * 1_000;

describe("a limit that is longer than a timer can be", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    [1_000, 999],
    [2 ** 31 - 1, 2 ** 31 - 2],
    [2 ** 31, 2 ** 31 - 1],
    [30 * DAY, 30 * DAY - 1],
    [100 * DAY, 100 * DAY - 1],
  ])("of %d ms is over after that, and not before", (timeoutMs, justBefore) => {
    const deadline = createDeadline({ signals: [], timeoutMs });
    vi.advanceTimersByTime(justBefore);
    expect(deadline.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect([deadline.signal.aborted, deadline.timedOut()]).toEqual([true, true]);
    deadline.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("without an end keeps no timer", () => {
    const deadline = createDeadline({ signals: [], timeoutMs: Number.POSITIVE_INFINITY });
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(DAY);
    expect(deadline.signal.aborted).toBe(false);
    deadline.close();
  });

  test("begins anew as a whole, and not at all once it was closed", () => {
    const deadline = createDeadline({ signals: [], timeoutMs: 30 * DAY });
    vi.advanceTimersByTime(29 * DAY);
    deadline.renew();
    vi.advanceTimersByTime(30 * DAY - 1);
    expect(deadline.signal.aborted).toBe(false);
    deadline.close();
    deadline.renew();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is waited for by `delay`, whose timer goes with its signal", async () => {
    let passed = false;
    void delay(30 * DAY, new AbortController().signal).then(() => {
      passed = true;
    });
    await vi.advanceTimersByTimeAsync(30 * DAY - 1);
    expect(passed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(passed).toBe(true);
    const stop = new AbortController();
    const stopped = delay(30 * DAY, stop.signal);
    stop.abort(new Error("enough"));
    await expect(stopped).rejects.toThrow("enough");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is waited for before a call is repeated", async () => {
    const answers: ToolOutput[] = [{ kind: "failure", reason: "timeout", message: "late" }, text("here")];
    const slow = fakeTool("slow", { answer: () => answers.shift() ?? text("none") });
    const repeated = withRetry(slow, { isRepeatable: true, waitMs: 3e9 }).invoke({});
    await vi.advanceTimersByTimeAsync(3e9 - 1);
    expect(slow.calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect([await repeated, slow.calls.length]).toEqual([text("here"), 2]);
  });
});

test("a crew whose limits are long or without an end works as any other, and Node warns of nothing", async () => {
  const warnings: string[] = [];
  const note = ({ name }: Error) => warnings.push(name);
  process.on("warning", note);
  const slowly = () => wait(5, true);
  const { agent } = scriptedAgent("clerk", [{ text: "done" }, { text: "done" }], {
    timeoutMs: 30 * DAY,
    replyTimeoutMs: Number.POSITIVE_INFINITY,
  });
  const texts = { description: "Say it", expectedOutput: "a word", agent, guardrails: [slowly] };
  const tasks = [defineTask({ name: "first", ...texts }), defineTask({ name: "second", ...texts, condition: slowly })];
  const memory = createMemory({ store: new InMemoryStore(), timeoutMs: Number.POSITIVE_INFINITY });
  const crew = createCrew({ tasks, memory, callbackTimeoutMs: Number.POSITIVE_INFINITY });
  expect(completed(await crew.kickoff()).raw).toBe("done");
  // Node warns in a turn of its own.
  await wait(1);
  process.off("warning", note);
  expect(warnings).toEqual([]);
});
