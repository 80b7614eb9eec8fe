import { tagOf } from "../../cache/tags.ts";
import { argumentsFor } from "../../catalog/arguments.ts";
import { forget } from "../../memory/entities.ts";
import type { Read } from "../../overview/types.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { sayOfThing } from "../../words/repair-words.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { withoutArguments } from "../replies/correct-plan.ts";
import type { State } from "../state.ts";
import { rowsIn, unproven } from "./evidence.ts";

/** The names of all places of a kind, by a list that this message has read itself; else the read that tells them. */
export type Places =
  | { readonly kind: "read"; readonly read: Read }
  | { readonly kind: "names"; readonly names: readonly string[] };

/** Undefined where no tool lists them, or nothing is listed: then nothing can be said of what there is not. */
export const placesLive = (
  parts: Parts,
  resource: "namespace" | "node" | "cluster",
  cluster: string | undefined,
): Places | undefined => {
  const template = parts.catalog.find({ verb: "list", resource })[0];
  if (!template) return undefined;
  const { entry } = template;
  const read = { tool: entry.tool, args: { ...argumentsFor(entry, resource, { cluster }), ...template.args } };
  if (unproven(parts, [read]).length > 0) return { kind: "read", read };
  const names = (rowsIn(parts, read) ?? []).map(({ name }) => name);
  return names.length === 0 ? undefined : { kind: "names", names };
};

/** Where a read looked, whose namespace is in doubt because nothing was found there. */
export type NamespaceDoubt = { readonly kind: "read"; readonly read: Read; readonly namespace: string } | Gone;

export type Gone = {
  readonly kind: "gone";
  readonly namespace: string;
  readonly cluster: string | undefined;
  readonly names: readonly string[];
};

/** An empty list of a namespace that does not exist reads as “nothing runs there”; undefined where it exists. */
export const namespaceOf = (parts: Parts, call: Read): NamespaceDoubt | undefined => {
  const { namespace, cluster } = placeOf(parts, call);
  if (namespace === undefined) return undefined;
  const places = placesLive(parts, "namespace", cluster);
  if (places?.kind === "read") return { ...places, namespace };
  if (places === undefined || places.names.includes(namespace)) return undefined;
  return { kind: "gone", namespace, cluster, names: places.names };
};

/** A namespace that somebody began in, or turned to, was never read from a list. */
export const isConfigured = ({ entities: { namespace } }: State, name: string): boolean =>
  namespace?.origin === "configured" && namespace.value === name;

/** Says that a namespace is gone that was there before, once; false where that was said and did not help. */
export const tellGone = (parts: Parts, state: State, { cluster = "", namespace }: Gone): boolean => {
  const { repaired, notes } = parts.turn().record;
  const cause = JSON.stringify([cluster, namespace]);
  if (repaired.includes(cause)) return false;
  repaired.push(cause);
  parts.runner.drop([tagOf({ namespace })]);
  if (!isConfigured(state, namespace))
    notes.push(sayOfThing(state.language, "vanished", { resource: "namespace", name: namespace }));
  return true;
};

export type Opened = Pick<State, "entities" | "retry"> & { readonly plan: Plan };

/** The plan with that namespace as a mention again, which is held against those that there are; nothing remembers it. */
export const withoutPlace = (
  parts: Parts,
  state: State,
  { plan, doubt: { namespace } }: { readonly plan: Plan; readonly doubt: Gone },
): Opened => ({
  plan: { ...plan, steps: plan.steps.map((step) => opened(parts, step, namespace)) },
  entities: forget(state.entities, ["namespace"]),
  retry: null,
});

const opened = (parts: Parts, step: Step, namespace: string): Step => {
  const { namespace: own, name } = placeOf(parts, step);
  if (own !== namespace || (step.done && step.effect !== "read")) return step;
  const mentions = { ...step.mentions, namespace, ...(name === undefined ? {} : { name }) };
  return { ...withoutArguments(parts, step, "namespace"), mentions, ready: false, done: false };
};
