import { Command } from "@langchain/langgraph";
import { allChoices } from "../../choices/offer.ts";
import { asksAfter, readReply, readRequest, returnsTo, returnsToQuestion } from "../../language/index.ts";
import { sayAside } from "../../words/aside-words.ts";
import type { Parked, State, Update } from "../state.ts";
import { freshRequest } from "../state.ts";
import { withFields } from "./asked-about.ts";

/** A question, or a plan to agree to, that a person left for something else, as it stood: they may come back to it. */
export const parkedNow = ({ message, plan, ask, settled, assumed, listed, kinds, doubted }: State): Update =>
  plan === null || (ask?.kind !== "gap" && ask?.kind !== "plan")
    ? {}
    : { parked: { message, plan, ask, settled, assumed, listed, kinds, doubted } };

/**
 * “Back to my question” asks it again; a reply that means nothing now but picks one of its choices answers it. Whatever
 * was settled before it stays so.
 */
export const cameBack = (state: State): Command | undefined => {
  const { parked, message } = state;
  if (parked === null) return undefined;
  if (returnsToQuestion(message) || returnsToSame(parked, message))
    return new Command({ goto: "clarifier", update: opened(parked) });
  if (!answers(parked, message)) return undefined;
  const { language } = state;
  const reply = { kind: "text" as const, text: message, language };
  const lead = sayAside(language, "cameBack", { message: parked.message.slice(0, 60) });
  return new Command({ goto: "clarifier", update: { ...opened(parked), ask: parked.ask, reply, lead } });
};

/** The same while something else is asked: that waits in its turn. */
export const cameBackFrom = (state: State, text: string): Update | undefined =>
  state.parked === null || !returnsToQuestion(text) ? undefined : { ...opened(state.parked), ...parkedNow(state) };

/** “Back to the logs” names what was asked for, and nothing more. */
const returnsToSame = ({ plan, ask }: Parked, message: string): boolean => {
  const step = plan.steps.find(({ id }) => id === ask.stepId);
  // A look is asked for by a word alone, of whatever is spoken of now; a change is the one that waits.
  const what = returnsTo(message) ?? (step?.effect === "read" ? undefined : asksAfter(message));
  if (what === undefined || step === undefined) return false;
  const { verb, resource, name, namespace } = readRequest(what);
  const isBare = namespace === undefined && (name === undefined || name === step.mentions.name);
  return isBare && (verb === step.verb || (verb === undefined && resource !== undefined && resource === step.resource));
};

const opened = ({ ask: _, ...rest }: Parked): Update => ({ ...freshRequest, ...rest, parked: null });

/** Only what the person could have seen is taken, and only what could not be a request of its own. */
const answers = ({ ask, plan }: Parked, message: string): boolean => {
  // A plan runs only where it is shown.
  if (ask.kind !== "gap" || ask.choices.length === 0 || readRequest(message).kind !== "unknown") return false;
  const reply = readReply(message, {
    choices: withFields(ask, allChoices(ask)),
    shown: ask.choices.length,
    parameter: ask.parameter,
    changes: plan.steps.some(({ id, effect }) => id === ask.stepId && effect !== "read"),
  });
  return reply.kind === "picked" && reply.values.length === 1;
};
