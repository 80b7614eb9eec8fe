import type { Ask } from "../choices/types.ts";
import { callKey } from "../plan/source.ts";
import { say } from "../words/conversation-words.ts";
import type { State } from "./state.ts";
import { answered, go, type Understood } from "./understood.ts";

/** Consent is a word typed for this very call; anything else is a no. */
export const consented = (state: State, ask: Ask, typed: string): Understood => {
  const word = ask.consent?.word ?? "yes";
  const said = typed.trim();
  // What cannot be undone takes its name, typed; a bare yes is for the rest.
  const yes = word === "yes" ? said === "approve" || /^(yes|y|是|确认|同意|执行)$/i.test(said) : said === word;
  if (!yes || !ask.consent) {
    return go("report", {
      ask: null,
      reply: null,
      plan: null,
      answer: say(state.language, "cancelled"),
      status: "cancelled",
    });
  }
  return answered({ approved: [...state.approved, callKey(ask.consent)] });
};
