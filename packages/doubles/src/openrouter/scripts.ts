import { openRouterFaults } from "./faults.ts";
import type { ChatRequest, Reply, Script } from "./types.ts";

type Queued = { readonly script: Script; left: number; toSkip: number };

/** The answers that a test has prepared, in order. */
export function createScripts() {
  const queue: Queued[] = [];
  return {
    enqueue(scripts: readonly Script[]): void {
      for (const script of scripts) queue.push({ script, left: script.times ?? 1, toSkip: script.skips ?? 0 });
    },
    /** The reply of the first script that fits; undefined when none does. */
    async take(request: ChatRequest): Promise<Reply | undefined> {
      const fitting = queue.find((queued) => {
        if (queued.left === 0 || !(queued.script.match?.(request) ?? true)) return false;
        queued.toSkip -= 1;
        return queued.toSkip < 0;
      });
      if (fitting === undefined) return undefined;
      fitting.left -= 1;
      const { reply } = fitting.script;
      const given = typeof reply === "function" ? await reply(request) : reply;
      if ("fault" in given && openRouterFaults[given.fault] === undefined) throw unknownFault(given.fault);
      return given;
    },
    /** Scripts that were to answer and did not. Those for any number of times are not counted. */
    leftovers: (): readonly Script[] =>
      queue.filter(({ left }) => left > 0 && left !== Number.POSITIVE_INFINITY).map(({ script }) => script),
  };
}

function unknownFault(name: string): Error {
  const error = new Error(`No fault is called ${name}. Use a key of openRouterFaults.`);
  return Object.assign(error, { code: "unknown_fault" });
}

/** The same call for ever, as Gemini does after a valid result, until the client asks with tool_choice "none". */
export function repeatedCall(name: string, args: { readonly [key: string]: unknown }): Script {
  return {
    reply: ({ body }) => (body.tool_choice === "none" ? { text: "done" } : { toolCalls: [{ name, args }] }),
    times: Number.POSITIVE_INFINITY,
  };
}

/**
 * OpenRouter's guardrail refuses every request that holds the text, as long as it holds it: one log line can do that to all
 * further requests of a conversation.
 */
export function guardrailWhile(text: string): Script {
  return {
    match: ({ messages }) => JSON.stringify(messages).includes(JSON.stringify(text).slice(1, -1)),
    reply: { fault: "fail.403_guardrail" },
    times: Number.POSITIVE_INFINITY,
  };
}
