import { resourceByKey } from "../catalog/resources.ts";
import type { Language } from "../language/types.ts";
import type { ClusterSurvey } from "../overview/types.ts";
import type { Plan, Step } from "../plan/types.ts";
import { answerFor } from "../report/answer.ts";
import type { Row } from "../results/types.ts";
import { sayCertificate } from "../words/certificate-words.ts";
import { say as cleanUpText } from "../words/clean-up-words.ts";
import { listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { causeWord } from "../words/overview-words.ts";
import { say } from "../words/playbook-words.ts";
import { certificatesHeadline, certificateType } from "./certificates-text.ts";
import { leftoversOf } from "./leftovers.ts";
import { leftoverNotes, leftoversHeadline } from "./leftovers-text.ts";
import { isJudged, type LookResult, shownLooks } from "./look-chain.ts";
import { stepNumber } from "./step-numbers.ts";

export type Found = {
  readonly surveys: readonly ClusterSurvey[];
  readonly looks: readonly LookResult[];
  /** What was found has its causes told: nobody has to be told how to read it. */
  readonly explained: boolean;
  /** What deletes what may go, and shows what was not looked at; undefined where no commands are to be shown. */
  readonly commands: Commands | undefined;
  readonly language: Language;
  readonly width: number;
  readonly now: number;
};

export type Commands = {
  /** What tells when the certificates expire that Secrets hold. */
  readonly expiry: (rows: readonly Row[], cluster: string) => readonly string[];
  readonly deletes: (resource: string, rows: readonly Row[], cluster: string) => readonly string[];
  /** What shows the kinds that no tool of the server looks at. */
  readonly unable: (plan: Plan) => readonly string[];
};

/** What may be cleaned up, what the looks of a plan show beside the survey, how to read it, and what was not looked at. */
export const findingsText = (plan: Plan, found: Found): string =>
  [
    leftoversHeadline(plan, found),
    certificatesHeadline(plan, found),
    ...shownLooks(plan).map((step) => shownText(plan, step, found)),
    closing(plan, found),
  ]
    .filter((part) => part !== "")
    .join("\n\n");

const shownText = (plan: Plan, step: Step, found: Found): string => {
  const { language } = found;
  const number = stepNumber(plan, step);
  const isFirst = shownLooks(plan).find((other) => stepNumber(plan, other) === number) === step;
  const title = isFirst ? [`${number}. ${step.reason}`] : [];
  const own = found.looks.filter(({ stepId }) => stepId === step.id);
  const answers = own.map((result) => resultText(plan, step, { ...found, result }));
  const read = step.look?.read;
  const hint =
    read !== undefined && own.some((result) => rowsOf(step, result, found.now).length > 0)
      ? [say(language, "howToRead", { text: read })]
      : [];
  return own.length === 0 ? "" : [...title, ...answers, ...hint].join("\n");
};

/** The rows that a look shows. */
const rowsOf = ({ look }: Step, { listing }: LookResult, now: number): readonly Row[] => {
  if (listing.kind === "unlisted") return [];
  return look?.leftovers === true ? leftoversOf(look.resource, listing.items, now).rows : listing.items;
};

const resultText = (plan: Plan, step: Step, found: Found & { readonly result: LookResult }): string => {
  const { result, language, width, now } = found;
  const { cluster, listing } = result;
  const { look } = step;
  const noun = nounOf(look?.resource ?? step.resource, 2, language);
  const where = cluster === "" ? noun : `${cluster}, ${noun}`;
  if (listing.kind === "unlisted")
    return `${where}: ${say(language, "notRead", { cause: causeWord(language, listing.cause) })}`;
  if (!look) return "";
  const rows = rowsOf(step, result, now);
  const notes = look.leftovers === true ? leftoverNotes(look.resource, listing, { ...found, where }) : [];
  if (rows.length === 0 && notes.length > 0) return notes.join("\n");
  const { namespace } = plan.place;
  const answer = answerFor(
    { outcome: "ok", text: "", message: "", rows },
    {
      verb: look.verb,
      resource: look.resource,
      language,
      width,
      now,
      ...(cluster === "" ? {} : { cluster }),
      ...(resourceByKey.get(look.resource)?.namespaced === false
        ? {}
        : namespace === undefined
          ? { everywhere: true }
          : { namespace }),
      ...(look.leftovers === true ? { total: listing.items.length } : {}),
      ...(look.show === undefined ? {} : { quality: look.show }),
      ...(look.sinceSeconds === undefined ? {} : { sinceSeconds: look.sinceSeconds }),
    },
  ).text;
  const isOfCertificates = look.type === certificateType;
  if (isOfCertificates && rows.length === 0) return `${where}: ${sayCertificate(language, "noneHere")}`;
  const expiry = isOfCertificates ? (found.commands?.expiry(rows, cluster) ?? []) : [];
  const isTyped = rows.some(({ fields }) => fields.type !== undefined);
  const lines = look.leftovers === true ? (found.commands?.deletes(look.resource, rows, cluster) ?? []) : [];
  const lead = cleanUpText(language, look.resource === "namespace" ? "toLookInto" : "toDelete");
  const shown =
    expiry.length === 0
      ? []
      : [sayCertificate(language, isTyped ? "look" : "untyped"), ...expiry.map((line) => `  $ ${line}`)];
  return [
    answer,
    ...notes,
    ...shown,
    ...(lines.length === 0 ? [] : [lead, ...lines.map((line) => `  $ ${line}`)]),
  ].join("\n");
};

/** Reading hints for the verdicts that found something, then what was left out and why. */
const closing = (plan: Plan, { surveys, explained, language, commands }: Found): string => {
  const troubled = new Set(surveys.flatMap(({ troubles }) => troubles.map(kindOfTrouble)));
  const hints = (explained ? [] : plan.steps).flatMap(({ look }) =>
    look?.read !== undefined && isJudged(look) && troubled.has(look.resource) ? [look.read] : [],
  );
  const kinds = [...new Set((plan.playbook?.unable ?? []).map(({ resource }) => nounOf(resource, 2, language)))];
  const closer = plan.steps.find(({ look }) => look?.atFindings);
  const unneeded = closer && troubled.size === 0 && surveys.some(({ reach }) => reach === "ok");
  return [
    ...(plan.steps.some(({ look }) => look?.leftovers) ? [cleanUpText(language, "untouched")] : []),
    ...[...new Set(hints)].slice(0, hintLimit).map((text) => say(language, "howToRead", { text })),
    ...(unneeded ? [say(language, "notNeeded", { number: stepNumber(plan, closer) ?? 0 })] : []),
    ...(plan.playbook?.beyond === undefined ? [] : [say(language, "beyond", { what: plan.playbook.beyond })]),
    ...(kinds.length === 0 ? [] : [say(language, "unable", { kinds: listOf(language, kinds) })]),
    ...(kinds.length === 0 ? [] : (commands?.unable(plan) ?? []).map((line) => `  $ ${line}`)),
  ].join("\n");
};

/** Reading hints of one answer. */
const hintLimit = 3;

/** A service without endpoints is found among the endpoints. */
const kindOfTrouble = ({ resource }: { readonly resource: string }): string =>
  resource === "service" ? "endpoint" : resource;
