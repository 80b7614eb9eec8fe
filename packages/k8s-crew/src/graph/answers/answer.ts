import type { CallResult } from "@k8s-copilot/crew";
import { parameterOf } from "../../catalog/arguments.ts";
import { resourceOfKind } from "../../catalog/resource-words.ts";
import { resourceByKey } from "../../catalog/resources.ts";
import type { Role } from "../../catalog/types.ts";
import { type ShownRow, shownRow } from "../../memory/shown.ts";
import { renderSurveys } from "../../overview/render.ts";
import type { ClusterSurvey } from "../../overview/types.ts";
import { looksAtMany, namedResource } from "../../plan/decisive.ts";
import { callKey } from "../../plan/source.ts";
import { isEverywhere, type Step } from "../../plan/types.ts";
import { findingsText } from "../../playbooks/findings-text.ts";
import { answerFor } from "../../report/answer.ts";
import type { Answer, AnswerContext } from "../../report/answer-context.ts";
import { unusedAnswer } from "../../report/unused-answer.ts";
import { usersAnswer } from "../../report/users-answer.ts";
import { eventFacts } from "../../results/event-facts.ts";
import { fieldReaders } from "../../results/fields.ts";
import { isOfOneNamespace } from "../../results/one-namespace.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State } from "../state.ts";
import { withoutObject, writtenState } from "../writes/written-state.ts";
import { besideText } from "./beside.ts";
import { cleanUpCommands, unableCommands } from "./clean-up-commands.ts";
import { comparedText } from "./compared.ts";
import { causesText, diagnosisText, timelinesText } from "./diagnosis.ts";
import { furtherText } from "./further-text.ts";
import { placedRows, referringRows } from "./placed-rows.ts";
import { rightsText } from "./rights.ts";

/** Steps that are told of by themselves, or as the one list that they come to. */
type StepGroup =
  | { readonly kind: "one"; readonly step: Step }
  | { readonly kind: "together"; readonly steps: readonly [Step, ...Step[]] };

