import { numberPattern, readNumber } from "../numbers.ts";
import type { Quality, Request } from "../types.ts";

type Order = Pick<Request, "first" | "quality" | "counted" | "per">;

/** What of a list is wanted: its first ones, an order, or only how many; and the text without it. */
export type TakenOrder = { readonly found: Order; readonly rest: string };

const count = `(?<count>${numberPattern})`;
const most = "(?:most|oldest|newest|latest|youngest|biggest|largest|heaviest|busiest|top|highest|hungriest|greediest)";
const noLines = String.raw`(?!\s?[下眼遍些]|\s*(?:log\s)?lines?|\s*(?:行|条|分|小时|天|秒|周|台|次|days?|hours?|minutes?|mins?|seconds?|weeks?))`;

const firsts: readonly RegExp[] = [
  String.raw`(?<![A-Za-z0-9])(?:the\s)?(?:top|first)[\s-]${count}(?![\dA-Za-z])${noLines}`,
  String.raw`(?<![A-Za-z0-9])(?:the\s)?${count}\s(?=${most}(?![A-Za-z]))`,
  String.raw`(?<=(?<![A-Za-z])(?:oldest|newest|latest|youngest|biggest|largest)\s)${count}(?=\s[a-z])${noLines}`,
  String.raw`(?:前|头|top\s?)\s?${count}${noLines}\s?(?:个|名|位)?的?`,
  String.raw`(?<=最[^，。,]{1,10}的)\s?${count}\s?(?:个|名|位)`,
].map((pattern) => new RegExp(pattern, "iu"));

/** “Worst first”: the order that what is counted says itself. */
const worstFirst =
  /[,，]?\s?(?:the\s)?(?:worst|highest|biggest|most|largest)(?:\sones?)?\s(?:first|on top|at the top)(?![A-Za-z])|[,，]?\s?(?:最多|最高|最大|最严重)的?(?:排|放)?(?:在)?(?:最)?(?:前面?|上面?|第一)/iu;

/** What a list can be put in order by. */
const sortings: readonly (readonly [field: string, quality: Quality])[] = [
  ["memory usage|memory|mem|ram|内存(?:使用量?|占用|用量)?", "most_memory"],
  ["cpu usage|cpu|处理器|cpu ?(?:使用[率量]?|占用|用量)", "most_cpu"],
  ["restart counts?|restarts|number of restarts|重启次数|重启", "most_restarts"],
  ["age|creation time|creation date|start time|创建时间|启动时间|年龄|存活时间|运行时间", "newest"],
];

const sorted = ([field]: (typeof sortings)[number]): RegExp =>
  new RegExp(
    String.raw`(?:(?<![A-Za-z])(?:(?:sort|sorted|order|ordered|rank|ranked)\s(?:them\s)?)?by\s(?:their\s|the\s)?(?:${field})(?![A-Za-z])(?:\s(?:usage|descending|desc))?|(?:按照?|根据|依)\s?(?:${field})(?:从高到低|从大到小|从多到少|倒序|降序)?(?:来?排序|来?排列|来?排)?)`,
    "iu",
  );

const counting =
  /(?<![A-Za-z])(?:how many|the number of|number of|count(?: of)?|total number of)(?![A-Za-z])|多少(?!时间|资源|内存|cpu|行|条|天|久)个?|(?<!哪)几(?:个|台)|总数|数量|数一?下|一共有|(?<=[a-z])\s?数(?![据字])/iu;

const groups: readonly (readonly [per: NonNullable<Order["per"]>, words: string])[] = [
  ["namespace", "namespaces?|ns|命名空间"],
  ["node", "nodes?|节点|机器"],
  ["status", "status(?:es)?|state|phase|状态"],
  ["image", "images?|镜像"],
];

const grouped = (words: string): RegExp =>
  new RegExp(
    String.raw`(?<![A-Za-z])(?:(?:in|on|of|for)\s)?(?:every|each|per|by|for each|grouped by)\s(?:${words})(?![A-Za-z])|(?:每个|每一个|各个?|每台|按照?)\s?(?:${words})(?:分组|统计|分别)?(?:里|上|下|中|内)?(?:都|各|分别)?(?:的)?`,
    "iu",
  );

/** Takes order and number out of a normalized text: “top three”, “按内存排序”, “how many”, “per namespace”. */
export const takeOrder = (said: string): TakenOrder => {
  const text = said.replace(worstFirst, " ");
  const first = matchOf(text, firsts);
  const start = { found: first.count === undefined ? {} : { first: first.count }, rest: first.rest };
  const ordered = sortings.reduce<TakenOrder>(({ found, rest }, sorting) => {
    const match = found.quality === undefined ? sorted(sorting).exec(rest) : null;
    return match === null ? { found, rest } : { found: { ...found, quality: sorting[1] }, rest: without(rest, match) };
  }, start);
  return counting.test(ordered.rest) || pluralPer.test(ordered.rest)
    ? countedIn({ ...ordered, rest: ordered.rest.replace(owned, " of $1 ") })
    : ordered;
};

/** “Pods per node”, “pods in shop by image”: how many of them, though nobody says so. */
const pluralPer =
  /^\s*(?:show(?: me)?|list|get|give me|count)?\s?(?:all )?(?:the )?(?:running )?(?:pods|deployments|services|jobs|statefulsets|pvcs|containers)\b[\w\s.-]*\b(?:per|by|grouped by) (?:nodes?|namespaces?|ns|status|state|phase|images?)\W*$|^\s*(?:pod|deployment|服务|任务)?[^，。]{0,12}按(?:节点|命名空间|状态|镜像)(?:分组|统计|分布|分)/iu;

/** “How many pods does web have”: those of web. */
const owned = /\b(?:does|do)\s(?:the\s)?((?:[\w.-]+\s){0,1}[\w.-]+)\s(?:have|own|run)\b/iu;

const countedIn = ({ found, rest }: TakenOrder): TakenOrder => {
  for (const [per, words] of groups) {
    const match = grouped(words).exec(rest);
    if (match !== null) return { found: { ...found, counted: true, per }, rest: without(rest, match) };
  }
  return { found: { ...found, counted: true }, rest };
};

const matchOf = (text: string, patterns: readonly RegExp[]): { readonly count?: number; readonly rest: string } => {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const number = match?.groups?.count === undefined ? undefined : readNumber(match.groups.count);
    if (match === null || number === undefined || number === 0) continue;
    // “Top” asks for usage as well, where nothing else is said that could be most.
    const top = /top/iu.test(match[0]) ? "top" : "";
    return { count: number, rest: without(text, match, top) };
  }
  return { rest: text };
};

const without = (text: string, match: RegExpExecArray, instead = ""): string =>
  `${text.slice(0, match.index)} ${instead} ${text.slice(match.index + match[0].length)}`;
