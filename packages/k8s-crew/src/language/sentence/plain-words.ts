import { askedOfError } from "../text/error-texts.ts";
import { meaningOfWord } from "../text/phrases.ts";
import { withPlainDenials } from "./denials.ts";
import { saidOfEndpoints } from "./said-of-endpoints.ts";
import { saidOfPlaces } from "./said-of-places.ts";
import { withToldRestarts } from "./told-changes.ts";

/** A text with what is said by numbers or pasted written in the words that the tables know. */
export const inPlainWords = (text: string): string =>
  [
    arrowed,
    inFullLetters,
    addressed,
    somewhere,
    onlyOfKind,
    hostOf,
    askedOfError,
    notAllReady,
    withPlainDenials,
    withToldRestarts,
    allOfThem,
    tailed,
    kindsOfWorkloads,
    ownedBy,
    usedBy,
    saidOfPlaces,
    saidOfEndpoints,
  ].reduce((plain, write) => write(plain), text);

/** “Whats”, “hows”, “n” for “and”, “y” for “why”, as people type who are in a hurry. */
const inFullLetters = (text: string): string =>
  /^\s*kubectl\b/iu.test(text)
    ? text
    : text
        .replace(/(?<![\w-])(what|how|where|who)s(?=\s)/giu, "$1's")
        .replace(/(?<![\w-])(?:ur|u r|youre|u're)(?=\s(?:an?|the|so|such|my|very|really|too)\s)/giu, "you're")
        .replace(/\bwho(?:'s| all)(?=\s(?:allowed|permitted|able|can|may|could)\b)/giu, (said) =>
          /all$/iu.test(said) ? "who" : "who is",
        )
        .replace(/(?<=[a-z?]\s)n(?=\s[a-z])/gu, "and")
        .replace(
          /^(\s*)(?:y|wy|whyy+|wai)(?=\s(?:is|are|r|do|does|did|won't|can't|isn't|aren't|don't|doesn't|didn't)\s)/iu,
          "$1why",
        )
        .replace(droppedG, "$1ing");

/** “Dyin”, “goin' on”. */
const droppedG =
  /(?<![\w-])(dy|go|lagg|fail|crash|runn|restart|hang|work|do|happen|gett|look|keep|wait|eat|hogg|us|tak|burn|flapp|throw|leak)in(?:'(?=\s)|(?![\w'-]))/giu;

/** “Kafka, why are you so slow”: a thing that is spoken to is asked about. */
const addressed = (text: string): string =>
  text
    .replace(
      /^\s*(?:(?:hey|yo|oi|dear|the|our|my)[\s,]+)*(?<what>[a-z][\w.-]*\w)[\s,:]+why (?:are|r|is) (?:you|u|ya|it|this|that)(?: (?:so|such|always|still|being|such a))* (?<how>[a-z][^?]*)/iu,
      "why is $<what> $<how>",
    )
    .replace(
      /^\s*(?<what>[a-z][\w.-]*\w)[\s,，]*(?:啊|呀)?[\s,，]*你(?:怎么|为什么|为啥|咋)(?<how>.+)/iu,
      "$<what> 怎么$<how>",
    );

/** “Logs of web, dunno where”: wherever it is. */
const somewhere = (text: string): string =>
  text
    .replace(
      /(?<=\S)[\s,;–-]+(?:but )?(?:i )?(?:dunno|(?:do ?n'?t|do not) (?:know|remember)|no (?:idea|clue)|not sure|idk|forgot)(?: exactly)? (?:where|which (?:namespace|ns|cluster))(?: (?:it|they|that|this)(?:'s| is| are| runs?| lives?| sits?)?(?: in| running)?)?[\s.?!]*$/iu,
      " in all namespaces",
    )
    .replace(
      /(?<=\S)[\s,，；;]+(?:但是?|可是|就是|我)*(?:不知道|不晓得|不清楚|不记得|不确定|忘了|忘记|搞不清)(?:它|具体|到底|是|跑|放|部署)*在?(?:在)?(?:哪(?:里|儿|个\s?(?:命名空间|ns|集群|namespace))?)(?:了)?[。.?？!！\s]*$/iu,
      " 在所有命名空间里",
    );

/** “How's shop doing, just the pods”: the list of that kind. */
const onlyOfKind = (text: string): string =>
  text
    .replace(
      /^\s*(?:how(?:'s| is| are)|status of|check(?: on)?|show(?: me)?|what's up with)\s+(?:the\s)?(?<where>[\w.-]+)(?:\s(?:doing|looking|going|namespace))*[\s,–-]+(?:just|only)\s(?:show\s)?(?:me\s)?(?:the|its)?\s?(?<kind>[a-z]{3,20})[\s.?!]*$/iu,
      "list $<kind> in $<where>",
    )
    .replace(
      /^\s*(?<where>[\w.-]+)\s?(?:那边|这边|里面?)?\s?(?:怎么样了?|咋样了?|啥情况|情况如何|还好吗)[\s,，。?？]*(?:我)?(?:只|光|就)(?:看|要|想看)(?:下|一下)?\s?(?<kind>[a-z]{2,20}|服务|节点)\s?(?:就行|就好|即可)?[\s。!！]*$/iu,
      "列出 $<where> 命名空间的 $<kind>",
    );

/** “tail -5 shop”, as a shell has it: the last lines of its log. */
const tailed = (text: string): string =>
  text.replace(
    /^\s*tail\s+(?:-f\s+)?(?:-?n?\s?(?<count>\d{1,5})\s+)?(?:-f\s+)?(?!lines?\b|logs?\b|the\b|\d)(?<what>[a-z][\w./-]+)(?=\s|$)/iu,
    (_, count: string | undefined, what: string) =>
      `${count === undefined ? "" : `last ${count} lines of `}the logs of ${what}`,
  );

/** No kind is called a workload: the kinds that run pods for good are listed for it. */
const kindsOfWorkloads = (text: string): string =>
  text
    .replace(
      /(?<=\b(?:list|show(?: me)?|get|which|what)\s(?:all\s|the\s|all the\s|my\s)?)workloads\b/iu,
      "deployments, statefulsets and daemonsets",
    )
    .replace(/(?:所有|全部|有哪些|哪些)的?工作负载/u, "有哪些 deployment、statefulset 和 daemonset");

/** “web → db”: from one to the other; nothing else said, whether it gets there. */
const arrowed = (text: string): string => {
  const isHan = /\p{Script=Han}/u.test(text);
  const [, from, to] = onlyArrow.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return isHan ? `${from} 能访问 ${to} 吗` : `can ${from} reach ${to}`;
  return text.replace(arrow, isHan ? " 到 " : " to ");
};
const arrow = /(?<=[\p{L}\p{N}"'`])\s*(?:[→⇒➜➡]|[-=]{1,2}>)\s*(?=[\p{L}\p{N}"'`])/gu;
const onlyArrow =
  /^\s*([\w.-]*\w|\p{Script=Han}{2,6})\s*(?:[→⇒➜➡]|[-=]{1,2}>)\s*([\w.-]*\w|\p{Script=Han}{2,6}?)\s*(?:通不通|能?通吗|连?得?通吗|通|能连上吗|connection|traffic|network|ok|works?|reachable)?[\s?？.!]*$/iu;

/** “How much memory does redis use”: what is asked stands around the name. */
const usedBy = (text: string): string =>
  text.replace(
    /\bhow much (?<measure>memory|mem|ram|cpu) (?:does|do|did|is) (?:the )?(?<what>[a-z][\w.-]*\w) (?:use|using|consume|consuming|take|taking|eat|eating)(?: up)?(?![\w-])/giu,
    (said, measure: string, what: string) => (meaningOfWord(what) === undefined ? `${measure} usage of ${what}` : said),
  );

/** “Prometheus' disk”: the apostrophe is no quotation. */
const ownedBy = (text: string): string => text.replace(/(?<=[a-z]s)'(?=\s[a-z])/giu, "'s");

/** An address as a browser has it stands for its host. */
const hostOf = (text: string): string =>
  text.replace(/\bhttps?:\/\/(?<host>[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/[\w./?=&%#~+-]*)?/giu, "$<host>");

/** “0/2 ready”, “1/3 running”: not all of them are. */
const notAllReady = (text: string): string =>
  text.replace(fraction, (whole, ready: string, wanted: string) => {
    if (Number(ready) >= Number(wanted)) return whole;
    return /\p{Script=Han}/u.test(text) ? " 未就绪 " : " not ready ";
  });
const fraction = /(?<![\w./-])(\d{1,4})\/(\d{1,4})(?![\w/.-])(?:\s*(?:ready|running|up|就绪|可用))?/giu;

/** “In both clusters”, “everywhere”, “三个集群里”: in all of them. */
const allOfThem = (text: string): string =>
  text
    .replace(
      /\b(?:both|(?:the|my|our|all)\s+(?:two|three|four|five|six|[2-9]))(?:\s+of)?(?:\s+the)?\s+clusters\b/giu,
      "all clusters",
    )
    .replace(
      /^(?=.*\b(?:show|list|get|find|which|what|any|all|count|how many|versions?|images?)\b)(?<what>.*[a-z]) everywhere(?=[\s?.!]*$)/isu,
      "$<what> in all clusters",
    )
    .replace(/两边(?:集群)?的?/u, "所有集群的")
    .replace(/(?:这|那|全部|所有)?[两二三四五六七八九2-9]\s?个集群(?=[里中上下都的])/gu, "所有集群");
