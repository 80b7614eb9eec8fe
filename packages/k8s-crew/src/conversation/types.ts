import type { CallRecord, PlanStep, TurnResult } from "./output.ts";

/** What happens during a turn, in order. The last event of a turn is `result`. */
export type TurnEvent =
  | { readonly type: "turn.started"; readonly message: string }
  | { readonly type: "planning"; readonly by: "model" | "rules" }
  | { readonly type: "plan"; readonly steps: readonly PlanStep[] }
  | {
      readonly type: "call.started";
      readonly id: string;
      readonly server: string;
      readonly tool: string;
      readonly args: Readonly<Record<string, unknown>>;
    }
  | ({ readonly type: "call.finished"; readonly id: string } & CallRecord)
  /** A part of the answer that is ready before the rest: a cluster's row, the list of cluster names, … */
  | { readonly type: "progress"; readonly text: string }
  | { readonly type: "warning"; readonly text: string }
  | ({ readonly type: "result" } & TurnResult);

export type SendOptions = {
  readonly signal?: AbortSignal;
  /** Columns that tables may take. Default 100. */
  readonly width?: number;
  /** Text that came with the message, such as a piped log: something to look at, never a request or an answer. */
  readonly attachment?: string;
};

/** One person's conversation: its messages, memory and pending question. One turn runs at a time; a second waits. */
export type Conversation = {
  readonly id: string;
  /** A message: a request, a command, or a reply to the pending question. */
  send(text: string, options?: SendOptions): Promise<TurnResult>;
  /** The answer to a pending question or approval, by its id and a choice's value (approval: `approve` or `deny`; for what cannot be undone, the name to type). */
  answer(reply: { readonly id: string; readonly value: string }, options?: SendOptions): Promise<TurnResult>;
  /** Events of all turns from now on, until `close` or until the loop is left. */
  events(): AsyncIterable<TurnEvent>;
  close(): Promise<void>;
};

export type ConversationOptions = {
  readonly id?: string;
  /** The cluster to begin with, as if the person had named it. */
  readonly cluster?: string;
  readonly namespace?: string;
  /** All namespaces unless a message names one. */
  readonly allNamespaces?: boolean;
  /** The language of every answer. Default: that of the message. */
  readonly language?: "zh" | "en";
  /** The language of messages that tell none, such as `2` or `get pods`, until one does. Default: English. */
  readonly fallbackLanguage?: "zh" | "en";
};
