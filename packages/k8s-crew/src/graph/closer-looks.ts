import { thingSteps } from "../agents/playbook-plan.ts";
import type { ClusterSurvey, Trouble } from "../overview/types.ts";
import { admit } from "../plan/admit.ts";
import { parameterOf } from "../plan/arguments.ts";
import { callKey } from "../plan/source.ts";
import type { DraftStep, Plan, Step } from "../plan/types.ts";
import { closerLimit } from "../playbooks/cost.ts";
import type { PlaybookStep } from "../playbooks/types.ts";
import { say } from "../words/playbook-words.ts";
import type { Parts } from "./parts.ts";
import type { State } from "./state.ts";

/** What is read of one thing that was found in trouble. */
const looks: readonly PlaybookStep[] = [
  { verb: "describe", resource: "thing", reason: {} },
  { verb: "list", resource: "event", reason: {} },
  { verb: "logs", resource: "pod", tail: 5, reason: {} },
];

type FoundTrouble = { readonly cluster: string; readonly trouble: Trouble };

/**
 * The plan with a closer look at the worst of what its steps found, where it asks for one: calls whose arguments all
 * come from results, so that nothing has to be asked.
 */
export const closerLooks = (parts: Parts, state: State, plan: Plan): Plan | undefined => {
  const asked = plan.steps.find(({ look, done }) => look?.atFindings && !done);
  if (!asked) return undefined;
  const turn = parts.turn();
  const { language } = state;
  const all = turn.shelf.surveys.flatMap(troublesOf);
  const worst = worstOf(all);
  const marked = { ...plan, steps: plan.steps.map((step) => (step === asked ? { ...step, done: true } : step)) };
  if (worst.length === 0) return undefined;
  turn.emit({ type: "progress", text: say(language, "closer", { count: worst.length, total: all.length }) });
  const added = worst.flatMap((found, index) => stepsFor(parts, { found, language, id: `closer${index + 1}` }));
  const fresh = added.filter((step) => !plan.steps.some((other) => callKey(other) === callKey(step)));
  return fresh.length === 0 ? undefined : { ...marked, steps: [...marked.steps, ...fresh] };
};

const troublesOf = ({ cluster, troubles }: ClusterSurvey): readonly FoundTrouble[] =>
  troubles.map((trouble) => ({ cluster, trouble }));

/** Where things run comes first, since what runs there suffers from it; then what runs, then what that needs. */
const urgency: readonly string[] = ["node", "pod", "pvc", "service", "job", "deployment", "statefulset", "daemonset"];

/** The worst, at most one of a family: ten pods of a workload fail for one reason. */
const worstOf = (all: readonly FoundTrouble[]): readonly FoundTrouble[] => {
  const known = all.filter(({ trouble }) => urgency.includes(trouble.resource) && trouble.namespace !== undefined);
  const ordered = known.toSorted(
    (left, right) =>
      urgency.indexOf(left.trouble.resource) - urgency.indexOf(right.trouble.resource) ||
      (right.trouble.restarts ?? 0) - (left.trouble.restarts ?? 0),
  );
  const chosen: FoundTrouble[] = [];
  for (const found of ordered) if (!chosen.some((other) => isKin(other, found))) chosen.push(found);
  return chosen.slice(0, closerLimit);
};

const isKin = (one: FoundTrouble, other: FoundTrouble): boolean =>
  one.cluster === other.cluster &&
  one.trouble.namespace === other.trouble.namespace &&
  (one.trouble.name.startsWith(`${other.trouble.name}-`) || familyOf(one) === familyOf(other));

/** `web-7d9c5b6f8-x2x4v` and `web-7d9c5b6f8-k8s2p` are of one family. */
const familyOf = ({ trouble: { name } }: FoundTrouble): string =>
  name.replace(/(?:-[a-f0-9]{6,10})?-[a-z0-9]{5}$/u, "");

/** What waits for a node, an image or its configuration has not run, and so has no log. */
const hasNotRun = /pending|imagepull|errimage|invalidimage|creating|configerror|unschedul/iu;

type For = { readonly found: FoundTrouble; readonly language: State["language"]; readonly id: string };

const stepsFor = (parts: Parts, { found, language, id }: For): readonly Step[] => {
  const { cluster, trouble } = found;
  const { resource, namespace, name } = trouble;
  const said = {
    ...(cluster === "" ? {} : { cluster }),
    ...(namespace === "" ? {} : { namespace }),
    name,
  };
  const wanted = hasNotRun.test(trouble.what) ? looks.filter(({ verb }) => verb !== "logs") : looks;
  const drafts = thingSteps(parts.catalog, wanted, { resource, said, language });
  const heading = `▸ ${resource}/${name}${placeNote([namespace, cluster])}: ${trouble.what}`;
  return drafts.flatMap((draft, index) => {
    const settled = settledStep(parts, draft, { id: `${id}.${index + 1}`, restarts: trouble.restarts ?? 0 });
    return settled ? [{ ...settled, ...(index === 0 ? { heading } : {}) }] : [];
  });
};

const placeNote = (places: readonly string[]): string => {
  const named = places.filter((place) => place !== "");
  return named.length === 0 ? "" : ` (${named.join(", ")})`;
};

/** A read whose arguments are complete; of a log, that of the run before where there was a restart. */
const settledStep = (
  parts: Parts,
  draft: DraftStep,
  { id, restarts }: { readonly id: string; readonly restarts: number },
): Step | undefined => {
  const admission = admit(draft, parts.catalog, id);
  const entry = parts.catalog.get(draft.tool);
  if (admission.kind === "rejected" || !entry || admission.step.effect !== "read") return undefined;
  const previous = draft.previousIfRestarted === true && restarts > 0 ? parameterOf(entry, "previous") : undefined;
  const args = { ...draft.args, ...(previous === undefined ? {} : { [previous.name]: true }) };
  const isOpen = entry.parameters.some(({ name, required }) => required && !(name in args));
  // Of its events, the warnings are what tells why.
  const focus = admission.step.resource === "event" ? { quality: "warnings" as const } : {};
  const part = { index: 0, focus, everywhere: false };
  return isOpen ? undefined : { ...admission.step, args, part, ready: true };
};
