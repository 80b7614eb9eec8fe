import type { Catalog } from "../catalog/types.ts";
import { effectOfVerb } from "../catalog/verbs.ts";
import { changeWished, type Language, type Request, takeBeyond, unknownWords } from "../language/index.ts";
import { admit } from "../plan/admit.ts";
import { callKey } from "../plan/source.ts";
import type { DraftStep, Mentions, Step } from "../plan/types.ts";
import { type Problem, problem } from "../words/plan-problems.ts";
import { reasonFor } from "../words/reasons.ts";
import { unreachable } from "./rules/other-cluster.ts";
import { contextOf } from "./rules/reading-context.ts";
import type { PlannerInput, PlannerReply } from "./types.ts";

type Plan = Extract<PlannerReply, { kind: "plan" }>;

/**
 * What the rules read, where nothing of the sentence is left over: what is to be done, with every word known but the
 * names. Undefined where they only guess; a vague wish is the model's to plan.
 */
export const certainReading = (reading: PlannerReply, turn: PlannerInput): Plan | undefined => {
  const { message, attachment, known, entities, last } = turn;
  if (reading.kind !== "plan" || reading.view !== "call" || attachment !== undefined) return undefined;
  if ((reading.unread ?? []).length > 0) return undefined;
  const { asked, left = [], steps } = reading;
  const isRespelled = (reading.readAs ?? asked?.corrected) !== undefined;
  if (asked === undefined || asked.verb === undefined || isRespelled || left.length > 0) return undefined;
  // Words that wish for some change are more than a look.
  if (effectOfVerb(asked.verb) === "read" && changeWished(message, contextOf(turn)).vague) return undefined;
  // What a follow-up leaves out is known only where the rules read what it follows.
  if (asked.refersBack === true && last?.asked === undefined) return undefined;
  // A word that was taken for a place that is not there may mean anything.
  const isThere = (key: "cluster" | "namespace") =>
    [undefined, entities[key]?.value, last?.asked?.[key], ...(known[key] ?? [])].includes(asked[key]);
  if (!isThere("cluster") || !isThere("namespace")) return undefined;
  const calls = steps.map(({ tool, args, only, part }) => ({ tool, args, only, part }));
  const taken = JSON.stringify([asked, calls, reading.focus]).toLowerCase();
  const isWhole = isOfOnePattern(asked) || unknownWords(message).every((word) => taken.includes(word.toLowerCase()));
  const isPlain = (asked.resource ?? asked.name) !== undefined && steps.every(({ look }) => look === undefined);
  return isPlain && isWhole ? reading : undefined;
};

/** A question for a fact, what goes with a thing, a comparison, a kubectl command: patterns of whole sentences read these. */
const isOfOnePattern = ({ fact, beside, compare, hits }: Request): boolean =>
  (fact ?? beside ?? compare) !== undefined || hits.includes("kubectl");

/** Where a plan does something else than was plainly said, or leaves out what was; for who made it. */
export const contradictions = (plan: PlannerReply, reading: Plan, catalog: Catalog): readonly Problem[] => {
  const wanted = stepsOf(reading.steps, catalog);
  if (plan.kind !== "plan") return wanted.slice(0, 1).map((step) => problem("wasAsked", doing(step)));
  const made = stepsOf(plan.steps, catalog);
  const { name, node } = plan.focus ?? {};
  const places = [name, node, plan.place?.cluster, plan.place?.namespace].filter((each) => each !== undefined);
  return wanted.flatMap((step) => {
    const alike = made.filter((each) => isAlike(each, step));
    // A check of what is in trouble answers what is wrong with a thing, if it is about that thing.
    if (alike.length === 0 && !(step.diagnose === true && plan.view !== "call"))
      return [problem("notDone", doing(step))];
    return mentioned.flatMap((key) => {
      const value = step.mentions[key];
      const given = [...alike.flatMap(({ mentions }) => mentions[key] ?? []), ...places];
      return value === undefined || given.some((each) => isSame(each, value))
        ? []
        : [problem("leftOut", () => ({ value, role: key }))];
    });
  });
};

const isAsRead = (plan: Plan, reading: Plan, catalog: Catalog): boolean =>
  plan.view === reading.view && contradictions(plan, reading, catalog).length === 0;

/** The same calls, or the same survey of the same place: then what the rules picked out besides is no contradiction. */
const makesTheSame = (plan: Plan, reading: Plan, catalog: Catalog): boolean => {
  const { quality, name } = plan.focus ?? {};
  const isAlike =
    plan.view === reading.view &&
    reading.likened === undefined &&
    (quality === undefined || quality === reading.focus?.quality);
  if (!isAlike) return false;
  if (plan.view === "call") return callsIn(plan, catalog) === callsIn(reading, catalog);
  const { cluster, namespace } = plan.place ?? {};
  return name === reading.focus?.name && cluster === reading.place?.cluster && namespace === reading.place?.namespace;
};

