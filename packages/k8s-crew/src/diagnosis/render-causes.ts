import { say } from "../words/diagnosis-words.ts";
import { listOf } from "../words/fill.ts";
import { namedThing } from "../words/nouns.ts";
import { type DiagnosisText, findingText } from "./render.ts";
import { sightText } from "./render-sight.ts";
import type { Diagnosis, Finding, Thing } from "./types.ts";
import type { Causes } from "./worst.ts";

/** Pieces of evidence of one cause that are shown where several are told together. */
const evidenceShown = 2;

/** Causes of one thing that are told where several things are told together. */
const causesShown = 2;

/** The causes of a survey's worst troubles, shortly, and how many were not looked into. */
export const renderCauses = ({ diagnoses, left }: Causes, text: DiagnosisText): string => {
  const { language } = text;
  const told = diagnoses.flatMap((diagnosis) =>
    diagnosis.findings.slice(0, causesShown).map((finding) => ({ diagnosis, finding: shortened(finding) })),
  );
  const blocks = told.map(({ diagnosis, finding }, index) =>
    findingText(finding, { ...text, number: index + 1, target: nothing, cluster: diagnosis.cluster, brief: true }),
  );
  const untold = diagnoses.filter(({ findings }) => findings.length === 0);
  return [
    ...(blocks.length === 0 ? [] : [say(language, "worst", { count: diagnoses.length - untold.length }), ...blocks]),
    ...untold.map((diagnosis) => untoldText(diagnosis, text)),
    ...moreText(left, text),
  ].join("\n\n");
};

/** Every finding says whose it is. */
const nothing: Thing = { resource: "", namespace: "", name: "" };

const shortened = (finding: Finding): Finding => ({ ...finding, evidence: finding.evidence.slice(0, evidenceShown) });

const untoldText = (diagnosis: Diagnosis, { language }: DiagnosisText): string => {
  const thing = namedThing(language, diagnosis.target.resource, diagnosis.target.name);
  return [say(language, "noCause", { thing }), sightText({ seen: [], unseen: diagnosis.unseen }, language)]
    .filter((line) => line !== "")
    .join("\n");
};

/** Names that are told of what was left. */
const namesShown = 3;

const moreText = (left: readonly Thing[], { language }: DiagnosisText): readonly string[] => {
  const [first] = left;
  if (!first) return [];
  const names = left.slice(0, namesShown).map(({ resource, name }) => namedThing(language, resource, name));
  const more = left.length > namesShown ? " …" : "";
  const thing = namedThing(language, first.resource, first.name);
  const example = say(language, first.namespace === "" ? "askWhyNode" : "askWhy", {
    thing,
    namespace: first.namespace,
  });
  return [say(language, "andMore", { count: left.length, names: listOf(language, names) + more, example })];
};
