import { Command } from "@langchain/langgraph";
import { noKind } from "../../agents/rules/kind-of-name.ts";
import type { Ask } from "../../choices/types.ts";
import { remember } from "../../memory/entities.ts";
import { fill } from "../../plan/fill.ts";
import type { Filling, Knowledge } from "../../plan/fill-types.ts";
import { callKey } from "../../plan/source.ts";
import { ofSamePart, type Plan, type Step } from "../../plan/types.ts";
import { say } from "../../words/conversation-words.ts";
import { allOf } from "../../words/fill.ts";
import { sayName } from "../../words/name-words.ts";
import { nounOf } from "../../words/nouns.ts";
import { widerSearch } from "../answers/wider-search.ts";
import type { Parts } from "../parts.ts";
import { foundInCluster } from "../reads/found-in-cluster.ts";
import { inOtherClusters } from "../reads/other-clusters.ts";
import { planGate, tellPlan } from "../reads/plan-gate.ts";
import { placedPlan } from "../reads/plan-place.ts";
import { understand } from "../replies/replies.ts";
import { answeredByRest } from "../replies/rest.ts";
import { settled as placed } from "../replies/settle.ts";
import { askedAgain, missedAgain } from "../replies/understood.ts";
import { guidanceOf, type State, type Update } from "../state.ts";
import type { Turn } from "../turn.ts";
import { approvalFor } from "../writes/approval.ts";
import { readBefore } from "../writes/current-value.ts";

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
  if (plan.view !== "call" && plan.surveyed !== true) return survey(parts, state, update);
  const turn = parts.turn();
  let current = plan;
  let { entities, settled, assumed } = state;
  const { rest, retry } = state;
  for (;;) {
    const step = current.steps.find(({ ready, look }) => !ready && look === undefined);
    if (!step)
      return consent(parts, { ...state, plan: current, entities }, { ...update, plan: current, entities, assumed });
    const filling = fill(step, current, knowledgeOf(parts, state, { entities, settled }));
    entities = keep(entities, filling, turn);
    const taken = "taken" in filling ? filling.taken : [];
    settled = [...settled, ...taken.map(({ key }) => key)];
    assumed = [...assumed, ...taken.flatMap(({ key, note }) => (note === undefined ? [] : [key]))];
    const so = { ...update, entities, settled, assumed, plan: current };
    if (filling.kind === "ready") current = carry(replace(current, step, [filling.step]), filling, parts);
    else if (filling.kind === "expand") current = expand(current, step, { filling, turn, state });
    else if (filling.kind === "ask") {
      const value = answeredByRest(rest, filling.ask);
      if (value === undefined) return asked({ ...state, plan: current }, filling.ask, so);
      current = placed(current, { ask: filling.ask, values: [value], parts });
      settled = [...settled, filling.ask.parameter];
      entities = remember(entities, filling.ask.parameter, { value, origin: "typed" });
    } else if (filling.kind === "impossible" && !retry && hasOtherParts(current, step))
      current = withoutPart(current, step, filling);
    else return left(parts, { ...state, entities, plan: current }, { filling, update: so });
  }
};

type Leaving = {
  readonly filling: Extract<Filling, { kind: "read" | "elsewhere" | "impossible" }>;
  readonly update: Update;
};

/** What a step cannot be filled without: lists, another plan, or nothing at all. */
const left = (parts: Parts, state: Working, { filling, update }: Leaving): Command => {
  if (filling.kind === "read") {
    const reads = filling.templates.map(({ entry, args }) => ({ tool: entry.tool, args }));
    const work = { kind: "reads" as const, for: "clarifier" as const, reads };
    return new Command({ goto: "tools", update: { ...update, work } });
  }
  if (filling.kind === "elsewhere") return foundElsewhere(state, { filling, turn: parts.turn() }, update);
  if (state.retry && filling.code === "not_found") return askedAgain(state, state.retry, filling.text);
  const others = filling.code === "not_found" ? inOtherClusters(parts, state, update) : undefined;
  if (others) return others;
  const step = state.plan?.steps.find(({ ready }) => !ready);
  const word = step?.mentions.name;
  if (step?.diagnose === true && filling.code === "not_found" && word !== undefined && /^[a-z]+$/iu.test(word))
    return lookAround(state, { word, text: filling.text, turn: parts.turn() }, update);
  const knowledge = knowledgeOf(parts, state, state);
  const there =
    step && filling.code === "not_found" ? foundInCluster(parts, state, { step, knowledge, update }) : undefined;
  if (there?.kind === "found") return there.command;
  const nextSteps = step && filling.code === "not_found" ? widerSearch(parts, state, { ...filling, step }) : [];
  // What the server can do less than was asked holds for what it did not find as well.
  const text = [filling.text, there?.note ?? "", step?.note ?? ""].filter((part) => part !== "").join("\n");
  return impossible(state.plan, { ...filling, text }, { ...update, nextSteps });
};

