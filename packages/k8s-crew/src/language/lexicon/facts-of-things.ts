import type { AskedFact, Question } from "../condition.ts";
import { factsOfWorkloads } from "./facts-of-workloads.ts";

/** Questions for what counts of one thing: how often, how many, how much, and whether it is. */
export const factsOfThings: readonly (readonly [fact: AskedFact, questions: readonly Question[]])[] = [
  [
    "restarts",
    [
      {
        before: "how (?:many times|often) (?:has|have|did|does|was|were)(?: the)?",
        after: "(?:been )?restart(?:ed|s|ing)?",
      },
      {
        before: "how many restarts (?:does|do|did|has|have|are there (?:for|of|on|in))(?: the)?",
        after: "(?:have|had|has)?",
      },
      {
        before: "^(?:is|are|does|did|has|have|was|were)(?: the| my| our)?",
        after:
          "(?:still |always |constantly |really |actually |again |ever |even )?(?:been )?(?:restart(?:s|ing|ed)?|reboot(?:s|ing|ed)?)(?: again| still| now| constantly| all the time| a lot| often| recently| today| yet| last night| yesterday| overnight| this morning| this week|(?: in| over| within| during)?(?: the)? (?:last|past) [\\w ]{1,16})?(?=[?!.\\s]*$)",
      },
      { before: "(?:what is |what's )?(?:the )?restart count (?:of|for)(?: the)?" },
      {
        before:
          "(?:what is |what's |show |show me |give me |get |see |list )?(?:the )?(?:restarts?|crash|reboot) (?:history|log ?book|records?|stats|statistics|timeline|past|track record|numbers?)(?: of| for| in)?(?: the)?",
      },
      { after: "(?:'s )?(?:restarts?|crash|reboot) (?:history|records?|stats|statistics|numbers?)(?=[?!.\\s]*$)" },
      { after: "的?(?:历史)?重启(?:历史|记录|情况|统计)(?=[吗呢吧?!。.]*$)" },
      {
        after:
          "(?<!要|能|可以|该|不)(?:还|又|一直|老是|总是|是不是|有没有|是否)?在?(?:不停地?|反复|频繁)?重启(?:过|了)?(?:吗|没有|没|么)(?=[?？!。.]*$)",
      },
      { after: "(?:一共|总共|已经)?重启(?:了|过)?(?:几次|多少次|多少回|几回)(?:了)?" },
      { after: "的?重启次数(?:是|有)?(?:多少|几次|几)?(?=[吗呢吧?!。.]*$)" },
      { after: "(?:有|发生了?)?(?:多少|几)次重启" },
    ],
  ],
  ...factsOfWorkloads,
  [
    "limits",
    [
      {
        before:
          "what (?:are|is) (?:the )?(?:resource |memory |cpu )?(?:limits?|requests?|requests? and limits?|limits? and requests?) (?:of|for|on)(?: the)?",
      },
      {
        before: "(?:what|which) (?:resource |memory |cpu )?(?:limits?|requests?) (?:does|do|is|are)(?: the)?",
        after: "(?:have|has|set)?",
      },
      {
        before: "how much (?:memory|cpu) (?:is|may|can)(?: the)?",
        after: "(?:allowed to use|allowed|limited to|use at most|requesting|guaranteed)",
      },
      {
        before: "how much (?:memory|cpu|ram) (?:does|do|did|will|has|have)(?: the)?",
        after: "(?:requests?|requested|reserves?|reserved|ask for|asks for|asked for|claims?)",
      },
      { before: "(?:show |tell me )?(?:the )?(?:cpu|memory|resource) (?:limits?|requests?) (?:of|for|on)(?: the)?" },
      {
        before: "^(?:does|do|has|have|did)(?: the| my)?",
        after:
          "(?:have|has|got|set|define|declare|specify)? ?(?:any |some )?(?:resource |memory |cpu )?(?:limits?|requests?)(?: (?:and|or) (?:limits?|requests?))?(?: (?:set|configured|defined|at all|on it))?(?=[?!.\\s]*$)",
      },
      {
        before:
          "^(?:is|are) there (?:any |a )?(?:resource |memory |cpu )?(?:limits?|requests?)(?: set)? (?:on|for)(?: the)?",
      },
      {
        before:
          "(?:what is |what's |whats )?(?:the )?(?:max(?:imum)?|most) (?:memory|cpu|ram) (?:of|for|that)(?: the)?",
        after: "(?:may use|can use|may have|can have|is allowed|gets)?",
      },
      {
        before: "how much (?:memory|cpu|ram) (?:may|can|could|might)(?: the)?",
        after: "(?:use|have|take|eat|consume|get|grow to)?(?: at most| at maximum| up to)?",
      },
      {
        before: "how much (?:memory|cpu|ram) (?:is|are|was|were|has|have)(?: the)?",
        after: "(?:been )?(?:given|assigned|allocated|allotted|granted|configured with|capped at|capped to|capped)",
      },
      {
        before:
          "how much (?:memory|cpu|ram) (?:do|did|have|has) (?:we|i|you|they) (?:give|given|grant|granted|assign|assigned|allocate|allocated|set|allow|allowed)(?: to| for)?(?: the)?",
      },
      {
        after:
          "的? ?(?:资源|内存|cpu)(?:资源)?(?:上限|限制|限额)?(?:总共|一共|最多|都)?(?:是)?(?:申请|请求|给|配置|配|分配|分|设置|设|限制|限|允许用|能用|可以用|用到)(?:了|的是|的|到)?(?:多少|多大|几个?g?)",
      },
      {
        after:
          "(?:总共|一共|最多|顶多|被)?(?:申请|请求|预留|要|声明|给|配置|配|分配|分|限制|限|能用|可以用|允许用|能占|可以占)(?:了|到|的是|的)?(?:多少|多大|几个?g?)(?:的)?(?:资源|内存|cpu|核)",
      },
      {
        after:
          "的?(?:资源|内存|cpu)?(?:资源)?(?:限制|上限|limits?|requests?|请求|限额|配额上限)(?:(?:和|与|跟|、|及|以及|还有)(?:限制|上限|limits?|requests?|请求))?(?:分别|各|都|各自)?(?:是|设的是|设了|设成了?|设置的是|配的是?|配了|给了|给的是|有)?(?:多少|什么|多大|几)",
      },
      {
        after:
          "(?:(?:有没有|有无|是否|是不是|(?<!没)有)(?:设置?|配置?|加|写|限)?|(?<!没|没有|未)(?:设置?|配置?|加))了?(?:资源|内存|cpu)?(?:限制|上限|limits?|requests?|请求)(?:吗|么|没有?|呢)?(?=[?!。.]*$)",
      },
    ],
  ],
  [
    "outside",
    [
      {
        before:
          "(?:what is |what's |whats |show |tell me |give me )?(?:the )?(?:external|public|outside|outward|load ?balancer|lb)(?:[ -]?ip)?(?: addresse?s?)? (?:of|for)(?: the)?(?! node)",
      },
      {
        before: "(?:what|which) (?:external|public) (?:ip|address)(?: address)? (?:does|do|is|has)(?: the)?",
        after: "(?:have|use|using|on)?",
      },
      {
        after:
          "的? ?(?:外网|公网|外部|对外|负载均衡(?:器)?|(?<![A-Za-z])lb|external|public)的? ?(?:ip|地址)(?: ?地址)?(?:是)?(?:多少|什么|啥|哪个)?(?=[吗呢吧?!。.]*$)",
      },
    ],
  ],
  [
    "serviceIp",
    [
      {
        before:
          "(?:what is |what's |whats |show |tell me |give me )?(?:the )?(?:cluster[ -]?ip|service ip|vip)(?: address)? (?:of|for)(?: the)?(?! node)",
      },
      {
        before: "(?:what|which) cluster[ -]?ip(?: address)? (?:does|do|is|has)(?: the)?",
        after: "(?:have|use|using|on)?",
      },
      {
        after: "的? ?(?:cluster ?ip|集群 ?ip|服务 ?ip|vip)(?: ?地址)?(?:是)?(?:多少|什么|啥|哪个)?(?=[吗呢吧?!。.]*$)",
      },
    ],
  ],
  [
    "ip",
    [
      {
        before:
          "(?:what is |what's |show |tell me )?(?:the )?(?:pod |cluster |internal |external |node )?(?:ip|ip address) (?:address )?(?:of|for)(?: the)?",
      },
      { before: "(?:what|which) ip (?:address )?(?:does|do|is|has)(?: the)?", after: "(?:have|use|using|on)?" },
      {
        after: "的? ?(?:pod |内网 ?)?(?<![A-Za-z])ip(?: ?地址)?(?:是)?(?:多少|什么|啥)?(?=[吗呢吧?!。.]*$)",
      },
    ],
  ],
  [
    "claims",
    [
      {
        before: String.raw`(?:which|what) (?:pvcs?|volumes?|persistent volume claims?|claims?|storage|disks?) (?:does|do|is|are)(?: the)?`,
        after: "(?:use|uses|using|mount|mounts|mounted by|used by|have|bound to)?(?: by)?",
      },
      { after: "(?:用|使用|挂载|挂)(?:的|了|的是)?(?:什么|哪个|哪些|啥)(?:pvc|存储卷?|卷|数据卷|持久卷|磁盘)" },
    ],
  ],
  [
    "serviceAccount",
    [
      {
        before: "(?:which|what) service ?accounts? (?:does|do|is|are)(?: the)?",
        after: "(?:use|uses|using|run as|running as)?",
      },
      { after: "(?:用|使用)(?:的|了|的是)?(?:什么|哪个|啥)(?:service ?account|服务账号|服务账户|sa)" },
    ],
  ],
  [
    "schedule",
    [
      { before: "(?:what is |what's )?(?:the )?schedule (?:of|for)(?: the)?" },
      {
        before:
          "(?:when (?:is|was) |what (?:is|was) )?(?:the )?(?:last|latest|most recent|next) (?:run|execution) (?:time )?(?:of|for)(?: the)?",
      },
      { after: "(?:上次|上一次|最近一次|下次|下一次)(?:是)?(?:什么时候|几点|何时)(?:跑|执行|运行)的?" },
      {
        before:
          "(?:when|how often|(?:at |on )?(?:what|which) (?:times?|hours?|days?|day of the \\w+)) (?:does|do|will|is|are)(?: the)?",
        after:
          "(?:next )?(?:run|runs|fire|fires|firing|kick off|kicks off|go off|goes off|trigger|triggers|triggered|start|starts|scheduled|set to run|supposed to run|due|execute|executes)",
      },
      {
        after:
          "(?:是|在|要|会|都|定在|设在|一般){0,4}(?:每天|每周|每月|每)?(?:几点钟?|啥时候|什么时候|什么时间|多久|哪天|星期几|周几)(?:会|要|来)?(?:自动)?(?:跑|执行|运行|触发|启动|开始|起)(?:一次|一回|一趟)?的?",
      },
      {
        after:
          "的?(?:定时|cron|crontab|计划任务|时间表|排期|(?<=的)调度)(?:表达式|规则|时间|设置)?(?:是|设的?|配的?)*(?:什么|多少|啥|几点|怎么[配设写]的?)?(?=[吗呢吧?？!。.\\s]*$)",
      },
      {
        before:
          "(?:show |tell me |give me )?(?:the )?(?:cron|cron ?tab|cron (?:expression|schedule)) (?:of|for)(?: the)?",
      },
      { after: "(?:是)?(?:什么时候|多久|每隔多久)(?:跑|执行|运行)(?:一次)?" },
      { after: "的?(?:调度|执行|运行)(?:周期|计划|频率)(?:是)?(?:什么|多少|多久)?" },
    ],
  ],
  [
    "existence",
    [
      { before: "(?:does|do|did)(?: the| a| an| any)?", after: "(?:still |already |really )?exists?(?: anymore)?" },
      { before: "(?:is|are) there (?:still )?(?:a|an|any)", after: "(?:called|named)" },
      { before: "(?:do|have) (?:we|i|you) (?:have|got) (?:a|an|any)", after: "(?:called|named)" },
      { before: "(?:有没有|是否有|有)(?:一个|个)?(?:叫做|叫|名为|名叫)" },
      { after: "(?:还)?(?:存不存在|是否存在|存在吗|存在么|在不在|还在吗|还存在吗|还在不在)" },
      { before: "是否存在" },
      {
        before: "^(?:so |and |but )?(?:is|are)(?: the| my)?",
        after: "(?:still|even)(?: (?:there|around|here|in place))(?: now| at least| though)?(?=[?.!\\s]*$)",
      },
      {
        before: "^(?:so |and |but )?",
        after:
          "(?:is|are|'s) (?:still (?:there|around|here|in place)|(?:not|n't) (?:gone|deleted|removed))(?:,? (?:right|yes|no|isn't it|or))?(?=[?.!\\s]*$)",
      },
      {
        before: "^(?:was|were|did)(?: the| my)?",
        after: "(?:get |actually |really |already )*(?:gone|deleted|removed)(?: then| now| or not)?(?=[?.!\\s]*$)",
      },
      {
        after:
          "(?:应该|肯定|确实|现在|真的)?(?:都)?还(?:好好)?(?:的)?(?:在|存在|留着|健在)(?:的|着)?(?:吧|吗|么|呢|不|没)?(?=[\\s?!。.]*$)",
      },
      {
        after:
          "(?:应该)?(?:没有?|有没有|是不是)(?:真的?)?(?:被|给)?(?:删|干|弄)(?:掉|除|没|了)*(?:吧|吗|么|呢)?(?=[\\s?!。.]*$)",
      },
    ],
  ],
  [
    "state",
    [
      {
        before: "^(?:is|are)(?: the| my)?",
        after:
          "(?:still |already |actually |currently |really )?(?:running|up and running|up|alive|started|ready)(?: yet| now| at the moment| okay| ok| fine)?(?=\\s*(?:in\\b.*|on\\b.*)?[?.!]?\\s*$)",
      },
      {
        after:
          "(?:还|正|现在|已经)?(?:在跑|在运行|跑着|运行着|活着|跑起来|起来|启动|正在运行|就绪|准备好|ready)了?(?:吗|没有|没|么)(?=[?!。.]*$)",
      },
      { after: "(?:是否|是不是)(?:还|已经|已)?(?:在|正在)?(?:运行|跑|就绪|启动|起来)(?:中|了)?" },
      {
        before:
          "^(?:did|has|have)(?: the| my| our)?(?: last (?:night|week)'?s| (?:yesterday|today|tonight)'?s| nightly)?",
        after:
          "(?:run|ran|happen|happened|work|worked|work out|succeed|succeeded|go through|gone through|go well|gone well|go ok|go fine|make it|made it|finish|finished|complete|completed|pass|passed)(?: ok| okay| fine| well| yet| last night| yesterday| today| this morning| this week| lately| recently| at all| ever)?(?=[?!.\\s]*(?:in\\b.*)?$)",
      },
      {
        after:
          "(?:最近|近来|近期|今天|今早|昨天|昨晚|这周)?(?:有没有|有)?(?:跑|执行|运行)过?了?(?:吗|没有|没|么)(?=[?!。.]*$)",
      },
      {
        after:
          "(?:昨晚|昨天|今天|今早|上次)?(?:(?:跑|执行|做|运行)(?:成|完|好)|(?:跑|执行|做|运行)?(?:成功|完成))了?(?:吗|没有|没|么)(?=[?!。.]*$)",
      },
      {
        before:
          "^(?:did|has|is|was|have)(?: the| my)? (?:rollout|roll-out|deployment|deploy|release|upgrade|update) (?:of|to|for)(?: the)?",
        after:
          "(?:finish|finished|complete|completed|succeed|succeeded|successful|done|go through|gone through|roll out|rolled out|work|worked)(?: yet| now| already| ok| fine)?(?=[?!.\\s]*$)",
      },
      {
        before: "^(?:did|has|is|was)(?: the| my)?",
        after:
          "(?:rollout|roll-out) (?:finish|finished|complete|completed|succeed|succeeded|successful|done)(?: yet| now| already)?(?=[?!.\\s]*$)",
      },
      {
        after:
          "的?(?:发布|上线|部署|滚动更新|更新|升级)(?:是否|是不是|有没有)?(?:已经)?(?:成功|完成|完|好|结束)了?(?:吗|没有|没|么)?(?=[?!。.]*$)",
      },
    ],
  ],
];
