import type { AgentEvent } from "../agent/types.ts";
import type { Pending } from "./pending.ts";

type OfAgent<Event> = Event extends { readonly type: "agent.started" | "agent.finished" } ? never : Event;

/**
 * What happens during a run, in order. Every `started` has exactly one `finished`, on every path. After a pause only a task
 * that waited, and a tool that asked in it, starts once more: what is kept (replies, calls, refusals, verdicts) was told
 * before it and is not told again.
 */
export type CrewEvent =
  | { readonly type: "crew.started"; readonly threadId: string }
  | {
      readonly type: "crew.finished";
      readonly threadId: string;
      readonly status: "completed" | "waiting" | "failed";
      readonly ms: number;
    }
  | { readonly type: "task.started"; readonly task: string; readonly agent: string }
  /** Its condition said no. */
  | { readonly type: "task.skipped"; readonly task: string }
  | {
      readonly type: "task.finished";
      readonly task: string;
      readonly agent: string;
      readonly status: "completed" | "waiting" | "failed" | "cancelled";
      /** The answer; "" when there is none. */
      readonly raw: string;
      readonly ms: number;
    }
  /** An answer was refused and is asked for once more, or the task has failed. `guardrail` counts from 0. */
  | {
      readonly type: "guardrail.refused";
      readonly task: string;
      readonly guardrail: number;
      readonly attempt: number;
      readonly feedback: string;
    }
  /** The run waits for a person; told before `crew.finished`. */
  | { readonly type: "question.asked"; readonly task: string; readonly pending: Pending }
  /** The store of the memory failed, which costs the run nothing else. `task` is "" for what could not be written. */
  | { readonly type: "memory.failed"; readonly task: string; readonly message: string }
  /** What the agent of a task does. */
  | (OfAgent<AgentEvent> & { readonly task: string });

/** The event as one line for a log, in English; "" for those that are too small to be told. */
export function formatEvent(event: CrewEvent): string {
  switch (event.type) {
    case "crew.started":
      return `crew started (thread ${event.threadId})`;
    case "crew.finished":
      return `crew ${event.status} after ${seconds(event.ms)}`;
    case "task.started":
      return `[${event.task}] ${event.agent} begins`;
    case "task.skipped":
      return `[${event.task}] skipped`;
    case "task.finished":
      return `[${event.task}] ${event.status} after ${seconds(event.ms)}${event.raw === "" ? "" : `: ${oneLine(event.raw)}`}`;
    case "guardrail.refused":
      return `[${event.task}] answer ${event.attempt} refused: ${oneLine(event.feedback)}`;
    case "question.asked":
      return `[${event.task}] waits: ${oneLine(event.pending.question)}`;
    case "memory.failed":
      return `${event.task === "" ? "" : `[${event.task}] `}the memory failed: ${oneLine(event.message)}`;
    case "model.started":
      return `[${event.task}] ${event.agent} asks the model (${event.call})`;
    case "model.finished": {
      const { promptTokens, completionTokens } = event.usage;
      const ending = event.error === undefined ? "" : `, ${event.error}`;
      return `[${event.task}] the model replied after ${seconds(event.ms)} (${promptTokens} + ${completionTokens} tokens${ending})`;
    }
    case "model.waiting":
    case "model.skipped":
      return `[${event.task}] the model rests for ${seconds(event.ms)} (${event.reason})`;
    case "model.delta":
      return "";
    case "tool.started":
      return `[${event.task}] ${event.agent} calls ${event.call.tool} ${oneLine(JSON.stringify(event.call.args))}`;
    case "tool.finished":
    case "tool.refused": {
      const { call, outcome, cached, text, message } = event.result;
      return `[${event.task}] ${call.tool}: ${outcome}${cached ? " (kept)" : ""} ${oneLine(outcome === "ok" ? text : message)}`;
    }
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Also without what a terminal would obey: the text is a model's or a tool's. */
function oneLine(text: string): string {
  const plain = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}
