import type { AskedFact, Question } from "../condition.ts";

/** Questions for what leads where: hosts, paths, services, their ports and names, and what stands behind them. */
export const factsOfNetwork: readonly (readonly [fact: AskedFact, questions: readonly Question[]])[] = [
  [
    "nodePort",
    [
      {
        before:
          "(?:on |at |under |through |via |by )?(?:which|what) node ?ports? (?:can|do|could|should|would|must|may) (?:i|we|you|one|people|users|they) (?:reach|access|use for|hit|get to|open|call|find|connect to|talk to)(?: the)?",
      },
      {
        before: "(?:which|what) node ?ports? (?:is|are|does|do|did)(?: the)?",
        after: "(?:use|uses|using|have|has|open|opens|expose|exposes|exposed on|on|listening on|reachable on)?",
      },
      {
        before:
          "(?:what is |what's |which is |show |tell me |give me )?(?:the )?node ?ports? (?:of|for|is|does|do)(?: the)?",
        after: "(?:use|uses|using|have|has|open|opens|expose|exposes|exposed on|on|listening on|reachable on)?",
      },
      { after: "node ?ports?(?=[?!.\\s]*$)" },
      { after: "的? ?node ?port(?:端口)?(?:号)?(?:是|开的是)?(?:多少|什么|啥|哪个|几)?(?=[吗呢吧?!。.\\s]*$)" },
      { after: "(?:在|用|开)?(?:的|了)?(?:节点|机器|主机)上?(?:的)?(?:哪个|什么|啥)?端口(?:是)?(?:多少|什么|哪个)?" },
    ],
  ],
  [
    "dns",
    [
      {
        before:
          "(?:what is |what's |tell me |give me |show )?(?:the )?(?:(?:internal|in-cluster|cluster|service) )?(?:dns|dns name|dns record|fqdn|internal (?:name|address|url|host|hostname)|in-cluster (?:name|address|url|host|hostname)|service address) (?:of|for)(?: the)?",
      },
      { after: "(?:internal |cluster |service )?(?:dns|dns name|fqdn)(?=[?!.\\s]*$)" },
      {
        before:
          "(?:under )?(?:what|which) (?:internal |cluster |service )?(?:dns name|dns|fqdn) (?:does|do|is|has)(?: the)?",
        after: "(?:have|has|use|get|reachable (?:at|under|by))?",
      },
      {
        before:
          "how (?:do|can|could|would|should) (?:i|we|you|other pods|pods|other apps|apps?|other services|another pod) (?:reach|call|address|connect to|talk to)(?: the)?",
        after:
          "(?:from (?:inside|within)(?: the cluster)?|from (?:another|other|a different) (?:pods?|namespaces?|apps?|services?)|inside (?:of )?the cluster|in-cluster|internally|within the cluster)",
      },
      {
        after:
          "的? ?(?:在)?(?:集群)?(?:内部|内网|集群内|集群里)?的? ?(?:dns|fqdn)(?:名称?|域名|地址|记录)?(?:是)?(?:什么|啥|多少|怎么写)?(?=[吗呢吧?!。.\\s]*$)",
      },
      {
        after:
          "的? ?(?:集群内部?|内部|内网)(?:的)?(?:访问)?(?:地址|域名)(?:是)?(?:什么|啥|多少)?(?=[吗呢吧?!。.\\s]*$)",
      },
      {
        after:
          "(?:在|从)?(?:集群内部?|集群里面?|内部|别的(?:pod|服务|命名空间)里?)(?:应该)?(?:怎么|如何|咋)(?:访问|连|调用?)",
      },
    ],
  ],
  [
    "backend",
    [
      {
        before:
          "(?:what is |what's |what are |show |tell me |which is )?(?:the )?(?:backends?|upstreams?|routes|routing rules|routing|rules|paths)(?: services?)? (?:of|for|behind|in|on)(?: the)?",
      },
      {
        before: "(?:where|what|to which services?|which services?) (?:does|do|is|are)(?: the)?",
        after:
          "(?:route|routes|routed|lead|leads|point|points|pointing|go|goes|forward|forwards|send traffic|proxy)(?: traffic)?(?: to)?",
      },
      { after: "的?(?:后端|后端服务|转发规则|路由规则|规则)(?:服务)?(?:是|都是|指向|有)?(?:谁|什么|啥|哪个|哪些)?" },
      {
        after:
          "(?:会|都|是)?(?:转发?|路由|转|指|走|发|导)(?:到|向|去|给)了?(?:哪里?|哪儿|哪个|哪些|什么|谁)(?:service|服务|svc|后端)?",
      },
    ],
  ],
  [
    "endpoints",
    [
      {
        before: "(?:does|do|has|have)(?: the)?",
        after:
          "(?:have|has|got|have got)? ?(?:any |an? |some |no )?(?:ready |healthy |live |working )?(?:endpoints?|backends?|backing pods?|pods? behind it|anything behind it)(?: behind it| at all)?",
      },
      {
        before:
          "(?:are|is) there (?:any |an? )?(?:ready |healthy |live )?(?:endpoints?|backends?|pods?|anything) (?:behind|for|of|in)(?: the)?",
      },
      {
        before: "(?:are|is)(?: the)? (?:endpoints?|backends?) (?:of|for|behind)(?: the)?",
        after: "(?:empty|there|ready|healthy|ok|fine)",
      },
      {
        before:
          "(?:what are |which are |show |list |get |how many )?(?:the )?(?:ready |healthy )?endpoints (?:of|for|behind|does|do|has|are behind|are there (?:for|behind))(?: the)?",
        after: "(?:have|has|got)?",
      },
      { before: "(?:what's|who's|(?:what|how many pods|who) (?:is|are|sits?|stands?)) behind(?: the)?" },
      {
        after:
          "(?:现在|目前|到底|后面)?(?:有没有|是否有|有|没有?|存在)(?:可用的?|健康的?|就绪的?)?(?:端点|endpoints?|ep(?![a-z])|后端(?:pod|实例)?)(?:吗|么|没有?|了)?(?=[?!。.\\s]*$)",
      },
      {
        after:
          "的? ?(?:端点|endpoints?|ep(?![a-z]))(?:列表)?(?:现在)?(?:是不是|是否|都?有|是|为)?(?:空的?|哪些|几个|多少|什么|啥|正常)?(?:吗|么|呢)?(?=[?!。.\\s]*$)",
      },
      {
        after:
          "(?:后面|背后|后端)(?:都)?(?:有|挂|是|接|连|跑)?(?:着|了|的是)?(?:(?:几个|多少个?)(?:pod|实例|后端)|(?:什么|啥)(?:东西|后端)?)",
      },
    ],
  ],
  [
    "traffic",
    [
      {
        before:
          "(?:what|which)(?: ports?| traffic| connections?| pods?| sources?)? (?:does|do|is|are|may|can)(?: the)?",
        after:
          "(?:allow|allows|allowed by|let in|lets in|let out|let through|lets through|permit|permits|permitted by|block|blocks|blocked by|open|opens|opened by|restrict|restricts|deny|denies)(?: in| out| through)?(?: to pass)?",
      },
      {
        after:
          "(?:都|现在|只|会)?(?:放行|允许|放通|放|限制|拦截?|挡|拦住|开放|开)(?:了|的是|的|住)?(?:哪个|哪些|什么|啥|谁)(?:端口|流量|来源|pod|连接)?(?:进来|进入|访问|进|出去|出|通过)?",
      },
    ],
  ],
];

