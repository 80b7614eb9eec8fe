import type { AskedFact, Fact, Question } from "../condition.ts";
import { kindsByNoun } from "./fact-frames.ts";
import { factsOfKinds } from "./facts-of-kinds.ts";
import { factsOfNetwork, waysTo } from "./facts-of-network.ts";
import { factsOfSecrets } from "./facts-of-secrets.ts";
import { factsOfThings } from "./facts-of-things.ts";

/**
 * Questions for one fact of one thing, as patterns. Where both parts stand in a row, both have to be said; the name and
 * the kind of the thing stay for whoever reads the rest.
 */
export const factQuestions: readonly (readonly [fact: AskedFact, questions: readonly Question[]])[] = [
  [
    "logs",
    [
      {
        before: "what (?:did|does|is|was|has|do|are)(?: the)?",
        after:
          "(?:say|says|saying|said|print|prints|printed|printing|output|log|logs|logged|logging|write|wrote|writing|complain(?:ing)? about|complain(?:ing|ed)?)",
      },
      {
        before: "what(?: the)?",
        after:
          "(?:has|have|had|keeps?) (?:been )?(?:written|writing|printed|printing|said|saying|logged|logging|put out)",
      },
      {
        after:
          "(?:现在|一直|到底|最后)?(?:在)?(?:报|打印|打|输出|说|写|抱怨)(?:了|的|出)?(?:什么|啥|哪些)(?:错误?|日志|东西|内容|信息)?",
      },
    ],
  ],
  ...factsOfNetwork,
  ...waysTo,
  [
    "host",
    [
      {
        before:
          "(?:what|which) (?:is|are) (?:the )?(?:urls?|address|hostname|host|domain|ingress|entry ?point|external address|external url) (?:of|for|to)(?: the)?",
      },
      { before: "(?:show |tell me |get )?the (?:urls?|ingress|hostname|domain) (?:of|for|to)(?: the)?" },
      {
        before: "(?:what|which) (?:host|hostname|host name|domain|url)s? (?:does|do|is|are)(?: the)?",
        after: "(?:serve|serves|have|has|use|uses|answer to|listen on|on|reachable at|available at|served by|under)",
      },
      {
        before:
          "(?:where|under what address|at what address) (?:can|do|could) (?:i|we|users|people|customers) (?:reach|access|open|find|call)(?: the)?",
        after: "(?:from (?:the )?outside|from (?:the )?internet|externally|in a browser|in the browser)",
      },
      {
        before: "(?:is|are)(?: the)?",
        after:
          "(?:exposed to the outside|exposed externally|exposed to the internet|reachable from (?:the )?(?:outside|internet)|accessible from (?:the )?(?:outside|internet)|available from (?:the )?(?:outside|internet)|publicly (?:reachable|accessible|exposed)|public)",
      },
      {
        before: "how (?:do|can|could) (?:i|we|users|people|customers) (?:reach|access|get to|open|call)(?: the)?",
        after: "(?:from (?:the )?outside|from (?:the )?internet|externally|in a browser|in the browser)?",
      },
      {
        after:
          "的?(?:访问地址|外部地址|外网地址|域名|网址|(?<![A-Za-z])url|入口地址|入口|对外地址)(?:是)?(?:什么|哪个|多少|啥)?",
      },
      {
        after:
          "(?:从外部|从外面|从外网|从公网|对外|在浏览器里?)?(?:怎么|如何)(?:从外部|从外面|从外网|从公网)?(?:访问|打开|连上?)",
      },
      {
        after:
          "(?:能|可以|能不能|可不可以)?(?:从外部|从外面|从外网|从公网|在外网)(?:能|可以|能不能|可不可以)?(?:访问|打开|连上?)到?(?:吗|么)?(?=[?？!。.]*$)",
      },
      {
        after:
          "(?:有没有|是否|是不是)?(?:对外|对公网|往外)?(?:暴露到|暴露给|暴露)(?:外网|公网|集群外|外面)了?(?:吗|么|没有?)?(?=[?？!。.]*$)",
      },
    ],
  ],
  [
    "exposedBy",
    [
      {
        before:
          "(?:which|what) services? (?:exposes?|exposed|fronts?|points? (?:to|at)|routes? to|selects?|targets?|is in front of|are in front of|serves?)(?: the)?",
      },
      { after: "(?:被|由|有)?(?:哪个|哪些|什么)(?:service|服务|svc)(?:暴露|指向|对应|选中|代理)(?:的|了)?" },
      { after: "对应的(?:service|服务|svc)(?:是)?(?:哪个|什么)?" },
    ],
  ],
  [
    "cluster",
    [
      {
        before:
          "(?:in |on )?(?:which|what) clusters? (?:is|are|runs?|has|have|hosts?|does|do|contains?)(?: the)?(?! (?:more|fewer|less|most|how))",
        after: "(?:running|run|deployed|live|hosted)?(?: in| on)?",
      },
      { after: "(?:跑|运行|部署)?(?:在|于)(?:哪个|哪些|哪几个)集群(?:里|上|中)?" },
    ],
  ],
  [
    "capacity",
    [
      {
        before: "how (?:big|large) (?:is|are)(?: the)?",
        after: "(?:'s )?(?:disks?|volumes?|storage|pvcs?|claims?)(?=[?!. ]*$)",
      },
      {
        before:
          "how (?:big|large) (?:is|are)(?: the)?(?: (?:disks?|volumes?|storage|pvcs?|claims?) (?:of|for|used by))?",
      },
      {
        before:
          "(?:what is |what's )?(?:the )?(?:size|capacity) (?:of|for)(?: the)?(?: (?:disks?|volumes?|storage|pvcs?|claims?) (?:of|for|used by))?",
      },
      {
        before: "how much (?:storage|disk|disk space) (?:does|do|has|have|is)(?: the)?",
        after: "(?:have|has|use|uses|using|request)?",
      },
      { after: "的?(?:磁盘|硬盘|盘|存储卷?|卷|pvc)?(?:有)?多大" },
      { after: "的?(?:磁盘|硬盘|盘|存储|卷)?容量(?:是)?(?:多少|多大)" },
    ],
  ],
  [
    "node",
    [
      {
        before: String.raw`(?:on |to )?(?:which|what) (?:node|machine|host|server|worker)s? (?:is|are|does|do|was|did|runs?|hosts?)(?: the)?`,
        after: String.raw`(?:running|run|runs|live|placed|scheduled|deployed|hosted|assigned)?(?: on| to)?`,
      },
      { before: "where (?:is|are|does|do)(?: the)?", after: "(?:running|run|scheduled|placed|hosted)(?: on)?" },
      {
        after:
          "(?:现在|目前)?(?:跑|运行|部署|调度|落|分布|被调度)?(?:在|到|于)了?(?:哪个|哪台|哪些|哪几个|什么|哪)(?:节点|机器|主机|node|服务器|worker)(?:上|里)?",
      },
      { after: "(?:跑|运行|调度|落)在(?:了)?(?:哪里|哪儿|哪)(?!个|台|些)" },
      { after: "所在的?节点(?:是哪个|是什么|是)?" },
    ],
  ],
  [
    "age",
    [
      { before: "how old (?:is|are)(?: the)?" },
      {
        before: "(?:when|how long ago) (?:was|were|did|has|have|is)(?: the)?",
        after: "(?:created|started|start|deployed|launched|come up|came up|go live|been created|added)",
      },
      {
        before: "how long (?:has|have|is|did|does)(?: the)?",
        after: "(?:been )?(?:running|up|alive|around|run|exist|existed|existing|live)(?: for)?",
      },
      {
        before:
          "(?:what is|what's|show|tell me)? ?(?:the )?(?:age|uptime|creation (?:time|date|timestamp)|start time) (?:of|for)(?: the)?",
      },
      {
        after:
          "(?:是)?(?:在)?(?:什么时候|何时|几时|啥时候|哪天)(?:被)?(?:新?创建|启动|部署|建|起|上线|开始跑|开始运行)(?:起来)?的?",
      },
      {
        after:
          "(?:已经)?(?:跑|运行|启动|存活|存在|创建|起来|活|上线)了?(?:有)?(?:多久|多长时间|多少天|几天|多少时间)了?",
      },
      { after: "的(?:创建|启动|存活|运行)(?:时间|时长)(?:是)?(?:多少|什么时候|多久|什么)?" },
      { after: "(?:创建|启动|存活|运行)(?:时间|时长)(?:是)?(?:多少|什么时候|多久|什么)" },
      { after: "的?(?:年龄|(?<![A-Za-z])age(?![A-Za-z]))(?:是)?(?:多少|多大)?" },
    ],
  ],
  [
    "image",
    [
      {
        before: String.raw`(?:which|what) (?:container |docker )?(?:images?|image version|image tag|version of the image)(?: version| tag)?s? (?:is|are|does|do|did)(?: the)?`,
        after: "(?:use|uses|using|run|runs|running|used by|on|have|built from|based on)?(?: on)?",
      },
      {
        before:
          "(?:what is |what's |show |tell me )?(?:the )?(?:container )?images? (?:version )?(?:of|used by|for)(?: the)?",
      },
      { before: "(?:which|what) (?:container |docker )?images? (?:runs?|are used|are running|do we (?:run|use))" },
      {
        before: "(?:what|which) version(?: of)?(?: the)?(?: is| are| does| do)?",
        after: "(?:is |are )?(?:running|deployed|live|uses?|using|runs?|on)",
      },
      { after: "(?:现在|目前)?(?:用|使用|跑|运行)的?是?了?(?:什么|哪个|哪些|啥)(?:版本的?)?(?:docker ?)?镜像" },
      { after: "的?镜像(?:版本|地址|tag|标签|名)?(?:现在)?(?:是|用的是|用的|用)?(?:什么|多少|哪个|哪些|啥)(?:版本)?" },
      { after: "的镜像(?:版本|地址|tag)?(?=[吗呢吧?!。.]*$)" },
      { after: "(?:用|跑|运行|部署)的?是?了?(?:什么|哪个|啥|多少)版本" },
      { after: "(?:现在|目前)?(?:的)?(?:版本)?(?:分别|各自|都|各)?是(?:什么|哪个|啥|多少)版本" },
      { before: "(?:what is |what's |whats |show |tell me )?(?:the )?versions? of(?: the)?" },
      { after: "versions?(?= (?:everywhere|in all|on all|across|per|in each|on each)|[?!. ]*$)" },
    ],
  ],
  [
    "ports",
    [
      {
        before: String.raw`(?:on |at )?(?:which|what) (?:service |svc |container |tcp |udp |pod )?ports? (?:number )?(?:does|do|is|are|did)(?: the)?`,
        after:
          "(?:expose|exposes|exposed|exposing|listening on|listen on|listen|open|use|uses|using|on|available|have|serving on|serve on|running on)?(?: by)?(?: on)?",
      },
      {
        before:
          "(?:what are |what is |what's |show |tell me )?(?:the )?ports? (?:exposed by|opened by|used by|of|for)(?: the)?",
      },
      {
        after:
          "(?:对外)?(?:暴露|开放|监听|开|用|使用|提供|占用)(?:了|的是|的)?(?:什么|哪些|哪个|哪几个|啥|几个|多少)端口",
      },
      { after: "的?(?:服务)?端口号?(?:是|有|用的是)(?:什么|多少|哪些|哪个|啥)?" },
    ],
  ],
  [
    "owner",
    [
      { before: String.raw`(?:who|what|which) (?:\w+ )?(?:owns|controls|manages|is managing|is controlling)(?: the)?` },
      { before: String.raw`(?:who|what) (?:is|are) the (?:owner|controller|parent)s? (?:of|for)(?: the)?` },
      {
        before: String.raw`(?:which|what) (?:controller|workload|owner|deployment|statefulset|daemonset|replicaset|job) (?:does|is|do|owns|controls|manages|created)(?: the)?`,
        after: "(?:belong to|part of|owned by|managed by|controlled by)?",
      },
      { before: "(?:what|who) does", after: "belong to" },
      {
        after:
          "(?:是)?(?:由|被|归)?(?:谁|什么|哪个(?:控制器|工作负载|deployment|资源)?)(?:创建|管理|控制|拥有|管)(?:的|着)?",
      },
      {
        after:
          "(?:属于|归属于?|隶属于?)(?:谁|什么|哪个)(?!命名空间|集群|ns|namespace|cluster|节点|node)(?:deployment|工作负载|控制器|应用|statefulset|replicaset|服务|job)?",
      },
      { after: "的?(?:上级|所有者|属主|控制器|owner)(?:是)(?:谁|什么|哪个)" },
    ],
  ],
  ...factsOfKinds,
  ...factsOfSecrets,
  ...factsOfThings,
];

/** What is asked of when its kind was not said. All others are asked of a pod. */
export const kindOfFact: Readonly<Partial<Record<Fact, string>>> = {
  ...kindsByNoun,
  replicas: "deployment",
  ports: "service",
  schedule: "cronjob",
  suspended: "cronjob",
  bound: "pvc",
  bounds: "hpa",
  quota: "resourcequota",
  data: "secret",
  expansion: "storageclass",
  host: "ingress",
  capacity: "pvc",
  nodePort: "service",
  dns: "service",
};

/** Facts that may be asked of many things without a name: a list with that column answers. */
export const factsOfMany: ReadonlySet<Fact> = new Set<Fact>([
  "node",
  "age",
  "image",
  "ports",
  "owner",
  "restarts",
  "replicas",
  "limits",
  "ip",
  "claims",
  "serviceAccount",
  "schedule",
  "backend",
  "traffic",
  "quota",
  "limitDefaults",
]);

/** Facts that hold for all of a namespace: asked of one, they are those of what is set up there. */
export const factsOfNamespaces: ReadonlySet<AskedFact> = new Set<AskedFact>(["quota", "limitDefaults"]);
