import { effectOfVerb } from "../../catalog/verbs.ts";
import { type AskedBeyond, type ReadAs, type RequestContext, readRequest } from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import { sayBeyond } from "../../words/beyond-words.ts";
import { sayUnread } from "../../words/unread-words.ts";
import type { PlannerReply } from "../types.ts";

/** A change that is only supposed to be meant: it is offered in full, and nothing comes of it by itself. */
export const meaningToChange = (text: string, language: Language): PlannerReply => ({
  kind: "answer",
  text: sayUnread(language, "offered", { text }),
  nextSteps: [{ label: text, message: text }],
});

/** Where nothing is asked but what no answer can hold, or a change at another time than now: that. */
export const onlyBeyond = (
  text: string,
  beyond: readonly AskedBeyond[],
  context: RequestContext,
): PlannerReply | undefined => {
  const [first] = beyond;
  if (first === undefined) return undefined;
  const { verb, kind, access, considered, language } = readRequest(text, context);
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: "answer", text: sayBeyond(language, first.of, first) };
  const later = beyond.find(({ of }) => of === "schedule");
  const isChange =
    kind === "request" && verb !== undefined && (access ?? considered) === undefined && effectOfVerb(verb) !== "read";
  if (later === undefined || !isChange) return undefined;
  const message = text.replace(/\s+/gu, " ").trim();
  return { kind: "answer", text: sayBeyond(language, "later", later), nextSteps: [{ label: message, message }] };
};

type Read = { readonly corrected: readonly ReadAs[]; readonly beyond: readonly AskedBeyond[] };

/** A reply with the words of the message that were read as others, that went into nothing, or that no answer can hold. */
export const withReading = (reply: PlannerReply, { corrected, beyond }: Read): PlannerReply => {
  const requests = reply.kind === "plan" ? (reply.parts ?? [reply.asked]) : [];
  const readAs = [...corrected, ...requests.flatMap((request) => request?.corrected ?? [])];
  const unread = [...new Set(requests.flatMap((request) => request?.unread ?? []))];
  return {
    ...reply,
    ...(readAs.length === 0 ? {} : { readAs }),
    ...(unread.length === 0 ? {} : { unread }),
    ...(beyond.length === 0 || reply.kind === "not_understood" ? {} : { beyond }),
  };
};
