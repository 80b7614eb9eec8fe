import { Command } from "@langchain/langgraph";
import type { Ask } from "../choices/types.ts";
import type { Plan } from "../plan/types.ts";
import { say } from "../words/conversation-words.ts";
import type { Parts } from "./parts.ts";
import { freshRequest, type State, type Update } from "./state.ts";

/** A reply being understood: the question it answers, and what the conversation knows. */
export type Replying = { readonly parts: Parts; readonly state: State; readonly ask: Ask };

/** What a reply came to: something that the clarifier goes on with, or a way out of it. */
export type Understood =
  /** `retry`: the question as it stood, to be asked again when nothing is found for the reply. */
  | { readonly kind: "update"; readonly update: Update; readonly retry?: Retry }
  | { readonly kind: "command"; readonly command: Command };

export type Retry = { readonly ask: Ask; readonly plan: Plan | null };

export const go = (goto: string, update: Update): Understood => ({
  kind: "command",
  command: new Command({ goto, update }),
});

/** The clarifier goes on, the question answered. */
export const answered = (update: Update, retry?: Retry): Understood => ({
  kind: "update",
  update: { ask: null, reply: null, ...update },
  ...(retry === undefined ? {} : { retry }),
});

export const retryOf = ({ ask, state }: Replying): Retry => ({ ask, plan: state.plan });

/** Wrong replies in a row after which the question is put aside. */
const attemptLimit = 3;

/** The question stands, perhaps in other words; too many wrong replies put it aside. */
export const again = (state: State, ask: Ask, cost = 1): Understood => {
  const attempts = ask.attempts + cost;
  return attempts < attemptLimit
    ? go("pause", { ask: { ...ask, attempts }, reply: null })
    : go("report", putAside(state));
};

/** Nothing is found for what was replied: the question stands, with what was not found and a way out. */
export const askedAgain = (state: State, { ask, plan }: Retry, nothing: string): Command => {
  const attempts = ask.attempts + 1;
  if (attempts >= attemptLimit) return new Command({ goto: "report", update: putAside(state, nothing) });
  const text = `${nothing}\n${say(state.language, "wayOut")}`;
  return new Command({ goto: "pause", update: { ask: { ...ask, attempts, text }, reply: null, plan } });
};

const putAside = ({ language }: State, nothing?: string): Update => ({
  ...freshRequest,
  answer: [nothing, say(language, "gaveUp")].filter((part) => part !== undefined).join("\n"),
  status: "cancelled",
});
