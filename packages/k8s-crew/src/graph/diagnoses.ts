import type { CallResult } from "@k8s-copilot/crew";
import { canDiagnose, diagnose } from "../diagnosis/diagnose.ts";
import type { Thing } from "../diagnosis/types.ts";
import { drive } from "../overview/chains.ts";
import type { Read } from "../overview/types.ts";
import { callKey } from "../plan/source.ts";
import type { Plan, Step } from "../plan/types.ts";
import { closerLimit } from "../playbooks/cost.ts";
import { type FoundTrouble, worstOf } from "../playbooks/worst.ts";
import { namedThing } from "../words/nouns.ts";
import { say } from "../words/playbook-words.ts";
import { placeOf } from "./answer.ts";
import type { Parts } from "./parts.ts";
import type { State } from "./state.ts";
import { readerFor } from "./survey.ts";

type Target = { readonly cluster: string; readonly thing: Thing };

/** The steps of a plan that look closely and have not yet. */
const openLooks = (plan: Plan): readonly Step[] =>
  plan.steps.filter(({ look, done }) => look?.atFindings === true && !done);

/** The plan with its closer looks marked as made, when there is something to look at. */
export const closerLooks = (parts: Parts, plan: Plan): Plan | undefined => {
  const open = openLooks(plan);
  if (open.length === 0 || targetsOf(parts, plan).length === 0) return undefined;
  return { ...plan, steps: plan.steps.map((step) => (open.includes(step) ? { ...step, done: true } : step)) };
};

/** Looks into the worst of what a survey found, or into the things that the plan is about, side by side. */
export const runDiagnoses = async (parts: Parts, { plan, language }: State): Promise<void> => {
  if (!plan) return;
  const turn = parts.turn();
  const targets = targetsOf(parts, plan);
  const total = turn.shelf.surveys.reduce((sum, { troubles }) => sum + troubles.length, 0);
  if (total > 0) turn.emit({ type: "progress", text: say(language, "closer", { count: targets.length, total }) });
  turn.shelf.diagnoses = await Promise.all(
    targets.map(async ({ cluster, thing }) => {
      const place = { catalog: parts.catalog, cluster, now: parts.settings.now() };
      const diagnosis = await drive(diagnose(place, thing), readOnce(parts));
      const looked = { thing: namedThing(language, thing.resource, thing.name), count: diagnosis.findings.length };
      turn.emit({ type: "progress", text: say(language, "lookedClosely", looked) });
      return diagnosis;
    }),
  );
};

/** What this turn has read already is not read again. */
const readOnce = (parts: Parts) => {
  const read = readerFor(parts);
  const { results } = parts.turn().shelf;
  return async (reads: readonly Read[]): Promise<readonly CallResult[]> =>
    Promise.all(
      reads.map(async (each) => {
        const known = results.get(callKey(each));
        return known ? [known] : read([each]);
      }),
    ).then((found) => found.flat());
};

const targetsOf = (parts: Parts, plan: Plan): readonly Target[] =>
  plan.view === "call" ? thingsOf(parts, plan) : worstOf(foundIn(parts), closerLimit).map(targetOf);

const foundIn = (parts: Parts): readonly FoundTrouble[] =>
  parts
    .turn()
    .shelf.surveys.flatMap(({ cluster, troubles }) =>
      troubles.flatMap((trouble) => (canDiagnose(trouble.resource) ? [{ cluster, trouble }] : [])),
    );

const targetOf = ({ cluster, trouble: { resource, namespace, name } }: FoundTrouble): Target => ({
  cluster,
  thing: { resource, namespace, name },
});

/** What the calls of the plan name: the steps before the closer look have settled it. */
const thingsOf = (parts: Parts, plan: Plan): readonly Target[] => {
  const wanted = plan.steps.filter(({ look }) => look?.atFindings);
  const found = wanted.flatMap((close) => {
    const settled = plan.steps.find(
      (step) =>
        step.look === undefined && step.part?.index === close.part?.index && placeOf(parts, step).name !== undefined,
    );
    if (!settled) return [];
    const { cluster = "", namespace = "", name = "" } = placeOf(parts, settled);
    const resource = settled.resource === "event" ? (close.look?.resource ?? "pod") : settled.resource;
    return canDiagnose(resource) ? [{ cluster, thing: { resource, namespace, name } }] : [];
  });
  return found.slice(0, closerLimit);
};
