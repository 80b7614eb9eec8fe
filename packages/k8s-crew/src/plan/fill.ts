import { parameterOf } from "../catalog/arguments.ts";
import { decisiveParameters, namedResource } from "./decisive.ts";
import { type KindSearch, searchKind } from "./fill-kind.ts";
import { fillName } from "./fill-name.ts";
import { fillPlace } from "./fill-place.ts";
import { fillContainer, fillValue } from "./fill-rest.ts";
import type { Filling, Gap, Knowledge, Resolution, Taken } from "./fill-types.ts";
import type { SearchGap } from "./source-everywhere.ts";
import type { Plan, Step } from "./types.ts";

/**
 * Decides every parameter of a step that a person has to decide, in order: said in this message, remembered, the only
 * one there is, asked. Pure: it stops at the first list that it has not seen or at the first question, and is called
 * again when that is there.
 */
export const fill = (step: Step, plan: Plan, knowledge: Knowledge): Filling => {
  const entry = knowledge.catalog.get(step.tool);
  if (!entry) return { kind: "impossible", text: step.tool, code: "invalid" };
  let filled = step;
  const taken: Taken[] = [];
  for (const decisive of decisiveParameters(step, entry)) {
    if (decisive.parameter.name in filled.args) continue;
    const gap = { decisive, step: filled, entry, plan, knowledge };
    const search = decisive.role === "cluster" ? undefined : searched(gap, taken);
    if (search) return search;
    const resolution = resolve(gap);
    if (resolution.kind === "omit" || resolution.kind === "value") filled = { ...filled, ...noteOf(resolution) };
    if (resolution.kind === "omit") continue;
    if (resolution.kind === "instead") return fill(resolution.step, plan, knowledge);
    if (resolution.kind === "read") return { ...resolution, taken };
    if (resolution.kind === "ask") {
      return { kind: "ask", ask: { ...resolution.ask, kind: "gap", stepId: step.id, attempts: 0 }, taken };
    }
    if (resolution.kind === "expand") return { ...resolution, parameter: decisive.parameter.name };
    if (resolution.kind === "impossible") return resolution;
    const only = resolution.only === undefined ? {} : { only: resolution.only };
    filled = { ...filled, ...only, args: { ...filled.args, ...resolution.args } };
    taken.push(...resolution.taken);
  }
  return finished({ step: filled, entry, knowledge }, taken);
};

const noteOf = ({ note }: { readonly note?: string }): Pick<Step, "note"> => (note === undefined ? {} : { note });

/** What is left once every parameter is decided: of which kind the thing is, and the effect. */
const finished = (gap: SearchGap, taken: readonly Taken[]): Filling => {
  const search = searched(gap, taken);
  if (search) return search;
  const { knowledge } = gap;
  const step = ofSomePlace(gap);
  const effect = knowledge.catalog.effectOf(step.tool, step.args);
  return { kind: "ready", step: { ...step, effect, ready: true }, taken };
};

/** “Not all namespaces” without one is none: the server would look into its own, which nobody speaks of. */
const ofSomePlace = ({ step, entry }: SearchGap): Step => {
  const [namespace, wide] = [parameterOf(entry, "namespace"), parameterOf(entry, "allNamespaces")];
  if (!namespace || !wide || namespace.name in step.args || step.args[wide.name] !== false) return step;
  return { ...step, args: { ...step.args, [wide.name]: true } };
};

/**
 * Of what kind the named thing is: settled once the cluster is, because some kinds have no namespace to be asked for.
 * Undefined when the guess stands.
 */
const searched = (gap: SearchGap, taken: readonly Taken[]): Filling | undefined => {
  const search: KindSearch = gap.step.guessed === undefined ? { kind: "as_guessed" } : searchKind(gap);
  if (search.kind === "as_guessed") return undefined;
  return search.kind === "impossible" ? search : { ...search, taken };
};

const resolve = (gap: Gap): Resolution => {
  switch (gap.decisive.role) {
    case "cluster":
    case "namespace":
      return fillPlace(gap, gap.decisive.role);
    case "name":
      return fillName(gap, namedResource(gap.step, gap.knowledge.catalog));
    case "container":
      return fillContainer(gap);
    case "value":
      return fillValue(gap);
  }
};