const hasOtherParts = (plan: Plan, step: Step): boolean =>
  plan.steps.some((other) => !ofSamePart(other, step) && other.failed === undefined);

/** Asks; where a reply named what does not exist, that counts as one that did not do. */
const asked = (state: Working, ask: Ask, update: Update): Command => {
  const plan = state.plan && { ...state.plan, leadIn: "" };
  const { retry } = state;
  if (retry && ask.missed === true) return missedAgain(state, { ask: { ...ask, attempts: retry.ask.attempts }, plan });
  return new Command({
    goto: "pause",
    update: { ...update, rest: "", plan, ask: state.plan ? withLeadIn(ask, state.plan) : ask },
  });
};

const knowledgeOf = (
  parts: Parts,
  state: State,
  { entities, settled }: Pick<State, "entities" | "settled">,
): Knowledge => ({
  catalog: parts.catalog,
  entities,
  language: state.language,
  guidance: guidanceOf(state, parts.settings),
  doubted: state.doubted,
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

type Elsewhere = { readonly filling: Extract<Filling, { kind: "elsewhere" }>; readonly turn: Turn };

/** The request is planned again, now that the kind of what it names is known. */
const foundElsewhere = (
  state: State,
  { filling: { said, resource, also = [] }, turn }: Elsewhere,
  update: Update,
): Command => {
  // What is held side by side shows of what kind it is.
  const shows = state.plan?.steps.every(({ part }) => part?.focus.compare === true) === true;
  const guess = state.plan?.steps.find(({ mentions, only }) => (mentions.name ?? only) === said)?.guessed ?? "pod";
  const kind = { resource: nounOf(resource, 2, state.language), guessed: nounOf(guess, 1, state.language) };
  if (!shows) turn.record.notes.push(say(state.language, "foundAmong", { said, ...kind }));
  if (also.length > 0) {
    const names = also.map((kind) => nounOf(kind, 1, state.language));
    turn.record.notes.push(sayName(state.language, "alsoCalled", { kinds: allOf(state.language, names) }));
  }
  const kinds = { ...state.kinds, [said]: resource };
  return new Command({ goto: "planner", update: { ...update, plan: null, kinds, byRules: true } });
};

type Around = { readonly word: string; readonly text: string; readonly turn: Turn };

/** “Shop is down”: what people call it is no name here. That is said, and what is wrong there is looked for. */
const lookAround = (state: State, { word, text, turn }: Around, update: Update): Command => {
  turn.record.notes.push(text);
  const kinds = { ...state.kinds, [word]: noKind };
  return new Command({ goto: "planner", update: { ...update, plan: null, kinds, byRules: true } });
};

type Impossible = Extract<Filling, { kind: "impossible" }>;

/** A part of the message that nothing can come of is told beside what the others came to. */
const withoutPart = (plan: Plan, step: Step, { text, code }: Impossible): Plan => ({
  ...plan,
  steps: plan.steps.flatMap((other) => {
    if (!ofSamePart(other, step)) return [other];
    return other.id === step.id ? [{ ...step, ready: true, done: true, failed: { text, code } }] : [];
  }),
});

const impossible = (plan: Plan | null, { text, code }: Impossible, update: Update): Command => {
  const message = [...(plan?.steps ?? []).flatMap(({ failed }) => (failed ? [failed.text] : [])), text].join("\n");
  const error = { code, message, remedy: "" };
  return new Command({ goto: "report", update: { ...update, answer: message, status: "error" as const, error } });
};

/** What one step settled holds for the others of the same request: they are about the same thing. */
const carry = (plan: Plan, { step: settled, taken }: Extract<Filling, { kind: "ready" }>, parts: Parts): Plan => {
  const found = Object.fromEntries(taken.map(({ key, entity }) => [key, entity.value]));
  const named = plan.steps.find((step) => step.ready && ofSamePart(step, settled))?.mentions.name;
  return {
    ...plan,
    steps: plan.steps.map((step) => {
      if (step.ready || !ofSamePart(step, settled) || !parts.catalog.get(step.tool)) return step;
      const name =
        step.mentions.name === named && named !== undefined ? (found[step.resource] ?? found.pod) : undefined;
      return {
        ...step,
        mentions: {
          ...step.mentions,
          ...placesFor(step, settled, found),
          ...(name === undefined ? {} : { name }),
        },
      };
    }),
  };
};

/** The places that were settled, but where a step says its own. */
const placesFor = (
  { mentions }: Step,
  settled: Step,
  { cluster, namespace }: { readonly cluster?: string | undefined; readonly namespace?: string | undefined },
): Step["mentions"] => {
  const isOpen = (key: "cluster" | "namespace") =>
    mentions[key] === undefined || mentions[key] === settled.mentions[key];
  return {
    ...(cluster !== undefined && isOpen("cluster") ? { cluster } : {}),
    ...(namespace !== undefined && isOpen("namespace") ? { namespace } : {}),
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
    args: { ...step.args, ...filling.args, [filling.parameter]: value },
  }));
  return replace(plan, step, steps);
};

