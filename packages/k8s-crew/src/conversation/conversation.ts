import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { createDeadline } from "@k8s-copilot/crew";
import type { BaseCheckpointSaver } from "@langchain/langgraph";
import { createAccounts } from "../graph/account.ts";
import type { State, Update } from "../graph/state.ts";
import { emptyRecord, emptyShelf, type Turn, warn } from "../graph/turn.ts";
import { detectLanguage } from "../language/index.ts";
import { remember } from "../memory/entities.ts";
import type { TurnEvent } from "../output/events.ts";
import type { Language, TurnResult } from "../output/output.ts";
import { attached } from "../safety/attached.ts";
import { createSecretMask } from "../safety/secret-mask.ts";
import { terminalSafe } from "../safety/terminal-safe.ts";
import { say } from "../words/conversation-words.ts";
import { saySession } from "../words/session-words.ts";
import { createEventStream } from "./event-stream.ts";
import type { StoreFailure } from "./masked-copy.ts";
import type { Setting } from "./renewal.ts";
import { createRenewedThread } from "./renewed-thread.ts";
import type { Input } from "./thread.ts";
import { ConversationError, createTurnQueue } from "./turn-queue.ts";
import { turnResult } from "./turn-result.ts";
import type { Conversation, ConversationOptions, SendOptions } from "./types.ts";

/** Characters of a message that are read; the rest is said to be left out. */
const messageLimit = 20_000;

/**
 * Holds one person's conversation over a graph of its own. What the store keeps under its id goes on. `setting` is asked
 * for before each turn, which then keeps what it began with.
 */
export const createConversation = (
  setting: () => Setting,
  options: ConversationOptions = {},
  store?: BaseCheckpointSaver,
): Conversation => {
  const id = options.id ?? randomUUID();
  const events = createEventStream<TurnEvent>();
  const shelf = emptyShelf();
  const secrets = createSecretMask();
  let turn: Turn | undefined;
  let language: Language = options.language ?? options.fallbackLanguage ?? "en";
  /** What the first message adds to the memory. */
  let first: Update = {};
  const thread = createRenewedThread(setting, { id, store, masked: secrets.masked, turn: () => running(turn) });
  const partsNow = () => thread.setting().parts;
  let openAccount = createAccounts(partsNow().budgets);
  const closing = new AbortController();
  const turns = createTurnQueue(closing.signal);

  const run = async (input: Input, text: string, { signal, width = 100 }: SendOptions): Promise<TurnResult> => {
    // A signal of the turn's own: LangGraph never stops listening to the one that it is given.
    const stop = createDeadline({ signals: [signal, closing.signal] });
    setMaxListeners(0, stop.signal);
    const { emit } = events;
    const { writeDown } = thread;
    const record = emptyRecord();
    const account = openAccount();
    turn = { signal: stop.signal, width, emit, writeDown, masked: secrets.said, shelf, record, account };
    events.emit({ type: "turn.started", message: text, language });
    if (secrets.learn(text)) warn(turn, saySession(language, "secretLeftOut"));
    const state = await thread.run(input, { signal: stop.signal, language }).finally(stop.close);
    tellStoreFailure(turn, language, thread.storeFailure());
    const result = turnResult({
      state: "failure" in state ? undefined : state.value,
      failure: "failure" in state ? state.failure : undefined,
      aborted: stop.signal.aborted,
      turn,
      session: id,
      language,
      pending: thread.pending(),
      parts: partsNow(),
    });
    events.emit({ type: "result", ...result });
    return result;
  };

  const begin = async () => {
    const { values, ...standing } = await thread.reopen();
    if (standing.isBegun) language = options.language ?? values.language ?? language;
    openAccount = createAccounts(partsNow().budgets, values.account);
    first = beginning(options, values);
    return standing;
  };
  const standing = once(begin);

  const takeFirst = (): Update => {
    const taken = first;
    first = {};
    return taken;
  };

  const send: Conversation["send"] = (text, sendOptions = {}) =>
    turns.run(async () => {
      await standing();
      const message = cleaned(text);
      language = options.language ?? detectLanguage(message, language);
      const update = takeFirst();
      const input: Input =
        thread.pending() === undefined
          ? { kind: "request", update: { ...update, message, language, attachment: attached(sendOptions) } }
          : { kind: "reply", update, reply: { kind: "text", text: message, language } };
      const result = await run(input, message, sendOptions);
      return text.length > messageLimit
        ? { ...result, warnings: [...result.warnings, say(language, "tooLong", { count: messageLimit })] }
        : result;
    });

  const answer: Conversation["answer"] = (reply, sendOptions = {}) =>
    turns.run(async () => {
      await standing();
      if (reply.id !== thread.pending())
        throw new ConversationError(
          "stale_answer",
          `Nothing waits for an answer with the id “${reply.id}”. Use the id of the last question or approval.`,
        );
      const value = { kind: "value", value: cleaned(reply.value) } as const;
      return run({ kind: "reply", update: takeFirst(), reply: value }, reply.value, sendOptions);
    });

  return {
    id,
    send,
    answer,
    standing,
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

const running = (turn: Turn | undefined): Turn => {
  if (!turn) throw new ConversationError("no_turn", "The graph runs only inside a turn: use send() or answer().");
  return turn;
};

/** What a conversation is told before its first message; one that goes on keeps what it knew beside it. */
const beginning = ({ cluster, namespace, allNamespaces }: ConversationOptions, kept: Partial<State>): Update => {
  const named = Object.entries({ cluster, namespace }).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, entity: { value, origin: "configured" } as const }],
  );
  return {
    ...(named.length === 0
      ? {}
      : { entities: named.reduce((all, { key, entity }) => remember(all, key, entity), kept.entities ?? {}) }),
    ...(allNamespaces === undefined ? {} : { everywhere: allNamespaces }),
  };
};

const tellStoreFailure = (turn: Turn, language: Language, failure: StoreFailure | undefined): void => {
  if (!failure) return;
  const cause = failure.cause instanceof Error ? failure.cause.message : String(failure.cause);
  warn(turn, saySession(language, failure.while === "reading" ? "notRead" : "notKept", { cause }));
};

const once = <T>(task: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | undefined;
  return () => {
    running ??= task();
    return running;
  };
};
