import type { Conversation, SendOptions, TurnEvent, TurnResult } from "@k8s-copilot/k8s-crew";
import { untilStopped } from "./stopping.ts";

/** What begins or continues a turn: a message, a reply, or the answer to an approval. */
export type Move = (conversation: Conversation, options: SendOptions) => Promise<TurnResult>;

/** Turns of one conversation, one at a time. */
export type Turns = {
  /** Comes back when all events of the turn were told; undefined when it was stopped and did not end in time. */
  run(move: Move, options: SendOptions & { readonly signal: AbortSignal }): Promise<TurnResult | undefined>;
};

/** `tell` hears each event except the last, the result, which `run` returns. */
export const createTurns = (conversation: Conversation, tell: (event: TurnEvent) => void): Turns => {
  let resultTold = () => {};
  const listening = (async () => {
    for await (const event of conversation.events()) {
      if (event.type === "result") resultTold();
      else tell(event);
    }
  })().catch(() => {});
  return {
    run: async (move, options) => {
      const told = new Promise<void>((resolve) => {
        resultTold = resolve;
      });
      const turn = async () => {
        const result = await move(conversation, options);
        await Promise.race([told, listening]);
        return result;
      };
      return untilStopped(turn(), options.signal);
    },
  };
};
