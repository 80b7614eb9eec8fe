import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { Command, MemorySaver } from "@langchain/langgraph";
import { buildGraph } from "../graph/graph.ts";
import type { Parts } from "../graph/parts.ts";
import type { PauseReply, State, Update } from "../graph/state.ts";
import { emptyRecord, emptyShelf, type Turn } from "../graph/turn.ts";
import { detectLanguage } from "../language/index.ts";
import { type Entities, remember } from "../memory/entities.ts";
import { redactText } from "../safety/redact.ts";
import { terminalSafe } from "../safety/terminal-safe.ts";
import { say } from "../words/conversation-words.ts";
import { createEventStream } from "./event-stream.ts";
import type { Language, TurnResult } from "./output.ts";
import { turnResult } from "./turn-result.ts";
import type { Conversation, ConversationOptions, SendOptions, TurnEvent } from "./types.ts";

/** Characters of a message that are read; the rest is said to be left out. */
const messageLimit = 20_000;

/** Nodes that one turn may pass through. */
const recursionLimit = 200;

/** Holds one person's conversation over a graph of its own. */
export const createConversation = (parts: Omit<Parts, "turn">, options: ConversationOptions = {}): Conversation => {
  const id = options.id ?? randomUUID();
  const events = createEventStream<TurnEvent>();
  const shelf = emptyShelf();
  let turn: Turn | undefined;
  let language: Language = options.language ?? options.fallbackLanguage ?? "en";
  /** The interrupt that waits for a reply; resuming is always by its id. */
  let pending: string | undefined;
  let started = false;
  const closing = new AbortController();
  const turns = createTurnQueue(closing.signal);
  const graph = buildGraph({ ...parts, turn: () => running(turn) }, new MemorySaver());
  const config = { configurable: { thread_id: id }, recursionLimit, durability: "exit" as const };

  const run = async (
    input: Update | PauseReply,
    text: string,
    { signal, width = 100 }: SendOptions,
  ): Promise<TurnResult> => {
    const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    setMaxListeners(0, stop);
    turn = {
      signal: stop,
      width,
      emit: events.emit,
      shelf,
      record: emptyRecord(parts.settings.sandbox ? [say(language, "sandboxNote")] : []),
    };
    events.emit({ type: "turn.started", message: text });
    const resumes = "kind" in input;
    const state = await attempt(() =>
      graph.invoke(
        resumes && pending !== undefined ? new Command({ resume: { [pending]: input } }) : resumes ? {} : input,
        { ...config, signal: stop },
      ),
    );
    pending = await pendingInterrupt();
    const result = turnResult({
      state: "failure" in state ? undefined : state.value,
      failure: "failure" in state ? state.failure : undefined,
      aborted: stop.aborted,
      turn,
      session: id,
      language,
      pending,
      catalog: parts.catalog,
    });
    events.emit({ type: "result", ...result });
    return result;
  };

  const pendingInterrupt = async (): Promise<string | undefined> => {
    const { tasks } = await graph.getState(config);
    return tasks.flatMap(({ interrupts }) => interrupts)[0]?.id;
  };

  const first = (): Update =>
    started ? {} : { entities: beginning(options), everywhere: options.allNamespaces ?? false };

  const send: Conversation["send"] = (text, sendOptions = {}) =>
    turns.run(async () => {
      const message = cleaned(text);
      language = options.language ?? detectLanguage(message, language);
      const begin = first();
      started = true;
      const input =
        pending === undefined
          ? { ...begin, message, language, attachment: attachmentOf(sendOptions) }
          : ({ kind: "text", text: message, language } as const);
      const result = await run(input, message, sendOptions);
      return text.length > messageLimit
        ? { ...result, warnings: [...result.warnings, say(language, "tooLong", { count: messageLimit })] }
        : result;
    });

  const answer: Conversation["answer"] = (reply, sendOptions = {}) =>
    turns.run(async () => {
      if (reply.id !== pending)
        throw new ConversationError(
          "stale_answer",
          `Nothing waits for an answer with the id “${reply.id}”. Use the id of the last question or approval.`,
        );
      return run({ kind: "value", value: cleaned(reply.value) }, reply.value, sendOptions);
    });

  return {
    id,
    send,
    answer,
    events: events.read,
    close: async () => {
      closing.abort();
      await turns.idle();
      events.close();
    },
  };
};

/** What a person typed: keys that left escape sequences behind, and characters that cannot be seen, say nothing. */
const cleaned = (text: string): string =>
  terminalSafe(text.slice(0, messageLimit), { unsafe: "drop", maxLineLength: Number.POSITIVE_INFINITY });

/** One turn at a time: a second message waits for the first to be answered. */
const createTurnQueue = (closed: AbortSignal) => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task: () => Promise<TurnResult>): Promise<TurnResult> => {
      if (closed.aborted) {
        const remedy = "This conversation is closed. Begin another one with crew.conversation().";
        return Promise.reject(new ConversationError("closed", remedy));
      }
      const next = last.then(task, task);
      last = next.catch(() => undefined);
      return next;
    },
    idle: () => last,
  };
};

/** Misuse of a conversation: its `code` tells which, its message what to do. */
export class ConversationError extends Error {
  readonly code: "stale_answer" | "closed" | "no_turn";
  constructor(code: ConversationError["code"], message: string) {
    super(message);
    this.name = "ConversationError";
    this.code = code;
  }
}

/** Characters of an attachment that are kept, from its end: that is where a log broke. */
const attachmentLimit = 64_000;

const attachmentOf = ({ attachment = "" }: SendOptions): string =>
  terminalSafe(redactText(attachment)).slice(-attachmentLimit);

const running = (turn: Turn | undefined): Turn => {
  if (!turn) throw new ConversationError("no_turn", "The graph runs only inside a turn: use send() or answer().");
  return turn;
};

const beginning = ({ cluster, namespace }: ConversationOptions): Entities => {
  const withCluster = cluster === undefined ? {} : remember({}, "cluster", { value: cluster, origin: "configured" });
  return namespace === undefined
    ? withCluster
    : remember(withCluster, "namespace", { value: namespace, origin: "configured" });
};

const attempt = async (task: () => Promise<State>): Promise<{ value: State } | { failure: unknown }> => {
  try {
    return { value: await task() };
  } catch (failure) {
    return { failure };
  }
};
