import { type Conversation, createSecretMask, type TurnResult } from "@k8s-copilot/k8s-crew";
import type { SessionFile } from "./session-file.ts";

/** Characters of an answer that are written down. */
const answerLimit = 64_000;

export type RecordOptions = {
  readonly file: Pick<SessionFile, "beginTurn" | "endTurn">;
  /** Called before the first turn is written down. */
  readonly onFirst: () => void;
};

/**
 * The same conversation, its turns written down without secrets: before one begins, and before its answer is shown. A
 * file that cannot be written is the checkpointer's to tell of.
 */
export const withRecord = (conversation: Conversation, { file, onFirst }: RecordOptions): Conversation => {
  const secrets = createSecretMask();
  let isFirst = true;
  const recorded = async (message: string, turn: () => Promise<TurnResult>): Promise<TurnResult> => {
    secrets.learn(message);
    const number = orNothing(() => {
      if (isFirst) onFirst();
      isFirst = false;
      return file.beginTurn({ at: Date.now(), message: String(secrets.masked(message)) });
    });
    const result = await turn();
    orNothing(() => {
      if (number === undefined) return;
      file.endTurn(number, secrets.masked({ ...result, answer: result.answer.slice(0, answerLimit) }));
    });
    return result;
  };
  return {
    ...conversation,
    send: (text, options) => recorded(text, () => conversation.send(text, options)),
    answer: (reply, options) => recorded(reply.value, () => conversation.answer(reply, options)),
  };
};

const orNothing = <T>(task: () => T): T | undefined => {
  try {
    return task();
  } catch {
    return undefined;
  }
};
