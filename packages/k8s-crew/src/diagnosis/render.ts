import { kubectlFor } from "../guidance/kubectl.ts";
import type { Suspect } from "../language/lexicon/guesses.ts";
import type { Language } from "../output/output.ts";
import { formatAge } from "../results/age.ts";
import { causeText, evidenceText, knownCauseText, say } from "../words/diagnosis-words.ts";
import type { Slots } from "../words/fill.ts";
import { listOf } from "../words/fill.ts";
import { sayLogSaid } from "../words/log-said-words.ts";
import { namedThing, nounOf } from "../words/nouns.ts";
import { causeWord } from "../words/overview-words.ts";
import { sayRestarts } from "../words/restart-words.ts";
import { guessText } from "./render-guesses.ts";
import { logSaidText } from "./render-log.ts";
import { sightText } from "./render-sight.ts";
import type { Diagnosis, Evidence, Finding, Thing } from "./types.ts";

export type DiagnosisText = {
  readonly language: Language;
  /** Whether evidence comes with the kubectl command that shows it. */
  readonly commands: boolean;
  /** The cluster that is meant where none was said, if there are several. */
  readonly here?: string;
  /** What was supposed to be the cause: how that fares comes first. */
  readonly guesses?: readonly Suspect[];
};

/** The report of a diagnosis: what is wrong first, each with its evidence, its likely cause and what to do. */
export const renderDiagnosis = (diagnosis: Diagnosis, text: DiagnosisText): string => {
  const { language } = text;
  const { target, reach, unseen, findings, cluster } = diagnosis;
  const slots = { thing: namedThing(language, target.resource, target.name), place: placeText(diagnosis, language) };
  if (reach === "missing") return say(language, "missing", slots);
  if (reach === "unseen")
    return say(language, "unseen", { ...slots, cause: causeWord(language, unseen[0]?.cause ?? "no_tool") });
  return [
    guessText(diagnosis, text.guesses ?? [], language),
    [say(language, "headline", { ...slots, state: verdict(diagnosis, language) }), restartsText(diagnosis, language)]
      .filter((line) => line !== "")
      .join("\n"),
    logSaidText(diagnosis, { ...text, cluster: cluster || (text.here ?? "") }),
    ...findings.map((finding, index) =>
      findingText(finding, { ...text, number: index + 1, target, cluster: cluster || (text.here ?? "") }),
    ),
    pastText(diagnosis, text),
    [sightText(diagnosis, language), unlookedText(diagnosis, language)].filter((line) => line !== "").join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

const placeText = ({ target: { namespace }, cluster }: Diagnosis, language: Language): string => {
  if (namespace === "") return cluster === "" ? "" : say(language, "inCluster", { cluster });
  return say(language, "inNamespace", {
    namespace,
    cluster: cluster === "" ? "" : say(language, "clusterToo", { cluster }),
  });
};

/** Where nothing is wrong with the pods, whether they were restarted is the answer to why they are. */
const restartsText = ({ findings, restarts }: Diagnosis, language: Language): string => {
  if (findings.some(({ object }) => object.resource === "pod") || restarts === undefined) return "";
  const { count, pods, ageSeconds, lastSeconds } = restarts;
  const slots = { count, pods, age: formatAge(ageSeconds), last: formatAge(lastSeconds ?? 0) };
  if (count === 0) return sayRestarts(language, pods === 1 ? "never" : "noneOfThem", slots);
  return sayRestarts(language, lastSeconds === undefined ? "some" : "someAndLast", slots);
};

/** Why what runs well now was restarted: how its run before ended, without the advice for one that still fails. */
const pastText = ({ past = [], findings, cluster, target }: Diagnosis, text: DiagnosisText): string =>
  findings.some(({ object }) => object.resource === "pod")
    ? ""
    : past
        .map((finding) => pastEndText(finding, { ...text, number: 0, target, cluster: cluster || (text.here ?? "") }))
        .join("\n");

const pastEndText = (finding: Finding, numbered: Numbered): string => {
  const { language } = numbered;
  const { object, cause, slots, evidence } = finding;
  const { why } = causeText(language, cause, slots);
  const container = slots.container ?? "";
  return [
    sayRestarts(language, "before", { thing: namedThing(language, object.resource, object.name), container }),
    ...evidenceLines(evidence, numbered),
    ...(why === "" ? [] : [`   ${say(language, "likely", { why })}`]),
  ].join("\n");
};

/** A log and the use of CPU and memory are read for a cause only: without one nobody has looked at them. */
const unlookedText = ({ findings, restarts, seen, past = [] }: Diagnosis, language: Language): string => {
  if (findings.length > 0 || restarts === undefined) return "";
  if (past.length > 0) return sayRestarts(language, "unlookedUsage");
  return seen.some(({ resource }) => resource === "log") ? "" : sayRestarts(language, "unlooked");
};

/** Healthy is said only of what was wholly looked at. */
const verdict = ({ state, findings, unseen, log }: Diagnosis, language: Language): string => {
  const lines = log?.parts.reduce((sum, part) => sum + part.lines.length, 0) ?? 0;
  const told =
    findings.length > 0
      ? say(language, "found", { count: findings.length })
      : log !== undefined && lines > 0
        ? sayLogSaid(language, `wellBut_${log.sought}`, { count: lines })
        : say(language, unseen.length === 0 ? "healthy" : "nothingFound");
  return state === "" ? told : `${state}${language === "zh" ? "，" : "; "}${told}`;
};

type Numbered = DiagnosisText & {
  /** Without the source. */
  readonly brief?: boolean;
  /** Not all that the sentences speak of is known. */
  readonly asFarAsKnown?: boolean;
  /** Lines that belong to what is to be done. */
  readonly doing?: readonly string[];
  readonly number: number;
  readonly target: Thing;
  readonly cluster: string;
};

/** One finding: its sentence, evidence with the command that shows it, likely cause, next step and source. */
export const findingText = (finding: Finding, numbered: Numbered): string => {
  const { language, number, target } = numbered;
  const textOf = numbered.asFarAsKnown === true ? knownCauseText : causeText;
  const { title, opening, why, next, source } = textOf(language, finding.cause, finding.slots);
  const { object, alike = [] } = finding;
  const isTarget = object.resource === target.resource && object.name === target.name;
  const whose = isTarget
    ? ""
    : `${namedThing(language, object.resource, object.name)}${language === "zh" ? "：" : ": "}`;
  return [
    `${number}. ${whose}${isTarget ? opening : title}`,
    ...evidenceLines(finding.evidence, numbered),
    ...(alike.length === 0 ? [] : [`   - ${alikeText(alike, language)}`]),
    ...(why === "" ? [] : [`   ${say(language, "likely", { why })}`]),
    `   ${say(language, "next", { next })}`,
    ...(numbered.doing ?? []),
    ...(numbered.brief === true ? [] : [`   ${say(language, "source", { source })}`]),
  ].join("\n");
};

/** Names that are told of things that fare alike. */
const namesShown = 5;

const alikeText = (things: readonly Thing[], language: Language): string =>
  evidenceText(language, "alike", {
    count: things.length,
    names:
      listOf(
        language,
        things.slice(0, namesShown).map(({ name }) => name),
      ) + (things.length > namesShown ? " …" : ""),
  });

/** Each piece of evidence, and under it the command that shows it, once. */
const evidenceLines = (
  evidence: readonly Evidence[],
  { language, cluster, commands: wanted }: Numbered,
): readonly string[] => {
  const commands = evidence.map(({ show }) => (show && wanted ? kubectlFor({ ...show, cluster }) : undefined));
  return evidence.flatMap(({ says, slots, lines = [] }, index) => {
    const command = commands[index];
    const isFirst = command !== undefined && commands.indexOf(command) === index;
    return [
      `   - ${evidenceText(language, says, worded(slots, language))}`,
      ...lines.map((line) => `       | ${line}`),
      ...(isFirst ? [`       $ ${command}`] : []),
    ];
  });
};

/** Slots that hold data, with the words that this language makes of them. */
const worded = (slots: Slots, language: Language): Slots => {
  const { resource, name, age } = slots;
  const what =
    typeof resource !== "string"
      ? {}
      : { what: name === undefined ? nounOf(resource, 2, language) : namedThing(language, resource, String(name)) };
  return { ...slots, ...what, ...(age === undefined ? {} : { ago: age === "" ? "" : say(language, "ago", { age }) }) };
};
