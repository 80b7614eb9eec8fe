import { Command } from "@langchain/langgraph";
import type { Ask } from "../../choices/types.ts";
import { remember } from "../../memory/entities.ts";
import { fill } from "../../plan/fill.ts";
import type { Filling, Knowledge, Taken } from "../../plan/fill-types.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { say } from "../../words/conversation-words.ts";
import { approvalFor } from "../approval.ts";
import type { Parts } from "../parts.ts";
import { understand } from "../replies.ts";
import type { State, Update } from "../state.ts";
import type { Turn } from "../turn.ts";

/**
 * Fills what is missing. First the reply to its question, if there is one; then each step of the plan in order, until
 * a list has to be read, a question has to be asked, or nothing is missing. Then what needs consent is asked for.
 */
export const clarify = (parts: Parts) => async (state: State) => {
  const understood = await understand(parts, state);
  if (understood.kind === "command") return understood.command;
  return proceed(parts, { ...state, ...understood.update }, understood.update);
};

type Working = State;

const proceed = (parts: Parts, state: Working, update: Update): Command => {
  const { plan } = state;
  if (!plan) return new Command({ goto: "report", update });
  if (plan.view !== "call") return survey(parts, state, update);
  const turn = parts.turn();
  let current = plan;
  let { entities, settled } = state;
  for (;;) {
    const step = current.steps.find(({ ready }) => !ready);
    if (!step) return consent(parts, { ...state, plan: current, entities }, { ...update, plan: current, entities });
    const filling = fill(step, current, knowledgeOf(parts, state, { entities, settled }));
    entities = keep(entities, filling, turn);
    settled = [...settled, ...("taken" in filling ? filling.taken.map(({ key }) => key) : [])];
    const so = { ...update, entities, settled, plan: current };
    if (filling.kind === "ready") current = carry(replace(current, step, [filling.step]), filling.taken, parts);
    else if (filling.kind === "expand") current = expand(current, step, { filling, turn, state });
    else if (filling.kind === "ask")
      return new Command({
        goto: "pause",
        update: { ...so, plan: { ...current, leadIn: "" }, ask: withLeadIn(filling.ask, current) },
      });
    else if (filling.kind === "read") {
      const reads = [{ tool: filling.template.entry.tool, args: filling.template.args }];
      return new Command({
        goto: "tools",
        update: { ...so, work: { for: "clarifier" as const, reads, survey: false } },
      });
    } else {
      const error = { code: filling.code, message: filling.text, remedy: "" };
      return new Command({ goto: "report", update: { ...so, answer: filling.text, status: "error" as const, error } });
    }
  }
};

const knowledgeOf = (
  parts: Parts,
  state: State,
  { entities, settled }: Pick<State, "entities" | "settled">,
): Knowledge => ({
  catalog: parts.catalog,
  entities,
  language: state.language,
  guidance: parts.settings.guidance,
  settled,
  listed: state.listed,
  lookup: (call) => parts.turn().shelf.results.get(callKey(call)),
  now: parts.settings.now(),
});

const keep = (entities: State["entities"], filling: Filling, turn: Turn): State["entities"] => {
  const taken = "taken" in filling ? filling.taken : [];
  for (const { note } of taken)
    if (note !== undefined && !turn.record.notes.includes(note)) turn.record.notes.push(note);
  return taken.reduce((memory, { key, entity }) => remember(memory, key, entity), entities);
};

const replace = (plan: Plan, step: Step, steps: readonly Step[]): Plan => ({
  ...plan,
  steps: plan.steps.flatMap((other) => (other.id === step.id ? steps : [other])),
});

/** What one step settled holds for the others of the same plan: they are about the same thing. */
const carry = (plan: Plan, taken: readonly Taken[], parts: Parts): Plan => {
  const found = Object.fromEntries(taken.map(({ key, entity }) => [key, entity.value]));
  const named = plan.steps.find(({ ready }) => ready)?.mentions.name;
  return {
    ...plan,
    steps: plan.steps.map((step) => {
      if (step.ready || !parts.catalog.get(step.tool)) return step;
      const name =
        step.mentions.name === named && named !== undefined ? (found[step.resource] ?? found.pod) : undefined;
      return {
        ...step,
        mentions: {
          ...step.mentions,
          ...(found.cluster === undefined ? {} : { cluster: found.cluster }),
          ...(found.namespace === undefined ? {} : { namespace: found.namespace }),
          ...(name === undefined ? {} : { name }),
        },
      };
    }),
  };
};

type Expanding = { filling: Extract<Filling, { kind: "expand" }>; turn: Turn; state: State };

const expand = (plan: Plan, step: Step, { filling, turn, state }: Expanding): Plan => {
  if (filling.total > filling.values.length) {
    turn.record.notes.push(
      say(state.language, "expandedTooMany", { shown: filling.values.length, total: filling.total }),
    );
  }
  const steps = filling.values.map((value, index) => ({
    ...step,
    id: `${step.id}.${index + 1}`,
    args: { ...step.args, [filling.parameter]: value },
  }));
  return replace(plan, step, steps);
};

const withLeadIn = (ask: Ask, plan: Plan): Ask =>
  plan.leadIn === "" ? ask : { ...ask, text: `${plan.leadIn} ${ask.text}` };

/** A survey needs the list of clusters first; a health check is a plan for a vague wish, so a guided person sees it before. */
const survey = (parts: Parts, state: Working, update: Update): Command => {
  const { plan } = state;
  if (plan?.view === "health" && parts.settings.guidance === "guided" && !state.planConfirmed) {
    return new Command({ goto: "pause", update: { ...update, ask: planAsk(state) } });
  }
  return new Command({ goto: "executor", update });
};

const planAsk = ({ language, plan }: State): Ask => {
  const { cluster, namespace } = plan?.place ?? {};
  const place = [cluster, namespace, plan?.focus.name].filter((part) => part !== undefined).join(" / ");
  const steps = say(language, "healthSteps", { place: place === "" ? say(language, "placeAll") : place });
  return {
    kind: "plan",
    stepId: "",
    parameter: "plan",
    text: say(language, "askPlan", { steps }),
    choices: [
      { value: "run", label: say(language, "runPlan"), reason: "" },
      { value: "cancel", label: say(language, "cancelPlan"), reason: "" },
    ],
    fields: {},
    open: false,
    attempts: 0,
  };
};

/** Nothing but reads runs without consent to the exact call. */
const consent = (parts: Parts, state: Working, update: Update): Command => {
  const { language } = state;
  const step = state.plan?.steps.find(
    (each) => !each.done && each.effect !== "read" && !state.approved.includes(callKey(each)),
  );
  if (!step) return new Command({ goto: "executor", update });
  if (parts.settings.readOnly) {
    const message = say(language, "readOnly", { call: callKey(step) });
    const error = { code: "read_only", message, remedy: "" };
    return new Command({ goto: "report", update: { ...update, answer: message, status: "error" as const, error } });
  }
  return new Command({ goto: "pause", update: { ...update, ask: approvalFor(parts, state, step) } });
};