const callsIn = ({ steps }: Plan, catalog: Catalog): string =>
  stepsOf(steps, catalog)
    .map(({ tool, args, mentions }) => callKey({ tool, args: { ...args, mentions } }))
    .toSorted()
    .join();

type Certain = {
  readonly catalog: Catalog;
  readonly turn: PlannerInput;
  readonly certain: Plan | undefined;
  readonly reading: PlannerReply | undefined;
};

/**
 * The same request as the rules read it: it holds what a model has no words for (what is counted, compared, picked out),
 * and where no tool does it the command that does.
 */
export const withCertain = (reply: PlannerReply, { certain, reading, catalog, turn }: Certain): PlannerReply => {
  if (certain && reply.kind === "plan") return withSaidBeside(certain, reply);
  if (reply.kind === "plan" && reading?.kind === "plan" && reading.asked && makesTheSame(reply, reading, catalog))
    return withSaidBeside(reading, reply);
  // What follows may leave out what was asked here, whoever planned it.
  if (reply.kind === "plan" && reading?.kind === "plan" && reading.asked && isAsRead(reply, reading, catalog))
    return { ...reply, asked: reading.asked, ...(reply.focus?.supposed === true ? {} : readNotes(reading)) };
  if (reading?.kind !== "answer" || reading.about === undefined) return reply;
  // Looking is no substitute for a change that no tool makes.
  const isChange = effectOfVerb(reading.about.verb) !== "read";
  const looksOnly =
    reply.kind === "plan" && reply.steps.every(({ tool, args }) => catalog.effectOf(tool, args) === "read");
  // Nor is the connected cluster one for another.
  const { asked } = reading.about;
  const isElsewhere = asked !== undefined && unreachable(asked, { catalog, turn }) !== undefined;
  return reply.kind === "answer" || isElsewhere || (isChange && looksOnly) ? reading : reply;
};

/** What the model said beside its steps: the lead-in, what it left to the person, what it takes a thing to be called. */
const withSaidBeside = (reading: Plan, { leadIn, left = [], steps }: Plan): Plan => ({
  ...reading,
  steps: reading.steps.map((step) => {
    const { likelyName } = steps.find(({ tool }) => tool === step.tool) ?? {};
    return likelyName === undefined ? step : { ...step, likelyName };
  }),
  ...(leadIn === undefined ? {} : { leadIn }),
  ...(left.length === 0 ? {} : { left }),
});

/** Words of the message that were read as others, or went into nothing, hold for a plan that does what the rules read. */
const readNotes = ({ readAs, unread }: PlannerReply): Pick<PlannerReply, "readAs" | "unread"> => ({
  ...(readAs === undefined ? {} : { readAs }),
  ...(unread === undefined ? {} : { unread }),
});

/**
 * What no answer can hold is so whoever plans it. A change that was asked for at another time is none to be made now: the
 * rules say so, and offer it.
 */
export const withBeyond = (reply: PlannerReply, { reading, catalog, turn }: Omit<Certain, "certain">): PlannerReply => {
  const { beyond } = takeBeyond(turn.message);
  if (!["plan", "answer"].includes(reply.kind) || beyond.length === 0 || reply.beyond !== undefined) return reply;
  const looks = reply.kind === "plan" && reply.steps.every(({ tool, args }) => catalog.effectOf(tool, args) === "read");
  const isLater = beyond.some(({ of }) => of === "schedule");
  if (isLater && !looks && reading?.kind === "answer") return reading;
  return reply.kind === "plan" ? { ...reply, beyond } : reply;
};

const mentioned = ["cluster", "namespace", "name", "container"] as const satisfies readonly (keyof Mentions)[];

const stepsOf = (drafts: readonly DraftStep[], catalog: Catalog): readonly Step[] =>
  drafts.flatMap((draft) => {
    const admission = admit(draft, catalog, "check");
    return admission.kind === "admitted" ? [admission.step] : [];
  });

/** Verbs that look at one thing, each of which tells what another would. */
const looks: readonly string[] = ["get", "describe", "list", "diagnose", "logs"];

/** Whether a call does what another does: what is wrong with a thing is told by any look at it. */
const isAlike = (made: Step, wanted: Step): boolean => {
  if (wanted.diagnose === true) return looks.includes(made.verb);
  const isOne = wanted.mentions.name !== undefined || wanted.only !== undefined;
  const isSameVerb = made.verb === wanted.verb || (isOne && [made.verb, wanted.verb].every(isClose));
  return isSameVerb && made.resource === wanted.resource && effectOfVerb(made.verb) === effectOfVerb(wanted.verb);
};

const isClose = (verb: string): boolean => verb === "get" || verb === "describe" || verb === "list";

/** A name may be written in full or in part. */
const isSame = (given: string, said: string): boolean => given.includes(said) || said.includes(given);

const doing =
  ({ verb, resource, mentions }: Step) =>
  (language: Language) => ({ doing: reasonFor(language, { verb, resource, name: mentions.name }) });
