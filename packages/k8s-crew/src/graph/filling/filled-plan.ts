import type { Filling } from "../../plan/fill-types.ts";
import { ofSamePart, type Plan, type Step } from "../../plan/types.ts";
import { say } from "../../words/conversation-words.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import type { Turn } from "../turn.ts";

export type Impossible = Extract<Filling, { kind: "impossible" }>;

/** One step gives way to what it came to. */
export const replaceStep = (plan: Plan, step: Step, steps: readonly Step[]): Plan => ({
  ...plan,
  steps: plan.steps.flatMap((other) => (other.id === step.id ? steps : [other])),
});

type Expanding = { filling: Extract<Filling, { kind: "expand" }>; turn: Turn; state: State };

/** One step becomes one for each of the places that it is about. */
export const expand = (plan: Plan, step: Step, { filling, turn, state }: Expanding): Plan => {
  if (filling.total > filling.values.length) {
    turn.record.notes.push(
      say(state.language, "expandedTooMany", { shown: filling.values.length, total: filling.total }),
    );
  }
  const steps = filling.values.map((value, index) => ({
    ...step,
    id: `${step.id}.${index + 1}`,
    args: { ...step.args, ...filling.args, [filling.parameter]: value },
  }));
  return replaceStep(plan, step, steps);
};

/** What one step settled holds for the others of the same request: they are about the same thing. */
export const carry = (
  plan: Plan,
  { step: settled, taken }: Extract<Filling, { kind: "ready" }>,
  parts: Parts,
): Plan => {
  const found = Object.fromEntries(taken.map(({ key, entity }) => [key, entity.value]));
  const named = plan.steps.find((step) => step.ready && ofSamePart(step, settled))?.mentions.name;
  return {
    ...plan,
    steps: plan.steps.map((step) => {
      if (step.ready || !ofSamePart(step, settled) || !parts.catalog.get(step.tool)) return step;
      const name =
        step.mentions.name === named && named !== undefined ? (found[step.resource] ?? found.pod) : undefined;
      return {
        ...step,
        mentions: {
          ...step.mentions,
          ...placesFor(step, settled, found),
          ...(name === undefined ? {} : { name }),
        },
      };
    }),
  };
};

/** A part of the message that nothing can come of is told beside what the others came to. */
export const withoutPart = (plan: Plan, step: Step, { text, code }: Impossible): Plan => ({
  ...plan,
  steps: plan.steps.flatMap((other) => {
    if (!ofSamePart(other, step)) return [other];
    return other.id === step.id ? [{ ...step, ready: true, done: true, failed: { text, code } }] : [];
  }),
});

export const hasOtherParts = (plan: Plan, step: Step): boolean =>
  plan.steps.some((other) => !ofSamePart(other, step) && other.failed === undefined);

/** The places that were settled, but where a step says its own. */
const placesFor = (
  { mentions }: Step,
  settled: Step,
  { cluster, namespace }: { readonly cluster?: string | undefined; readonly namespace?: string | undefined },
): Step["mentions"] => {
  const isOpen = (key: "cluster" | "namespace") =>
    mentions[key] === undefined || mentions[key] === settled.mentions[key];
  return {
    ...(cluster !== undefined && isOpen("cluster") ? { cluster } : {}),
    ...(namespace !== undefined && isOpen("namespace") ? { namespace } : {}),
  };
};
