import type { RequestContext } from "../../language/index.ts";
import type { PlannerInput } from "../types.ts";

/** What the conversation knows that helps to read a message. */
export const contextOf = ({ message, known, lastResource, entities, language }: PlannerInput): RequestContext => ({
  clusters: [...(known.cluster ?? [])],
  namespaces: [...(known.namespace ?? [])],
  names: Object.values(known).flat(),
  ...currentCluster(entities.cluster?.value ?? known.currentCluster?.[0]),
  ...(lastResource === undefined ? {} : { lastResource }),
  ...((lastResource === "node" || saysNode.test(message)) && entities.node !== undefined
    ? { node: entities.node.value }
    : {}),
  language,
});

const currentCluster = (cluster: string | undefined): Pick<RequestContext, "cluster"> =>
  cluster === undefined ? {} : { cluster };
/** The node of the thing that was spoken of, said by its kind. */
const saysNode =
  /\b(?:that|this|the same) (?:node|machine|host|box)\b|(?:那|这|该|同一?)(?:一?[个台])?(?:节点|机器|主机)/iu;
