import { parameterOf } from "../../catalog/arguments.ts";
import type { Thing } from "../../diagnosis/types.ts";
import type { Done } from "../../guidance/next-steps.ts";
import { checks } from "../../overview/checks.ts";
import { nodeTroubles } from "../../overview/node-troubles.ts";
import { podTroubles } from "../../overview/pod-troubles.ts";
import type { ClusterSurvey, Trouble } from "../../overview/types.ts";
import { worstFirst } from "../../overview/worst-first.ts";
import { namedResource } from "../../plan/decisive.ts";
import { decisiveStep } from "../../plan/decisive-step.ts";
import { restartsOf } from "../../plan/restarts-of.ts";
import { callKey } from "../../plan/source.ts";
import { isEverywhere, type Place, type Plan, type Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import { rowOf } from "../../results/rows.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { rowsOf } from "../reads/rows-of.ts";
import type { State } from "../state.ts";
import { podOfEvents, shownRows } from "./shown-rows.ts";
import { reasonsIn } from "./signs.ts";

/** What a plan did and what it showed, as far as the guidance beside an answer needs to know. */
export const sightOf = (parts: Parts, state: State, plan: Plan): Done => {
  const seen = seenBy(parts, state, plan);
  const looked = parts.turn().shelf.surveys.filter(({ reach }) => reach !== "not_selectable");
  if (plan.view !== "call" && looked.length > 0 && looked.every(({ reach }) => reach === "missing"))
    return { ...seen, outcome: "not_found", kind: "pod", ...(inNoNamespace(looked) ? { namespace: undefined } : {}) };
  const told = seen.troubled ? "" : toldByEvents(parts, state, plan);
  return told === "" ? seen : { ...seen, troubled: true, state: told };
};

const seenBy = (parts: Parts, state: State, plan: Plan): Done => {
  const step = stepSeen(parts, plan);
  const survey = plan.view === "call" ? undefined : surveyInTrouble(parts.turn().shelf.surveys);
  const rows = step === undefined ? [] : rowsIn(parts, state, step);
  const place = step === undefined ? {} : placeOf(parts, step);
  const found = survey ? worstUntold(parts, survey) : step && worstOf(parts, step, rows);
  const trouble = found ?? blamedBy(parts, plan);
  const pod = step && podOfEvents(parts, state, step);
  const named = place.name ?? pod ?? step?.mentions.name;
  const subject = trouble ?? (named === undefined ? firstOf(step, rows) : { name: named });
  const namespace = subject?.namespace || (plan.view === "call" ? namespaceOf(plan, step, place) : surveyedIn(parts));
  return {
    view: plan.view,
    verb: diagnoses(plan) ? "diagnose" : step?.verb,
    resource: step?.resource ?? "",
    outcome: outcomeOf(parts, state, plan),
    wrote: step !== undefined && step.effect !== "read",
    empty: step !== undefined && isEmpty(parts, step, rows),
    everywhere: step !== undefined && isEverywhere(plan, step),
    kind: trouble?.resource ?? (pod !== undefined || step === undefined ? "pod" : kindOf(parts, step)),
    name: subject?.name,
    namespace: namespace ?? state.entities.namespace?.value,
    ...(survey === undefined ? {} : clusterElsewhere(survey, state.entities.cluster?.value)),
    troubled: trouble !== undefined,
    state: trouble?.what ?? "",
    hasPreviousLog: hasPreviousLog(parts, plan, trouble),
    shown: [...shownBy(parts, plan), ...addedBy(state)],
  };
};

/** What the events of one thing say of it. */
const toldByEvents = (parts: Parts, state: State, plan: Plan): string => {
  const step = stepSeen(parts, plan);
  const one = step?.resource === "event" ? (podOfEvents(parts, state, step) ?? placeOf(parts, step).name) : undefined;
  return one === undefined ? "" : reasonsIn(parts, state).join("\n");
};

const namespaceOf = (plan: Plan, step: Step | undefined, { namespace }: Place): string | undefined =>
  namespace ?? step?.mentions.namespace ?? plan.place.namespace;

/** The namespace that was to be looked into exists in no cluster. */
const inNoNamespace = (surveys: readonly ClusterSurvey[]): boolean =>
  surveys.every(({ cause }) => cause === "no_namespace");

/** Where a survey looked: the word for it may have named a cluster. */
const surveyedIn = (parts: Parts): string | undefined =>
  parts.turn().shelf.surveys.find(({ reach }) => reach === "ok")?.namespace;

/** Whose cause the answer does not tell already; when it tells all, the worst. */
const worstUntold = (parts: Parts, { troubles }: ClusterSurvey): Trouble | undefined => {
  const told = parts.turn().shelf.causes?.diagnoses.map(({ target }) => target) ?? [];
  const worst = worstFirst(troubles);
  return worst.find((trouble) => !told.some((thing) => isOf(trouble, thing))) ?? worst[0];
};

/** The same thing, or a pod of it. */
const isOf = (trouble: Trouble, { namespace, name }: Thing): boolean =>
  trouble.namespace === namespace && (trouble.name === name || trouble.name.startsWith(`${name}-`));

/** The rows of a list that the answer shows, or the one thing that was looked into. */
const rowsIn = (parts: Parts, state: State, step: Step): readonly Row[] => {
  const names = new Set(shownRows(parts, state).map(({ name }) => name));
  const all = rowsOf(parts, step);
  const rows = step.resource === "event" ? all : all.filter(({ name }) => names.has(name));
  const result = resultOf(parts, step);
  if (rows.length > 0 || result?.outcome !== "ok") return rows;
  const parsed = parseResult({ ...result, verb: step.verb, resource: step.resource });
  const row = parsed.form === "object" ? rowOf(parsed.object, step.resource) : undefined;
  return row === undefined ? [] : [row];
};

/** What a diagnosis found at fault: a pod before what owns it. */
const blamedBy = (parts: Parts, plan: Plan): Trouble | undefined => {
  const { diagnoses: made } = parts.turn().shelf;
  const findings = plan.steps.flatMap((step) => made.get(callKey(step)) ?? []).flatMap((each) => each.findings);
  const one = findings.find(({ object }) => object.resource === "pod") ?? findings[0];
  return one && { ...one.object, what: "" };
};

/** The change, where there was one: what stands behind it only checks it. */
const stepSeen = (parts: Parts, plan: Plan): Step | undefined =>
  plan.steps.findLast((step) => step.effect !== "read" && resultOf(parts, step)?.outcome === "ok") ??
  decisiveStep(plan);

const resultOf = (parts: Parts, step: Step) => parts.turn().shelf.results.get(callKey(step));

/** Why something fails takes several reads, at different things about one. */
const diagnoses = ({ asked }: Plan): boolean => asked?.verb === "diagnose";

const outcomeOf = (parts: Parts, { status, error }: State, plan: Plan): string => {
  if (status !== "ok") return error?.code ?? status;
  if (plan.view !== "call") return "ok";
  const results = plan.steps.flatMap((step) => resultOf(parts, step) ?? []);
  const failed = results.filter(({ outcome }) => outcome !== "ok");
  return failed.length > 0 && failed.length === results.length ? (failed[0]?.outcome ?? "ok") : "ok";
};

const listing: readonly string[] = ["list", "search", "top"];

const isEmpty = (parts: Parts, step: Step, rows: readonly Row[]): boolean =>
  listing.includes(step.verb) && rows.length === 0 && resultOf(parts, step)?.outcome === "ok";

const kindOf = (parts: Parts, step: Step): string =>
  step.resource === "event" ? namedResource(step, parts.catalog) : step.resource;

/** In a list of things that are all well, the first one is as good as any. */
const firstOf = (step: Step | undefined, rows: readonly Row[]): Pick<Row, "name" | "namespace"> | undefined =>
  step !== undefined && step.resource !== "event" && step.verb === "list" ? rows[0] : undefined;

const surveyInTrouble = (surveys: readonly ClusterSurvey[]): ClusterSurvey | undefined =>
  surveys.find(({ troubles }) => troubles.some(({ resource }) => resource === "pod")) ??
  surveys.find(({ troubles }) => troubles.length > 0);

/** The cluster that was surveyed, unless the next request goes there by itself. */
export const clusterElsewhere = (
  { cluster, current }: ClusterSurvey,
  remembered: string | undefined,
): { cluster?: string } => {
  const here = remembered === undefined ? current : remembered === cluster;
  return here || cluster === "" ? {} : { cluster };
};

const worstOf = (parts: Parts, { resource }: Step, rows: readonly Row[]): Trouble | undefined => {
  const now = parts.settings.now();
  if (resource === "pod") return worstFirst(podTroubles(rows, now))[0];
  if (resource === "node") return nodeTroubles(rows, now)[0];
  const found = resource === "event" ? [] : (checks[resource]?.(rows, now) ?? []);
  return found.find((trouble) => trouble.resource === resource || trouble.resource === "service");
};

/** Whether the run before the last restart left a log, and the server can give it. */
const hasPreviousLog = (parts: Parts, plan: Plan, trouble: Trouble | undefined): boolean => {
  const { catalog, settings, turn } = parts;
  const lookup = (call: Pick<Step, "tool" | "args">) => turn().shelf.results.get(callKey(call));
  const read = plan.steps.some((step) => {
    const entry = catalog.get(step.tool);
    if (!entry || !parameterOf(entry, "previous")) return false;
    const restarts = restartsOf({ step, entry, knowledge: { catalog, lookup, now: settings.now() } });
    return typeof restarts === "number" && restarts > 0;
  });
  const logs = catalog.find({ verb: "logs", resource: "pod" })[0];
  return (
    read || ((trouble?.restarts ?? 0) > 0 && logs !== undefined && parameterOf(logs.entry, "previous") !== undefined)
  );
};

const addedBy = ({ further }: State): readonly string[] =>
  (further ?? []).flatMap(({ why, verb, resource }) => (why === undefined ? [`${verb} ${resource}`] : []));

const shownBy = (parts: Parts, plan: Plan): readonly string[] => {
  const view = plan.view === "call" ? [] : [plan.view];
  const broken = plan.steps.some(({ resource }) => resource === "pod") && plan.focus.quality === "broken";
  const read = plan.steps
    .filter(({ diagnose, look }) => diagnose !== true && look === undefined)
    .flatMap((step) => {
      const entry = parts.catalog.get(step.tool);
      const previous = entry && parameterOf(entry, "previous");
      const shown = `${step.verb} ${step.resource}`;
      if (previous && step.args[previous.name] === true) return [`previous ${shown}`];
      // The answer to a change is not the thing itself.
      if (step.effect !== "read") return [];
      return isEverywhere(plan, step) ? [shown, `everywhere ${shown}`] : [shown];
    });
  return [...view, ...(broken ? ["broken pods"] : []), ...(diagnoses(plan) ? ["diagnose"] : []), ...read];
};
