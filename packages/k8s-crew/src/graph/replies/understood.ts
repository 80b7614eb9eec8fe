import { Command } from "@langchain/langgraph";
import type { Ask } from "../../choices/types.ts";
import { say } from "../../words/conversation-words.ts";
import type { Parts } from "../parts.ts";
import { freshRequest, type Retry, type State, type Update } from "../state.ts";

/** A reply being understood: the question it answers, and what the conversation knows. */
export type Replying = { readonly parts: Parts; readonly state: State; readonly ask: Ask };

/** What a reply came to: something that the clarifier goes on with, or a way out of it. */
export type Understood =
  | { readonly kind: "update"; readonly update: Update }
  | { readonly kind: "command"; readonly command: Command };

export const go = (goto: string, update: Update): Understood => ({
  kind: "command",
  command: new Command({ goto, update }),
});

/** The clarifier goes on, the question answered; `retry`: by something that may not exist. */
export const answered = (update: Update, retry?: Retry): Understood => ({
  kind: "update",
  update: { ask: null, reply: null, lead: "", retry: retry ?? null, ...update },
});

export const retryOf = ({ ask, state }: Replying): Retry => ({ ask, plan: state.plan });

/** Wrong replies in a row after which the question is put aside. */
const attemptLimit = 3;

type Again = {
  readonly lead?: string;
  readonly cost?: number;
  /** The choice that what is said above the question names, for “that one”. */
  readonly told?: string | undefined;
  readonly plan?: State["plan"];
};

/** Who answers in another language is told in it that nothing was run. */
export const inWordsOfReply = (state: State): State =>
  state.reply?.kind === "text" ? { ...state, language: state.reply.language } : state;

/** The question stands, with what is said above it; too many replies that are wrong, or told the same again, put it aside. */
export const again = (
  state: State,
  { lead: before, told: _, ...ask }: Ask,
  { lead, cost = 1, told, plan }: Again = {},
): Understood => {
  const isRepeated = lead !== undefined && lead === before;
  const attempts = ask.attempts + (isRepeated ? Math.max(cost, 1) : cost);
  if (attempts >= attemptLimit) return go("report", putAside(state));
  const said = { ...(lead === undefined ? {} : { lead }), ...(told === undefined ? {} : { told }) };
  const asked = { ...ask, text: ask.short ?? ask.text, attempts, ...said };
  return go("pause", { lead: "", reply: null, ask: asked, ...(plan === undefined ? {} : { plan }) });
};

/** Nothing is found for what was replied: the question stands, with what was not found and a way out. */
export const askedAgain = (state: State, { ask, plan }: Retry, nothing: string): Command => {
  const attempts = ask.attempts + 1;
  if (attempts >= attemptLimit) return new Command({ goto: "report", update: putAside(state, nothing) });
  const lead = `${nothing}\n${say(state.language, "wayOut")}`;
  return new Command({ goto: "pause", update: { ask: { ...ask, attempts, lead }, reply: null, plan } });
};

/** A reply named what does not exist: what there is is asked for, unless that happened too often. */
export const missedAgain = (state: State, { ask, plan }: Retry): Command => {
  const attempts = ask.attempts + 1;
  return attempts >= attemptLimit
    ? new Command({ goto: "report", update: putAside(state) })
    : new Command({ goto: "pause", update: { ask: { ...ask, attempts }, rest: "", reply: null, plan } });
};

const putAside = ({ language }: State, nothing?: string): Update => ({
  ...freshRequest,
  answer: [nothing, say(language, "gaveUp")].filter((part) => part !== undefined).join("\n"),
  status: "cancelled",
});