const withLeadIn = (ask: Ask, plan: Plan): Ask =>
  plan.leadIn === "" ? ask : { ...ask, text: `${plan.leadIn} ${ask.text}` };

/** What a plan costs is told by the clusters that it looks at: their list is read before it is shown. */
const survey = (parts: Parts, state: Working, update: Update): Command => {
  const first = state.plan?.steps[0];
  const isShown = state.plan?.playbook !== undefined || parts.settings.plans === "only";
  if (isShown && first?.resource === "cluster" && !parts.turn().shelf.results.has(callKey(first))) {
    const reads = [{ tool: first.tool, args: first.args }];
    return new Command({
      goto: "tools",
      update: { ...update, work: { kind: "reads" as const, for: "clarifier" as const, reads } },
    });
  }
  const { plan } = state;
  if (plan === null || !isShown || plan.placed === true) return shownPlan(parts, state, update);
  const placed = placedPlan(parts, state, plan);
  if (placed.kind === "read")
    return new Command({ goto: "tools", update: { ...update, work: { kind: "places", for: "clarifier" } } });
  const so = { ...update, plan: placed.plan };
  if (placed.kind === "nowhere") return new Command({ goto: "executor", update: { ...so, planConfirmed: true } });
  parts.turn().record.notes.push(...placed.notes);
  return shownPlan(parts, { ...state, plan: placed.plan }, so);
};

const shownPlan = (parts: Parts, state: Working, update: Update): Command => {
  const gate = planGate(parts, state, update);
  if (gate) return gate;
  tellPlan(parts, state);
  return new Command({ goto: "executor", update: { ...update, planConfirmed: true } });
};

/** Nothing but reads runs without consent to the exact call. One change is agreed to and sent before the next is asked. */
const consent = (parts: Parts, state: Working, unconfirmed: Update): Command => {
  const { language } = state;
  const gate = state.plan?.view === "call" ? planGate(parts, state, unconfirmed) : undefined;
  if (gate) return gate;
  tellPlan(parts, state);
  const update = { ...unconfirmed, planConfirmed: true };
  const step = state.plan?.steps.find((each) => !each.done && each.look === undefined && each.effect !== "read");
  if (!step || state.approved.includes(callKey(step))) return new Command({ goto: "executor", update });
  if (parts.settings.readOnly) {
    const message = say(language, "readOnly", { call: callKey(step) });
    const error = { code: "read_only", message, remedy: "" };
    return new Command({ goto: "report", update: { ...update, answer: message, status: "error" as const, error } });
  }
  const before = state.checked === callKey(step) ? undefined : readBefore(parts, step);
  if (before) {
    // The card tells what is there now, not what a kept result says was.
    const work = { kind: "reads" as const, for: "clarifier" as const, reads: [before], fresh: true as const };
    return new Command({ goto: "tools", update: { ...update, checked: callKey(step), work } });
  }
  return new Command({ goto: "pause", update: { ...update, ask: approvalFor(parts, state, step) } });
};
