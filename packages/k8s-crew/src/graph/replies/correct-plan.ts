import { parameterOf } from "../../catalog/arguments.ts";
import { clusterOf, readRequest } from "../../language/index.ts";
import type { Plan, Step } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";

const roles = ["cluster", "namespace", "name"] as const;

/**
 * “No, I meant payment” while a question is open: not an answer to it, but what the request itself should have said.
 * Undefined when the text corrects nothing that the open step was told.
 */
export const planCorrectedBy = (
  text: string,
  { parts, state, stepId }: { readonly parts: Parts; readonly state: State; readonly stepId: string },
): Plan | undefined => {
  const { plan, known, language } = state;
  const asked = plan?.steps.find(({ id }) => id === stepId);
  const said = readRequest(text, {
    clusters: [...(known.cluster ?? [])],
    namespaces: [...(known.namespace ?? [])],
    language,
  });
  if (!plan || !asked || said.corrects !== true || said.verb !== undefined) return undefined;
  const corrections = roles.flatMap((role) => {
    const value = said[role];
    return value === undefined || asked.mentions[role] === undefined ? [] : [[role, value] as const];
  });
  if (corrections.length === 0) return undefined;
  const corrected = Object.fromEntries(corrections);
  // “No, the one in dev” where dev was said before: what was taken for its cluster is not the one that is meant.
  const isSaid = corrections.every(([role, value]) => asked.mentions[role] === value);
  const cluster = isSaid ? clusterOf(corrected.namespace ?? "", known.cluster) : undefined;
  return planWith(plan, cluster === undefined ? corrected : { ...corrected, cluster }, { parts, stepId });
};

type About = { readonly parts: Parts; readonly stepId: string };

/** The plan with other places or another name for what a question is about; what hung on them is open again. */
export const planWith = (plan: Plan, mentions: Step["mentions"], about: About): Plan => {
  const first = roles.find((role) => mentions[role] !== undefined) ?? "cluster";
  return withOpen(plan, about, (step) => ({
    ...withoutArguments(about.parts, step, first),
    mentions: { ...step.mentions, ...mentions },
  }));
};

/** The plan with a place open again, and all that hung on it; the name that was asked for stays. */
export const planFrom = (plan: Plan, first: "cluster" | "namespace", about: About): Plan =>
  withOpen(plan, about, (step) => {
    const { namespace: _, container: __, cluster, ...rest } = step.mentions;
    const mentions = cluster === undefined || first === "cluster" ? rest : { ...rest, cluster };
    return { ...withoutArguments(about.parts, step, first), mentions };
  });

const withOpen = (plan: Plan, { stepId }: About, changed: (step: Step) => Step): Plan => {
  const asked = plan.steps.find(({ id }) => id === stepId);
  const isOpen = (step: Step) => !step.ready && !step.done && step.part?.index === asked?.part?.index;
  return { ...plan, steps: plan.steps.map((step) => (isOpen(step) ? changed(step) : step)) };
};

/** What was settled of a place or name that is changed is open again, and all below it. */
export const withoutArguments = (parts: Parts, step: Step, first: (typeof roles)[number]): Step => {
  const entry = parts.catalog.get(step.tool);
  const settled = roles.slice(roles.indexOf(first)).flatMap((role) => {
    const parameter = entry && parameterOf(entry, role, step.resource);
    return parameter ? [parameter.name] : [];
  });
  return { ...step, args: Object.fromEntries(Object.entries(step.args).filter(([name]) => !settled.includes(name))) };
};
