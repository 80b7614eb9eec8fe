import { argumentsFor, parameterOf } from "../catalog/arguments.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { Catalog } from "../catalog/types.ts";
import type { Language } from "../language/types.ts";
import { singleReadLimit } from "../overview/list-everywhere.ts";
import type { Plan, Step, SurveyPlace } from "../plan/types.ts";
import { listOf } from "../words/fill.ts";
import { sayLeft } from "../words/left-words.ts";
import { nounOf } from "../words/nouns.ts";
import { say } from "../words/playbook-words.ts";
import { type Cost, callsOfCloserLook, closerLimit, costOf } from "./cost.ts";
import { narrowTemplate } from "./look-steps.ts";
import { numberedSteps, stepNumber } from "./step-numbers.ts";

/** A place that a plan looks at: clusters by name (one empty name: the only one, without a name), and what of them. */
export type PlannedPlace = SurveyPlace & { readonly clusters: readonly string[] };

export type PlanView = {
  readonly catalog: Catalog;
  readonly language: Language;
  readonly places: readonly PlannedPlace[];
};

const clustersOf = ({ places }: PlanView): readonly string[] => [
  ...new Set(places.flatMap(({ clusters }) => clusters)),
];

/** A plan for people: numbered steps, each with its call, whether it reads or writes, and what it costs. */
export const planText = (plan: Plan, view: PlanView): string => {
  const { language } = view;
  const steps = numberedSteps(plan);
  const numbers = [...new Set(steps.map((step) => stepNumber(plan, step) ?? 0))];
  const title = plan.playbook?.title ?? "";
  return [
    ...(title === "" ? [] : [headline(title, plan, view)]),
    ...numbers.flatMap((number) => {
      const own = steps.filter((step) => stepNumber(plan, step) === number);
      const [one] = own;
      return one === undefined
        ? []
        : [say(language, "stepLine", { number, reason: one.reason }), ...callLines(own, plan, view)];
    }),
    ...totalLines(plan, view),
    ...leftLines(plan, language),
  ].join("\n");
};

/** Who agrees to a plan has to know what of the message it does nothing about. */
const leftLines = ({ left }: Plan, language: Language): readonly string[] =>
  left.map(({ message, why }) =>
    sayLeft(language, "notInPlan", { message, why: why === "" ? sayLeft(language, "afterThis") : why }),
  );

/** The calls of some steps, for whoever asks what they are. */
export const callsText = (steps: readonly Step[], plan: Plan, view: PlanView): string =>
  callLines(steps, plan, view).join("\n");

/** The most calls that a plan comes to. */
export const callsOf = (plan: Plan, view: PlanView): number =>
  numberedSteps(plan).reduce((sum, step) => sum + cost(step, plan, view).calls, 0);

/** Calls about one thing say themselves where it is. */
const headline = (title: string, plan: Plan, view: PlanView): string =>
  plan.view === "call"
    ? say(view.language, "planFor", { title })
    : say(view.language, "planOf", { title, place: placeText(view) });

/** The cost of each step, in order, for whoever reads the plan as data. */
export const planCosts = (plan: Plan, view: PlanView): ReadonlyMap<string, Cost> =>
  new Map(plan.steps.map((step) => [step.id, cost(step, plan, view)]));

/** Each place is looked at on its own, also where two of them stand in one cluster. */
const cost = (step: Step, plan: Plan, { catalog, places }: PlanView): Cost =>
  costOf(step, plan.place, { catalog, clusters: Math.max(1, places.flatMap(({ clusters }) => clusters).length) });

/** Where a plan looks, in words. */
const placeText = ({ places, language }: PlanView): string => {
  const told = places.map(({ clusters, namespace, name }) => {
    const named = clusters.filter((cluster) => cluster !== "");
    const parts = [
      named.length > clustersNamed ? say(language, "manyClusters", { count: named.length }) : listOf(language, named),
      ...(namespace === undefined ? [] : [say(language, "inNamespace", { namespace })]),
      ...(name === undefined ? [] : [say(language, "called", { name })]),
    ];
    return parts.filter((part) => part !== "").join(say(language, "placeJoint"));
  });
  const text = [...new Set(told)].filter((part) => part !== "").join(say(language, "placesJoint"));
  return text === "" ? say(language, "here") : text;
};

/** More clusters than this are counted. */
const clustersNamed = 4;

