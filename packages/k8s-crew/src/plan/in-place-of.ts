import type { CallTemplate } from "../catalog/types.ts";
import { type Candidate, kinOf, replicasOf } from "../choices/choices.ts";
import { sayRepair } from "../words/repair-words.ts";
import type { Gap } from "./fill-types.ts";
import { oneOfReplicas } from "./one-of-replicas.ts";

/** What there is now in place of a thing that is no more: one that does as well, or those that a person picks from. */
export type Successor =
  | { readonly kind: "one"; readonly candidate: Candidate; readonly note: string | undefined }
  | { readonly kind: "read"; readonly templates: readonly CallTemplate[] }
  | { readonly kind: "among"; readonly candidates: readonly Candidate[] };

/**
 * A pod that was replaced goes on in the other pods of what ran it: looking at one of them is harmless, and is said.
 * What goes by its own name has no such successor. Undefined where the step has lost nothing.
 */
export const inPlaceOf = (gap: Gap, resource: string, candidates: readonly Candidate[]): Successor | undefined => {
  const { step, knowledge } = gap;
  const said = step.mentions.name;
  if (step.lost !== true || said === undefined || candidates.some(({ row }) => row.name === said)) return undefined;
  const kin = resource === "pod" ? replicasOf(candidates, said) : [];
  const [only, ...others] = step.effect === "read" ? kin : [];
  if (only === undefined) return toPickFrom(candidates, said);
  if (others.length > 0) return oneOfReplicas(gap, kin) ?? { kind: "among", candidates: kin };
  return { kind: "one", candidate: only, note: sayRepair(knowledge.language, "replaced", { other: only.row.name }) };
};

/** What is called much the same, else all that there is in its place. */
const toPickFrom = (candidates: readonly Candidate[], said: string): Successor | undefined => {
  const kin = kinOf(candidates, said);
  const open = kin.length > 0 ? kin : candidates;
  return open.length === 0 ? undefined : { kind: "among", candidates: open };
};
