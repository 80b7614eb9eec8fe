import type { Way } from "../condition.ts";

/** Words for getting through to something. */
const reaching =
  "(?:(?:talk|connect|speak|get through|get in|come in|send (?:traffic|requests|packets)) ?(?:to|into)?|reach|access|call|ping|hit|get to)";
const hanReaching = "(?:访问|连接|连上|连进|连到|连|调用|进入|进|请求|打)(?:得)?(?:来|到|上|进来|它)?";

/** Whether, or by whom, something is got through to at all, as patterns: `to` is what is named. */
export const letIn: readonly RegExp[] = [
  // “Can anything other than web reach the db”: who may.
  new RegExp(
    String.raw`^(?:(?:so|and|hey),? )?(?:can|could|may|is|are|does|do) (?:any|some|every)(?:thing|one|body|where)?(?: (?:pod|app|service|workload|client)s?)?(?: else)?(?: (?:other than|except(?: for)?|besides?|but|apart from|outside(?: of)?) [\w./-]+)?(?: (?:able|allowed|permitted))?(?: to)? ${reaching}(?: the| our)? (?<to>[^?.,;]+?)[?.!\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:can|could|may|do|does) (?:(?:all|any|other|others|the other|every) ?)+(?:pods?|apps?|services?|workloads?|clients?|namespaces?)?(?: in the cluster)? ${reaching}(?: the| our)? (?<to>[^?.,;]+?)[?.!\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:who|what|which \w+)(?:'s| is| are|s)? (?:allowed|permitted|able|let) ?(?:in )?(?:to )?(?:${reaching})?(?: the| our)? (?<to>[^?.,;]+?)[?.!\s]*$`,
    "iu",
  ),
  // “Is anything stopping pods from reaching the db”: what does.
  /^(?:is|are) (?:there )?(?:any|some)(?:thing|body|one) (?:that(?:'s| is) )?(?:stopping|blocking|preventing|keeping|restricting|denying)(?: [\w-]+){1,4}? from (?:reaching|accessing|(?:talking|connecting|speaking|getting) to|calling|hitting)(?: the| our)? (?<to>[^?.,;]+?)[?.!\s]*$/iu,
  /^(?:is|are)(?: the| our)? (?<to>[\w./-]+)(?: in [\w-]+)? (?:open to (?:everybody|everyone|anyone|all|the world|everything)|locked down|firewalled(?: off)?|isolated|sealed off|shielded|fenced off|protected by (?:a |any )?(?:network ?polic(?:y|ies)|netpols?)|restricted by (?:a |any )?(?:network ?polic(?:y|ies)|netpols?))[?.!\s]*$/iu,
  /^(?:is|are) there (?:an? |any |some )?(?:network ?polic(?:y|ies)|netpols?) (?:on|for|around|protecting|covering|about)(?: the| our)? (?<to>[\w./-]+)[?.!\s]*$/iu,
  /^(?:does|do|has|have)(?: the| our)? (?<to>[\w./-]+) (?:have|has|got)?\s?(?:an? |any |some )?(?:network ?polic(?:y|ies)|netpols?)(?: (?:on it|set|at all))?[?.!\s]*$/iu,
  /^(?:请问)?\s?(?<to>[A-Za-z][\w.-]*)\s?(?:这边|那边)?(?:现在|目前|到底|都|只|究竟)*(?:放行|允许|放|准许|对|开放|向|给)(?:了|着|的是)?(?:谁|哪些|什么(?:人|pod|来源)?|啥)(?:可以|能)?(?:来|过来|进来|去)?(?:连接?|访问|进|调用|开放|放行)?(?:的|它)?[呢啊呀吗?？。！!\s]*$/u,
  new RegExp(
    String.raw`^(?:请问)?\s?(?<to>[A-Za-z][\w.-]*)\s?(?:现在|目前|到底|都|究竟|是不是|是否)*(?:谁|什么人|任何人|随便谁|哪些(?:pod|服务|应用)?)(?:都)?(?:可以|能|能够)${hanReaching}[呢啊呀吗?？。！!\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:请问)?\s?[A-Za-z][\w.-]*\s?(?:这个)?(?:命名空间)?(?:里面?|中|下|内)的?[,，]?\s?(?:谁|哪些(?:pod|服务|应用)?|什么(?:pod|服务|应用)?)(?:可以|能|能够)${hanReaching}\s?(?<to>[A-Za-z][\w.-]*?)[呢啊呀吗?？。！!\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:请问)?\s?除了?\s?[A-Za-z][\w.-]*\s?(?:以外|之外|外)?[,，]?\s?(?:还有|还)?(?:有)?(?:谁|什么|别的|其他|其它|哪些)(?:pod|服务|应用|东西)?(?:还)?(?:可以|能|能够)${hanReaching}\s?(?<to>[A-Za-z][\w.-]*?)[呢啊呀吗?？。！!\s]*$`,
    "iu",
  ),
  /^(?:请问)?\s?(?<to>[A-Za-z][\w.-]*)\s?(?:现在|目前)?(?:有没有|是不是|是否|有)(?:被|受)?(?:配|设|加|写)?(?:什么|任何)?\s?(?:网络策略|networkpolic(?:y|ies)|netpols?)(?:限制|保护|管着?)?(?:着|了|的)?(?:吗|么|没有?)?[?？。！!\s]*$/iu,
];

const closed =
  "(?:all |completely |fully |totally )?(?:blocked|denied|restricted|closed|cut off|shut off|forbidden|locked down|sealed)(?: off)?";
const kindsOfTraffic =
  "(?:(?: and)?(?: all| any| every| the| incoming| outgoing| inbound| outbound| network| ingress| egress))*";
const traffic = "(?:traffic|network|connections?|access|networking|ingress|egress)";
const somewhere = "(?:in|to|from|into|of|out of|for|inside)(?: the)?(?: namespace)? (?<place>[\\w.-]+)(?: namespace)?";

/** Whether a namespace lets anything in or out, as patterns: `place` is what is named. */
export const sealed: readonly RegExp[] = [
  new RegExp(String.raw`^(?:is|are)${kindsOfTraffic} ${traffic} ${closed} ${somewhere}[?.!\s]*$`, "iu"),
  new RegExp(String.raw`^(?:is|are)${kindsOfTraffic} ${traffic} ${somewhere} ${closed}[?.!\s]*$`, "iu"),
  new RegExp(
    String.raw`^(?:does|do|did)(?: the)?(?: namespace)? (?<place>[\w.-]+)(?: namespace)? (?:block|deny|restrict|forbid|close|reject|drop)${kindsOfTraffic} ${traffic}[?.!\s]*$`,
    "iu",
  ),
  /^(?:请问)?\s?(?<place>[A-Za-z][\w.-]*)\s?(?:这个)?(?:命名空间|ns|namespace)?\s?(?:现在|目前|里面?)?(?:是不是|是否|有没有)?(?:已经)?(?:把|将|对)?(?:所有|全部|进出|出入|[入出](?:站|方向|口)|进来|进入|出去|外出|内外|和|的)*(?:流量|网络|访问|连接|[入出]站)(?:是不是|是否|有没有)?(?:都|全|全部|统统)*(?:给)?(?:被)?(?:封|禁|拦|断|挡|隔离|限制|屏蔽|关|堵)(?:死|住|掉|上|止|起来)?(?:了|着)?(?:吗|么|没有?|吧)?[?？。!！\s]*$/u,
];

/** What tells which way traffic goes that is asked about, beside the name of the place. */
export const ways: Readonly<Record<Way, RegExp>> = {
  in: /\b(?:incoming|inbound|ingress|to|into)\b|入站|入方向|入口|进来|进入|进出|出入|内外/iu,
  out: /\b(?:outgoing|outbound|egress|from|out of)\b|出站|出方向|出口|出去|外出|进出|出入|内外/iu,
};
