import { tagOf } from "../../cache/tags.ts";
import { parameterOf } from "../../catalog/arguments.ts";
import { forget } from "../../memory/entities.ts";
import type { Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { causeOf } from "../../results/failures.ts";
import { sayOfThing } from "../../words/repair-words.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { withoutArguments } from "../replies/correct-plan.ts";
import type { State, Update } from "../state.ts";
import { placesLive } from "./place.ts";

/** The cluster of a call whose server says that there is none such. */
export const unknownCluster = (parts: Parts, call: Read): string | undefined => {
  const { cluster } = placeOf(parts, call);
  const result = parts.turn().shelf.results.get(callKey(call));
  if (cluster === undefined || result?.outcome !== "not_found") return undefined;
  return causeOf(`${result.text}\n${result.message}`).cause === "unknown_context" ? cluster : undefined;
};

/**
 * A cluster that was listed, picked or remembered, and that its server no longer knows: the clusters are listed anew, it is
 * said to be gone, and the steps that were meant for it have their cluster open again, which asks among those that there are.
 * Once for each cluster; nothing that changes something is sent again.
 */
export const mendCluster = (parts: Parts, state: State, goesOn: "clarifier" | "executor"): Update | undefined => {
  const { plan } = state;
  const { record } = parts.turn();
  const named = record.calls.map((call) => unknownCluster(parts, call));
  const cluster = named.find((each) => each !== undefined && !record.repaired.includes(goneKey(each)));
  if (plan?.view !== "call" || cluster === undefined) return undefined;
  const places = placesLive(parts, "cluster", undefined);
  if (places?.kind === "read") {
    if (hasAnswered(parts, cluster)) record.repaired.push(knownKey(cluster));
    forgetCluster(parts, cluster);
    return { work: { kind: "reads", for: goesOn, reads: [places.read], fresh: true } };
  }
  record.repaired.push(goneKey(cluster));
  const steps = plan.steps.map((step) => opened(parts, step, { cluster, home: state.entities.cluster?.value }));
  if (places === undefined || places.names.includes(cluster) || steps.every((step, at) => step === plan.steps[at]))
    return undefined;
  const home = state.entities.cluster;
  const isOnlyConfigured = home?.value === cluster && home.origin === "configured";
  const word = isOnlyConfigured && !record.repaired.includes(knownKey(cluster)) ? "absent" : "vanished";
  record.notes.push(sayOfThing(state.language, word, { resource: "cluster", name: cluster }));
  const entities = home?.value === cluster ? forget(state.entities, ["cluster"]) : state.entities;
  const formerClusters = [...new Set([...state.formerClusters, cluster])];
  return { plan: { ...plan, steps }, entities, formerClusters, retry: null };
};

/** What was kept of a cluster that is gone, and of which clusters there are, is of a world that is past. */
export const forgetCluster = (parts: Parts, cluster: string): void => {
  parts.runner.drop([tagOf({ cluster }), tagOf({ resource: "cluster" })]);
};

/** Whether something is kept of it: one that the settings name may never have been there. */
const hasAnswered = (parts: Parts, cluster: string): boolean =>
  parts.runner.entries().some(({ tags }) => tags.includes(tagOf({ cluster })));

const goneKey = (cluster: string): string => `cluster gone: ${cluster}`;
const knownKey = (cluster: string): string => `cluster known: ${cluster}`;

type Gone = { readonly cluster: string; readonly home: string | undefined };

/** With that cluster as a mention again, which is held against those that there are. What was settled in it is open too. */
const opened = (parts: Parts, step: Step, { cluster, home }: Gone): Step => {
  const entry = parts.catalog.get(step.tool);
  const own = placeOf(parts, step).cluster ?? step.mentions.cluster ?? (step.ready ? undefined : home);
  const isSent = step.done === true && step.effect !== "read";
  if (own !== cluster || isSent || !entry || !parameterOf(entry, "cluster")) return step;
  const mentions = { ...step.mentions, cluster };
  return { ...withoutArguments(parts, step, "cluster"), mentions, ready: false, done: false };
};
