import { isOfferable } from "../choices/choices.ts";
import { type Done, nextStepsFor } from "../guidance/next-steps.ts";
import { type Entities, remember } from "../memory/entities.ts";
import { type ShownRow, shownLimit } from "../memory/shown.ts";
import type { ClusterSurvey } from "../overview/types.ts";
import { parameterOf } from "../plan/arguments.ts";
import { namedResource } from "../plan/decisive.ts";
import { restartsOf } from "../plan/restarts-of.ts";
import { callKey } from "../plan/source.ts";
import type { Place, Step } from "../plan/types.ts";
import { isTroubled, sortByQuality } from "../results/filter.ts";
import type { Row } from "../results/types.ts";
import { podOfEvents, rowsShown, shownRows } from "./answer.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place-of.ts";
import { rowsOf } from "./rows-of.ts";
import { spokenOf } from "./spoken-of.ts";
import type { State, Update } from "./state.ts";
import { withSubject } from "./subjects.ts";

/** Names of a list that the conversation keeps in mind. */
const knownLimit = 200;

/** What the answer showed: names for later reference, and the next steps that fit. */
export const lookBack = (parts: Parts, state: State): Update => {
  const { plan, language } = state;
  const step = plan?.steps.findLast(({ look }) => look === undefined);
  const left = (plan?.left ?? []).map(({ message }) => ({ label: message, message }));
  if (state.status !== "ok") return { nextSteps: [...left, ...state.nextSteps], ...spokenOf(parts, state) };
  // What an answer without a plan offered stays offered.
  if (!plan || !step) return {};
  const rows = rowsOf(parts, step);
  const turn = parts.turn();
  const { surveys } = turn.shelf;
  const here = state.entities.cluster?.value;
  const isSurvey = plan.view !== "call";
  const shown = (isSurvey ? troublesOf(surveys, here) : shownRows(parts, state)).slice(0, shownLimit);
  const place = placeOf(parts, step);
  const worst = worstOf(parts, rowsShown(parts, state, step), step.resource);
  const survey = surveys.find(({ troubles }) => troubles.some(isOfPod));
  const trouble = survey?.troubles.find(isOfPod);
  const pod = podOfEvents(parts, state, step);
  const diagnosed = plan.steps.flatMap((each) => turn.shelf.diagnoses.get(callKey(each)) ?? []);
  const blamed = diagnosed.flatMap(({ findings }) => findings).find(({ object }) => isOfPod(object))?.object;
  const subject = trouble ?? worst ?? blamed ?? { name: place.name ?? pod, namespace: place.namespace };
  const done = {
    view: plan.view,
    verb: diagnosed.length > 0 ? "diagnose" : step.verb,
    resource: blamed ? "pod" : step.resource,
    name: subject.name,
    namespace: subject.namespace ?? place.namespace ?? state.entities.namespace?.value,
    ...(survey === undefined ? {} : clusterElsewhere(survey, here)),
    troubled: trouble !== undefined || worst !== undefined,
    ...shownOf(parts, plan.steps),
  };
  // Events tell of something else, and that is what the conversation stays about.
  const kind = pod === undefined ? namedResource(step, parts.catalog) : "pod";
  const about = plan.view === "call" ? place.name : plan.focus.name;
  const looked = place.name ?? pod;
  const names = rows
    .map(({ name }) => name)
    .filter(isOfferable)
    .slice(0, knownLimit);
  return {
    nextSteps: [...left, ...nextStepsFor(done, language)],
    lastResource: isSurvey ? state.lastResource : kind,
    last: {
      view: plan.view,
      verb: step.verb,
      resource: step.resource,
      ...(about === undefined ? {} : { name: about }),
      ...(plan.asked === undefined ? {} : { asked: plan.asked }),
    },
    entities: rememberSubject(state.entities, kind, pod === undefined ? place : { name: pod }),
    ...(looked === undefined || isSurvey
      ? {}
      : { subjects: withSubject(state.subjects, subjectRow(kind, looked, place)) }),
    ...(shown.length === 0 ? {} : { shown }),
    ...(names.length === 0 ? {} : { known: { ...state.known, [step.resource]: names } }),
  };
};

const subjectRow = (resource: string, name: string, { namespace, cluster }: Place): ShownRow => ({
  resource,
  name,
  ...(namespace === undefined ? {} : { namespace }),
  ...(cluster === undefined ? {} : { cluster }),
  fields: {},
});

const isOfPod = ({ resource }: { readonly resource: string }): boolean => resource === "pod";

/** The cluster that was surveyed, unless the next request goes there by itself. */
const clusterElsewhere = (
  { cluster, current }: ClusterSurvey,
  remembered: string | undefined,
): { cluster?: string } => {
  const here = remembered === undefined ? current : remembered === cluster;
  return here || cluster === "" ? {} : { cluster };
};

/** What a survey found wrong is the list that a person sees, whatever was read for it. */
const troublesOf = (surveys: readonly ClusterSurvey[], here: string | undefined): readonly ShownRow[] =>
  surveys.flatMap((survey) =>
    survey.troubles.map(({ resource, namespace, name, what, restarts }) => ({
      resource,
      name,
      ...(namespace === "" ? {} : { namespace }),
      ...clusterElsewhere(survey, here),
      fields: { status: what, ...(restarts === undefined ? {} : { restarts: String(restarts) }) },
    })),
  );

/** What was shown of the one thing that a plan is about, and whether it has a log of a run before. */
const shownOf = (parts: Parts, steps: readonly Step[]): Pick<Done, "hasPreviousLog" | "shown"> => {
  const { catalog, settings, turn } = parts;
  const knowledge = {
    catalog,
    lookup: (call: Pick<Step, "tool" | "args">) => turn().shelf.results.get(callKey(call)),
    now: settings.now(),
  };
  const read = steps.flatMap((step) => {
    const entry = catalog.get(step.tool);
    const previous = entry && parameterOf(entry, "previous");
    return entry ? [{ step, entry, previous }] : [];
  });
  return {
    hasPreviousLog: read.some(({ step, entry, previous }) => {
      const restarts = previous && restartsOf({ step, entry, knowledge });
      return typeof restarts === "number" && restarts > 0;
    }),
    shown: read
      .filter(({ step }) => step.diagnose !== true && step.look === undefined)
      .map(
        ({ step: { verb, resource, args }, previous }) =>
          `${previous && args[previous.name] === true ? "previous " : ""}${verb} ${resource}`,
      ),
  };
};

const worstOf = (
  parts: Parts,
  rows: readonly Row[],
  resource: string,
): { name: string; namespace: string | undefined } | undefined => {
  if (resource !== "pod") return undefined;
  const now = parts.settings.now();
  const [first] = sortByQuality(rows, { resource, now, quality: "broken" });
  const worst = first && isTroubled(first, { resource, now }) ? first : undefined;
  return worst ? { name: worst.name, namespace: worst.namespace } : undefined;
};

const rememberSubject = (entities: Entities, resource: string, place: { name?: string }): Entities =>
  place.name === undefined || entities[resource]?.value === place.name
    ? entities
    : remember(entities, resource, { value: place.name, origin: "result" });