/** More ways to ask what leads to something, by host or by service. */
export const waysTo: readonly (readonly [fact: AskedFact, questions: readonly Question[]])[] = [
  [
    "host",
    [
      {
        before:
          "(?:what|which) (?:hosts?|hostnames?|host names?|domains?|domain names?|urls?|addresse?s?) (?:(?:does|do|is|are) )?(?:leads?|leading|goes|points?|pointing|routes?|routed|routing|maps?|mapped|resolves?|belongs?|sends traffic|takes? (?:me|us|you|users|people)|brings? (?:me|us|users)|gets? (?:me|us|users)|ends? up)(?: to| at| in)?(?: the)?",
      },
      {
        before:
          "(?:what is |what's |show |tell me )?(?:the )?(?:urls?|hostnames?|domains?|domain names?|hosts?) (?:of|for|to)(?: the)?",
      },
      {
        after:
          "(?:走|用|挂|绑|绑定|对应|配|配置|暴露在?)(?:在|的|了|的是){0,3}(?:哪个|什么|啥|哪些)(?:域名|(?<![a-z])host|网址|入口|url|(?<![a-z])ingress)(?:上|下|里)?",
      },
      {
        before:
          "(?:哪个|什么|哪些|啥)(?:域名|host|网址|入口|ingress)(?:会|是|能|可以)?(?:指向|指到|转发到|转到|路由到|通向|通到|对应|走到|访问到?|进到?|到)(?:的是)?",
      },
    ],
  ],
  [
    "exposedBy",
    [
      {
        before:
          "(?:which|what) (?:services?|svcs?) (?:(?:is|are|will|would|does|do) )?(?:exposes?|exposing|fronts?|points? (?:to|at)|pointing (?:to|at)|go(?:es)? to|leads? to|routes? to|sends? (?:traffic|requests|connections) to|select(?:s|ing)?|picks? up|picks?|targets?|target(?:s|ing)|match(?:es)?|covers?|in front of|serves?|serving|for|belongs? to|reach(?:es)?)(?: the)?",
      },
      {
        before:
          "(?:哪个|哪些|什么|啥)(?:service|服务|svc)(?:会|能|是|在|可以)?(?:选中|选择|选|选到|指向|指到|暴露|代理|转发到|转到|对应|匹配|打到|通到)(?:了|到|的是)?",
      },
      {
        after:
          "(?:被|由|有|是)?(?:哪个|哪些|什么|啥)(?:service|服务|svc)(?:选中|选|选择|匹配|转发|负责)(?:到|的|了|着)?",
      },
    ],
  ],
];
