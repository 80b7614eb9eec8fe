import type { RequestFields } from "../types.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";

/** A path of a host, as rules of an ingress have it. */
const pathIn = /(?<![\w./:-])(?<path>\/[\w*-]*(?:\/[\w.*-]+)*\/?)(?![\w/])/u;

const hostIn = /(?<![\w./-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\w.-])/iu;

/** What is said of a path whose service is asked for. */
const routed =
  /\b(?:backends?|upstreams?|services?|svcs?|go(?:es)?|routes?d?|leads?|points?|serve[sd]?|handle[sd]?|behind|ingress(?:es)?|forward(?:s|ed)?|end up|lands?)\b|后端|转|走|指向|服务|路由|对应|谁|ingress|svc|service/iu;

/** Words around the path and the name of its ingress that name nothing. */
const around =
  /\b(?:what|which|where|who|whats?|what's|is|are|does|do|the|backends?|upstreams?|services?|svcs?|go(?:es)?|routed?s?|leads?|points?|serve[sd]?|handle[sd]?|behind|forward(?:s|ed)?|ends? up|lands?|to|for|path|traffic|requests?|there|sent|gets?|it)\b|的|后端|服务|转发?到?|走|指向|路由到?|对应|到|哪个|哪里|哪儿|什么|啥|谁|是|请求|这个|路径|会|service|svc/giu;

/** “What is the backend of /cart on the shop ingress”, “/cart 转到哪个服务”: told by the rules of the ingresses. */
export const readRoute = (text: string, situation: Situation): RequestFields | undefined => {
  if (text.length > 200 || !routed.test(text)) return undefined;
  const path = pathIn.exec(text)?.groups?.path;
  if (path === undefined) return undefined;
  const look = situation.language === "zh" ? "查看" : "describe";
  const host = hostIn.exec(text)?.[0];
  const rest = [host ?? path, path, around, /[?？]|(?<=ingress|入口)\s*[里上中]/giu].reduce<string>(
    (left, part) => left.replace(part, " "),
    text,
  );
  const { name, namespace, cluster, clusterWord } = readNarrowed(`${look} ${rest.trim()}`, situation);
  return {
    kind: "request",
    view: "call",
    verb: "list",
    resource: "ingress",
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(clusterWord === undefined ? {} : { clusterWord }),
    ...(name === undefined ? {} : { name }),
    conditions: [
      { field: "backend", comparison: "contains", value: `${path} → ` },
      ...(host === undefined ? [] : [{ field: "host", comparison: "contains", value: host } as const]),
    ],
    fact: "backend",
  };
};
