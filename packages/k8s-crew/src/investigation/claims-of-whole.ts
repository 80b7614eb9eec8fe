import { resources } from "../catalog/resources.ts";
import type { ClusterSurvey } from "../overview/types.ts";
import { otherCount, otherShare } from "./counts-said.ts";
import { nothingWrong, readinessSaid, wellbeingSaid } from "./how-said.ts";
import { isNamedIn, isTroubled, type Shown, type Thing } from "./things.ts";

/** A part of what was read that a clause speaks of: the clusters and namespaces that it names, else all. */
type Scope = {
  readonly names: readonly string[];
  readonly surveys: readonly ClusterSurvey[];
  readonly rows: readonly Thing[];
  /** What is wrong in it. */
  readonly troubles: () => readonly Trouble[];
};

type Trouble = { readonly resource: string; readonly what: string };

/** That what a clause counts is so. */
export const confirmed: readonly string[] = [];

/** What is said of all of a place: that all is well or is not, that it cannot be reached, how many there are. */
export const otherWhole = (clause: string, sentence: string, shown: Shown): readonly string[] => {
  const own = scopeOf(clause, shown);
  const scope = own.names.length > 0 ? own : scopeOf(sentence, shown);
  if (scope.rows.length === 0 && scope.surveys.length === 0) return [];
  const count = otherCount(clause, scope, shown);
  const counted = [...otherClusters(clause, scope), ...(count ?? []), ...otherShare(clause, scope.rows)];
  if (counted.length === 0 && count !== undefined) return confirmed;
  if (
    counted.length > 0 ||
    /\d|[一二两三四五六七八九十]\s?(?:个|台)\s?(?:pod|节点)/iu.test(withoutNames(clause, scope))
  )
    return counted;
  const [survey] = scope.surveys;
  if (unreachable.test(clause)) return survey !== undefined && scope.surveys.every(isReached) ? [stateOf(scope)] : [];
  const isWell = wholeSaid(clause, scope);
  const kinds = kindsSaid(withoutNames(clause, scope));
  if (isWell === undefined) return [];
  const wrong = scope.troubles().filter(({ resource }) => kinds.length === 0 || kinds.includes(resource));
  if (isWell) return wrong.length > 0 ? [troublesText(wrong)] : [];
  const isJudged = scope.surveys.length > 0 && scope.surveys.every(isReached) && kinds.length === 0;
  return isJudged && wrong.length === 0 ? [stateOf(scope)] : [];
};

const scopeOf = (clause: string, { rows, surveys, ...shown }: Shown): Scope => {
  const saidOf = (names: readonly (string | undefined)[]) =>
    [...new Set(names)].filter((name) => name !== undefined).filter((name) => isNamedIn(clause, name));
  const clusters = saidOf(surveys.map(({ cluster }) => cluster));
  const namespaces = saidOf(rows.map(({ namespace }) => namespace));
  const isMeant = (names: readonly string[], name = "") => names.length === 0 || names.includes(name);
  const some = surveys.filter(({ cluster }) => isMeant(clusters, cluster));
  const here = rows.filter(({ cluster, namespace }) => isMeant(clusters, cluster) && isMeant(namespaces, namespace));
  const found = some.flatMap(({ troubles }) => troubles.filter(({ namespace }) => isMeant(namespaces, namespace)));
  return {
    names: [...clusters, ...namespaces],
    surveys: some,
    rows: here,
    troubles: () =>
      found.length > 0
        ? found.map(({ resource, name, what }) => ({ resource, what: `${name} ${what}` }))
        : here.filter((row) => isTroubled(row, shown)).map(troubleOf),
  };
};

const troubleOf = ({ resource, name, fields }: Thing): Trouble => ({
  resource,
  what: `${name} ${fields.status ?? fields.ready ?? ""}`.trim(),
});

const withoutNames = (clause: string, { names }: Scope): string =>
  names.reduce((text, name) => text.replaceAll(name, " "), clause);

const isReached = ({ reach }: ClusterSurvey): boolean => reach === "ok";

const unreachable =
  /\b(?:unreachable|offline|not reachable|cannot be reached)\b|连不上|不可达|无法(?:访问|连接)|离线/iu;

const allRun = /\b(?:all|every|both)\b[^.\n]{0,40}\b(?:running|up)\b|(?:都|全部|均)(?:在|正在)?运行/iu;
const some =
  /^(?:not\b|并非|不是)|\b(?:not all|not every|not both|most|some|other|others|except)\b|不是|并非|大(?:部分|多数)|其他|其余|除了/iu;

const wholeSaid = (clause: string, { names }: Scope): boolean | undefined => {
  if (some.test(clause)) return undefined;
  if (nothingWrong.test(clause) || allRun.test(clause)) return true;
  return readinessSaid(clause, names) ?? wellbeingSaid(clause, names);
};

const kindWords = resources
  .filter(({ key }) => key !== "cluster" && key !== "namespace")
  .map(({ key, words, zh }) => ({
    key,
    pattern: new RegExp(
      String.raw`(?<![\w-])(?:${[key, ...words.filter((word) => word.length > 2), ...zh].join("|")})s?(?![\w-])`,
      "iu",
    ),
  }));

const kindsSaid = (clause: string): readonly string[] =>
  kindWords.filter(({ pattern }) => pattern.test(clause)).map(({ key }) => key);

const otherClusters = (clause: string, { surveys, names }: Scope): readonly string[] => {
  const said =
    /(\d+|one|two|three|four|five|[一二两三四五六七八九])\s?(?:个)?\s?(?:clusters?|集群)(?![\w-])\s?(?:in total|altogether)?[.。]?\s*$/iu.exec(
      clause,
    )?.[1];
  if (said === undefined || names.length > 0 || surveys.length === 0) return [];
  return numbers[said.toLowerCase()] === surveys.length || Number(said) === surveys.length
    ? []
    : [`clusters ${surveys.length}`];
};

const numbers: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5 },
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};

/** The first of what is wrong, and how much more. */
const troublesText = (troubles: readonly Trouble[]): string => {
  const first = troubles.slice(0, 2).map(({ what }) => what);
  return `${first.join(", ")}${troubles.length > first.length ? ` +${troubles.length - first.length}` : ""}`;
};

const stateOf = ({ surveys }: Scope): string =>
  surveys
    .map(({ cluster, nodes, pods }) => {
      const parts = [
        ...(nodes === null ? [] : [`nodes ${nodes.ready}/${nodes.total} ready`]),
        ...(pods === null
          ? []
          : [
              `pods ${Object.entries(pods.byStatus)
                .map(([state, count]) => `${count} ${state}`)
                .join(", ")}`,
            ]),
      ];
      return `${cluster}: ${parts.join(", ")}`;
    })
    .join("; ");
