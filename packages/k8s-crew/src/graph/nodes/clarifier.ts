import { Command } from "@langchain/langgraph";
import type { Ask } from "../../choices/types.ts";
import { remember } from "../../memory/entities.ts";
import { doingOf } from "../../plan/change-asked.ts";
import { fill } from "../../plan/fill.ts";
import type { Filling } from "../../plan/fill-types.ts";
import type { Plan } from "../../plan/types.ts";
import { sayReply } from "../../words/reply-words.ts";
import { withReadAt } from "../answers/age-note.ts";
import { carry, expand, hasOtherParts, replaceStep, withoutPart } from "../filling/filled-plan.ts";
import { knowledgeOf } from "../filling/knowledge.ts";
import { unfilled } from "../filling/unfilled.ts";
import type { Parts } from "../parts.ts";
import { surveyPlan } from "../reads/plan-survey.ts";
import { mendCluster } from "../repair/cluster.ts";
import { watched } from "../repair/evidence.ts";
import { mendFilling } from "../repair/mend.ts";
import { understand } from "../replies/replies.ts";
import { answeredByRest } from "../replies/rest.ts";
import { settled as placed } from "../replies/settle.ts";
import { missedAgain } from "../replies/understood.ts";
import type { State, Update } from "../state.ts";
import type { Turn } from "../turn.ts";
import { consent } from "../writes/ask-consent.ts";

/**
 * Fills what is missing. First the reply to its question, if there is one; then each step of the plan in order, until
 * a list has to be read, a question has to be asked, or nothing is missing. Then what needs consent is asked for.
 */
export const clarify = (parts: Parts) => async (state: State) => {
  const understood = await understand(parts, state);
  if (understood.kind === "command") return understood.command;
  return proceed(parts, { ...state, ...understood.update }, understood.update);
};

const proceed = (parts: Parts, state: State, update: Update): Command => {
  const { plan } = state;
  if (!plan) return new Command({ goto: "report", update });
  if (plan.view !== "call" && plan.surveyed !== true) return surveyPlan(parts, state, update);
  const gone = mendCluster(parts, state, "clarifier");
  if (gone?.work) return new Command({ goto: "tools", update: { ...update, ...gone } });
  return filled(parts, { ...state, ...gone }, { ...update, ...gone });
};

const filled = (parts: Parts, state: State, update: Update): Command => {
  const { plan } = state;
  if (!plan) return new Command({ goto: "report", update });
  const turn = parts.turn();
  let current = plan;
  let { entities, settled, assumed } = state;
  const { rest, retry } = state;
  for (;;) {
    const step = current.steps.find(({ ready, look }) => !ready && look === undefined);
    if (!step)
      return consent(parts, { ...state, plan: current, entities }, { ...update, plan: current, entities, assumed });
    const { knowledge, seen } = watched(knowledgeOf(parts, state, { entities, settled }));
    const filling = fill(step, current, knowledge);
    const mend = mendFilling(parts, { ...state, entities }, { filling, step, plan: current, seen });
    if (mend?.kind === "read")
      return new Command({
        goto: "tools",
        update: { ...update, entities, settled, assumed, plan: current, work: mend.work },
      });
    if (mend) {
      ({ plan: current, entities } = mend.update);
      continue;
    }
    entities = keep(entities, filling, turn);
    const taken = "taken" in filling ? filling.taken : [];
    settled = [...settled, ...taken.map(({ key }) => key)];
    assumed = [...assumed, ...taken.flatMap(({ key, note }) => (note === undefined ? [] : [key]))];
    const so = { ...update, entities, settled, assumed, plan: current };
    if (filling.kind === "ready") current = carry(replaceStep(current, step, [filling.step]), filling, parts);
    else if (filling.kind === "expand") current = expand(current, step, { filling, turn, state });
    else if (filling.kind === "ask") {
      const value = answeredByRest(rest, filling.ask);
      if (value === undefined) return asked({ ...state, plan: current }, withReadAt(parts, filling.ask, seen), so);
      current = placed(current, { ask: filling.ask, values: [value], parts });
      settled = [...settled, filling.ask.parameter];
      entities = remember(entities, filling.ask.parameter, { value, origin: "typed" });
    } else if (filling.kind === "impossible" && !retry && hasOtherParts(current, step))
      current = withoutPart(current, step, filling);
    else return unfilled(parts, { ...state, entities, plan: current }, { filling, update: so });
  }
};

/** Asks; where a reply named what does not exist, that counts as one that did not do. */
const asked = (state: State, ask: Ask, update: Update): Command => {
  const plan = state.plan && { ...state.plan, leadIn: "" };
  const { retry } = state;
  if (retry && ask.missed === true) return missedAgain(state, { ask: { ...ask, attempts: retry.ask.attempts }, plan });
  return new Command({
    goto: "pause",
    update: { ...update, rest: "", plan, ask: state.plan ? told(ask, state, state.plan) : ask },
  });
};

const keep = (entities: State["entities"], filling: Filling, turn: Turn): State["entities"] => {
  const taken = "taken" in filling ? filling.taken : [];
  for (const { note } of taken)
    if (note !== undefined && !turn.record.notes.includes(note)) turn.record.notes.push(note);
  return taken.reduce((memory, { key, entity }) => remember(memory, key, entity), entities);
};

const told = (ask: Ask, { language }: State, plan: Plan): Ask =>
  withLeadIn(withWaiting(ask, { steps: plan.steps, language }), plan);

const withLeadIn = (ask: Ask, plan: Plan): Ask =>
  plan.leadIn === "" ? ask : { ...ask, text: `${plan.leadIn} ${ask.text}` };

/** A change of the same message waits while something else of it is asked: the question says so. */
const withWaiting = (ask: Ask, { steps, language }: Pick<Plan, "steps"> & Pick<State, "language">): Ask => {
  const waiting = steps.find(({ id, effect, done }) => id !== ask.stepId && effect !== "read" && done !== true);
  const isOfRead = steps.some(({ id, effect }) => id === ask.stepId && effect === "read");
  if (waiting === undefined || !isOfRead) return ask;
  const lead = sayReply(language, "changeWaits", { doing: doingOf({ step: waiting, language }) });
  return { ...ask, text: `${lead}${language === "zh" ? "" : " "}${ask.text}` };
};
