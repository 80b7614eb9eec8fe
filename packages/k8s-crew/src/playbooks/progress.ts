import type { Language } from "../language/types.ts";
import type { ClusterSurvey } from "../overview/types.ts";
import type { Plan, Step } from "../plan/types.ts";
import { causeWord } from "../words/overview-words.ts";
import { say } from "../words/playbook-words.ts";
import { isJudged, type LookResult } from "./look-chain.ts";
import { numberedSteps, stepNumber } from "./step-numbers.ts";

type Sight = {
  readonly survey: ClusterSurvey | undefined;
  readonly looks: readonly LookResult[];
  readonly cluster: string;
};

/** What each step came to in one cluster, in one line, as soon as that cluster has been looked at. */
export const progressLine = (plan: Plan, sight: Sight, language: Language): string => {
  const looks = numberedSteps(plan).filter(({ look }) => look !== undefined && look.atFindings !== true);
  const numbers = [...new Set(looks.map((step) => stepNumber(plan, step) ?? 0))];
  const told = numbers.map((number) =>
    stepState(
      number,
      looks.filter((step) => stepNumber(plan, step) === number),
      { ...sight, language },
    ),
  );
  return say(language, "progress", {
    cluster: sight.cluster === "" ? say(language, "here") : sight.cluster,
    steps: told.join(language === "zh" ? "；" : "; "),
  });
};

const stepState = (number: number, steps: readonly Step[], sight: Sight & { readonly language: Language }): string => {
  const { survey, looks, language } = sight;
  const kinds = steps.flatMap(({ look }) => (look && isJudged(look) ? [look.resource] : []));
  const count = (survey?.troubles ?? []).filter(({ resource }) =>
    kinds.includes(resource === "service" ? "endpoint" : resource),
  ).length;
  if (count > 0) return say(language, "stepTroubles", { number, count });
  const unseen = survey?.unseen.find(({ resource }) => kinds.includes(resource));
  const own = looks.filter(({ stepId }) => steps.some(({ id }) => id === stepId));
  const failed = own.flatMap(({ listing }) => (listing.kind === "unlisted" ? [listing.cause] : []))[0];
  const cause = survey && survey.reach !== "ok" ? survey.cause : (unseen?.cause ?? failed);
  if (cause !== undefined) return say(language, "stepUnread", { number, cause: causeWord(language, cause) });
  if (kinds.length > 0) return say(language, "stepFine", { number });
  const items = own.reduce((sum, { listing }) => sum + (listing.kind === "listed" ? listing.items.length : 0), 0);
  return say(language, "stepCount", { number, count: items });
};
