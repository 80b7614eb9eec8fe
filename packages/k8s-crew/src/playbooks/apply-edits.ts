import { nameParameterOf, parameterOf } from "../catalog/arguments.ts";
import type { Catalog, Verb } from "../catalog/types.ts";
import type { Language } from "../language/types.ts";
import { admit } from "../plan/admit.ts";
import type { Place, Plan, Step } from "../plan/types.ts";
import { listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { sayPlan } from "../words/plan-reply-words.ts";
import { say } from "../words/playbook-words.ts";
import { reasonFor } from "../words/reasons.ts";
import { lookTemplate } from "./look-steps.ts";
import type { Meant, PlanEdit } from "./read-edits.ts";
import { numberedSteps, stepNumber } from "./step-numbers.ts";

export type Edited =
  | { readonly kind: "changed"; readonly plan: Plan }
  /** The plan stays as it is, and why. */
  | { readonly kind: "cannot"; readonly text: string };

type With = { readonly catalog: Catalog; readonly language: Language };

/** The plan with one change. What cannot be done is said and changes nothing. */
export const applyEdit = (plan: Plan, edit: PlanEdit, options: With): Edited => {
  switch (edit.kind) {
    case "drop":
      return kept(plan, edit, { ...options, isKept: (meant) => !meant });
    case "keep":
      return kept(plan, edit, { ...options, isKept: (meant) => meant });
    case "first":
      return first(plan, edit, options);
    case "add":
      return added(plan, edit, { ...options, atFront: false });
    case "place":
      return { kind: "changed", plan: inPlace(plan, edit.place, options.catalog) };
    default:
      return { kind: "changed", plan };
  }
};

/** Whether a step is one of those that were named. */
export const isMeant = (plan: Plan, step: Step, { numbers, resources, verbs }: Meant): boolean => {
  const verb = step.look?.atFindings ? "diagnose" : (step.look?.verb ?? step.verb);
  // A closer look reads logs and events: who wants none of them wants no closer look.
  const isLog = verb === "logs" || verb === "diagnose";
  return (
    numbers.includes(stepNumber(plan, step) ?? 0) ||
    (verb !== "diagnose" && resources.includes(step.look?.resource ?? step.resource)) ||
    verbs.some((each) => (each === "logs" ? isLog : each === verb))
  );
};

type Keeping = With & { readonly isKept: (meant: boolean) => boolean };

const kept = (plan: Plan, meant: Meant, { isKept, language }: Keeping): Edited => {
  const shown = numberedSteps(plan);
  const left = shown.filter((step) => isKept(isMeant(plan, step, meant)));
  if (shown.every((step) => !isMeant(plan, step, meant))) return { kind: "cannot", text: say(language, "noSuchStep") };
  if (left.length === 0) return { kind: "cannot", text: say(language, "nothingLeft") };
  return { kind: "changed", plan: reordered(plan, left) };
};

const first = (plan: Plan, meant: Meant, options: With): Edited => {
  const shown = numberedSteps(plan);
  const chosen = shown.filter((step) => isMeant(plan, step, meant));
  if (chosen.length === 0) return added(plan, meant, { ...options, atFront: true });
  return { kind: "changed", plan: reordered(plan, [...chosen, ...shown.filter((step) => !chosen.includes(step))]) };
};

type Adding = With & { readonly atFront: boolean };

const added = (plan: Plan, { resources, verbs }: Meant, { catalog, language, atFront }: Adding): Edited => {
  const wanted: readonly (readonly [Verb, string])[] = verbs.includes("top")
    ? (resources.length > 0 ? resources : ["pod", "node"]).map((resource) => ["top", resource])
    : resources.map((resource) => ["list", resource]);
  const shown = numberedSteps(plan);
  const isThere = ([verb, resource]: readonly [Verb, string]) =>
    shown.some(
      ({ look, ...step }) => (look?.verb ?? step.verb) === verb && (look?.resource ?? step.resource) === resource,
    );
  const missing = wanted.filter((each) => !isThere(each));
  if (wanted.length > 0 && missing.length === 0) return { kind: "cannot", text: say(language, "alreadyThere") };
  if (wanted.length === 0 && verbs.includes("logs")) return { kind: "cannot", text: logsText(plan, language) };
  const steps = missing.flatMap(([verb, resource]) => newStep(plan, [verb, resource], { catalog, language }));
  if (steps.length < missing.length || steps.length === 0) {
    const kinds = listOf(
      language,
      missing.map(([, resource]) => nounOf(resource, 2, language)),
    );
    return { kind: "cannot", text: say(language, kinds === "" ? "cannotAdd" : "cannotAddKinds", { kinds }) };
  }
  const last = shown.filter(({ look }) => look?.atFindings);
  const others = shown.filter(({ look }) => !look?.atFindings);
  return { kind: "changed", plan: reordered(plan, atFront ? [...steps, ...shown] : [...others, ...steps, ...last]) };
};

/** A log is of one thing: a plan reads those of what it finds in trouble. */
const logsText = (plan: Plan, language: Language): string => {
  const closer = numberedSteps(plan).find(({ look }) => look?.atFindings);
  const number = closer && stepNumber(plan, closer);
  return number === undefined ? sayPlan(language, "noLogs") : sayPlan(language, "logsThere", { number });
};

const newStep = (
  { view }: Plan,
  [verb, resource]: readonly [Verb, string],
  { catalog, language }: With,
): readonly Step[] => {
  const template = lookTemplate(catalog, verb, resource);
  if (!template) return [];
  const draft = {
    tool: template.entry.tool,
    args: template.args,
    reason: reasonFor(language, { verb, resource }),
    ...(view === "call" ? { wide: true } : { look: { number: 0, verb, resource } }),
  };
  const admission = admit(draft, catalog, `added-${verb}-${resource}`);
  return admission.kind === "admitted" ? [admission.step] : [];
};

/** The shown steps in a new order, numbered anew; what the plan needs beside them stays in front. */
const reordered = (plan: Plan, shown: readonly Step[]): Plan => ({
  ...plan,
  steps: [...plan.steps.filter((step) => stepNumber(plan, step) === undefined), ...renumbered(shown)],
});

/** Neighbours that had a number in common keep one in common. */
const renumbered = (shown: readonly Step[]): readonly Step[] => {
  const isNew = ({ look }: Step, index: number) =>
    look === undefined || look.number === 0 || look.number !== shown[index - 1]?.look?.number;
  return shown.map((step, index) => {
    const number = shown.slice(0, index + 1).filter(isNew).length;
    return step.look ? { ...step, look: { ...step.look, number } } : step;
  });
};

/** Another place: what was settled about where, and which thing there, is open again. */
const inPlace = (plan: Plan, place: Place, catalog: Catalog): Plan => {
  const cluster = place.cluster ?? (place.namespace === undefined ? undefined : plan.place.cluster);
  // Of several clusters one is meant: what was looked at in them stays so.
  const isNarrowed = place.cluster !== undefined && place.namespace === undefined && plan.place.cluster === undefined;
  const { namespace } = isNarrowed ? plan.place : place;
  const now = {
    ...place,
    ...(cluster === undefined ? {} : { cluster }),
    ...(namespace === undefined ? {} : { namespace }),
  };
  const steps = plan.view === "call" ? plan.steps.map((step) => reopened(step, now, catalog)) : plan.steps;
  const { placed: _, others: __, ...rest } = plan;
  return { ...rest, place: now, allNamespaces: false, steps };
};

const reopened = (step: Step, place: Place, catalog: Catalog): Step => {
  const entry = catalog.get(step.tool);
  const open = entry
    ? [parameterOf(entry, "cluster"), parameterOf(entry, "namespace"), nameParameterOf(entry, step.resource)]
    : [];
  const names = open.map((parameter) => parameter?.name);
  const args = Object.fromEntries(Object.entries(step.args).filter(([name]) => !names.includes(name)));
  return { ...step, args, ready: false, mentions: { ...step.mentions, ...place } };
};