/** Calls of one step; those of several kinds by one tool are one line. */
const callLines = (steps: readonly Step[], plan: Plan, view: PlanView): readonly string[] => {
  const calls = steps.map((step) => ({ step, ...callOf(step, plan, view.catalog) }));
  const tools = [...new Set(calls.map(({ tool }) => tool))];
  return tools.flatMap((tool) => {
    const own = calls.filter((call) => call.tool === tool);
    const [one] = own;
    return one === undefined ? [] : [lineOf(own, one, { plan, view })];
  });
};

type Call = Pick<Step, "tool" | "args"> & { readonly step: Step };
type Drawn = { readonly plan: Plan; readonly view: PlanView };

const lineOf = (calls: readonly Call[], { tool, step }: Call, { plan, view }: Drawn): string => {
  const { language } = view;
  const costs = calls.map((call) => cost(call.step, plan, view));
  const count = costs.reduce((sum, { calls: each }) => sum + each, 0);
  const paid = say(language, costs.some(({ open }) => open) ? "costAbout" : "costCalls", { count });
  const call = step.look?.atFindings
    ? say(language, "closerCalls", { limit: closerLimit, each: callsOfCloserLook })
    : `${tool} ${argumentsText(calls, view)}`.trim();
  return say(language, "stepCall", { effect: say(language, step.effect), cost: paid, call });
};

/** The call that a step makes: what looks into one namespace may be another tool than what looks into all. */
export const callOf = (step: Step, { place }: Plan, catalog: Catalog): Pick<Step, "tool" | "args"> => {
  const { look, tool } = step;
  const inOne = look && !look.atFindings && place.namespace !== undefined ? narrowTemplate(catalog, look) : undefined;
  return inOne ? { tool: inOne.entry.tool, args: inOne.args } : { tool, args: withSaid(step, catalog) };
};

/** What a change is to be done to stands beside it, also before that was held against what there is. */
export const withSaid = ({ tool, args, effect, mentions, resource }: Step, catalog: Catalog): Step["args"] => {
  const entry = effect === "read" ? undefined : catalog.get(tool);
  return entry === undefined ? args : { ...args, ...argumentsFor(entry, resource, mentions) };
};

/** `kind=Deployment|Job, context=east|west`: what each of the calls is told. */
const argumentsText = (calls: readonly Call[], view: PlanView): string => {
  const pairs = calls.flatMap((call) => {
    const each = call.step.look
      ? [...Object.entries(call.args), ...placeArguments(call, view)]
      : Object.entries(call.args);
    return each.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const);
  });
  const names = [...new Set(pairs.map(([name]) => name))];
  const valuesOf = (name: string) => [...new Set(pairs.flatMap(([key, value]) => (key === name ? [value] : [])))];
  return names.map((name) => `${name}=${valuesOf(name).join("|")}`).join(", ");
};

const placeArguments = ({ step, tool, args }: Call, view: PlanView): readonly (readonly [string, string])[] => {
  const { catalog, places, language } = view;
  const entry = catalog.get(tool);
  const cluster = entry && parameterOf(entry, "cluster");
  const namespace = entry && parameterOf(entry, "namespace");
  const named = clustersOf(view).filter((name) => name !== "");
  const isWide = resourceByKey.get(step.look?.resource ?? "")?.namespaced !== true;
  const isEach = namespace?.required === true && !(namespace.name in args);
  const told = [...new Set(places.flatMap((place) => place.namespace ?? []))];
  const inNamespace = told.length > 0 ? told.join("|") : isEach ? say(language, "eachNamespace") : undefined;
  const each = named.length > clustersNamed ? say(language, "eachCluster") : named.join("|");
  return [
    ...(cluster && each !== "" ? [[cluster.name, each] as const] : []),
    ...(namespace && inNamespace !== undefined && !isWide ? [[namespace.name, inNamespace] as const] : []),
  ];
};

const totalLines = (plan: Plan, view: PlanView): readonly string[] => {
  const { language } = view;
  const steps = numberedSteps(plan);
  const costs = steps.map((step) => cost(step, plan, view));
  const count = callsOf(plan, view);
  const total = costs.some(({ open }) => open) ? "costTotal" : "costExactly";
  const writes = steps.filter(({ effect }) => effect !== "read").length;
  const effects = writes === 0 ? say(language, "onlyReads") : say(language, "withWrites", { count: writes });
  const kinds = [...new Set((plan.playbook?.unable ?? []).map(({ resource }) => nounOf(resource, 2, language)))];
  const isSurvey = plan.view !== "call";
  return [
    `${say(language, total, { count, effects })}${isSurvey ? `${language === "zh" ? "" : " "}${say(language, "singly", { limit: singleReadLimit })}` : ""}`,
    ...(kinds.length === 0 ? [] : [say(language, "unable", { kinds: listOf(language, kinds) })]),
  ];
};
