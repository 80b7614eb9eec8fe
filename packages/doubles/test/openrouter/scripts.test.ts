import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type OpenRouterDouble,
  openRouterFaults,
  repeatedCall,
  startOpenRouter,
  useOpenRouter,
} from "../../src/index.ts";
import { complete, listPods, plain, post, streamed } from "./requests.ts";

let double: OpenRouterDouble;
beforeEach(async () => {
  double = await startOpenRouter();
});
afterEach(() => double.close());

describe("scripts", () => {
  it("answer by what the request says, or are functions of it", async () => {
    double.enqueue(
      { match: ({ lastUser }) => lastUser === "second", reply: { text: "2" } },
      { reply: ({ messages }) => ({ text: `you sent ${messages.length}` }) },
    );
    expect((await complete(double, plain)).choices[0]?.message.content).toBe("you sent 1");
    const second = { ...plain, messages: [{ role: "user", content: "second" }] };
    expect((await complete(double, second)).choices[0]?.message.content).toBe("2");
    expect(double.leftovers()).toEqual([]);
  });

  it("that are missing or left over are told", async () => {
    expect((await post(double, plain)).status).toBe(500);
    expect(double.violations().map(({ rule }) => rule)).toEqual(["unscripted"]);
    double.enqueue({ reply: { text: "never" } });
    expect(double.leftovers().length).toBe(1);
  });

  it("can repeat a call until none may be made", async () => {
    double.enqueue(repeatedCall("list_pods", {}));
    const body = { ...plain, tools: [listPods] };
    expect((await complete(double, body)).choices[0]?.finish_reason).toBe("tool_calls");
    expect((await complete(double, { ...body, tool_choice: "none" })).choices[0]?.message.content).toBe("done");
  });

  it("that name no fault are refused with a word", async () => {
    double.enqueue({ reply: { fault: "fail.nothing" } });
    await post(double, plain).catch(() => undefined);
    expect(double.violations()[0]?.detail).toContain("No fault is called fail.nothing");
  });
});

describe("a starter that looks after its doubles", () => {
  const ends: (() => Promise<void>)[] = [];
  const start = useOpenRouter((run) => ends.push(run));
  const end = () => Promise.all(ends.map((run) => run()));

  it("lets a test pass that used them well, and closes them", async () => {
    const used = await start();
    used.enqueue({ reply: { text: "ok" } });
    await complete(used, plain);
    await end();
    await expect(post(used, plain)).rejects.toThrow();
  });

  it("fails a test that broke a rule", async () => {
    await post(await start(), { ...plain, temperature: 3 });
    await expect(end()).rejects.toThrow(/request 0 breaks req.param_ranges/);
    await end();
  });

  it("fails a test that left an answer over", async () => {
    (await start()).enqueue({ reply: { text: "never" } });
    await expect(end()).rejects.toThrow(/nobody asked for .*never/);
  });
});

describe("a stream", () => {
  it("comes as it was recorded", async () => {
    double.enqueue({ reply: { toolCalls: [{ name: "list_pods", args: { namespace: "a" } }] } });
    const body = { ...plain, model: "google/gemini-3.5-flash-lite", stream: true, tools: [listPods] };
    const lines = (await (await post(double, body)).text()).split("\n\n");
    const chunks = lines.filter((line) => line.startsWith("data: {")).map((line) => JSON.parse(line.slice(6)));
    const [signature, opening, args, finish, usage] = chunks.map(({ choices }) => choices[0]);
    expect(lines[0]).toBe(": OPENROUTER PROCESSING");
    expect(signature.delta.reasoning_details[0]).toMatchObject({
      type: "reasoning.encrypted",
      format: "google-gemini-v1",
    });
    expect(opening.delta.tool_calls[0].function).toEqual({ name: "list_pods", arguments: "" });
    expect(args.delta.tool_calls[0]).toEqual({ index: 0, function: { arguments: '{"namespace":"a"}' } });
    expect([finish.finish_reason, usage.finish_reason]).toEqual(["tool_calls", "tool_calls"]);
    expect(chunks.at(-1).usage.cost).toBeGreaterThan(0);
    expect(lines.at(-2)).toBe("data: [DONE]");
  });

  it("tells thoughts apart from the answer", async () => {
    double.enqueue({ reply: { text: "ok", reasoning: "The user wants…" } });
    const { text, deltas } = await streamed(double, plain);
    expect(text).toBe("ok");
    expect(deltas[0]).toMatchObject({
      reasoning: "The user wants…",
      reasoning_details: [{ type: "reasoning.text", text: "The user wants…" }],
    });
  });

  it.each(["no_role", "split_bytes"] as const)("can be written so that it is harder to read: %s", async (chunks) => {
    double.state({ chunks });
    double.enqueue({ reply: { text: "默认命名空间" } });
    const { text, deltas, finish } = await streamed(double, plain);
    expect({ text, finish }).toEqual({ text: "默认命名空间", finish: ["stop", "stop"] });
    expect(deltas.some(({ role }) => role === "assistant")).toBe(chunks === "split_bytes");
  });

  it("can have its usage in a chunk without choices, as documented", async () => {
    double.state({ usageChunk: "empty_choices" });
    double.enqueue({ reply: { text: "ok" } });
    expect(await (await post(double, { ...plain, stream: true })).text()).toContain('"choices":[],"usage"');
  });

  it("that the client leaves is billed all the same", async () => {
    double.state({ chunkDelayMs: 50 });
    double.enqueue({ reply: { text: "a long answer" } });
    const stop = new AbortController();
    const reply = await post(double, { ...plain, stream: true }, { signal: stop.signal });
    expect(reply.status).toBe(200);
    stop.abort();
    await expect.poll(() => double.log()[0]?.aborted).toBe(true);
    expect(double.log()[0]?.usage?.cost).toBeGreaterThan(0);
  });
});

describe("the fault table", () => {
  it.each(Object.entries(openRouterFaults))("%s says what a client must make of it", (_, fault) => {
    expect(fault.must).toMatch(/\w{3,}/);
    if (fault.kind === "stream") expect(openRouterFaults[fault.otherwise]).toBeDefined();
  });
});
