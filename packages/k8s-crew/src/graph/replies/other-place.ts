import { parameterOf } from "../../catalog/arguments.ts";
import { readRequests } from "../../language/index.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { planWith } from "./correct-plan.ts";
import type { Replying } from "./understood.ts";

/** Clusters and namespaces that lists have shown, those of this turn included. */
export const knownPlaces = (
  parts: Parts,
  { known, entities }: State,
  step: Step | undefined,
): { readonly clusters: string[]; readonly namespaces: string[] } => ({
  // Each once: what a part of a name means is told only where one place has it.
  clusters: each(known.cluster, step ? listedFor(parts, step, { role: "cluster", entities }) : []),
  namespaces: each(known.namespace, step ? listedFor(parts, step, { role: "namespace", entities }) : []),
});

const each = (known: readonly string[] | undefined, listed: readonly string[]): string[] => [
  ...new Set([...(known ?? []), ...listed]),
];

type Listed = { readonly role: "cluster" | "namespace"; readonly entities: State["entities"] };

const listedFor = (parts: Parts, step: Step, { role, entities }: Listed): readonly string[] => {
  const entry = parts.catalog.get(step.tool);
  const parameter = entry && parameterOf(entry, role);
  const cluster = entry && parameterOf(entry, "cluster");
  const here = cluster && entities.cluster ? { [cluster.name]: entities.cluster.value } : {};
  const template = parameter && parts.catalog.sourceOf(step.tool, parameter.name, { ...here, ...step.args });
  const result =
    template && parts.turn().shelf.results.get(callKey({ tool: template.entry.tool, args: template.args }));
  if (result?.outcome !== "ok") return [];
  const parsed = parseResult({ ...result, verb: "list", resource: role });
  return parsed.form === "rows" ? parsed.rows.map(({ name }) => name) : [];
};

/**
 * A cluster named at the question for a namespace, or a namespace at that for a pod: the person looks elsewhere.
 * The plan with the place changed, and what hung on it open again.
 */
export const movedTo = (text: string, { parts, state, ask }: Replying): Plan | undefined => {
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const entry = step && parts.catalog.get(step.tool);
  if (!state.plan || !step || !entry || ask.parameter === "cluster") return undefined;
  const { clusters, namespaces } = knownPlaces(parts, state, step);
  const said = readRequests(text, { clusters, namespaces, language: state.language }).requests[0]?.request;
  const cluster = said?.cluster !== undefined && clusters.includes(said.cluster) ? said.cluster : undefined;
  const isPlace = ask.parameter === "namespace";
  const namespace =
    !isPlace && said?.namespace !== undefined && namespaces.includes(said.namespace) ? said.namespace : undefined;
  const mentions = {
    ...(cluster !== undefined && parameterOf(entry, "cluster") ? { cluster } : {}),
    ...(namespace !== undefined && parameterOf(entry, "namespace") ? { namespace } : {}),
  };
  if (Object.keys(mentions).length === 0) return undefined;
  return planWith(state.plan, mentions, { parts, stepId: ask.stepId });
};
