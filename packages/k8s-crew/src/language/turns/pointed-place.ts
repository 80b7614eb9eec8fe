import { clusterOf } from "../sentence/places.ts";
import { hasPart } from "../text/has-part.ts";

/** A word that points at a place as one of several, and what it may mean there. */
export type PointedPlace = {
  /** As it was said, in lower case. */
  readonly word: string;
  readonly cluster: string;
  readonly namespace: string;
  /** The message with the place said in full, as the one or the other. */
  readonly asCluster: string;
  readonly asNamespace: string;
};

const pointing: readonly RegExp[] = [
  /(?:\bin )?\b(?:the|that|this)\s+(?<place>[a-z0-9][\w.-]*)\s+one\b/iu,
  /(?:在)?(?<place>[A-Za-z0-9][\w.-]*)\s*[那这](?:一?个)(?!pod|服务|节点|容器|部署|任务)\s*(?:里面?|中)?/iu,
];

/** A beginning of fewer letters is like too much. */
const fewestLetters = 3;

/**
 * “The prod one”, “prod 那个”, where one cluster is called so in full or in part and one namespace is, too. Undefined
 * where it can only mean one of them, or says itself which.
 */
export const pointedPlace = (
  message: string,
  { clusters, namespaces }: { readonly clusters: readonly string[]; readonly namespaces: readonly string[] },
): PointedPlace | undefined => {
  const found = pointing.map((pattern) => pattern.exec(message)).find((match) => match !== null);
  const word = found?.groups?.place?.toLowerCase();
  if (found === undefined || word === undefined) return undefined;
  const cluster = clusterOf(word, clusters);
  const namespace = namespaceLike(word, namespaces);
  if (cluster === undefined || namespace === undefined || word === cluster.toLowerCase()) return undefined;
  const [before, after] = [message.slice(0, found.index), message.slice(found.index + found[0].length)];
  const isChinese = /[那这]/u.test(found[0]);
  const say = (zh: string, en: string) =>
    isChinese ? `${before}${zh}${after}` : `${before.replace(/\bin\s*$/iu, "")}in ${en}${after}`;
  return {
    word,
    cluster,
    namespace,
    asCluster: say(`集群 ${cluster} `, `cluster ${cluster}`),
    asNamespace: say(`命名空间 ${namespace} `, `namespace ${namespace}`),
  };
};

const namespaceLike = (word: string, namespaces: readonly string[]): string | undefined => {
  const exact = namespaces.find((name) => name.toLowerCase() === word);
  if (exact !== undefined) return exact;
  const like = namespaces.filter(
    (name) =>
      hasPart(name.toLowerCase(), word) || (word.length >= fewestLetters && name.toLowerCase().startsWith(word)),
  );
  return like.length === 1 ? like[0] : undefined;
};