/** Lists that were read one namespace of a cluster at a time are one list, where all of them answered with rows. */
const asRead = (parts: Parts, steps: readonly Step[]): readonly StepGroup[] => {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const key = `${baseOf(step)} ${placeOf(parts, step).cluster ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups.values()].flatMap((group): readonly StepGroup[] => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    return others.length > 0 && group.every((step) => isListed(parts, step))
      ? [{ kind: "together", steps: [first, ...others] }]
      : group.map((step) => ({ kind: "one" as const, step }));
  });
};

/** The step that was expanded to one for each namespace: their ids begin with its own. */
const baseOf = ({ id }: Step): string => id.replace(/\.\d+$/, "");

const isListed = (parts: Parts, step: Step): boolean => {
  const result = parts.turn().shelf.results.get(callKey(step));
  if (step.failed !== undefined || result?.outcome !== "ok" || step.verb !== "list") return false;
  return parseResult({ ...result, verb: step.verb, resource: step.resource }).form === "rows";
};

/** What the results say, laid out by code: the facts of the answer. */
export const answerText = (parts: Parts, state: State): string => {
  const { plan, language } = state;
  const turn = parts.turn();
  if (!plan) return state.answer;
  const { surveys, looks } = turn.shelf;
  if (surveys.length > 0 || looks.length > 0) {
    const options = { language, width: turn.width };
    const survey = byPlace(surveys)
      .map((group) => renderSurveys(group, options))
      .join("\n\n");
    const explained = turn.shelf.causes?.diagnoses.some(({ findings }) => findings.length > 0) === true;
    const commands =
      state.guidanceMemory.kubectl === "off" ? undefined : { deletes: cleanUpCommands, unable: unableCommands };
    const found = { surveys, looks, explained, commands, ...options, now: parts.settings.now() };
    const shown = plan.playbook ? findingsText(plan, found) : "";
    const called = plan.steps.slice(1).filter(({ look }) => look === undefined);
    const more = asRead(parts, called).map((group) => groupText(parts, state, group));
    return [timelinesText(parts, state) || survey, causesText(parts, state), furtherText(parts, state), ...more, shown]
      .filter((part) => part !== "")
      .join("\n\n");
  }
  const tell = (step: Step) => layOut(parts, state, step)?.text ?? "";
  if (plan.steps.length > 1 && plan.steps.every(({ part }) => part?.focus.compare === true))
    return comparedText(parts, state, tell);
  if (plan.steps.length > 1 && plan.steps.every(({ part }) => part?.focus.beside !== undefined))
    return besideText(parts, state, tell);
  if (plan.asked !== undefined && isAboutRights(parts, plan.steps)) return rightsText(parts, state, plan.asked);
  if (plan.steps.length > 1 && plan.steps.every(({ part }) => part?.focus.unused === true))
    return unusedText(parts, state, plan.steps);
  if (plan.focus.usedThing !== undefined && plan.steps.length > 0) return usersText(parts, state, plan.steps);
  return [
    ...answerFirst(parts, state, asRead(parts, plan.steps)).map((group) => groupText(parts, state, group)),
    furtherText(parts, state),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

/** Of several ways to something from outside, those that there are come before those that there are not. */
const answerFirst = (parts: Parts, state: State, groups: readonly StepGroup[]): readonly StepGroup[] => {
  const isNoWay = (group: StepGroup): boolean => {
    const step = group.kind === "one" ? group.step : group.steps[0];
    const fact = step.part?.focus.fact;
    if (fact !== "host" && fact !== "address") return false;
    const rows = group.kind === "one" ? rowsShown(parts, state, step) : layOutTogether(parts, state, group.steps).rows;
    return rows.every((row) => !fieldReaders[fact].text(row, parts.settings.now()));
  };
  return groups.toSorted((one, other) => Number(isNoWay(one)) - Number(isNoWay(other)));
};

/** Surveys of the same part of their clusters stand in one table. */
const byPlace = (surveys: readonly ClusterSurvey[]): readonly (readonly ClusterSurvey[])[] => {
  const groups = new Map<string, ClusterSurvey[]>();
  for (const survey of surveys) {
    const key = JSON.stringify([survey.namespace, survey.name]);
    groups.set(key, [...(groups.get(key) ?? []), survey]);
  }
  return [...groups.values()];
};

/** The bindings were read; roles that were not are told as such. */
const isAboutRights = (parts: Parts, steps: readonly Step[]): boolean =>
  steps.length > 1 &&
  steps.every(({ part }) => part?.focus.rights !== undefined) &&
  steps.every(
    (step) => !(step.resource.endsWith("binding") || step.part?.focus.rights?.ask === "rules") || isListed(parts, step),
  );

/** Which pods refer to the thing that was named. */
const usersText = (parts: Parts, state: State, steps: readonly Step[]): string => {
  const { language } = state;
  const failed = steps.find((step) => step.failed !== undefined || !isListed(parts, step));
  if (failed !== undefined) return failed.failed?.text ?? layOut(parts, state, failed)?.text ?? "";
  const name = state.plan?.focus.usedThing ?? "";
  return usersAnswer(referringRows(parts, steps), { language, width: parts.turn().width, name });
};

/** What no pod refers to: the first list against the second, where both were read. */
const unusedText = (parts: Parts, state: State, steps: readonly Step[]): string => {
  const { language } = state;
  const failed = steps.find((step) => step.failed !== undefined || !isListed(parts, step));
  if (failed !== undefined) return failed.failed?.text ?? layOut(parts, state, failed)?.text ?? "";
  const rowsIn = (index: number) =>
    referringRows(
      parts,
      steps.filter(({ part }) => part?.index === index),
    );
  const { resource = "", part } = steps.find((step) => step.part?.index === 0) ?? {};
  const { width } = parts.turn();
  const looked = { language, resource, width, now: parts.settings.now(), everywhere: part?.everywhere === true };
  return unusedAnswer(rowsIn(0), rowsIn(1), looked);
};

const groupText = (parts: Parts, state: State, group: StepGroup): string =>
  group.kind === "one" ? stepText(parts, state, group.step) : layOutTogether(parts, state, group.steps).text;

const stepText = (parts: Parts, state: State, step: Step): string =>
  step.failed?.text ??
  diagnosisText(parts, state, step) ??
  writtenState(parts, state, step) ??
  layOut(parts, state, step)?.text ??
  "";

const layOut = (parts: Parts, state: State, step: Step): Answer | undefined => {
  const { results, details } = parts.turn().shelf;
  const result = results.get(callKey(step));
  if (!result) return undefined;
  const rows = details.get(callKey(step));
  const text = withoutObject(parts, state, step) ?? result.text;
  const found = { ...result, text, ...(rows === undefined ? {} : { rows }) };
  return answerFor(found, {
    ...contextOf(parts, state, step),
    ...placeOf(parts, step),
    ...reachOf(parts, state, { step, result }),
  });
};

/** One list of all namespaces, though it was read one namespace at a time. */
const layOutTogether = (parts: Parts, state: State, steps: readonly [Step, ...Step[]]): Answer => {
  const [first] = steps;
  const { cluster } = placeOf(parts, first);
  const rows = placedRows(parts, steps);
  const entry = parts.catalog.get(first.tool);
  const currentCluster = entry && parameterOf(entry, "cluster") && cluster === undefined ? true : undefined;
  return answerFor(
    { outcome: "ok", text: "", message: "", rows },
    {
      ...contextOf(parts, state, first),
      ...(cluster === undefined ? {} : { cluster }),
      ...(currentCluster === undefined ? {} : { currentCluster }),
      everywhere: true,
    },
  );
};

const contextOf = (parts: Parts, state: State, step: Step): AnswerContext => {
  const { name: focused, ...focus } = step.part?.focus ?? state.plan?.focus ?? {};
  const name = step.only ?? focused;
  return {
    verb: step.verb,
    resource: step.resource,
    language: state.language,
    width: parts.turn().width,
    now: parts.settings.now(),
    ...limitOf(parts, step),
    ...narrowed(parts, step),
    ...(name === undefined ? {} : { nameContains: name }),
    ...(state.skip === 0 ? {} : { skip: state.skip }),
    ...focus,
  };
};

/** The rows that the answer shows, in its order: what “the second one” is counted by. Events are no things of their own. */
export const shownRows = (parts: Parts, state: State): readonly ShownRow[] =>
  asRead(
    parts,
    (state.plan?.steps ?? []).filter(({ resource }) => resource !== "event"),
  ).flatMap((group) => {
    if (group.kind === "together")
      return layOutTogether(parts, state, group.steps).rows.map((row) =>
        shownRow(group.steps[0].resource, row, undefined),
      );
    const { step } = group;
    const { namespace } = placeOf(parts, step);
    return (layOut(parts, state, step)?.rows ?? []).map((row) => shownRow(step.resource, row, namespace));
  });

/** The rows that the answer shows of a step, in its order. */
export const rowsShown = (parts: Parts, state: State, step: Step): readonly Row[] =>
  layOut(parts, state, step)?.rows ?? [];

/** Where the list goes on that the answer cut, if it was the only one. */
export const goesOnAt = (parts: Parts, state: State): number | null => {
  const nexts = (state.plan?.steps ?? []).flatMap((step) => layOut(parts, state, step)?.next ?? []);
  return nexts.length === 1 ? (nexts[0] ?? null) : null;
};

/** The one pod that the events happened to that were picked out by a name: what is asked next may be about it. */
export const podOfEvents = (parts: Parts, state: State, step: Step): string | undefined => {
  if (step.resource !== "event" || step.only === undefined) return undefined;
  const rows = layOut(parts, state, step)?.rows ?? [];
  const objects = new Set(rows.map((row) => eventFacts(row, parts.settings.now()).object));
  const [object] = objects;
  // Where none happened, the name is known for one when the conversation is about it.
  if (objects.size === 0) return state.entities.pod?.value === step.only ? step.only : undefined;
  return objects.size === 1 ? /^pod\/(.+)$/i.exec(object ?? "")?.[1] : undefined;
};

/** What a step covered without naming it, and what its name names. */
const reachOf = (
  parts: Parts,
  state: State,
  { step, result }: { step: Step; result: CallResult },
): { everywhere?: boolean; currentCluster?: boolean; of?: string } => {
  const entry = parts.catalog.get(step.tool);
  const { cluster, namespace, name } = placeOf(parts, step);
  const isNamespaced = resourceByKey.get(step.resource)?.namespaced === true;
  const { plan } = state;
  const wide = namespace === undefined && plan !== null && isEverywhere(plan, step) && !isOfOneNamespace(result);
  const kind = entry && parameterOf(entry, "kind");
  const said = kind ? step.args[kind.name] : undefined;
  const of = (typeof said === "string" ? resourceOfKind(said)?.key : undefined) ?? namedResource(step, parts.catalog);
  return {
    ...(isNamespaced && wide && looksAtMany(step) ? { everywhere: true } : {}),
    ...(entry && parameterOf(entry, "cluster") && cluster === undefined ? { currentCluster: true } : {}),
    ...(step.resource === "event" && name !== undefined ? { of } : {}),
  };
};

/** The number of rows at which the server stops: by itself, or because no more could be asked for. */
const limitOf = (parts: Parts, step: Step): { limit?: number | "unknown" } => {
  const entry = parts.catalog.get(step.tool);
  const parameter = entry && parameterOf(entry, "limit");
  if (!parameter) return {};
  const asked = Number(step.args[parameter.name] ?? Number.NaN);
  if (!Number.isNaN(asked)) return { limit: asked };
  const said = /(?:default\w*|默认)\D{0,12}(\d{1,6})/i.exec(parameter.description)?.[1];
  const limit = Number(parameter.default ?? said ?? Number.NaN);
  return { limit: Number.isNaN(limit) ? "unknown" : limit };
};

/** How much of a log or of events was asked for: by an argument of the call, or kept to be applied to its result. */
const narrowed = (
  parts: Parts,
  { tool, args, after = {} }: Step,
): { lines?: number; previous?: boolean; sinceSeconds?: number } => {
  const entry = parts.catalog.get(tool);
  const value = (role: Role) => {
    const parameter = entry ? parameterOf(entry, role) : undefined;
    return parameter ? args[parameter.name] : undefined;
  };
  const lines = after.lines ?? Number(value("tail"));
  return {
    ...(lines > 0 ? { lines } : {}),
    ...(value("previous") === true ? { previous: true } : {}),
    ...(after.sinceSeconds === undefined ? {} : { sinceSeconds: after.sinceSeconds }),
  };
};
