import type { Fact } from "../condition.ts";

/** Words for what keeps data. */
export const stored =
  /\b(?:pvcs?|pvs?|claims?|volumes?|disks?|storage(?! ?class)|persistent ?volumes?(?: ?claims?)?)\b|(?<!镜像)卷|磁盘|硬盘|存储(?!类)|盘/iu;

/** Who uses a thing that is named. */
export const usedBy: readonly RegExp[] = [
  /\bpods? (?:that |which )?(?:us(?:e|es|ing)|mount(?:s|ing)?|referenc(?:e|es|ing))\b/iu,
  /\b(?:who|what|which (?:pods?|workloads?|deployments?|apps?|services?))(?:'s| is| are)? (?:currently |actually |still )?(?:us(?:es?|ing)|mount(?:s|ing|ed)?|attach(?:ed|es)?(?: to)?|referenc(?:es?|ing)|refers? to|consum(?:es?|ing)|has mounted|have mounted)\b(?!.*\b(?:cpu|memory|ram|most|more|image)\b)/iu,
  /\b(?:used|mounted|referenced|attached|consumed|claimed)(?: to)? (?:by )?(?:who|what|which (?:pods?|workloads?)|any(?:one|body|thing)|any pods?)\b/iu,
  /\b(?:is|are)\b.*\b(?:in use|still used|used anywhere|still mounted|unused|mounted anywhere|safe to (?:delete|remove))\b/iu,
  /\b(?:can|could|may|should) (?:i|we) (?:safely )?(?:delete|remove|drop|get rid of|throw away)\b(?=.*\b(?:pvc|claim|volume|configmap|config map|secret|cm)\b)/iu,
  /\b(?:does|do) (?:any(?:one|body|thing)|any pods?|something) (?:still )?(?:use|mount|reference|need)\b/iu,
  /(?:谁|哪个\s?pod|哪些\s?pod|什么|哪个应用|哪个服务|哪些服务)\s?(?:还|都)?(?:在)?(?:用|使用|挂载|挂|引用)(?![^，]*(?:cpu|内存|镜像))|(?:给|被)(?:谁|哪个|哪些|什么)[^，]{0,6}(?:用|使用|挂载|挂|引用|占)/iu,
  /(?:还)?(?:有没有|有)(?:人|谁|pod|东西|服务)(?:还)?(?:在)?(?:用|使用|引用|挂载|挂)|(?:挂|挂载)(?:在|到)(?:了)?(?:哪|什么|谁)|(?:在用|被用|被引用|被挂载)(?:吗|么|没|不)/iu,
  /(?:pvc|卷|configmap|配置|secret|密钥|cm)[^，]{0,6}(?:能不能|可不可以|能|可以)(?:直接|安全)?(?:删|清)/iu,
];

/** What is asked of a claim, a volume or a class. */
export const storageFacts: readonly (readonly [fact: Fact, words: RegExp])[] = [
  ["reclaimPolicy", /\breclaim(?:ing)?(?: ?polic(?:y|ies))?\b|回收策略|回收方式/iu],
  ["accessModes", /\baccess ?modes?\b|访问模式|读写模式/iu],
  ["expansion", /\b(?:expand\w*|resiz\w*|grow|enlarge|made larger|bigger|expansion)\b|扩容|扩大|调大/iu],
  [
    "status",
    /\b(?:is|has|did)\b.*\b(?:bound|bind)\b(?! to (?:the )?(?:role|cluster))|绑(?:上|定|好)(?:了)?(?:没|吗|么)/iu,
  ],
  ["storageClass", /\bstorage ?class(?:es)?\b|\bsc\b|存储类/iu],
];

/** Of which class volumes are; `@` is its name. */
export const onClass: readonly string[] = [
  String.raw`\b(?:volumes?|pvcs?|claims?|pvs?|disks?) (?:that (?:are|use) )?(?:(?:on|from|using|use|uses|come from) (?:the )?(?:storage ?)?(?:class )?|(?:with|of|in) (?:the )?(?:storage ?)?class )@`,
  String.raw`(?:pvc|pv|卷|盘)[^，]{0,4}(?:用|使用|基于)(?:的)?(?:是)?(?:了)?\s?@`,
  String.raw`(?:用|使用|基于)\s?@\s?(?:这个|存储类|storageclass)*\s?的`,
];

/** Access modes by the words for them (kubernetes.io, “Persistent Volumes”). */
export const modeWords: readonly (readonly [mode: string, words: RegExp])[] = [
  [
    "RWX",
    /\brwx\b|\breadwritemany\b|\bread[- ]write[- ]many\b|\bshared (?:volumes?|storage|disks?)\b|多节点读写|共享存储/iu,
  ],
  ["ROX", /\brox\b|\breadonlymany\b/iu],
  ["RWOP", /\brwop\b|\breadwriteoncepod\b/iu],
  ["RWO", /\brwo\b|\breadwriteonce\b|\bread[- ]write[- ]once\b/iu],
];

/** How much is taken is asked; Kubernetes does not tell. */
export const howFull =
  /\b(?:full|free space|space left|left on|how full|usage|used up|fill(?:ing|s|ed)? up|run(?:ning|s)? (?:out|full|low)|out of (?:space|disk|storage))\b|满|撑爆|爆盘|剩(?:多少|余)|用了多少|用了几|使用率|还有多少空间|快没了/iu;

/** How large, or the largest. */
export const howLarge =
  /\b(?:biggest|largest|most|smallest|total|together|altogether|how (?:much|big|large)|sizes?|sum|overall|capacity|reserved|allocated|requested)\b|最大|最小|一共|总共|总量|合计|多大|占了?多少|多少|大小|容量|申请了/iu;

export const largest = /\b(?:biggest|largest|most)\b|最大|最多/iu;

/** Whether something keeps its data. */
export const hasStorage =
  /^(?:does|do|has|have)\b.*\b(?:persistent|storage|volumes?|disks?|claims?|pvcs?|data)\b|^(?:is|are)\b.*\b(?:stateless|persistent)\b|(?:有没有|有|是否|挂了?)[^，]{0,6}(?:盘|卷|存储|pvc|持久化)|(?:盘|卷|存储|pvc)(?:吗|么)/iu;

/** What went wrong is looked into, not looked up. */
export const asksWhy =
  /\bwhy\b|\bwhat(?:'s| is) wrong\b|\bstuck\b|为什么|为啥|为何|怎么(?:一直|老|总|又|还|会|回事|了)|咋(?:回事|了)/iu;

/** What keeps data is mostly called so. */
export const keepsData = /data|vol|disk|pvc|stor|cache|db|backup|archive/iu;
