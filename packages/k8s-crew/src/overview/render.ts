import type { Language } from "../output/output.ts";
import { listOf } from "../words/fill.ts";
import { say } from "../words/overview-words.ts";
import { saySight } from "../words/sight-words.ts";
import { isWhole, kindsText, nameOf, nodesOf, podsOf, stateOf, untouchedIn, wasLookedAt } from "./render-cells.ts";
import { notesOf } from "./render-notes.ts";
import { resourcesTable } from "./render-resources.ts";
import { clusterTable, troubleTable } from "./render-tables.ts";
import type { ClusterSurvey, SurveyText } from "./types.ts";

/** The answer of a survey: one row a cluster, then what is wrong and where, then what was and was not looked at. */
export const renderSurveys = (surveys: readonly ClusterSurvey[], options: SurveyText): string =>
  [
    headline(surveys, options.language),
    clusterTable(surveys, options),
    resourcesTable(surveys, options),
    troubleTable(surveys, options),
    [lookedAt(surveys, options.language), ...notesOf(surveys, options.language)]
      .filter((line) => line !== "")
      .join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");

/** One line for a cluster, shown as soon as it has been read. */
export const surveyLine = (survey: ClusterSurvey, language: Language): string => {
  const name = nameOf(survey, language);
  if (survey.reach !== "ok") return `${name}: ${stateOf(survey, language)}`;
  const told = [
    ...(wasLookedAt(survey, "node") ? [`${say(language, "nodes")} ${nodesOf(survey, language)}`] : []),
    ...(wasLookedAt(survey, "pod") ? [`Pod ${podsOf(survey, language)}`] : []),
  ];
  return `${name}: ${told.length === 0 ? stateOf(survey, language) : told.join(" · ")}`;
};

export const headline = (surveys: readonly ClusterSurvey[], language: Language): string => {
  const reached = surveys.filter(({ reach }) => reach === "ok");
  const slots = {
    clusters: surveys.filter(({ cluster }) => cluster !== "").length || 1,
    down: surveys.filter(({ reach }) => reach === "down").length,
    troubles: reached.reduce((sum, { troubles }) => sum + troubles.length, 0),
    // What was not found is told in the verdict.
    place: isNowhere(surveys) ? "" : inBrackets(placeOf(reached.length > 0 ? reached : surveys, language), language),
  };
  const unchosen = surveys.filter(({ reach }) => reach === "not_selectable").map(({ cluster }) => cluster);
  const one = surveys.find(({ reach }) => reach !== "not_selectable")?.cluster ?? "";
  const opening =
    unchosen.length === 0 ? "headline" : one !== "" ? "anotherOne" : unchosen.length > 1 ? "oneOfMany" : "notThatOne";
  const first = say(language, opening, { ...slots, one, names: listOf(language, unchosen) });
  return `${first}${verdict(surveys, language, slots)}`;
};

type Counts = { readonly troubles: number; readonly down: number };

/** Nothing is called well that was not read, or not wholly. */
const verdict = (surveys: readonly ClusterSurvey[], language: Language, { troubles, down }: Counts): string => {
  const reached = surveys.filter(({ reach }) => reach === "ok");
  if (surveys.every(({ reach }) => reach === "not_selectable")) return say(language, "nothingJudged");
  if (down > 0 && reached.length === 0) return say(language, "noneRead", { down });
  if (down > 0) return say(language, "attentionAndDown", { troubles, down });
  if (troubles > 0) return say(language, "attention", { troubles });
  if (reached.length === 0) {
    const what = placeOf(surveys.filter(isMissing), language);
    return say(language, "nothingFound", { what: what === "" ? say(language, "nothingAtAll") : what });
  }
  if (!reached.every(isWhole)) return saySight(language, "wellAsFarAsSeen");
  return untouchedIn(reached).length === 0
    ? saySight(language, "allWell")
    : saySight(language, "wellInKinds", { kinds: kindsText(seenIn(reached), language) });
};

const placeOf = (surveys: readonly ClusterSurvey[], language: Language): string => {
  const places = surveys.map(({ namespace, name }) =>
    [
      ...(namespace === undefined ? [] : [say(language, "inNamespace", { namespace })]),
      ...(name === undefined ? [] : [say(language, "ofName", { name })]),
    ].join(say(language, "and")),
  );
  const told = [...new Set(places)].filter((place) => place !== "");
  return told.join(say(language, "or"));
};

const inBrackets = (what: string, language: Language): string => (what === "" ? "" : say(language, "only", { what }));

const isMissing = ({ reach }: ClusterSurvey): boolean => reach === "missing";

/** What was to be looked at is in no cluster that could be asked. */
export const isNowhere = (surveys: readonly ClusterSurvey[]): boolean =>
  surveys.some(isMissing) && surveys.every(({ reach }) => reach === "missing" || reach === "not_selectable");

const seenIn = (surveys: readonly ClusterSurvey[]): readonly string[] => [
  ...new Set(surveys.flatMap(({ seen }) => seen)),
];

const lookedAt = (surveys: readonly ClusterSurvey[], language: Language): string => {
  const [kinds, others] = [seenIn(surveys), untouchedIn(surveys.filter(({ reach }) => reach === "ok"))];
  if (kinds.length === 0) return "";
  const told = saySight(language, "lookedAt", { kinds: kindsText(kinds, language) });
  if (others.length === 0) return told;
  return `${told}${language === "zh" ? "" : " "}${saySight(language, "notLookedAt", { kinds: kindsText(others, language) })}`;
};
