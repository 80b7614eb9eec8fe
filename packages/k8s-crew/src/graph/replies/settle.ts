import { argumentsFor, inFormOf, parameterOf } from "../../catalog/arguments.ts";
import { resourceByKey } from "../../catalog/resources.ts";
import { allChoices } from "../../choices/offer.ts";
import type { Ask } from "../../choices/types.ts";
import { amountsIn } from "../../language/index.ts";
import { leftOver } from "../../plan/left-over.ts";
import { ofSamePart, type Part, type Plan, type Step } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";

type Settling = { readonly ask: Ask; readonly values: readonly string[]; readonly parts: Parts };

/** Puts the picked value into every step that is waiting for it; several values make several steps. */
export const settled = (plan: Plan, { ask, values, parts }: Settling): Plan => ({
  ...plan,
  steps: plan.steps.flatMap((step) => {
    if (!isAskedFor(plan, ask, step)) return [step];
    if (ask.parameter === "namespace" && !isInSameCluster(plan, { ask, values, parts }, step))
      return values.map((namespace, index) => ({
        ...step,
        id: values.length > 1 ? `${step.id}.${index + 1}` : step.id,
        mentions: { ...step.mentions, namespace },
      }));
    return values.map((value, index) => ({
      ...settle(step, { ask, value, parts, id: values.length > 1 ? `${step.id}.${index + 1}` : step.id }),
      ...(ask.parameter === "cluster" && values.length > 1 ? { part: partOf(plan, step, index) } : {}),
    }));
  }),
});

/** One of several clusters is a part of its own: what it does not have is told, and the others go on. */
const partOf = ({ focus, allNamespaces }: Plan, { part }: Step, index: number): Part => ({
  ...(part ?? { focus, everywhere: allNamespaces }),
  index: (part?.index ?? 0) * 100 + index,
});

/** A namespace that was picked from the list of one cluster is held against those of another. */
const isInSameCluster = ({ steps }: Plan, { ask, parts }: Settling, step: Step): boolean => {
  const clusterOf = (each: Step | undefined) => {
    const entry = each && parts.catalog.get(each.tool);
    const parameter = entry && parameterOf(entry, "cluster");
    return parameter && each.args[parameter.name];
  };
  return clusterOf(step) === clusterOf(steps.find(({ id }) => id === ask.stepId));
};

/** The request that was asked about is meant for all namespaces, or no longer is. */
export const everywhere = (plan: Plan, ask: Ask, all: boolean): Plan => ({
  ...plan,
  allNamespaces: all,
  steps: plan.steps.map((step) =>
    step.part && isAskedFor(plan, ask, step) ? { ...step, part: { ...step.part, everywhere: all } } : step,
  ),
});

/**
 * Whether a reply to the question is meant for this open step: one of the same request, or one of another that said the
 * same of what is asked ("logs and events of cart" ask once which cart is meant).
 */
const isAskedFor = ({ steps }: Plan, { stepId, parameter }: Ask, step: Step): boolean => {
  if (step.ready || step.done) return false;
  const asked = steps.find(({ id }) => id === stepId);
  if (asked === undefined || ofSamePart(asked, step)) return true;
  if (parameter === "cluster" || parameter === "namespace")
    return asked.mentions[parameter] === step.mentions[parameter] && !(step.part?.everywhere ?? false);
  const { name } = asked.mentions;
  const same = asked.resource === step.resource || step.resource === "event";
  return name !== undefined && name === step.mentions.name && same;
};

export const places: readonly string[] = ["cluster", "namespace", "container"];

/** Choices out of a list over all namespaces are `namespace/name`. */
export const splitValue = (ask: Ask, value: string): { namespace?: string; name: string } => {
  const slash = value.indexOf("/");
  if (slash < 0 || places.includes(ask.parameter) || !allChoices(ask).some((choice) => choice.value === value))
    return { name: value };
  return { namespace: value.slice(0, slash), name: value.slice(slash + 1) };
};

const settle = (step: Step, { ask, value, parts, id }: { ask: Ask; value: string; parts: Parts; id: string }): Step => {
  const entry = parts.catalog.get(step.tool);
  if (!entry) return step;
  const { namespace, name } = splitValue(ask, value);
  const role =
    ask.parameter === "cluster" || ask.parameter === "namespace" || ask.parameter === "container"
      ? ask.parameter
      : "name";
  const named = entry.parameters.find((parameter) => parameter.name === ask.parameter);
  const target = role === "name" ? (parameterOf(entry, "name", step.resource) ?? named) : parameterOf(entry, role);
  const place = namespace === undefined ? undefined : parameterOf(entry, "namespace");
  const own = named && role === "name" ? named : target;
  return {
    ...step,
    id,
    args: {
      ...step.args,
      ...(own ? { [own.name]: inFormOf(own, name) } : {}),
      ...(place && namespace !== undefined ? { [place.name]: namespace } : {}),
    },
  };
};

/** A value that no list knows (replicas, image, …) is taken as it was typed. */
export const isPlainValue = (ask: Ask): boolean => !places.includes(ask.parameter) && !resourceByKey.has(ask.parameter);

/** How much of a log a reply asks for beside its answer; undefined when it says nothing of that. */
export const withAmounts = (
  plan: Plan,
  ask: Ask,
  { text, parts }: { text: string; parts: Parts },
): Plan | undefined => {
  const said = amountsIn(text);
  const fits = (step: Step) => isAskedFor(plan, ask, step) && (step.verb === "logs" || step.resource === "event");
  if (Object.keys(said).length === 0 || !plan.steps.some(fits)) return undefined;
  const narrowed = (step: Step): Step => {
    const entry = parts.catalog.get(step.tool);
    if (!entry || !fits(step)) return step;
    return {
      ...step,
      ...leftOver(entry, step.resource, said),
      args: { ...step.args, ...argumentsFor(entry, step.resource, said) },
    };
  };
  return { ...plan, steps: plan.steps.map(narrowed) };
};

/** A name that is no choice is held against the lists like one that was said at first. */
export const mentioned = (plan: Plan | null, ask: Ask, value: string): Plan | null => {
  if (!plan) return plan;
  const role = places.includes(ask.parameter) ? ask.parameter : "name";
  const place = role === "namespace" || role === "cluster";
  const open = place ? everywhere(plan, ask, false) : plan;
  return {
    ...open,
    steps: open.steps.map((step) =>
      isAskedFor(open, ask, step) ? { ...step, mentions: { ...step.mentions, [role]: value } } : step,
    ),
  };
};
