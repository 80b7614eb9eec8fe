/**
 * What people call what the API server is asked for (kubernetes.io, “Authorization”, request verbs and subresources).
 * Any of the verbs is enough. `kind`: of what, where the words themselves say it.
 */
export type ActionRow = {
  readonly words: RegExp;
  readonly verbs: readonly string[];
  readonly subresource?: string;
  readonly kind?: string;
  /** Of other kinds the words mean something else: a service is reached. */
  readonly only?: readonly string[];
};

export const actions: readonly ActionRow[] = [
  {
    words:
      /\b(?:exec(?:ute)?|shell(?: into)?|ssh|log into|get into|open a shell)\b|进(?:入|到|去)?(?=[^，]{0,12}(?:容器|pod|里))|exec/iu,
    verbs: ["create"],
    subresource: "exec",
    kind: "pod",
  },
  { words: /\bport-?\s?forward(?:ing)?\b|端口转发/iu, verbs: ["create"], subresource: "portforward", kind: "pod" },
  { words: /\bevict\w*|驱逐/iu, verbs: ["create"], subresource: "eviction", kind: "pod" },
  { words: /\blogs?\b|日志/iu, verbs: ["get"], subresource: "log", kind: "pod" },
  { words: /\b(?:delet\w*|remov\w*|kill\w*|drop|wipe)\b|删|清掉|干掉/iu, verbs: ["delete"] },
  { words: /\b(?:scale|scaling|resize)\b|扩容|缩容|扩缩|伸缩/iu, verbs: ["patch", "update"], kind: "deployment" },
  {
    words: /\b(?:restart\w*|redeploy|roll(?:out| back| out)?|rollback)\b|重启|回滚|滚动/iu,
    verbs: ["patch", "update"],
    kind: "deployment",
  },
  {
    words: /\b(?:creat(?:e|es|ed|ing)|mak(?:e|ing)|add|deploy|launch|spin up)\b|创建|新建|新增|添加|建|部署|发布/iu,
    verbs: ["create"],
  },
  {
    words:
      /\b(?:patch(?:es|ed|ing)?|updat(?:e|es|ed|ing)|edit(?:s|ed|ing)?|modif(?:y|ies|ied|ying)|chang(?:e|es|ed|ing)|alter|write(?: to)?|touch|mess with|set)\b|修改|改|编辑|更新|写|动/iu,
    verbs: ["patch", "update"],
  },
  { words: /\b(?:list(?:s|ed|ing)?|enumerate)\b|列出|列/iu, verbs: ["list"] },
  { words: /\bwatch\b|监听/iu, verbs: ["watch"] },
  {
    words:
      /\b(?:read(?:s|ing)?|see|view|get|look at|fetch|access(?: to)?|open|peek(?: at)?|dump)\b|查看|看到?|读取?|访问|获取|拿到?/iu,
    verbs: ["get", "list"],
  },
];

/** Words for an account, that stand beside its name or in place of it. */
export const accountWords =
  /\b(?:service ?accounts?|sa|users?|groups?|accounts?|bots?|robots?|teams?|pipelines?)\b|机器人|服务账[号户]|账[号户]|用户|组|流水线/giu;

/** All rights of somebody. */
export const allRights: readonly RegExp[] = [
  /\bwhat (?:all )?(?:can|may|could)\b.*\bdo\b|\bwhat \S+ (?:can|may|could) do\b|\bwhat (?:is|are)\b.*\b(?:allowed|permitted) to do\b/iu,
  /\b(?:permissions?|rights|privileges|roles?|rbac)\b.*\b(?:of|for|does|do|has|have|given|granted|assigned)\b/iu,
  /\b(?:does|do|has|have|is|are)\b.*\b(?:any|which|what)\s(?:\w+\s)?(?:permissions?|rights|privileges|roles?|bindings?)\b/iu,
  /\b(?:user|group|account|service ?account|sa|bot) \S+ (?:permissions?|rights|privileges|roles?)\b|\b\S+'s (?:permissions?|rights|privileges|roles?)\b|^(?:permissions?|rights|privileges|rbac) |^\S+ (?:permissions?|rights|privileges|roles?)\W*$/iu,
  /能(?:做|干|搞)(?:点|些)?(?:什么|啥|嘛|哪些|吗)|能干嘛|可以(?:做|干)(?:什么|啥|嘛|哪些)/u,
  /(?:有|拥有|带|绑|绑定|授予|给|被给)(?:了|的是|的|到)?(?:哪些|哪个|什么|啥|多大|多少)\s?(?:访问)?(?:权限|角色|权力|role(?!binding)|权)/iu,
  /(?:权限|角色|role(?!binding))(?:有哪些|是什么|是啥|都有啥|列一下|多大)/iu,
  /的(?:权限|角色)/u,
  /权限(?!不足)/u,
];

