import type { Read } from "../../overview/types.ts";
import { namedResource } from "../../plan/decisive.ts";
import type { Filling } from "../../plan/fill-types.ts";
import type { Plan, Step } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State, Work } from "../state.ts";
import { denialRestsOn, denies } from "./denial.ts";
import { kindListed, rowsIn } from "./evidence.ts";
import { namespaceOf, type Opened, tellGone, withoutPlace } from "./place.ts";
import type { Doubted } from "./read-live.ts";

/** What a filling needs before it is believed: a live look, or its place open again because that is gone. */
export type Mend = { readonly kind: "read"; readonly work: Work } | { readonly kind: "open"; readonly update: Opened };

export type Filled = {
  readonly filling: Filling;
  readonly step: Step;
  readonly plan: Plan;
  /** What the filling was looked up in. */
  readonly seen: readonly Read[];
};

/**
 * What was kept is good enough to go on with, and not to say that something is not there: before that is said, the
 * server is asked itself, once. Then it is said, with what there is.
 */
export const mendFilling = (parts: Parts, state: State, filled: Filled): Mend | undefined => {
  const { filling, plan, seen } = filled;
  const reads = denialRestsOn(parts, filling, seen);
  if (reads.length > 0) return look(reads, doubtedOf(parts, filled));
  return denies(filling) ? mendPlace(parts, state, { plan, seen }) : undefined;
};

/** A place that was picked or remembered is doubted once nothing at all is found in it. */
const mendPlace = (parts: Parts, state: State, { plan, seen }: Pick<Filled, "plan" | "seen">): Mend | undefined => {
  const own = seen.find((call) => isInNamespace(parts, call));
  if (own === undefined || rowsIn(parts, own)?.length !== 0) return undefined;
  const doubt = namespaceOf(parts, own);
  if (doubt === undefined) return undefined;
  const { namespace } = doubt;
  if (doubt.kind === "read") return look([doubt.read], { resource: "namespace", name: namespace });
  return tellGone(parts, state, doubt)
    ? { kind: "open", update: withoutPlace(parts, state, { plan, doubt }) }
    : undefined;
};

const isInNamespace = (parts: Parts, call: Read): boolean =>
  kindListed(parts, call) !== undefined && placeOf(parts, call).namespace !== undefined;

const look = (reads: readonly Read[], about: Doubted | undefined): Mend => ({
  kind: "read",
  work: { kind: "reads", for: "clarifier", reads, fresh: true, ...(about === undefined ? {} : { about }) },
});

const doubtedOf = (parts: Parts, { filling, step }: Filled): Doubted | undefined => {
  const parameter = filling.kind === "ask" ? filling.ask.parameter : undefined;
  const place = parameter === "cluster" || parameter === "namespace" ? parameter : undefined;
  const name = place === undefined ? (step.mentions.name ?? step.only) : step.mentions[place];
  const resource = place ?? step.guessed ?? namedResource(step, parts.catalog);
  return name === undefined ? undefined : { resource, name };
};
