import { resourceByKey } from "../catalog/resources.ts";
import type { Catalog } from "../catalog/types.ts";
import type { Language } from "../language/types.ts";
import { singleReadLimit } from "../overview/list-everywhere.ts";
import { parameterOf } from "../plan/arguments.ts";
import type { Plan, Step } from "../plan/types.ts";
import { listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { say } from "../words/playbook-words.ts";
import { type Cost, costOf } from "./cost.ts";
import { numberedSteps, stepNumber } from "./step-numbers.ts";

export type PlanView = {
  readonly catalog: Catalog;
  readonly language: Language;
  /** Names of the clusters that will be looked at; one empty name where the server speaks of one without a name. */
  readonly clusters: readonly string[];
};

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
  ].join("\n");
};

/** Calls about one thing say themselves where it is. */
const headline = (title: string, plan: Plan, view: PlanView): string =>
  plan.view === "call"
    ? say(view.language, "planFor", { title })
    : say(view.language, "planOf", { title, place: placeText(plan, view) });

/** The cost of each step, in order, for whoever reads the plan as data. */
export const planCosts = (plan: Plan, view: PlanView): ReadonlyMap<string, Cost> =>
  new Map(plan.steps.map((step) => [step.id, cost(step, plan, view)]));

const cost = (step: Step, plan: Plan, { catalog, clusters }: PlanView): Cost =>
  costOf(step, plan, { catalog, clusters: Math.max(1, clusters.length) });

/** Where a plan looks, in words. */
const placeText = (plan: Plan, { clusters, language }: PlanView): string => {
  const { namespace } = plan.place;
  const { name } = plan.focus;
  const named = clusters.filter((cluster) => cluster !== "");
  const parts = [
    named.length > clustersNamed ? say(language, "manyClusters", { count: named.length }) : listOf(language, named),
    ...(namespace === undefined ? [] : [say(language, "inNamespace", { namespace })]),
    ...(name === undefined ? [] : [say(language, "called", { name })]),
  ].filter((part) => part !== "");
  return parts.length === 0 ? say(language, "here") : parts.join(say(language, "placeJoint"));
};

/** More clusters than this are counted. */
const clustersNamed = 4;

/** Calls of one step; those of several kinds by one tool are one line. */
const callLines = (steps: readonly Step[], plan: Plan, view: PlanView): readonly string[] => {
  const { language } = view;
  const tools = [...new Set(steps.map(({ tool }) => tool))];
  return tools.flatMap((tool) => {
    const own = steps.filter((step) => step.tool === tool);
    const costs = own.map((step) => cost(step, plan, view));
    const count = costs.reduce((sum, { calls }) => sum + calls, 0);
    const paid = say(language, costs.some(({ open }) => open) ? "costAbout" : "costCalls", { count });
    const [one] = own;
    const effect = say(language, one?.effect ?? "read");
    return [
      say(language, "stepCall", { effect, cost: paid, call: `${tool} ${argumentsText(own, plan, view)}`.trim() }),
    ];
  });
};

/** `kind=Deployment|Job, context=east|west`: what each of the calls is told. */
const argumentsText = (steps: readonly Step[], plan: Plan, view: PlanView): string => {
  const pairs = steps.flatMap((step) => {
    const each = step.look
      ? [...Object.entries(step.args), ...placeArguments(step, plan, view)]
      : Object.entries(step.args);
    return each.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const);
  });
  const names = [...new Set(pairs.map(([name]) => name))];
  const valuesOf = (name: string) => [...new Set(pairs.flatMap(([key, value]) => (key === name ? [value] : [])))];
  return names.map((name) => `${name}=${valuesOf(name).join("|")}`).join(", ");
};

const placeArguments = (
  step: Step,
  { place }: Plan,
  { catalog, clusters, language }: PlanView,
): readonly (readonly [string, string])[] => {
  const entry = catalog.get(step.tool);
  const cluster = entry && parameterOf(entry, "cluster");
  const namespace = entry && parameterOf(entry, "namespace");
  const named = clusters.filter((name) => name !== "");
  const isWide = resourceByKey.get(step.look?.resource ?? "")?.namespaced !== true;
  const isEach = namespace?.required === true && !(namespace.name in step.args);
  const inNamespace = place.namespace ?? (isEach ? say(language, "eachNamespace") : undefined);
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
  const count = costs.reduce((sum, { calls }) => sum + calls, 0);
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
