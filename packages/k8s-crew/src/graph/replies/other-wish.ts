import type { Replying } from "./understood.ts";

/** Whether a reply that says nothing of the plan is a request that the rules know what to do with. */
export const isOtherWish = async ({ parts, state }: Replying, message: string): Promise<boolean> => {
  const { signal, masked } = parts.turn();
  const { language, entities, known, last } = state;
  const turn = { message, language, entities, known, kinds: {}, history: [], ...(last === null ? {} : { last }) };
  const { kind } = await parts.rules(turn, { signal, masked });
  return kind === "plan" || kind === "answer";
};
