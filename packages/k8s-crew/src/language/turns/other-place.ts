import { readRequest } from "../requests/request.ts";
import { clusterOf } from "../sentence/places.ts";
import { normalize } from "../text/normalize.ts";
import { switchingIn } from "./switching.ts";

type Known = { readonly clusters: readonly string[]; readonly namespaces: readonly string[] };
type OtherPlace = { readonly cluster?: string; readonly namespace?: string };

/** What is not wanted, before what is: “not on dev-cluster, on prod-cluster”. */
const denied =
  /\b(?:not|wrong,?) (?:(?:on|in|for) )?(?:the )?[\w.-]+[\s,，;；-]+(?:but )?|不(?:是|在|要)(?:在)?\s?[\w.-]+(?:\s?(?:集群|命名空间|环境))?[\s,，;；]*/giu;

const other =
  /^(?:no|nope|wait|oh|sorry|actually|不是的?|不对|不|错了|等等|哦|那)?[\s,，.]*(?:(?:i meant?|make it|do it|it's|it is|try|应该|是|要|用|改|换)?\s*)(?:(?:to|on|in|for|at|成|到|为|在)\s*)?(?:the )?(?<where>[\w][\w.:@/-]*)(?:\s?(?:cluster|namespace|ns|environment|集群|命名空间|环境))?(?:\s?(?:里|上|的|那个|那边))*(?:\s?(?:instead|rather|please|pls|then|才对|吧))*$/iu;

/** “In production instead”, “换成 production 的”, “不是 dev，是 staging”: another place for the same, and nothing else. */
export const otherPlaceIn = (message: string, { clusters, namespaces }: Known): OtherPlace | undefined => {
  const text = normalize(message).replace(/[\s.!?。！？]+$/u, "");
  const rest = text.replace(denied, " ").trim();
  const where = switchingIn(rest)?.where ?? other.exec(rest)?.groups?.where;
  if (where === undefined || text.length > 80) return undefined;
  if (namespaces.includes(where)) return { namespace: where };
  const cluster = clusterOf(where, clusters);
  if (cluster !== undefined) return { cluster };
  // A place that no list has shown is one where the words say so.
  return readRequest(`in ${where}`).namespace === where && placed.test(rest) ? { namespace: where } : undefined;
};

const placed = /\bin\b|\bnamespace\b|\bns\b|命名空间|环境|在|换成|换到|改到/iu;