/** Who may; not who could be so kind. */
export const whoMay: readonly RegExp[] = [
  /\b(?:(?:who|whoever|which (?:users?|accounts?|service ?accounts?|sas?|bots?|people|subjects?|groups?)|everyone)(?:'s)?|whos) ?(?:all |else |here |who |that )?(?:can|allowed|able|permitted|could|may|is|are|has|have|got|might)\b(?! (?:tell|help|show|explain|check|bound|given))(?=.*\w)/iu,
  /\b(?:any|some)(?:body|one)\b.*\b(?:able to|allowed|permitted|access|permissions?|rights?)\b/iu,
  /\bcan (?:any|some)(?:body|one) (?:else )?(?!tell|help|show|explain|check|look|find|see (?:what|why))/iu,
  /(?:谁|哪些人|哪些账[号户]|哪个账[号户]|什么人|哪[个些]\s?(?:用户|组|sa|serviceaccount|机器人|账[号户])|有没有人|还有人)[^，]{0,12}(?:能|可以|有权|有.{0,8}权限|允许)/iu,
];

/** The role that somebody is bound to. */
export const boundTo =
  /\bbound to (?:the )?(?:(?:cluster)?role )?(?!(?:it|this|that|them|these|those|what|which|whom|any\w*)\b)(?<role>[\w.:-]+)/iu;

const somebody = String.raw`(?:who(?:ever|m|'?s)?|(?:which|what) (?:users?|groups?|people|subjects?|(?:service ?)?accounts?|sas?|bots?|teams?)|(?:any|some)(?:one|body))`;
const hanSomebody = String.raw`(?:谁|哪些人|什么人|有没有人|哪[个些]\s?(?:用户|组|团队|sa|service ?account|机器人|(?:服务)?账[号户]))`;

/** Who has a role. */
export const roleHolders: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${somebody}\b.*\b(?:has|have|had|holds?|got|gets?|with|given|granted|assigned|in|is|are|bound)\b.*\b(?:cluster ?)?role\b(?!\s?bindings?)`,
    "iu",
  ),
  new RegExp(
    String.raw`\b${somebody}\b.*\b(?:has|have|had|holds?|got|gets?|with|given|granted|is|are)\b.*\bcluster-?\s?admins?\b`,
    "iu",
  ),
  new RegExp(
    String.raw`${hanSomebody}[^，]{0,16}(?:有|是|拥有|绑|授)[^，]{0,24}(?:(?:cluster ?)?role(?!\s?binding)|角色|cluster-?\s?admin)`,
    "iu",
  ),
  /\bwho(?:'?s| is| are| has| have| got| gets| holds| else is)?\b.*\b(?:cluster-?\s?admins?|admins?|administrators?|superusers?|root)\b/iu,
  /\b(?:list|show)\b.*\b(?:cluster-?\s?admins?|administrators)\b/iu,
  /\bwho\b.*\b(?:bound to|has (?:the )?(?:cluster)?role|given (?:the )?(?:cluster)?role|has been given)\b/iu,
  /\b(?:does|do|has|is)\s(?:any(?:one|body)|some(?:one|body))\b.*\b(?:cluster-?\s?admin|superuser|(?:have|has|got|bound to)\s(?:the\s)?(?:cluster)?role)\b/iu,
  /(?:绑|绑定|授权?|授予|分配)(?:给|到|了|给了|在)*(?:谁|哪些人|哪些账[号户]|哪个)/u,
  /(?:role|角色|权限)[^，]{0,8}给(?:了)?(?:谁|哪些人|哪些账[号户]|哪个)/iu,
  /(?:谁|哪些人)(?:是|有|拥有)[^，]{0,12}(?:管理员|cluster-?admin|超级用户)/iu,
  /(?:管理员|cluster-?admins?|超级用户|superusers?)\s?(?:都|是|有|现在)*(?:谁|哪些|哪几个)/iu,
  boundTo,
];

/** Words that speak of rights by themselves, whoever they are of. */
export const speaksOfRights =
  /\b(?:allowed|permitted|permissions?|forbidden|denied|403|rights|rbac|lets|access to|authori[sz]ed)\b|权限|权|[删改读建]得了|[删改读建]不了|forbidden|403|被拒|拒绝/iu;

/** Whether somebody may who is named right before or after these; `@` is the name. */
export const mayOne: readonly string[] = [
  String.raw`\b(?:can(?:'?t|not)?|could|may|might)\s(?:the\s)?(?:[\w-]+\s){0,2}?@(?:\s(?:bot|robot|user|account|group|team|sa|service ?account|role))?\s(?:(?:still|also|really|even|actually)\s)?$`,
  String.raw`@(?:\s(?:bot|robot|user|account|group|team))?:? (?:can|could|may|is able to|get(?:s)? to)(?: it)? $`,
  String.raw`\bis (?:the )?@(?:\s(?:bot|robot|user|account|group|team))? able to $`,
  String.raw`@\s?(?:这个|那个)?\s?(?:机器人|服务账[号户]|账[号户]|用户|组|流水线|sa)?\s?(?:现在|目前|还|到底|究竟|是不是|是否|到底)*(?:能不能|能否|可不可以|可以|不能|能|没法|无法)(?:在[^，]{1,30}?里?)?[^，]{0,14}$`,
];

export const wholeAdmin = /\b(?:cluster-?\s?admins?|admins?|administrators?|superusers?)\b|管理员|超级用户/iu;

/** Who the person is to the cluster. */
export const whoAmI =
  /^(?:kubectl auth )?who ?am ?i\b|\b(?:which|what) (?:user|identity|account) am i\b|我(?:现在|当前)?(?:是|用的是?)(?:谁|(?:哪个|什么)(?:用户|账[号户]|身份))|当前(?:的)?(?:用户|身份|账[号户])是(?:谁|什么|哪个)/iu;
