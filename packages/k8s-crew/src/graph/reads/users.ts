import { drive } from "../../overview/chains.ts";
import type { Listing } from "../../overview/types.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { withUsers } from "../../playbooks/unused-chain.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State } from "../state.ts";
import { clusterReads } from "./cluster-reads.ts";
import { readAnew } from "./read-all.ts";

/** Whether it is asked what nothing uses: a list of things alone does not tell. */
export const asksForUsers = ({ steps }: Plan): boolean =>
  steps.length > 0 && steps.every(({ part }) => part?.focus.unused === true);

/** The things that were listed, each with whether anything uses it, by cluster; empty where the server chooses it. */
export const findUsers = async (parts: Parts, { plan }: State): Promise<void> => {
  const steps = plan?.steps ?? [];
  const clusters = [...new Set(steps.map((step) => clusterOf(parts, step)))];
  const found = await Promise.all(
    clusters.map(async (cluster): Promise<readonly [string, Listing<Row>][]> => {
      const own = steps.filter((step) => clusterOf(parts, step) === cluster);
      const reader = clusterReads(parts, readAnew);
      const place = { catalog: parts.catalog, cluster, ...namespaceOf(parts, own) };
      const chain = withUsers(place, [own[0]?.resource ?? ""]);
      const [listing] = await drive(chain, reader.read).finally(reader.close);
      return listing === undefined ? [] : [[cluster, listing]];
    }),
  );
  parts.turn().shelf.users = new Map(found.flat());
};

const clusterOf = (parts: Parts, step: Step): string => placeOf(parts, step).cluster ?? "";

/** One namespace, unless several were read one at a time. */
const namespaceOf = (parts: Parts, steps: readonly Step[]): { readonly namespace?: string } => {
  const [only, ...others] = new Set(steps.map((step) => placeOf(parts, step).namespace));
  return only === undefined || others.length > 0 ? {} : { namespace: only };
};
