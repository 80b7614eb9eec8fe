import type { Access } from "../types.ts";

/**
 * Questions for what somebody may do, as patterns: `role` who has the role that is named, `self` whether the person may,
 * `account` whether a service account may, `who` who may, `list` all that somebody may. The words of the action and of the
 * thing stay for whoever reads the rest.
 */
export const accessQuestions: readonly (readonly [access: Access, patterns: readonly RegExp[]])[] = [
  [
    "role",
    [
      /\b(?:who|which (?:users?|accounts?|people|service ?accounts?)) (?:all )?(?:has|have|holds?|got|is|are|was given|were given|is bound to|are bound to)(?: the| a| an)?(?: role)? (?=[\w:.-]*(?:admin|-(?:reader|writer|editor|viewer|role|operator|manager))\b)/iu,
      /(?:谁|哪些人|哪些账号|哪个账号|哪些用户|什么人)(?:都)?(?:有|拥有|是|绑了|绑定了|被授予了?)\s?(?=[\w:.-]*(?:admin|-(?:reader|writer|editor|viewer|role|operator|manager))(?![\w-]))/iu,
    ],
  ],
  [
    "list",
    [
      /\bwhat (?:am i|are we) (?:allowed|permitted) to do\b/iu,
      /\bwhat (?:can|may|could) (?=.*\bdo\b)(?=.*(?:service ?account|\buser\b|\bsa\b|-bot\b|-sa\b))/iu,
      /\b(?:what|which|show|list|my) (?:me )?(?:the )?(?:\w+ )?(?:permissions|rights|privileges)\b(?: (?:does|do|has|have|of))?/iu,
      /(?:有|拥有)(?:什么|哪些|啥)(?:访问)?权限/u,
      /(?:的|我)权限(?:是什么|有哪些|是啥)?(?=[吗呢吧?!。.\s]*$)/u,
      /(?:都)?(?:能|可以|能够)(?:做|干)(?:些|点)?(?:什么|啥|哪些|嘛)(?:操作|事)?(?=[吗呢吧?!。.\s]*$)(?<=(?:账号|账户|serviceaccount|-bot|-sa|(?<![a-z])sa(?![a-z])|角色|用户).*)/iu,
    ],
  ],
  [
    "account",
    [
      /\b(?:can|could|may|is) (?=(?:the |our |my )?[\w.-]+ (?:service ?account|\bsa\b|account\b)|(?:the )?(?:service ?account|\bsa\b) [\w.-]+)(?!.*\bwho\b)/iu,
      /(?:能不能|可不可以|是否能|有没有权限|有权限|能够|可以|能)(?:去)?(?<=(?:(?<![A-Za-z])sa|serviceaccount|服务账号|服务账户|账号|账户)(?:能不能|可不可以|是否能|有没有权限|有权限|能够|可以|能)(?:去)?)/iu,
    ],
  ],
  [
    "who",
    [
      /\bwho (?:can|could|may|is able to|(?:is|are) allowed to|(?:has|have) (?:the )?(?:permissions?|access|rights?) to)\b/iu,
      /\bwhich (?:users?|accounts?|service ?accounts?|people|roles?) (?:can|could|may|(?:is|are) allowed to)\b/iu,
      /(?:谁|哪些人|哪些账号|哪个账号|什么人)(?:可以|能够|能|有权限?(?:去)?)/u,
    ],
  ],
  [
    "self",
    [
      /\b(?:am i|are we) (?:allowed|permitted|able) to\b/iu,
      /\b(?:do|have) (?:i|we) (?:have |got )?(?:the )?(?:permissions?|access|rights?|privileges?) (?:to|for)\b(?=\s+\w)/iu,
      /(?:我|我们)?(?:有没有|是否有|有)(?:权限|权力)(?:去)?/u,
    ],
  ],
];

/** “Can I …” asks politely for what can be looked at, and for a permission where it would change something. */
export const mayI = /\b(?:can|could|may) (?:i|we)\b|(?:我|我们)(?:能不能|可不可以|能否|能|可以)/iu;

/** Who did something, which the cluster itself does not keep. */
export const whoDid: readonly RegExp[] = [
  /\bwho (?:has |had |just )?(?:deleted|removed|restarted(?! (?:the )?(?:most|more))|killed|scaled|changed|edited|modified|updated|rolled back|deployed|cordoned|drained|stopped|evicted)\b/iu,
  /(?:是)?(?:谁|哪个人|什么人)(?!的|(?:能|可以)?(?:来|去|帮|给我)|.{0,8}重启(?:次数)?(?:最|多))(?:把)?(?=.{0,60}(?:删|重启|改|动|杀|停|扩|缩|驱逐|回滚|更新))/u,
];
