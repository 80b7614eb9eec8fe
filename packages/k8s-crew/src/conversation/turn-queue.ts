import type { TurnResult } from "../output/output.ts";

/** One turn at a time: a second message waits for the first to be answered. */
export const createTurnQueue = (closed: AbortSignal) => {
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
