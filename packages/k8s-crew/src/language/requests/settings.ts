import type { Setting } from "../types.ts";

/** What of a workload is to be set, and the text without it. */
export type TakenSetting = { readonly setting: Setting; readonly rest: string };

const measure = String.raw`(?<measure>memory|mem|ram|cpu)`;
const part = String.raw`(?<part>limits?|requests?)`;
const amount = String.raw`(?<amount>\d+(?:\.\d+)?\s?(?:[KMGT]i?B?|m|cores?|核|个核|兆|个G)?)`;
const raise = "increase|raise|bump|lower|reduce|decrease|change|adjust|set|update|double|halve|extend|expand|cut";
const thing = String.raw`(?<what>[^?.,;]{1,60}?)`;
const hanMeasure = String.raw`(?<measure>内存|(?<![a-z])cpu|处理器)`;
const hanPart = String.raw`(?<part>上限|限制|限额|请求|limits?|requests?)`;
const hanRaise =
  "调大|调高|调小|调低|调到|调成|调整到|调整为|调整|加大|加到|加|增加到|增加|提高到|提高|提升到|提升|扩大到|扩大|降低到|降低|降到|减少到|减少|减到|减|改成|改为|改到|改大|改小|改|设成|设为|设到|设置为|设置成|设置|放大到|放大|翻倍|拉高|拉到";

const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:${raise})\b(?: up| down)?(?: the)? (?:${measure} )?${part}(?: (?:of|for|on|in))?(?: the)? ${thing}(?:'s)?(?: (?:to|at|by) ${amount})?(?: of ${measure.replace("measure", "other")})?[.!?\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`\b(?:${raise})\b(?: up| down)?(?: the)? ${measure}(?: (?:limits?|requests?))?(?: (?:of|for|on|in))?(?: the)? ${thing}(?: (?:to|at|by) ${amount})?[.!?\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`\b(?:${raise})\b(?: the)? (?<what>(?!the\b)[\w./-]+(?: (?:in|on) [\w.-]+)?)(?:'s)? ${measure}(?: ${part})?(?: (?:to|at|by) ${amount})?[.!?\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`\bgive ${thing} (?:(?:some |a bit |a little )?more|${amount}(?: of)?) ${measure}\b[.!?\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:把|给|将|请|帮我|麻烦|能不能|可以|怎么|如何)*(?<what>[^，。,？?]{0,40}?)的? ?${hanMeasure}的? ?(?:${hanPart})?(?:再|都|稍微|先)?(?:${hanRaise})(?:一?点|一些|一下)?(?: ?${amount})?(?:吧|呗|吗)?[。.!！?？\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:给|请|帮我|麻烦|能不能|可以|怎么|如何)*(?<what>[^，。,？?]{1,40}?)(?:多)?(?:加|加大|分|分配|给|调大|调高|提高)(?:点|一点|些|一些|多一?点)? ?(?:${amount}的?)? ?${hanMeasure}(?:${hanPart})?(?:吧|呗|吗)?[。.!！?？\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:给|把|将|请|帮我|麻烦|能不能|可以|怎么|如何)*(?<what>[^，。,？?]{1,40}?)(?:多)?(?:加|调|提|改|设|扩|升|降|减)(?:大|高|小|低)? ?${hanMeasure}的? ?(?:${hanPart})?(?:到|至|为|成) ?${amount}(?:吧|呗)?[。.!！?？\s]*$`,
    "iu",
  ),
];

const pair = String.raw`(?<name>[A-Za-z_][A-Za-z0-9_]*)(?:\s?=\s?(?<value>[^\s，。,;]+)|(?: to| 改成| 改为| 设为| 设成)? ?(?<other>"[^"]*"|[^\s，。,;]+)?)`;
const environment: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:set|add|change|update|put)\b(?: an?| the)? (?:new )?(?:env(?:ironment)?(?: var(?:iable)?s?)?) (?<name>[A-Za-z_]\w*)(?:\s?=\s?(?<value>\S+))?(?: (?:on|in|for|to|of))(?: the)? ${thing}(?: to (?<other>\S+))?[.!?\s]*$`,
    "iu",
  ),
  new RegExp(
    String.raw`\b(?:set|add)\b (?<name>[A-Z_][A-Z0-9_]*)=(?<value>\S+) (?:on|in|for|to)(?: the)? ${thing}[.!?\s]*$`,
    "u",
  ),
  new RegExp(
    String.raw`^(?:给|在|把|请|帮我|怎么|如何)*(?<what>[^，。,？?]{1,40}?)的?(?:里|上)?(?:加|加上|增加|设|设置|配|配置|添加|改|修改|更新)?(?:个|一个|上|一下)?(?:环境变量|(?<![a-z])env(?:变量)?) ?${pair}(?:吧|呗)?[。.!！\s]*$`,
    "iu",
  ),
];

/** Why it changed, who did and whether it should are questions of their own. */
const questions =
  /为什么|为啥|是不是|有没有|谁|什么时候|多少|多大|要不要|该不该|了吗|\b(?:why|who|when|did|was|were|has|should|what)\b/iu;

const longest = 300;

/** “Raise the memory limit of web to 2Gi”, “给 web 加个环境变量 DEBUG=1”. */
export const takeSetting = (text: string): TakenSetting | undefined => {
  if (text.length > longest || questions.test(text)) return undefined;
  for (const pattern of environment) {
    const { what, name, value, other } = pattern.exec(text)?.groups ?? {};
    if (what !== undefined && name !== undefined)
      return { setting: { of: "environment", name, value: value ?? other }, rest: what };
  }
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const { what = "", measure: said = "memory", part: limits = "", amount: to } = match?.groups ?? {};
    if (match === null) continue;
    const setting: Setting = {
      of: /request|请求/iu.test(limits) ? "requests" : "limits",
      name: /cpu|处理器/iu.test(said) ? "cpu" : "memory",
      value: to === undefined ? undefined : quantityOf(to),
    };
    return { setting, rest: what };
  }
  return undefined;
};

/** As Kubernetes writes it: `2G` and `2GB` are `2Gi` to whoever says so, 512兆 is `512Mi`, two cores are `2`. */
const quantityOf = (said: string): string => {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)\s?(.*)$/u.exec(said.trim()) ?? [];
  if (/^(?:cores?|核|个核)$/iu.test(unit) || unit === "") return number;
  if (/^m$/u.test(unit)) return `${number}m`;
  if (unit === "兆") return `${number}Mi`;
  return `${number}${(/[KMGT]/iu.exec(unit)?.[0] ?? "").toUpperCase()}i`;
};
