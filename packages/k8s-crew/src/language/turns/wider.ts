import { normalize } from "../text/normalize.ts";

/** Where what was asked before is meant now. */
export type Wider = "namespaces" | "clusters";

const lead = `(?:and|now|then|in|across|over|那么?|再|也|看看?|查一?下?|换成)`;
const tail = String.raw`[的里面中下呢吧也看查\s]*`;
const everywhere = String.raw`everywhere|(?:all|every one|each) of (?:them|it)|the whole (?:cluster|thing)|(?:all of |all )(?:the|its) namespaces|(?:in\s|across\s|over\s)?(?:all|every)(?:\sthe)?\s(?:namespaces?|ns)|(?:所有|全部|各个|每个)(?:的)?\s?(?:命名空间|名称空间|ns|namespaces?)`;
const clusters = String.raw`(?:in\s|on\s|across\s|over\s)?(?:all|every)(?:\sthe)?\sclusters?|(?:所有|全部|各个|每个)(?:的)?\s?集群`;

const alone = (place: string) => new RegExp(`^(?:${lead}\\s?){0,3}(?:${place})${tail}[?？.。!！]*$`, "iu");
const allNamespaces = alone(everywhere);
const allClusters = alone(clusters);

/** “Everywhere”, “所有命名空间的”: a message that says nothing but that more places are meant. */
export const widerIn = (message: string): Wider | undefined => {
  const text = normalize(message).trim();
  if (text.length > 60) return undefined;
  if (allNamespaces.test(text)) return "namespaces";
  return allClusters.test(text) ? "clusters" : undefined;
};
