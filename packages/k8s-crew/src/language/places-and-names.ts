import { resources } from "../catalog/resources.ts";
import { notNames } from "./lexicon.ts";

export type Hints = {
  readonly clusters?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly lastResource?: string;
};

export type Named = {
  readonly cluster?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly container?: string;
};

const token = "[a-z0-9](?:[a-z0-9._:/@-]{0,251}[a-z0-9])?";

/** A pattern with `NAME` where a name stands. */
const pattern = (text: string): RegExp => new RegExp(text.replace(/NAME/g, `["'\`「“]?(${token})["'\`」”]?`), "i");

/** How people say where. Each captures a name; the first that captures something that can be a name wins. */
const namespacePatterns = [
  pattern("(?:-n|--namespace)[ =]NAME"),
  pattern("(?:namespace|ns)\\s*[:=]?\\s*NAME"),
  pattern("(?:命名空间|名字空间|名称空间)\\s*(?:是|为|:|：)?\\s*NAME"),
  pattern("NAME(?:\\s+|\\s*(?:这个|的)\\s*)(?:namespace|ns\\b)"),
  pattern("NAME\\s*(?:这个|的)?\\s*(?:命名空间|名字空间|名称空间)"),
  pattern("NAME\\s*(?:环境|空间)(?!变量)"),
  pattern("(?:在|从|看下|看看|看一下|检查|查看|列出|那|巡检)?\\s*NAME\\s*(?:里面|里|下面|下的|下|中的|中|上的|内)"),
  pattern("\\b(?:in|from|within|inside)\\s+(?:the\\s+)?NAME"),
];

const clusterPatterns = [
  pattern("(?:--context|--cluster)[ =]NAME"),
  pattern("(?:cluster|context)\\s*[:=]?\\s*NAME"),
  pattern("(?:集群|上下文)\\s*(?:是|为|:|：)?\\s*NAME"),
  pattern("NAME\\s*(?:这个|的)?\\s*(?:cluster|context|集群)"),
  pattern("\\b(?:on|in)\\s+(?:the\\s+)?NAME\\s+cluster"),
];

const containerPatterns = [
  pattern("(?:-c|--container)[ =]NAME"),
  pattern("container\\s+NAME"),
  pattern("容器\\s*NAME"),
  pattern("NAME\\s*(?:这个)?(?:容器(?!组)|container)"),
];

const kinds = resources
  .flatMap(({ words, zh }) => [...words.flatMap((word) => [word, `${word}s`]), ...zh])
  .sort((left, right) => right.length - left.length);
const kindWords = kinds.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");

const namePatterns = [
  /[`「]\s*([^`」\s]{1,253})\s*[`」]/i,
  new RegExp(`\\b(?:${kindWords})/(${token})`, "i"),
  new RegExp(
    `(?<![a-z0-9-])(?:${kindWords})(?![a-z])\\s*(?:named|called|叫|名为|:|：)?\\s*["'“]?(${token})["'”]?`,
    "i",
  ),
  new RegExp(`["'“](${token})["'”]`, "i"),
  pattern(
    "\\b(?:logs?|events?|yaml|details?|describe|restart|scale|delete|rollback|drain|cordon|uncordon)\\s+(?:of|for|from|about)?\\s*(?:the\\s+)?(?:pod|service|deployment|node)?\\s*NAME",
  ),
  pattern("\\b(?:of|for|about|with|why is|why does|is)\\s+(?:the\\s+)?NAME"),
  pattern("NAME\\s*(?:'s|的)?\\s*(?:健康|health|情况|状况)"),
  pattern("NAME\\s*(?:'s|的)\\s*(?:日志|事件|详情|描述|状态|pod|容器|yaml|配置|log|event)"),
  pattern("(?:重启|删除|删掉|描述|扩容|缩容|回滚|诊断|排查|把)\\s*NAME"),
  pattern("NAME\\s*(?:为什么|为啥|怎么|挂了|起不来|崩|重启|出了)"),
];

/** A word with a hyphen or a digit among letters looks like an object's name even where no pattern says so. */
const loneName = new RegExp(`(?<![a-z0-9._/-])((?=[a-z0-9.-]*[-.])${token})(?![a-z0-9])`, "gi");

/** The places and the name in a message. `text` is lower case, flags and all. */
export const placesAndNames = (text: string, hints: Hints): Named => {
  const taken = new Set<string>();
  const cluster =
    knownIn(text, hints.clusters, { partly: true, except: hints.namespaces ?? [] }) ??
    first(text, clusterPatterns, taken);
  if (cluster !== undefined) taken.add(cluster);
  const container = first(text, containerPatterns, taken);
  if (container !== undefined) taken.add(container);
  const namespace =
    first(text, namespacePatterns.slice(0, 5), taken) ??
    knownIn(text, hints.namespaces, { partly: false, except: [] }) ??
    first(text, namespacePatterns.slice(5), taken);
  if (namespace !== undefined) taken.add(namespace);
  const name = first(text, namePatterns, taken) ?? lone(text, taken);
  return {
    ...(cluster === undefined ? {} : { cluster }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(container === undefined ? {} : { container }),
    ...(name === undefined ? {} : { name }),
  };
};

const first = (text: string, patterns: readonly RegExp[], taken: ReadonlySet<string>): string | undefined => {
  for (const each of patterns) {
    const found = each.exec(text)?.[1];
    if (found !== undefined && canBeName(found) && !taken.has(found)) return found;
  }
  return undefined;
};

const lone = (text: string, taken: ReadonlySet<string>): string | undefined =>
  [...text.matchAll(loneName)]
    .map(([, found]) => found)
    .find(
      (found) =>
        found !== undefined &&
        canBeName(found) &&
        !taken.has(found) &&
        !/^\d+(\.\d+)*$/.test(found) &&
        !found.startsWith("-"),
    );

const kindSet: ReadonlySet<string> = new Set(kinds);

const canBeName = (word: string): boolean =>
  !notNames.has(word) && !kindSet.has(word) && !/^\d+[smhd]?$/.test(word) && !/^(\d+|last|previous)-/.test(word);

/** A known name that stands in the message as a word of its own; clusters also by a part that only one of them has. */
const knownIn = (
  text: string,
  known: readonly string[] = [],
  { partly, except }: { partly: boolean; except: readonly string[] },
): string | undefined => {
  const words: readonly string[] = text.match(/[a-z0-9][a-z0-9._:/@-]*/gi) ?? [];
  const whole = [...known]
    .sort((left, right) => right.length - left.length)
    .find((name) => words.includes(name.toLowerCase()));
  if (whole !== undefined || !partly) return whole;
  for (const word of words) {
    if (word.length < 3 || except.includes(word) || notNames.has(word) || kindSet.has(word)) continue;
    const fitting = known.filter((name) =>
      name
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .includes(word),
    );
    if (fitting.length === 1) return fitting[0];
  }
  return undefined;
};
