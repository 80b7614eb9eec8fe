import { parameterOf } from "../catalog/arguments.ts";
import { type Candidate, candidatesFrom } from "../choices/choices.ts";
import { followed } from "../overview/chains.ts";
import { withDetails } from "../overview/details.ts";
import { singleReadLimit, withNamespace } from "../overview/list-everywhere.ts";
import { isBareOf } from "../overview/tells-state.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import type { Resolution } from "./fill-types.ts";
import { placeOf, type SearchGap, templatesOf } from "./source-everywhere.ts";

type Closer =
  | Extract<Resolution, { kind: "read" }>
  | { readonly kind: "seen"; readonly candidates: readonly Candidate[] };

/**
 * Things that are to be offered, with what single reads tell of each where the list gave little more than names: people
 * choose by state, restarts and age. Too many are offered as they are, because half of it would mislead.
 */
export const lookCloser = (gap: SearchGap, resource: string, candidates: readonly Candidate[]): Closer => {
  const { knowledge } = gap;
  const isBare = resource === "pod" ? isBarePod(knowledge.now) : isBareOf(resource);
  const rows = candidates.map(({ row }) => withNamespace(row, settledNamespace(gap)));
  const bare = rows.filter(isBare).length;
  if (bare === 0 || bare > singleReadLimit) return { kind: "seen", candidates };
  const listing = { kind: "listed" as const, items: rows };
  const reached = followed(withDetails(placeOf(gap), listing, { resource, isBare }), knowledge.lookup);
  if (reached.kind === "unread") return { kind: "read", templates: templatesOf(gap, reached.reads) };
  const { result } = reached;
  const withPlaces = candidates.some(({ row, choice }) => choice.value !== row.name);
  return {
    kind: "seen",
    candidates:
      result.kind === "listed"
        ? candidatesFrom(result.items, { resource, knowledge, withNamespace: withPlaces })
        : candidates,
  };
};

const isBarePod =
  (now: number) =>
  (row: Row): boolean => {
    const { status, restarts, ageSeconds } = podFacts(row, now);
    return status === "" || restarts === undefined || ageSeconds === undefined;
  };

const settledNamespace = ({ entry, step }: SearchGap): string | undefined => {
  const namespace = parameterOf(entry, "namespace");
  const value = namespace && step.args[namespace.name];
  return typeof value === "string" ? value : undefined;
};
