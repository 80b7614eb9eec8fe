import type { Ask } from "../choices/types.ts";
import type { PauseReply, State } from "../graph/state.ts";
import type { Input } from "./thread.ts";

/** What a turn does with what it was given. */
export type Given = {
  readonly input: Input;
  /** What was answered before, if the same is asked again. */
  readonly reply?: (ask: Ask | null) => PauseReply | undefined;
  /** What is said where it is not. */
  readonly unused?: "notUsed" | "notUsedThere";
};

/**
 * The request that a reply belongs to, from its start: its plan was made for tools that are no longer so. What was picked
 * is picked again where the same is asked and it is still there; what was consented to is asked about anew.
 */
export const begunAnew = (given: Extract<Input, { kind: "reply" }>, values: Partial<State>): Given => {
  const { message = "", language = "en", attachment = "", ask = null } = values;
  return {
    input: { kind: "request", update: { message, language, attachment, ...given.update } },
    reply: (now) => sameReply(given.reply, ask, now),
  };
};

const sameReply = (reply: PauseReply, before: Ask | null, now: Ask | null): PauseReply | undefined => {
  if (before?.kind !== "gap" || now?.kind !== "gap" || before.parameter !== now.parameter) return undefined;
  const value = pickedIn(before, reply);
  return now.choices.some((choice) => choice.value === value) && value !== undefined
    ? { kind: "value", value }
    : undefined;
};

const pickedIn = ({ choices }: Ask, reply: PauseReply): string | undefined => {
  if (reply.kind === "value") return reply.value;
  const said = reply.text.normalize("NFKC").trim();
  const numbered = /^\d{1,3}$/.test(said) ? choices[Number(said) - 1] : undefined;
  return (numbered ?? choices.find(({ value, label }) => value === said || label === said))?.value;
};
