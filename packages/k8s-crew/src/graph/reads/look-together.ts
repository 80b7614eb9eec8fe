import { drive } from "../../overview/chains.ts";
import type { Place } from "../../overview/list-everywhere.ts";
import { unlisted } from "../../overview/listings.ts";
import { rowsNamed } from "../../overview/scope.ts";
import type { Step } from "../../plan/types.ts";
import type { LookResult } from "../../playbooks/look-chain.ts";
import { isToldByOthers, withUsers } from "../../playbooks/unused-chain.ts";
import type { Parts } from "../parts.ts";
import { clusterReads } from "./cluster-reads.ts";
import { readAnew } from "./read-all.ts";

export const isTogether = ({ look }: Step): boolean => look?.leftovers === true && isToldByOthers(look.resource);

/** Whether things are used is told by many reads, which serve all kinds. */
export const lookTogether = async (
  parts: Parts,
  steps: readonly Step[],
  { name, ...place }: Place & { readonly name: string | undefined },
): Promise<readonly LookResult[]> => {
  if (steps.length === 0) return [];
  const resources = steps.map(({ look }) => look?.resource ?? "");
  const reader = clusterReads(parts, readAnew);
  const listings = await drive(withUsers(place, resources), reader.read).finally(reader.close);
  return steps.map(({ id }, index) => {
    const listing = listings[index] ?? unlisted;
    const items = listing.kind === "listed" ? rowsNamed(listing.items, resources[index] ?? "", name) : [];
    return { stepId: id, cluster: place.cluster, listing: listing.kind === "listed" ? { ...listing, items } : listing };
  });
};
