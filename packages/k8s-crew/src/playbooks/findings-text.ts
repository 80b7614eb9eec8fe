import type { Language } from "../language/types.ts";
import type { ClusterSurvey } from "../overview/types.ts";
import type { Plan, Step } from "../plan/types.ts";
import { answerFor } from "../report/answer.ts";
import { listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { causeWord } from "../words/overview-words.ts";
import { say } from "../words/playbook-words.ts";
import { isJudged, type LookResult, shownLooks } from "./look-chain.ts";
import { stepNumber } from "./step-numbers.ts";

export type Found = {
  readonly surveys: readonly ClusterSurvey[];
  readonly looks: readonly LookResult[];
  readonly language: Language;
  readonly width: number;
  readonly now: number;
};

/** What the looks of a plan show beside the survey, how to read what was found, and what was not looked at. */
export const findingsText = (plan: Plan, found: Found): string =>
  [...shownLooks(plan).map((step) => shownText(plan, step, found)), closing(plan, found)]
    .filter((part) => part !== "")
    .join("\n\n");

const shownText = (plan: Plan, step: Step, found: Found): string => {
  const { language } = found;
  const title = `${stepNumber(plan, step)}. ${step.reason}`;
  const own = found.looks.filter(({ stepId }) => stepId === step.id);
  const answers = own.map((result) => resultText(plan, step, { ...found, result }));
  const read = step.look?.read;
  const hint = read !== undefined && own.some(isTelling) ? [say(language, "howToRead", { text: read })] : [];
  return own.length === 0 ? "" : [title, ...answers, ...hint].join("\n");
};

const isTelling = ({ listing }: LookResult): boolean => listing.kind === "listed" && listing.items.length > 0;

const resultText = (plan: Plan, step: Step, found: Found & { readonly result: LookResult }): string => {
  const { result, language, width, now } = found;
  const { cluster, listing } = result;
  const { look } = step;
  const noun = nounOf(look?.resource ?? step.resource, 2, language);
  const where = cluster === "" ? noun : `${cluster}, ${noun}`;
  if (listing.kind === "unlisted")
    return `${where}: ${say(language, "notRead", { cause: causeWord(language, listing.cause) })}`;
  if (!look) return "";
  const { namespace } = plan.place;
  return answerFor(
    { outcome: "ok", text: "", message: "", rows: listing.items },
    {
      verb: look.verb,
      resource: look.resource,
      language,
      width,
      now,
      ...(cluster === "" ? {} : { cluster }),
      ...(namespace === undefined ? { everywhere: true } : { namespace }),
      ...(look.show === undefined ? {} : { quality: look.show }),
      ...(look.sinceSeconds === undefined ? {} : { sinceSeconds: look.sinceSeconds }),
    },
  ).text;
};

/** Reading hints for the verdicts that found something, then what was left out and why. */
const closing = (plan: Plan, { surveys, language }: Found): string => {
  const troubled = new Set(surveys.flatMap(({ troubles }) => troubles.map(kindOfTrouble)));
  const hints = plan.steps.flatMap(({ look }) =>
    look?.read !== undefined && isJudged(look) && troubled.has(look.resource) ? [look.read] : [],
  );
  const kinds = [...new Set((plan.playbook?.unable ?? []).map(({ resource }) => nounOf(resource, 2, language)))];
  const closer = plan.steps.find(({ look }) => look?.atFindings);
  const unneeded = closer && troubled.size === 0 && surveys.some(({ reach }) => reach === "ok");
  return [
    ...[...new Set(hints)].slice(0, hintLimit).map((text) => say(language, "howToRead", { text })),
    ...(unneeded ? [say(language, "notNeeded", { number: stepNumber(plan, closer) ?? 0 })] : []),
    ...(kinds.length === 0 ? [] : [say(language, "unable", { kinds: listOf(language, kinds) })]),
  ].join("\n");
};

/** Reading hints of one answer. */
const hintLimit = 3;

/** A service without endpoints is found among the endpoints. */
const kindOfTrouble = ({ resource }: { readonly resource: string }): string =>
  resource === "service" ? "endpoint" : resource;
