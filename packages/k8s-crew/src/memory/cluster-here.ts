import type { Entities } from "./entities.ts";

type Situation = {
  readonly entities: Entities;
  readonly known: { readonly [key: string]: readonly string[] };
};

/**
 * The cluster that a command has to name: the one of the conversation, or where there are several the current one, which
 * is what the server takes where nothing is said. Undefined where there is no choice, or nobody knows.
 */
export const clusterHere = ({ entities, known }: Situation): string | undefined =>
  entities.cluster?.value ?? currentOfSeveral(known);

export const currentOfSeveral = ({ cluster = [], currentCluster = [] }: Situation["known"]): string | undefined =>
  cluster.length > 1 && currentCluster.length === 1 ? currentCluster[0] : undefined;
