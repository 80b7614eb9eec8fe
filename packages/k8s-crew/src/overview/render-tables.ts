import { resourceByKey } from "../catalog/resources.ts";
import type { Language } from "../output/output.ts";
import { displayWidth } from "../report/display-width.ts";
import { formatTable, type TableColumn } from "../report/table.ts";
import { say } from "../words/overview-words.ts";
import { nameOf, nodesOf, podsOf, stateOf, versionOf, wasLookedAt } from "./render-cells.ts";
import type { ClusterSurvey, SurveyText, Trouble } from "./types.ts";
import { newsFirst } from "./worst-first.ts";

/** Troubles shown for each cluster; the rest is counted. */
const troubleLimit = 12;

export const clusterTable = (surveys: readonly ClusterSurvey[], { language, width }: SurveyText): string => {
  // What nobody looked at is no column: an empty one would tell that it is not there.
  const looked = (resource: string) => surveys.some((survey) => wasLookedAt(survey, resource));
  const columns = [
    { key: "cluster", title: say(language, "cluster"), shrink: "middle" as const },
    { key: "state", title: say(language, "state") },
    ...(looked("node") || surveys.some(({ version }) => version !== "")
      ? [{ key: "version", title: say(language, "version"), spare: true }]
      : []),
    ...(looked("node") ? [{ key: "nodes", title: say(language, "nodesReady") }] : []),
    ...(looked("pod") ? [{ key: "pods", title: say(language, "pods") }] : []),
  ];
  const rows = surveys.map((survey) => {
    const ok = survey.reach === "ok";
    return {
      cluster: nameOf(survey, language),
      state: stateOf(survey, language),
      version: ok ? versionOf(survey, language) : "-",
      nodes: ok ? nodesOf(survey, language) : "-",
      pods: ok ? podsOf(survey, language) : "-",
    };
  });
  const table = formatTable({ columns, rows, width: Number.POSITIVE_INFINITY });
  if (table.split("\n").every((line) => displayWidth(line) <= width)) return table;
  // Too wide for the screen: the table keeps the totals, and which one is current and how the pods are stands below it.
  const totals = rows.map((row, index) => {
    const { cluster, pods } = surveys[index] ?? { cluster: "", pods: null };
    return pods === null ? row : { ...row, cluster: cluster || row.cluster, pods: String(pods.total) };
  });
  const narrow = columns.map((each) => (each.key === "nodes" ? { ...each, title: say(language, "nodesShort") } : each));
  const lines = surveys.flatMap((survey) =>
    survey.pods === null
      ? []
      : [say(language, "podLine", { cluster: nameOf(survey, language), pods: podsOf(survey, language) })],
  );
  return [formatTable({ columns: narrow, rows: totals, width }), ...lines].join("\n");
};

export const troubleTable = (surveys: readonly ClusterSurvey[], { language, width }: SurveyText): string => {
  const all = surveys.flatMap((survey) => survey.troubles.map((trouble) => ({ survey, trouble })));
  if (all.length === 0) return "";
  const shown = surveys.flatMap((survey) =>
    newsFirst(survey.troubles)
      .slice(0, troubleLimit)
      .map((trouble) => troubleRow(survey, trouble, language)),
  );
  const columns = [
    ...(surveys.length > 1 ? [{ key: "cluster", title: say(language, "cluster"), shrink: "middle" as const }] : []),
    { key: "namespace", title: say(language, "namespace"), shrink: "middle" as const },
    { key: "thing", title: say(language, "thing"), shrink: "middle" as const },
    { key: "what", title: say(language, "what") },
  ];
  const left = all.length - shown.length;
  const lines = fitsAsTable(columns, shown, width)
    ? [formatTable({ columns, rows: shown, width })]
    : shown.map((row) => lineOf(row, columns));
  return [say(language, "wrong"), ...lines, ...(left > 0 ? [say(language, "more", { count: left })] : [])].join("\n");
};

type Cells = Readonly<Record<string, string>>;

/** Below this width one thing's name can hardly be told from another's. */
const thingWidth = 20;

const fitsAsTable = (columns: readonly TableColumn[], rows: readonly Cells[], width: number): boolean => {
  const whole = formatTable({ columns, rows, width: Number.POSITIVE_INFINITY });
  const widest = Math.max(...whole.split("\n").map(displayWidth));
  const thing = Math.max(...rows.map((row) => displayWidth(row.thing ?? "")));
  return widest - Math.max(0, thing - thingWidth) <= width;
};

/** One thing in a line of its own, what it is and how it is before where it is. */
const lineOf = (row: Cells, columns: readonly TableColumn[]): string => {
  const places = columns.filter(({ key }) => key === "namespace" || key === "cluster").toReversed();
  const cells = [row.thing, row.what, ...places.map(({ key }) => row[key])];
  return `- ${cells.filter((cell) => cell !== undefined && cell !== "-").join(" · ")}`;
};

const troubleRow = (survey: ClusterSurvey, trouble: Trouble, language: Language): Cells => ({
  cluster: survey.cluster === "" ? say(language, "theCluster") : survey.cluster,
  namespace:
    trouble.namespace || (resourceByKey.get(trouble.resource)?.namespaced === false ? "-" : say(language, "untold")),
  thing: `${trouble.resource}/${trouble.name}`,
  what: trouble.restarts ? `${trouble.what} (${say(language, "restarts", { count: trouble.restarts })})` : trouble.what,
});
