import type { Way } from "../condition.ts";
import { letIn, sealed, ways } from "../lexicon/reach.ts";
import { clusterOf } from "../sentence/places.ts";
import type { RequestFields } from "../types.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";

const connects =
  "(?:(?:talk|connect|speak|get through|send (?:traffic|requests|packets)) ?(?:to)?|reach|access|call|ping|hit|get to)";
const able = "(?:can|could|may|does|do|is|are|should)";
const hanConnects = "(?:访问|连接|连上|连到|连通|连|调用|调通|通到|ping ?通|打通|请求)(?:得)?(?:到|上|通)?";

/** Whether one thing gets through to another, as patterns: `from` and `to` are what is named. */
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:(?:and|so|hey),? )?(?:why )?${able}(?:n?'?t| not)?(?: the)? (?<from>[\w./-]+)(?: (?:pods?|service|deployment|app))?(?: (?:be able|able|allowed|permitted) to)? (?:not )?${connects}(?: the| our)? (?<to>[^?.,;]+?)[?.!\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:the )?(?<from>[\w./-]+) (?:can'?t|cannot|can not|could not|couldn'?t|is unable to|fails to|doesn'?t) ${connects}(?: the| our)? (?<to>[^?.,;]+?)[?.!\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:who|what|which (?:pods?|services?|apps?|workloads?|deployments?|things))(?: else)? (?:can|could|may|is allowed to|are allowed to|is able to|are able to) ${connects}(?: the| our)? (?<to>[^?.,;]+?)[?.!\s]*$`,
    "iu",
  ),
  /^(?:which|what|show(?: me)?(?: the)?|list(?: the)?) (?:network ?)?(?:polic(?:y|ies)|netpols?) (?:(?:do|does|is|are|that) )?(?:appl(?:y|ies) to|affects?|selects?|covers?|restricts?|protects?|guards?|limits?|(?:are )?on|for|block(?:s|ing)?)(?: the| our)? (?<to>[\w./-]+(?: in [\w-]+)?)[?.!\s]*$/iu,
  /^(?:请问)?\s?(?<to>[A-Za-z][\w.-]*)\s?(?:上|身上)?(?:受|被|有)?(?:哪些|什么|啥)\s?(?:网络策略|networkpolic(?:y|ies)|netpols?)(?:限制|管着?|保护|影响|作用|选中)?(?:着|了|到)?[?？。!！\s]*$/iu,
  /^(?:请问)?\s?(?:哪些|哪个|什么|有啥)\s?(?:网络策略|networkpolic(?:y|ies)|netpols?)\s?(?:会|在)?(?:作用于|作用到|作用在|影响|选中|限制|管|保护)(?:到|了|着)?\s?(?<to>[A-Za-z][\w.-]*)[?？。!！\s]*$/iu,
  /^(?:is|are)(?: the)? (?<to>[\w./-]+)(?: in [\w-]+)? (?:reachable|accessible|available) (?:from|by|for)(?: the)? (?<from>[\w./-]+(?: in [\w-]+)?)[?.!\s]*$/iu,
  /^(?:is|are) (?:network )?(?:traffic|connections?|access) (?:allowed|open|possible|blocked|permitted) from(?: the)? (?<from>[\w./-]+) to(?: the)? (?<to>[^?.,;]+?)[?.!\s]*$/iu,
  new RegExp(
    String.raw`^(?:请问|为什么|为啥|怎么)?\s?(?<from>[^，。,？?谁哪]{1,40}?)(?:为什么|为啥|怎么)?(?:能不能|能否|是否能|可不可以|可以|能够|能|不能|无法|没法)\s?${hanConnects}\s?(?<to>[^，。,？?]{1,40}?)(?:吗|么|呢|啊)?[?？。!！\s]*$`,
    "iu",
  ),
  /^(?:请问|为什么|为啥|怎么)?\s?(?<from>[^，。,？?谁哪]{1,40}?)(?:为什么|为啥|怎么)?\s?(?:连不上|连不到|连不通|访问不了|访问不到|调不通|调不到|ping ?不通)\s?(?<to>[^，。,？?]{1,40}?)(?:了|呢|啊)?[?？。!！\s]*$/iu,
  new RegExp(
    String.raw`^(?:都有)?(?:谁|哪些(?:pod|服务|应用|程序)?|什么(?:pod|服务|应用)?)(?:能够|可以|能)\s?${hanConnects}\s?(?<to>[^，。,？?]{1,40}?)(?:呢|啊)?[?？。!！\s]*$`,
    "iu",
  ),
  /^(?<from>[^，。,？?谁哪]{1,40}?)\s?(?:到|跟|和|与)\s?(?<to>[^，。,？?]{1,40}?)(?:之间)?(?:的)?(?:网络)?(?:是不是|是否)?(?:通不通|能通|通|是通的|通着)(?:的)?(?:吗|么)?[?？。!！\s]*$/iu,
];

/** Who asks for themselves, and who is outside of the cluster. */
const outside =
  /^(?:i|we|you|one|it|users?|customers?|people|anyone|somebody|someone|the (?:outside|internet)|我们?|咱们|你|用户|客户|大家|外部|外面|外网|公网|浏览器)$/iu;
/** What is reached by rights, and not through the network. */
const byRights =
  /\b(?:secrets?|configmaps?|nodes?|clusters?|namespaces?|api ?server|logs?)\b|集群|权限|节点|日志|密钥|命名空间/iu;

/** “Can web talk to the database”, “谁能连 redis”. Undefined for any other question. */
export const readReach = (text: string, situation: Situation): RequestFields | undefined => {
  if (text.length > 200) return undefined;
  const closed = sealedPlace(text, situation);
  if (closed !== undefined) return closed;
  const groups = [...letIn, ...patterns]
    .map((pattern) => pattern.exec(text)?.groups)
    .find((found) => found !== undefined);
  const { from, to = "" } = groups ?? {};
  if (groups === undefined || byRights.test(to) || (from !== undefined && outside.test(from.trim()))) return undefined;
  const look = situation.language === "zh" ? "查看" : "describe";
  const target = readNarrowed(`${look} ${to}`, situation);
  const source = from === undefined ? {} : readNarrowed(`${look} ${from}`, situation);
  if (from === undefined && isNamespace(target, to, situation)) return policiesOf(target.namespace ?? to, target);
  const name = target.name ?? plainWord(to);
  if (name === undefined || (from !== undefined && source.name === undefined)) return undefined;
  const { namespace = source.namespace, cluster = source.cluster, resource } = target;
  return {
    kind: "request",
    view: "call",
    verb: "diagnose",
    name,
    ...(resource === undefined ? {} : { resource }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    reach: source.name === undefined ? {} : { from: source.name },
  };
};

/** What is got through to is a namespace: whatever stands in it. */
const isNamespace = (
  { name, namespace }: RequestFields,
  said: string,
  { context: { namespaces = [] } }: Situation,
): boolean => namespaces.includes(said.trim()) || (name === undefined && namespace !== undefined);

/** “Is all traffic in web blocked”: what its policies let through. */
const sealedPlace = (text: string, { context }: Situation): RequestFields | undefined => {
  const { place } = sealed.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined) ?? {};
  if (place === undefined || clusterOf(place, context.clusters) !== undefined) return undefined;
  return { ...policiesOf(place, {}), yesNo: { asks: "is", ways: waysIn(text.replace(place, "")) } };
};

/** Both, where none is said. */
const waysIn = (text: string): readonly Way[] => {
  const all: readonly Way[] = ["in", "out"];
  const said = all.filter((way) => ways[way].test(text));
  return said.length === 0 ? all : said;
};

const policiesOf = (namespace: string, { cluster }: RequestFields): RequestFields => ({
  kind: "request",
  view: "call",
  verb: "list",
  resource: "networkpolicy",
  namespace,
  ...(cluster === undefined ? {} : { cluster }),
  fact: "traffic",
});

/** “The database”: what nothing may be called, but what was named nevertheless. */
const plainWord = (text: string): string | undefined =>
  /^(?:the |our )?(?<word>[a-z][a-z-]{2,30})$/iu.exec(text.trim())?.groups?.word;
