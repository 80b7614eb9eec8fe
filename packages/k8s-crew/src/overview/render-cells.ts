import type { Language } from "../output/output.ts";
import { listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { causeWord, say } from "../words/overview-words.ts";
import { say as sayReport } from "../words/report-words.ts";
import { saySight } from "../words/sight-words.ts";
import { judgedKinds } from "./checks.ts";
import { runningNotReady } from "./pod-troubles.ts";
import type { ClusterSurvey } from "./types.ts";

/** The words that stand in a survey's table. */
export const nameOf = (survey: ClusterSurvey, language: Language): string => {
  const name = survey.cluster === "" ? say(language, "theCluster") : survey.cluster;
  return survey.current && survey.cluster !== "" ? `${name}${say(language, "current")}` : name;
};

/** Everything that was to be looked at was. */
export const isWhole = ({ unseen, notes }: ClusterSurvey): boolean => unseen.length === 0 && notes.length === 0;

/** Kinds that can be judged and that this survey was not about. */
const untouched = (survey: ClusterSurvey): readonly string[] =>
  judgedKinds.filter((kind) => !wasLookedAt(survey, kind));

export const untouchedIn = (surveys: readonly ClusterSurvey[]): readonly string[] =>
  [...new Set(surveys.flatMap(untouched))].toSorted(
    (one, other) => judgedKinds.indexOf(one) - judgedKinds.indexOf(other),
  );

export const kindsText = (kinds: readonly string[], language: Language): string =>
  listOf(
    language,
    kinds.map((kind) => nounOf(kind, 2, language)),
  );

/** Kinds that a cell of the table holds. */
const kindsInCell = 3;

const wellText = (survey: ClusterSurvey, language: Language): string => {
  const { seen } = survey;
  if (!isWhole(survey)) return saySight(language, "asFarAsRead");
  if (untouched(survey).length === 0) return saySight(language, "healthy");
  return seen.length > kindsInCell
    ? saySight(language, "nothingFound")
    : saySight(language, "kindsWell", { kinds: kindsText(seen, language) });
};

export const stateOf = (survey: ClusterSurvey, language: Language): string => {
  if (survey.reach === "not_selectable") return say(language, "notSelectable");
  if (survey.reach !== "ok") return causeWord(language, survey.cause);
  if (survey.troubles.length > 0) return say(language, "troubles", { count: survey.troubles.length });
  return wellText(survey, language);
};

/** Whether a kind was to be looked at, whatever came of it. */
export const wasLookedAt = ({ seen, unseen }: ClusterSurvey, resource: string): boolean =>
  seen.includes(resource) || unseen.some((each) => each.resource === resource);

/** The nodes tell the version: who may not see them may not see it. */
export const versionOf = (survey: ClusterSurvey, language: Language): string =>
  survey.version || unseenWord(survey, "node", language);

export const nodesOf = (survey: ClusterSurvey, language: Language): string => {
  if (survey.nodes === null) return unseenWord(survey, "node", language);
  const { ready, total, unknown } = survey.nodes;
  return `${ready}/${total}${unknown > 0 ? ` (${say(language, "unknown")} ${unknown})` : ""}`;
};

export const podsOf = (survey: ClusterSurvey, language: Language): string => {
  if (survey.pods === null) return unseenWord(survey, "pod", language);
  const { total, byStatus } = survey.pods;
  const groups = Object.entries(byStatus).sort(([, left], [, right]) => right - left);
  const known = groups
    .filter(([status]) => status !== "")
    .map(([status, count]) => `${statusText(status, language)} ${count}`);
  const unknown = byStatus[""] === undefined ? [] : [`${say(language, "unknown")} ${byStatus[""]}`];
  return total === 0 ? "0" : `${total} (${[...known, ...unknown].join(", ")})`;
};

const statusText = (status: string, language: Language): string =>
  status === runningNotReady ? `Running (${sayReport(language, "notReady")})` : status;

const unseenWord = (survey: ClusterSurvey, resource: string, language: Language): string => {
  const cause = survey.unseen.find((unseen) => unseen.resource === resource)?.cause;
  return cause === undefined ? say(language, "unlisted") : unlistedWord(cause, language);
};

/** A server that has no tool for it is said to list none; every other cause has its own word. */
export const unlistedWord = (cause: string, language: Language): string =>
  cause === "no_tool" ? say(language, "unlisted") : causeWord(language, cause);
