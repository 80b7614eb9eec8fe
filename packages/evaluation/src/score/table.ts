import { classes } from "../format/schema.ts";
import { aspects } from "../run/faults.ts";
import { goals, groupBy, type Scored, type Share, shareOf, wrongIn } from "./score.ts";

/** The scores as Markdown: by class, by category and language, and in what answers were wrong. Goals are for the rules. */
export const scoreTable = (
  scored: readonly Scored[],
  { hasGoals = true, hasCategories = true }: { readonly hasGoals?: boolean; readonly hasCategories?: boolean } = {},
): string =>
  [
    `| Class | zh | en | Both |${hasGoals ? " Goal |" : ""}`,
    `| --- | --- | --- | --- |${hasGoals ? " --- |" : ""}`,
    ...classes.map((name) => {
      const own = scored.filter((each) => each.class === name);
      const share = shareOf(own);
      const isMet = share.passed >= goals[name] * share.all;
      const goal = `≥ ${percent(goals[name])}, ${isMet ? "met" : "**not met**"}`;
      return `| ${name} | ${byLanguage(own)} | ${inWords(share)} |${hasGoals ? ` ${goal} |` : ""}`;
    }),
    ...beyondServer(scored),
    ...(hasCategories ? byCategory(scored) : []),
    "",
    "| Wrong in | Answers |",
    "| --- | --- |",
    ...aspects
      .map((aspect) => ({ aspect, count: wrongIn(scored, aspect).length }))
      .filter(({ aspect, count }) => count > 0 || aspect === "unsafe" || aspect === "invented")
      .map(({ aspect, count }) => `| ${aspect} | ${count} |`),
  ].join("\n");

const byCategory = (scored: readonly Scored[]): readonly string[] => [
  "",
  "| Category | zh | en | Both |",
  "| --- | --- | --- | --- |",
  ...[...groupBy(scored, ({ report }) => report.conversation.category)].map(
    ([name, own]) => `| ${name} | ${byLanguage(own)} | ${inWords(shareOf(own))} |`,
  ),
];

/** What the server has no tool for, counted in the classes above where it says so. */
const beyondServer = (scored: readonly Scored[]): readonly string[] => {
  const own = scored.filter(({ unserved }) => unserved.length > 0);
  return own.length === 0
    ? []
    : ["", `The server has no tool for ${own.length} of these; ${shareOf(own).passed} say so.`];
};

const byLanguage = (scored: readonly Scored[]): string =>
  ["zh", "en"]
    .map((language) => inWords(shareOf(scored.filter(({ report }) => report.conversation.language === language))))
    .join(" | ");

const inWords = ({ passed, all }: Share): string =>
  all === 0 ? "–" : `${passed} of ${all} (${percent(passed / all)})`;

const percent = (part: number): string => `${Math.floor(part * 100)} %`;
