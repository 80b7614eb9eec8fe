import type { TurnEvent } from "../output/events.ts";
import type { Approval, Question, TurnResult } from "../output/output.ts";

export type SendOptions = {
  readonly signal?: AbortSignal;
  /** Columns that tables may take. Default 100. */
  readonly width?: number;
  /** Text that came with the message, such as a piped log: something to look at, never a request or an answer. */
  readonly attachment?: string;
};

type Call = { readonly tool: string; readonly args: Readonly<Record<string, unknown>> };

/** Where a conversation stood when it was kept. */
export type Standing = {
  /** Something was said before. */
  readonly isBegun: boolean;
  /** The question that still waits for an answer. */
  readonly question: Question | null;
  /** A consent that was asked for and not given in time. It is void: nothing was sent, and it has to be asked for anew. */
  readonly voided: Approval | null;
  /** The request that nobody got an answer to, and its changes that may have been sent: they are not sent again. */
  readonly cut: { readonly message: string; readonly maybeSent: readonly Call[] } | null;
};

/** One person's conversation: its messages, memory and pending question. One turn runs at a time; a second waits. */
export type Conversation = {
  readonly id: string;
  /** A message: a request, a command, or a reply to the pending question. */
  send(text: string, options?: SendOptions): Promise<TurnResult>;
  /**
   * The answer to a pending question or approval, by its id and a choice's value (approval: `approve` or `deny`; for
   * what cannot be undone, the name to type). A value that is none of the choices is asked about again; a name that was
   * not offered is said with `send`.
   */
  answer(reply: { readonly id: string; readonly value: string }, options?: SendOptions): Promise<TurnResult>;
  /**
   * Where a conversation that was kept under this id stood when its process ended; of one that begins here, that nothing
   * was said.
   */
  standing(): Promise<Standing>;
  /** Events of all turns from now on, until `close` or until the loop is left. */
  events(): AsyncIterable<TurnEvent>;
  close(): Promise<void>;
};

export type ConversationOptions = {
  /** With a crew that has a `checkpointer`, the conversation that was kept under this id goes on. */
  readonly id?: string;
  /** The cluster to begin with, as if the person had named it. */
  readonly cluster?: string;
  readonly namespace?: string;
  /**
   * Whose eyes its results are for: what was kept for one identity never answers another's. Needed where the conversations
   * of one crew see different things, because its tools go by who asks. A text that stands for the person and for the
   * credentials, such as a hash of both; a function is asked before each call, for credentials that change meanwhile.
   * Default: all conversations of the crew see the same.
   */
  readonly identity?: string | (() => string);
  /** All namespaces unless a message names one. */
  readonly allNamespaces?: boolean;
  /** The language of every answer. Default: that of the message. */
  readonly language?: "zh" | "en";
  /** The language of messages that tell none, such as `2` or `get pods`, until one does. Default: English. */
  readonly fallbackLanguage?: "zh" | "en";
};
