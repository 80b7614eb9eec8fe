import { type Reply, startOpenRouter } from "@k8s-copilot/doubles";
import type { AIMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { createGuardFetch } from "../src/guard-fetch.ts";
import { createOpenRouterModel } from "../src/index.ts";
import { ask, beginning, type Way } from "./conversation.ts";

/** Of which a beginning (`prod`) would be another, existing place. */
const args = { namespace: "prod-欧" };

const called: Reply = { toolCalls: [{ name: "list_pods", args }] };

/** The bytes of a reply, as they really come over HTTP. */
async function record(family: "gemini25" | "gemini3", way: Way, reply = called): Promise<Recorded> {
  const scripts = [{ reply }];
  const double = await startOpenRouter({ family, scripts });
  let recorded: Recorded | undefined;
  const recording: typeof fetch = async (input, init) => {
    const reply = await fetch(input, init);
    const bytes = new Uint8Array(await reply.arrayBuffer());
    recorded = { bytes, headers: reply.headers };
    return new Response(bytes, { headers: reply.headers });
  };
  await ask(createOpenRouterModel({ ...double, fetch: recording }), beginning, way);
  await double.close();
  if (recorded === undefined) throw new Error("Nothing came");
  return recorded;
}

type Recorded = { readonly bytes: Uint8Array; readonly headers: Headers };

/** An endpoint that sends no more than so many bytes, and then closes the connection as if all was said. */
const cutFetch =
  ({ bytes, headers }: Recorded, length: number): typeof fetch =>
  async () =>
    new Response(bytes.slice(0, length), { headers });

const limits = { maxTokens: 100, timeoutMs: 5000, idleMs: 5000, maxRetries: 0 };

/** What LangChain is given of it, as text; undefined when that is an error. */
async function guarded(recorded: Recorded, length: number, way: Way): Promise<string | undefined> {
  const ignore = () => {};
  const told = { onUsage: ignore, onRetry: ignore, onServed: ignore };
  const guard = createGuardFetch({ fetch: cutFetch(recorded, length), headers: {}, limits, ...told });
  const tools = [{ type: "function", function: { name: "list_pods" } }];
  const messages = [{ role: "user", content: "what runs?" }];
  const body = JSON.stringify({ model: "google/gemini-2.5-flash", messages, tools, stream: way === "stream" });
  const reply = await guard("http://nowhere.invalid/v1", { method: "POST", body });
  return reply.ok ? reply.text().catch(() => undefined) : undefined;
}

/** What an agent is given of it. */
function asked(recorded: Recorded, length: number, way: Way): Promise<AIMessage | undefined> {
  const where = { apiKey: "", baseUrl: "http://nowhere.invalid/v1", model: "google/gemini-2.5-flash" };
  const model = createOpenRouterModel({ ...where, limits, fetch: cutFetch(recorded, length) });
  return ask(model, beginning, way).catch(() => undefined);
}

const rows = (["gemini25", "gemini3"] as const).flatMap((family) =>
  (["stream", "invoke"] as const).map((way) => ({ family, way })),
);

describe.each(rows)("a call of $family by $way", ({ family, way }) => {
  it("that is cut at any byte is no call, or the whole one", async () => {
    const recorded = await record(family, way);
    const all = recorded.bytes.length;
    const given: number[] = [];
    for (let length = 0; length <= all; length += 1) {
      const text = await guarded(recorded, length, way);
      if (text === undefined) continue;
      given.push(length);
      expect(text).toContain(JSON.stringify(JSON.stringify(args)));
    }
    expect(given.at(-1)).toBe(all);
    expect(given.length).toBeLessThan(all / 2);
  });

  it("is the same through LangChain, at every 31st byte and at the end", async () => {
    const recorded = await record(family, way);
    const all = recorded.bytes.length;
    for (let length = all; length >= 0; length -= 31) {
      const answer = await asked(recorded, length, way);
      const calls = answer?.tool_calls?.map(({ name, args }) => ({ name, args }));
      if (length === all || calls !== undefined) expect(calls).toEqual([{ name: "list_pods", args }]);
    }
  });
});

/** A plan in words: what stands in the fences can be read wherever the rest ends. */
const written = `\`\`\`json\n${JSON.stringify({ calls: [{ tool: "delete_pod", args }] })}\n\`\`\`\nNo, wait: not that.`;

describe.each(["stream", "invoke"] as const)("a plan in words by %s", (way) => {
  it("that is cut at every 5th byte is no answer, or the whole one", async () => {
    const recorded = await record("gemini25", way, { text: written });
    const all = recorded.bytes.length;
    for (let length = all; length >= 0; length -= 5) {
      const answer = await asked(recorded, length, way);
      if (length === all || answer !== undefined) expect(answer?.text).toBe(written);
    }
  });

  it("that the limit of tokens cuts at any character says so", async () => {
    for (let length = 1; length <= written.length; length += 1) {
      const said = { content: written.slice(0, length) };
      const choice = { index: 0, finish_reason: "length", ...(way === "stream" ? { delta: said } : { message: said }) };
      const json = JSON.stringify({ id: "1", model: "m", choices: [choice] });
      const bytes = new TextEncoder().encode(way === "stream" ? `data: ${json}\n\ndata: [DONE]\n\n` : json);
      const headers = new Headers({ "content-type": way === "stream" ? "text/event-stream" : "application/json" });
      const answer = await asked({ bytes, headers }, bytes.length, way);
      expect(answer?.response_metadata.finish_reason).toBe("length");
    }
  });
});
