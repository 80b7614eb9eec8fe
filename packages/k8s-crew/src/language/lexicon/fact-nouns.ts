import type { Fact } from "../condition.ts";

/**
 * What fields are called by people, as alternatives of a pattern, and of which kind they are asked where nobody says it
 * (of a pod otherwise). The ways of asking stand in fact-frames.ts, once for all of them.
 */
export type FactNoun = { readonly fact: Fact; readonly zh: string; readonly en: string; readonly kind?: string };

export const factNouns: readonly FactNoun[] = [
  // What the spec of pods says.
  {
    fact: "livenessProbe",
    zh: "存活(?:性)?(?:探针|检查|探测)|活性探针",
    en: "live(?:ness|liness)[ -]?(?:probes?|checks?)|liveness",
    kind: "deployment",
  },
  {
    fact: "readinessProbe",
    zh: "就绪(?:性)?(?:探针|检查|探测)",
    en: "readi?ness[ -]?(?:probes?|checks?)|readiness",
    kind: "deployment",
  },
  { fact: "startupProbe", zh: "启动(?:探针|检查|探测)", en: "start-?up[ -]?(?:probes?|checks?)", kind: "deployment" },
  { fact: "probes", zh: "探针|健康检查|健康探测", en: "(?:health )?probes?|health ?checks?", kind: "deployment" },
  {
    fact: "strategy",
    zh: "(?:更新|发布|部署|滚动更新|滚动|升级|上线)(?:策略|方式)|最大不可用|最大超出",
    en: "(?:update|rollout|roll-out|deploy(?:ment)?|upgrade|rolling(?: update)?|release) (?:strategy|strategies|policy)|strategy|max ?unavailable|max ?surge",
    kind: "deployment",
  },
  { fact: "nodeSelector", zh: "节点选择器|节点选择", en: "node ?selectors?", kind: "deployment" },
  { fact: "tolerations", zh: "(?:污点)?容忍(?:度|项)?", en: "tolerations?", kind: "deployment" },
  {
    fact: "affinity",
    zh: "(?:节点|pod)?(?:反)?亲和(?:性|规则)?(?:规则)?|拓扑分布(?:约束)?",
    en: "(?:node |pod )?(?:anti-?)?affinit(?:y|ies)(?: rules?)?|topology spread(?: constraints?)?|spread constraints?",
    kind: "deployment",
  },
  { fact: "hostNetwork", zh: "主机网络|宿主机网络", en: "host ?networks?|hostnetwork", kind: "deployment" },
  {
    fact: "privileged",
    zh: "特权(?:容器|模式|pod)?",
    en: "privileged(?: mode| containers?)?",
    kind: "deployment",
  },
  { fact: "hostAccess", zh: "主机路径|宿主机(?:目录|路径)", en: "host ?paths?", kind: "deployment" },
  { fact: "security", zh: "安全上下文|安全设置", en: "security ?contexts?|capabilities", kind: "deployment" },
  {
    fact: "command",
    zh: "启动命令|启动参数|入口命令|命令行参数",
    en: "(?:start(?:up)? )?command(?: ?line)?(?: and arg(?:ument)?s)?|entry ?point|args|arguments",
    kind: "deployment",
  },
  {
    fact: "initContainers",
    zh: "初始化容器|init ?容器",
    en: "init[ -]?containers?",
    kind: "deployment",
  },
  {
    fact: "containers",
    zh: "(?<!init ?|初始化)容器",
    en: "(?<!init[ -]?)(?:containers?|sidecars?)",
    kind: "deployment",
  },
  {
    fact: "pullSecrets",
    zh: "(?:镜像)?拉取(?:密钥|凭证|凭据|secret)",
    en: "(?:image ?)?pull ?secrets?",
    kind: "deployment",
  },
  { fact: "pullPolicy", zh: "(?:镜像)?(?:拉取|下载)策略", en: "(?:image ?)?pull ?polic(?:y|ies)", kind: "deployment" },
  { fact: "priorityClass", zh: "优先级(?:类|等级)?", en: "priority(?: ?class(?:es)?)?", kind: "deployment" },
  { fact: "restartPolicy", zh: "重启策略", en: "restart ?polic(?:y|ies)" },
  {
    fact: "gracePeriod",
    zh: "(?:优雅)?(?:终止|退出|停机)(?:宽限|等待)?(?:期|时间)|宽限期",
    en: "(?:termination )?grace[ -]?period|termination period",
    kind: "deployment",
  },
  { fact: "dnsPolicy", zh: "dns ?策略", en: "dns ?polic(?:y|ies)", kind: "deployment" },
  {
    fact: "secrets",
    zh: "(?<!tls ?|拉取|的)(?<![a-z])secrets?(?![a-z])|密钥对象|保密字典",
    en: "(?<!tls |pull |pull)secrets?",
    kind: "deployment",
  },
  {
    fact: "configMaps",
    zh: "(?<![a-z])(?:configmaps?|cms?)(?![a-z])|配置字典",
    en: "config ?maps?",
    kind: "deployment",
  },
  {
    fact: "volumes",
    zh: "挂载(?:点|卷|目录)?|数据卷(?!声明)",
    en: "(?:volume )?mounts?|mount ?points?|mounted volumes?",
    kind: "deployment",
  },
  { fact: "revision", zh: "修订(?:版本|号)|发布版本号", en: "(?:current )?revision(?: number)?", kind: "deployment" },
  {
    fact: "serviceAccount",
    zh: "服务(?:账号|账户|帐号)",
    en: "service ?accounts?|\\bsa\\b",
  },
  // What pods and images are.
  { fact: "qos", zh: "(?:qos|服务质量)(?:等级|级别|类)?", en: "qos(?: ?class)?|quality of service(?: class)?" },
  { fact: "digest", zh: "(?:镜像)?(?:摘要|digest|sha(?:256)?)", en: "(?:image )?(?:digests?|sha(?:256)?|image ?ids?)" },
  // What every object carries.
  { fact: "label", zh: "标签(?!选择)", en: "labels" },
  { fact: "annotations", zh: "注解|注释", en: "annotations?" },
  { fact: "finalizers", zh: "终结器|finalizer", en: "finali[sz]ers?" },
  // Services, ingresses, policies.
  {
    fact: "targetPorts",
    zh: "(?:目标|后端)端口(?:号)?",
    en: "target ?ports?",
    kind: "service",
  },
  { fact: "serviceType", zh: "(?:服务|service|svc) ?类型", en: "(?:service|svc) type", kind: "service" },
  { fact: "selector", zh: "(?<!节点)选择器|selector", en: "(?<!node ?)(?:label )?selectors?", kind: "service" },
  {
    fact: "tls",
    zh: "(?:tls|https|ssl) ?(?:证书)?(?:的)?(?:secret|密钥|证书)?|证书(?:的)?secret",
    en: "(?:tls|https|ssl)(?: (?:secrets?|cert(?:ificate)?s?|certificate secret))?|cert(?:ificate)? secrets?",
    kind: "ingress",
  },
  {
    fact: "ingressClass",
    zh: "(?:ingress ?class|ingress ?类|入口类|ingress ?控制器)",
    en: "ingress ?class(?:es)?|ingress controller|(?<!(?:storage|priority|runtime|qos) ?)class",
    kind: "ingress",
  },
  {
    fact: "disruptions",
    zh: "(?:允许的?|可以?)?(?:中断|驱逐)(?:数|预算|名额)|中断预算",
    en: "(?:allowed )?disruptions?(?: budget)?|disruption budget|allowed evictions?",
    kind: "pdb",
  },
  // Jobs.
  { fact: "concurrency", zh: "并发策略", en: "concurrency(?: ?policy)?", kind: "cronjob" },
  {
    fact: "history",
    zh: "(?:历史|成功|失败)(?:job|任务)?(?:保留|历史)(?:数|数量|个数|上限|限制)?",
    en: "(?:job )?history(?: limits?)|(?:successful|failed) jobs? history(?: limits?)?",
    kind: "cronjob",
  },
  { fact: "timeZone", zh: "时区", en: "time ?zones?", kind: "cronjob" },
  {
    fact: "jobLimits",
    zh: "重试(?:次数|上限)|最大重试|并行度|完成数|(?:执行|运行)期限|backofflimit",
    en: "back-?off ?limits?|retries|retry limits?|parallelism|(?:active )?deadline|ttl",
    kind: "job",
  },
  {
    fact: "bounds",
    zh: "(?:自动)?(?:伸缩|扩缩容?|扩容)(?:范围|上下限|上限|下限|区间)|副本(?:数)?(?:范围|上下限)|最(?:大|小|多|少)副本数?",
    en: "(?:auto)?scaling (?:range|limits?|bounds)|min(?:imum)?(?: and |/| & | )max(?:imum)?(?: replicas?)?|(?:min(?:imum)?|max(?:imum)?) (?:replicas?|pods|instances)",
    kind: "hpa",
  },
  // Room and places.
  {
    fact: "limits",
    zh: "(?<!默认的?|缺省的?)(?:资源|内存|cpu) ?(?:的)?(?:资源)?(?:限制|上限|限额)(?!范围)",
    en: "(?<!default )(?:memory|cpu|mem|ram|resource) (?:limits?|requests?)(?: and (?:limits?|requests?))?",
  },
  {
    fact: "limitDefaults",
    zh: "(?:默认|缺省)(?:的)?(?:资源|内存|cpu)?(?:资源)?(?:限制|上限|请求|限额|limit|request)|limit ?range",
    en: "default (?:resource |memory |cpu |container )?(?:limits?|requests?)(?: (?:and|or) (?:limits?|requests?))?|limit ?ranges?",
    kind: "limitrange",
  },
  {
    fact: "provisioner",
    zh: "(?:存储)?(?:制备器|供应器|provisioner|驱动)",
    en: "provisioners?|csi driver",
    kind: "storageclass",
  },
  { fact: "bindingMode", zh: "(?:卷)?绑定(?:模式|时机)", en: "(?:volume )?binding ?mode", kind: "storageclass" },
  {
    fact: "metrics",
    zh: "(?:目标|伸缩|扩容)(?:指标|使用率|利用率|阈值)|伸缩指标",
    en: "(?:hpa|autoscal(?:er|ing)) targets?|(?:target|scaling|hpa|autoscaling) (?:metrics?|utilization|usage|thresholds?)",
    kind: "hpa",
  },
  { fact: "taints", zh: "污点(?!容忍)", en: "taints?", kind: "node" },
  {
    fact: "nodeInfo",
    zh: "内核(?:版本)?|操作系统(?:版本)?|系统版本|容器运行时(?:版本)?|kubelet ?版本|系统架构|cpu ?架构",
    en: "kernel(?: version)?|os(?: image| version)?|operating system|container runtime(?: version)?|runtime version|kubelet(?: version)?|architecture",
    kind: "node",
  },
];
