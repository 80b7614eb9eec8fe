import type { CallResult } from "@k8s-copilot/crew";
import { parameterOf } from "../../catalog/arguments.ts";
import { resourceOfKind } from "../../catalog/resource-words.ts";
import { resourceByKey } from "../../catalog/resources.ts";
import type { Role } from "../../catalog/types.ts";
import { failureOf } from "../../overview/list-everywhere.ts";
import { looksAtMany, namedResource } from "../../plan/decisive.ts";
import { callKey } from "../../plan/source.ts";
import { isEverywhere, type Step } from "../../plan/types.ts";
import { answerFor } from "../../report/answer.ts";
import type { Answer, AnswerContext } from "../../report/answer-context.ts";
import { type Group, groupsOf } from "../../results/grouped.ts";
import { isOfOneNamespace } from "../../results/one-namespace.ts";
import { parseResult } from "../../results/parse-result.ts";
import { listOf } from "../../words/fill.ts";
import { refusedIn } from "../../words/one-namespace-words.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State } from "../state.ts";
import { withoutObject } from "../writes/written-state.ts";
import { placedRows } from "./placed-rows.ts";

/** Steps that are told of by themselves, or as the one list that they come to. */
export type StepGroup =
  | { readonly kind: "one"; readonly step: Step }
  | { readonly kind: "together"; readonly steps: Group<Step> };

/**
 * Lists that were read one namespace of a cluster at a time are one list, where all of them answered with rows, but for
 * namespaces that are refused.
 */
export const asRead = (parts: Parts, steps: readonly Step[]): readonly StepGroup[] => {
  const keyOf = (step: Step) => `${baseOf(step)} ${placeOf(parts, step).cluster ?? ""}`;
  return groupsOf(steps, keyOf).flatMap((group): readonly StepGroup[] => {
    return group.length > 1 &&
      group.some((step) => isListed(parts, step)) &&
      group.every((step) => isListed(parts, step) || isRefused(parts, step))
      ? [{ kind: "together", steps: group }]
      : group.map((step) => ({ kind: "one" as const, step }));
  });
};

/** What came of one step, laid out, where anything did. */
export const layOut = (parts: Parts, state: State, step: Step): Answer | undefined => {
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
export const layOutTogether = (parts: Parts, state: State, steps: readonly [Step, ...Step[]]): Answer => {
  const [first] = steps;
  const { cluster } = placeOf(parts, first);
  const rows = placedRows(parts, steps);
  const refused = steps.filter((step) => isRefused(parts, step)).map((step) => placeOf(parts, step).namespace ?? "");
  const entry = parts.catalog.get(first.tool);
  const currentCluster = entry && parameterOf(entry, "cluster") && cluster === undefined ? true : undefined;
  const answer = answerFor(
    { outcome: "ok", text: "", message: "", rows },
    {
      ...contextOf(parts, state, first),
      ...(cluster === undefined ? {} : { cluster }),
      ...(currentCluster === undefined ? {} : { currentCluster }),
      ...(refused.length === 0 ? { everywhere: true } : { someNamespaces: true }),
    },
  );
  if (refused.length === 0) return answer;
  return { ...answer, text: `${answer.text}\n${refusedIn(state.language, listOf(state.language, refused))}` };
};

const isRefused = (parts: Parts, step: Step): boolean =>
  step.verb === "list" && failureOf(parts.turn().shelf.results.get(callKey(step)))?.cause === "forbidden";

/** Whether a list was read, row by row. */
export const isListed = (parts: Parts, step: Step): boolean => {
  const result = parts.turn().shelf.results.get(callKey(step));
  if (step.failed !== undefined || result?.outcome !== "ok" || step.verb !== "list") return false;
  return parseResult({ ...result, verb: step.verb, resource: step.resource }).form === "rows";
};

/** The step that was expanded to one for each namespace: their ids begin with its own. */
const baseOf = ({ id }: Step): string => id.replace(/\.\d+$/, "");

export const contextOf = (parts: Parts, state: State, step: Step): AnswerContext => {
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
    ...(state.guidanceMemory.kubectl === "off" ? { commands: false } : {}),
    ...focus,
  };
};

/** What a step covered without naming it, and what its name names. */
const reachOf = (
  parts: Parts,
  state: State,
  { step, result }: { step: Step; result: CallResult },
): Pick<AnswerContext, "everywhere" | "whole" | "someNamespaces" | "currentCluster" | "of"> => {
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
    ...(step.verb === "list" && namespace === undefined && !isSelective(parts, step) ? { whole: true } : {}),
    ...(step.byNamespace === true && namespace === undefined ? { someNamespaces: true } : {}),
    ...(entry && parameterOf(entry, "cluster") && cluster === undefined ? { currentCluster: true } : {}),
    ...(step.resource === "event" && name !== undefined ? { of } : {}),
  };
};

/** Whether the server was told to leave things out. */
const isSelective = ({ catalog }: Parts, { tool, args }: Step): boolean =>
  (catalog.get(tool)?.parameters ?? []).some(
    ({ name, role }) => (role === "labelSelector" || role === "fieldSelector" || role === "name") && name in args,
  );

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
