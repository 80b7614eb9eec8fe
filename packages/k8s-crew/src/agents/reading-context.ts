import type { RequestContext } from "../language/index.ts";
import type { PlannerInput } from "./types.ts";

/** What the conversation knows that helps to read a message. */
export const contextOf = ({ known, lastResource, entities, language }: PlannerInput): RequestContext => ({
  clusters: [...(known.cluster ?? [])],
  namespaces: [...(known.namespace ?? [])],
  ...currentCluster(entities.cluster?.value ?? known.currentCluster?.[0]),
  ...(lastResource === undefined ? {} : { lastResource }),
  ...(lastResource === "node" && entities.node !== undefined ? { node: entities.node.value } : {}),
  language,
});

const currentCluster = (cluster: string | undefined): Pick<RequestContext, "cluster"> =>
  cluster === undefined ? {} : { cluster };
