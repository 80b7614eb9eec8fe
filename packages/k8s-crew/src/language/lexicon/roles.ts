/** Names of roles and bindings, which are none of the words that stand beside them. */
const name = String.raw`(?!(?:the|a|an|this|that|which|what|my|our|any|each|all|does|do|is|are|was|has|have|had|can|may|gives?|grants?|for|of|in|on|to|with|called|named|cluster|bindings?|allows?|who|and|or)\b)[A-Za-z0-9][\w.:-]*`;
const role = String.raw`(?<kind>cluster ?role|role)(?!\s?bindings?|s\b)`;
const allows = String.raw`\b(?:allow(?:s|ed)?|permits?|permitted|lets?|grants?|includes?|contains?|covers?|rules?|permissions?|rights|privileges|verbs|do|access|inside|able|good for|useful for|(?:for|about)(?=[?!.\s]*$))\b`;
const hanAllows = "(?:允许|能(?!不能)|可以|权限|规则|包含|管(?:什么|啥|哪)|有(?:什么|哪些|啥))";

/** Questions for what a role allows, whoever has it (kubernetes.io, “Using RBAC Authorization”). */
export const rulesOfRole: readonly RegExp[] = [
  new RegExp(String.raw`^(?!.*\bwho\b).*\b${role} (?:called |named )?(?<name>${name}).*${allows}`, "iu"),
  new RegExp(
    String.raw`^(?!.*\bwho\b).*\b(?:rules?|permissions?|rights|privileges|verbs|in|inside) (?:(?:of|in|for|does|has|on) )?(?:the )?${role} (?:called |named )?(?<name>${name})`,
    "iu",
  ),
  new RegExp(String.raw`^(?!.*\bwho\b)(?:.*\s)?(?<name>${name}) ${role}\b.*${allows}`, "iu"),
  new RegExp(
    String.raw`^(?!.*\bwho\b).*\b(?:what(?:'s| is)? in|rules?(?: of| in)?|permissions?(?: of| in)?|rights(?: of| in)?)(?: the)? (?<name>${name}) ${role}`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?!.*(?:谁|哪些人|哪[个些]用户|账[号户])).*?(?<kind>cluster ?role|role|角色)(?!\s?binding)\s?(?<name>[A-Za-z0-9][\w.:-]*).*${hanAllows}`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?!.*(?:谁|哪些人|哪[个些]用户|账[号户])).*?(?<name>[A-Za-z0-9][\w.:-]*)\s?(?:这个|那个)?\s?(?<kind>cluster ?role|role|角色)(?!\s?binding|绑).*${hanAllows}`,
    "iu",
  ),
];

const wholeCluster = String.raw`cluster[\s-]?admin`;
const ofRole = String.raw`(?:cluster ?role|role|角色)(?!\s?bindings?\b|s\b)`;

/** The role that is called one: “role view”, “the view role”, “view 这个角色”. */
export const roleCalled: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:\b|(?=角色))${ofRole}\s?(?:called |named |叫\s?|是\s?)?(?<name>${wholeCluster}\b|${name})`,
    "iu",
  ),
  new RegExp(String.raw`(?<![\w.:-])(?<name>${wholeCluster}|${name})\s?(?:这个|那个|的)?\s?${ofRole}`, "iu"),
];

const binding = String.raw`(?<kind>cluster ?role ?binding|role ?binding)(?!s)`;

/** Questions for what a binding gives, and to whom. */
export const givenByBinding: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:what|which) (?:cluster ?)?roles? (?:does|do|is|are)(?: the)?(?: (?:cluster ?)?(?:role ?)?binding)? (?<name>${name})(?: (?:cluster ?)?(?:role ?)?binding)? (?:gives?|grants?|binds?|refers? to|references?|points? (?:to|at)|hands? out|confers?|attach(?:es)?)\b`,
    "iu",
  ),
  /^\s*who(?:'s| is| are)? (?:all )?in (?:the )?(?<name>[\w.:]+-[\w.:-]+)[\s?.!]*$/iu,
  new RegExp(String.raw`^(?=.*\b(?:which|what|who|whom)\b).*\b${binding} (?:called |named )?(?<name>${name})`, "iu"),
  new RegExp(String.raw`^(?=.*\b(?:which|what|who|whom)\b)(?:.*\s)?(?<name>${name}) ${binding}`, "iu"),
  /(?=.*(?:角色|role(?!\s?binding)|谁|绑|授|权限))(?<kind>cluster ?role ?binding|role ?binding)\s?(?<name>[A-Za-z0-9][\w.:-]*)/iu,
  /(?<name>[A-Za-z0-9][\w.:-]*)\s?(?:这个|那个)?\s?(?<kind>cluster ?role ?binding|role ?binding)(?=.*(?:角色|role(?!\s?binding)|谁|绑|授|权限))/iu,
];
