import type { ReadAs } from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import { sayUnread } from "../../words/unread-words.ts";
import type { PlannerReply } from "../types.ts";

/** A change that is only supposed to be meant: it is offered in full, and nothing comes of it by itself. */
export const meaningToChange = (text: string, language: Language): PlannerReply => ({
  kind: "answer",
  text: sayUnread(language, "offered", { text }),
  nextSteps: [{ label: text, message: text }],
});

/** A reply with the words of the message that were read as others, and those that went into nothing. */
export const withReading = (reply: PlannerReply, corrected: readonly ReadAs[]): PlannerReply => {
  const requests = reply.kind === "plan" ? (reply.parts ?? [reply.asked]) : [];
  const readAs = [...corrected, ...requests.flatMap((request) => request?.corrected ?? [])];
  const unread = [...new Set(requests.flatMap((request) => request?.unread ?? []))];
  return {
    ...reply,
    ...(readAs.length === 0 ? {} : { readAs }),
    ...(unread.length === 0 ? {} : { unread }),
  };
};
