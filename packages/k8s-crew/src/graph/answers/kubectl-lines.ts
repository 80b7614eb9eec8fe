import { parameterOf } from "../../catalog/arguments.ts";
import type { CatalogEntry, Verb } from "../../catalog/types.ts";
import { kubectlOfCall } from "../../guidance/call-commands.ts";
import { currentOfSeveral } from "../../memory/cluster-here.ts";
import type { CallRecord } from "../../output/output.ts";
import { callKey } from "../../plan/source.ts";
import { isEverywhere, type Step } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { asRead, isListed } from "./lay-out.ts";
import { podOfEvents } from "./shown-rows.ts";

/** More lines than these nobody reads beside an answer. */
const lineLimit = 4;

/** The kubectl commands that do what the answer rests on: one for each call that succeeded, without the lists that only helped. */
export const kubectlLines = (parts: Parts, state: State): readonly string[] => {
  if (state.guidanceMemory.kubectl === "off") return [];
  const isSurvey = parts.turn().shelf.surveys.length > 0;
  const commands = isSurvey ? ofSurvey(parts) : ofPlan(parts, state);
  return [...new Set(commands)].slice(0, lineLimit);
};

const ofPlan = (parts: Parts, state: State): readonly string[] => {
  const { plan } = state;
  if (plan === null) return [];
  return asRead(parts, plan.steps).flatMap((group) => {
    if (group.kind === "one") return ofStep(parts, state, { step: group.step }) ?? [];
    const isWhole = group.steps.every((step) => isListed(parts, step));
    const each = group.steps.flatMap((step) => ofStep(parts, state, { step }) ?? []);
    // One list of all namespaces, though it took one call each.
    return isWhole ? (ofStep(parts, state, { step: group.steps[0], wide: true }) ?? each) : each;
  });
};

/** `wide`: what was read by namespace comes to one list of all. */
type Told = { readonly step: Step; readonly wide?: true };

const ofStep = (parts: Parts, state: State, { step, wide }: Told): string | undefined => {
  const { plan } = state;
  const entry = parts.catalog.get(step.tool);
  const isDone = step.done && parts.turn().shelf.results.get(callKey(step))?.outcome === "ok";
  // The report of a diagnosis has its commands beside its evidence.
  if (step.diagnose === true || plan === null || !isDone || !entry) return undefined;
  const { verb, resource, args, after } = step;
  return kubectlOfCall({
    entry,
    verb,
    resource,
    args,
    name: podOfEvents(parts, state, step),
    // A list that is told no namespace is of all, unless it turned out to be of one.
    everywhere: wide ?? (isEverywhere(plan, step) || (listsAll(verb, resource) && step.byNamespace !== true)),
    wide,
    here: currentOfSeveral(state.known),
    lines: after?.lines,
    sinceSeconds: after?.sinceSeconds,
    focus: step.part?.focus ?? plan.focus,
  });
};

const listsAll = (verb: Verb, resource: string): boolean => verb === "list" || (verb === "top" && resource === "pod");

type Looked = { readonly call: CallRecord; readonly verb: Verb; readonly entry: CatalogEntry };

/** A survey reads side by side in every cluster; the first reads are the ones that its verdict rests on most. */
const ofSurvey = (parts: Parts): readonly string[] => {
  const looked = parts.turn().record.calls.flatMap((call): readonly Looked[] => {
    const entry = parts.catalog.get(call.tool);
    const { resource, verb } = call;
    if (!entry || resource === "cluster" || resource === "namespace") return [];
    return verb === "list" || verb === "top" ? [{ call, verb, entry }] : [];
  });
  return looked.flatMap((one) => {
    if (one.call.outcome !== "ok") return [];
    const { entry, verb, call } = one;
    const alike = looked.filter((other) => isAlike(one, other));
    const isWhole =
      new Set(alike.map(namespaceOf)).size > 1 &&
      alike.every((other) => namespaceOf(other) !== undefined && other.call.outcome === "ok");
    const made = { entry, verb, args: call.args, resource: call.resource, ...(isWhole ? { wide: true as const } : {}) };
    return kubectlOfCall({ ...made, everywhere: namespaceOf(one) === undefined || isWhole }) ?? [];
  });
};

/** The same read, but for its namespace. */
const isAlike = (one: Looked, other: Looked): boolean => withoutNamespace(one) === withoutNamespace(other);

const withoutNamespace = ({ call: { tool, args }, entry }: Looked): string => {
  const { [parameterOf(entry, "namespace")?.name ?? ""]: _, ...rest } = args;
  return callKey({ tool, args: rest });
};

const namespaceOf = ({ call, entry }: Looked): unknown => {
  const namespace = parameterOf(entry, "namespace");
  return namespace && call.args[namespace.name];
};
