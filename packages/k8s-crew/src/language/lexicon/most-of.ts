const group = String.raw`(?<group>ns|namespaces?|projects?|nodes?|machines?|workers?|hosts?)`;
const has = String.raw`(?:has|have|had|got|runs?|holds?|hosts?|contains?|uses?|is using|are using|eats?|consumes?|takes?|burns?|sees?|carries|is running)(?: up)?`;
const order = "(?<order>most|fewest|least|more|fewer|highest|lowest|biggest|largest|smallest)";
const hanGroup = "(?<group>命名空间|(?<![a-z])ns(?![a-z])|namespaces?|项目|节点|nodes?|机器|主机|worker)";
const hanOrder = "(?<order>最多|最少|最高|最低|最大|最小|最频繁|最凶|最厉害|更多|更少)";

/** Which place has the most of something: each pattern names the place's kind and, where it is said, what is counted. */
export const mostOf: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:which|what) ${group} ${has} (?:the )?${order}(?: number of| amount of| count of)? (?<what>[a-z][a-z -]{1,30})`,
    "iu",
  ),
  new RegExp(String.raw`\b(?:which|what) ${group} (?<what>restarts?|restarted) (?:the )?${order}`, "iu"),
  new RegExp(
    String.raw`\b${group} with (?:the )?${order}(?: number of| amount of)? (?<what>pods?|restarts?|deployments?|services?|jobs?|memory|cpu|[a-z]{3,20}s)\b`,
    "iu",
  ),
  new RegExp(
    String.raw`\b(?:where|in which ${group}) are (?:the )?${order}(?: of the| of our)? (?<what>[a-z]{3,20})`,
    "iu",
  ),
  new RegExp(
    String.raw`(?:哪|什么)(?:一?个|一?台)?\s?${hanGroup}\s?(?:里面?|上面?|下面?|中)?(?:的|有|跑的?|用的?|吃的?)?\s?(?<what>[^，。?？最更]{0,14}?)(?:的?(?:数量?|个数|次数|用量|占用|使用量?))?(?:是|得|的|用|吃|占|跑)*\s?${hanOrder}`,
    "iu",
  ),
  new RegExp(
    String.raw`(?<what>[A-Za-z]{2,20}|重启|内存|处理器)\s?(?:数量?|个数|次数|用量|占用)?(?:用|占)?得?${hanOrder}的(?:是|那个)?\s?(?:哪(?:一?个|一?台))?\s?${hanGroup}`,
    "iu",
  ),
];

export const fewest = /fewest|least|fewer|lowest|smallest|少|最低|最小/iu;
export const ofNodes = /node|machine|worker|host|节点|机器|主机/iu;

/** What can be summed up, by the words for it. */
export const summed: readonly (readonly [what: "restarts" | "memory" | "cpu", words: RegExp])[] = [
  ["restarts", /restart|重启/iu],
  ["memory", /\b(?:mem|memory|ram)\b|内存/iu],
  ["cpu", /\bcpu\b|处理器|cpu/iu],
];
