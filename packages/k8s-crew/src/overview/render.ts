import type { Language } from "../conversation/output.ts";
import type { View } from "../language/types.ts";
import { displayWidth } from "../report/display-width.ts";
import { formatTable } from "../report/table.ts";
import { formatBytes } from "../results/quantity.ts";
import { nounOf } from "../words/nouns.ts";
import { causeWord, remedyFor, say } from "../words/overview-words.ts";
import type { ClusterSurvey, ListingNote, Trouble } from "./types.ts";

/** Troubles shown for each cluster; the rest is counted. */
const troubleLimit = 12;

export type SurveyText = {
  readonly language: Language;
  readonly view: View;
  readonly width: number;
  readonly namespace?: string;
};

/** The answer of a survey: one row a cluster, then what is wrong and where, then what could not be seen. */
export const renderSurveys = (surveys: readonly ClusterSurvey[], options: SurveyText): string => {
  const { language } = options;
  const parts = [
    headline(surveys, options),
    clusterTable(surveys, options),
    troubleText(surveys, options),
    ...surveys.flatMap((each) => blindSpots(each, language)),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
};

/** One line for a cluster, shown as soon as it has been read. */
export const surveyLine = (survey: ClusterSurvey, language: Language): string => {
  const name = nameOf(survey, language);
  if (survey.reach !== "ok") return `${name}: ${stateOf(survey, language)}`;
  return `${name}: ${say(language, "nodes")} ${nodesOf(survey, language)} · Pod ${podsOf(survey, language)}`;
};

const headline = (surveys: readonly ClusterSurvey[], { language, namespace }: SurveyText): string => {
  const reached = surveys.filter(({ reach }) => reach === "ok");
  const troubles = reached.reduce((sum, { troubles: list }) => sum + list.length, 0);
  const down = surveys.filter(({ reach }) => reach === "down").length;
  const clusters = surveys.filter(({ cluster }) => cluster !== "").length || 1;
  const place = namespace === undefined ? "" : say(language, "inNamespace", { namespace });
  const seen =
    surveys.length === reached.length &&
    reached.every(({ unseen, notes }) => unseen.length === 0 && notes.length === 0);
  const state = troubles === 0 && seen ? say(language, "allWell") : say(language, "attention", { troubles, down });
  return `${say(language, "headline", { clusters })}${place}${state}`;
};

const clusterTable = (surveys: readonly ClusterSurvey[], { language, view, width }: SurveyText): string => {
  const overview = view === "overview";
  const columns = [
    { key: "cluster", title: say(language, "cluster"), shrink: "middle" as const },
    { key: "state", title: say(language, "state") },
    { key: "version", title: say(language, "version") },
    { key: "nodes", title: say(language, "nodesReady") },
    { key: "pods", title: "Pod" },
    ...(overview
      ? [
          { key: "cpu", title: "CPU" },
          { key: "memory", title: say(language, "memory") },
        ]
      : []),
  ];
  const rows = surveys.map((survey) => {
    const ok = survey.reach === "ok";
    return {
      cluster: nameOf(survey, language),
      state: stateOf(survey, language),
      version: ok ? survey.version || say(language, "unlisted") : "-",
      nodes: ok ? nodesOf(survey, language) : "-",
      pods: ok ? podsOf(survey, language) : "-",
      cpu: ok ? shareOf(survey, language, "cpuCores") : "-",
      memory: ok ? shareOf(survey, language, "memoryBytes") : "-",
    };
  });
  const table = formatTable({ columns, rows, width: Number.POSITIVE_INFINITY });
  if (table.split("\n").every((line) => displayWidth(line) <= width)) return table;
  // Too wide for the screen: the table keeps the totals, and how the pods are stands below it.
  const totals = rows.map((row, index) => ({ ...row, pods: String(surveys[index]?.pods?.total ?? row.pods) }));
  const lines = surveys.flatMap((survey) =>
    survey.pods === null
      ? []
      : [say(language, "podLine", { cluster: nameOf(survey, language), pods: podsOf(survey, language) })],
  );
  return [formatTable({ columns, rows: totals, width }), ...lines].join("\n");
};

const nameOf = (survey: ClusterSurvey, language: Language): string => {
  const name = survey.cluster === "" ? say(language, "theCluster") : survey.cluster;
  return survey.current && survey.cluster !== "" ? `${name}${say(language, "current")}` : name;
};

const stateOf = (survey: ClusterSurvey, language: Language): string => {
  if (survey.reach === "not_selectable") return say(language, "notSelectable");
  if (survey.reach === "down") return causeWord(language, survey.cause);
  return survey.troubles.length === 0
    ? say(language, "fine")
    : say(language, "troubles", { count: survey.troubles.length });
};

const nodesOf = (survey: ClusterSurvey, language: Language): string =>
  survey.nodes === null ? unseenWord(survey, "node", language) : `${survey.nodes.ready}/${survey.nodes.total}`;

const podsOf = (survey: ClusterSurvey, language: Language): string => {
  if (survey.pods === null) return unseenWord(survey, "pod", language);
  const { total, byStatus } = survey.pods;
  const groups = Object.entries(byStatus).sort(([, left], [, right]) => right - left);
  const known = groups.filter(([status]) => status !== "").map(([status, count]) => `${status} ${count}`);
  const unknown = byStatus[""] === undefined ? [] : [`${say(language, "unknownPods")} ${byStatus[""]}`];
  return known.length === 0 ? String(total) : `${total} (${[...known, ...unknown].join(", ")})`;
};

const unseenWord = (survey: ClusterSurvey, resource: string, language: Language): string => {
  const cause = survey.unseen.find((unseen) => unseen.resource === resource)?.cause;
  return cause === undefined || cause === "no_tool" || cause === "unreadable"
    ? say(language, "unlisted")
    : causeWord(language, cause);
};

const shareOf = (survey: ClusterSurvey, language: Language, key: "cpuCores" | "memoryBytes"): string => {
  const show = (value: number) => (key === "cpuCores" ? String(Math.round(value * 100) / 100) : formatBytes(value));
  const capacity = survey.capacity?.[key];
  const usage = survey.usage?.[key];
  if (capacity === undefined && usage === undefined) return say(language, "unlisted");
  if (capacity === undefined) return say(language, "used", { value: show(usage ?? 0) });
  if (usage === undefined) return say(language, "capacity", { value: show(capacity) });
  return say(language, "usedOf", {
    used: show(usage),
    capacity: show(capacity),
    percent: Math.round((usage / capacity) * 100),
  });
};

const troubleText = (surveys: readonly ClusterSurvey[], { language, width }: SurveyText): string => {
  const all = surveys.flatMap((survey) => survey.troubles.map((trouble) => ({ survey, trouble })));
  if (all.length === 0) return "";
  const shown = surveys.flatMap((survey) =>
    survey.troubles.slice(0, troubleLimit).map((trouble) => troubleRow(survey, trouble, language)),
  );
  const columns = [
    ...(surveys.length > 1 ? [{ key: "cluster", title: say(language, "cluster"), shrink: "middle" as const }] : []),
    { key: "namespace", title: say(language, "namespace"), shrink: "middle" as const },
    { key: "thing", title: say(language, "thing"), shrink: "middle" as const },
    { key: "what", title: say(language, "what") },
  ];
  const left = all.length - shown.length;
  const table = formatTable({ columns, rows: shown, width });
  return [say(language, "wrong"), table, ...(left > 0 ? [say(language, "more", { count: left })] : [])].join("\n");
};

const troubleRow = (survey: ClusterSurvey, trouble: Trouble, language: Language): Readonly<Record<string, string>> => ({
  cluster: survey.cluster,
  namespace: trouble.namespace === "" ? "-" : trouble.namespace,
  thing: `${trouble.resource}/${trouble.name}`,
  what: trouble.restarts ? `${trouble.what} (${say(language, "restarts", { count: trouble.restarts })})` : trouble.what,
});

const blindSpots = (survey: ClusterSurvey, language: Language): readonly string[] => {
  const prefix = survey.cluster === "" ? "" : `${survey.cluster}: `;
  if (survey.reach === "down")
    return [
      `${prefix}${causeWord(language, survey.cause)}${survey.detail === "" ? "" : ` (${survey.detail})`} ${remedyFor(language, survey.cause)}`.trim(),
    ];
  const notes = survey.notes.map((note) => `${prefix}${noteText(note, language)}`);
  const forbidden = survey.unseen
    .filter(({ cause }) => cause === "forbidden")
    .map(({ resource }) => nounOf(resource, 2, language));
  return [
    ...notes,
    ...(forbidden.length > 0 ? [`${prefix}${say(language, "forbidden", { what: forbidden.join(", ") })}`] : []),
  ];
};

const noteText = (note: ListingNote, language: Language): string => {
  if (note.kind === "forbidden_namespaces")
    return say(language, "forbiddenNamespaces", { names: note.names.join(", ") });
  if (note.kind === "namespaces_left") return say(language, "namespacesLeft", { read: note.read, total: note.total });
  return say(language, "detailsLeft", { read: note.read, total: note.total });
};
