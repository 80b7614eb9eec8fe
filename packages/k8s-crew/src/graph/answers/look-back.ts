import type { LastRequest } from "../../agents/types.ts";
import { isOfferable } from "../../choices/choices.ts";
import { type Done, nextStepsFor, nothingDone, stepFor, stepsToBegin } from "../../guidance/next-steps.ts";
import { type Entities, remember } from "../../memory/entities.ts";
import { type ShownRow, shownLimit } from "../../memory/shown.ts";
import type { NextStep } from "../../output/output.ts";
import type { ClusterSurvey } from "../../overview/types.ts";
import { namedResource } from "../../plan/decisive.ts";
import { decisiveStep } from "../../plan/decisive-step.ts";
import type { LeftPart, Place, Plan, Step } from "../../plan/types.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { rowsOf } from "../reads/rows-of.ts";
import { askedOf } from "../references/asked.ts";
import { withNodeOf } from "../references/node-seen.ts";
import { twinsOf } from "../references/other-one.ts";
import { spokenOf } from "../references/spoken-of.ts";
import { withSubject } from "../references/subjects.ts";
import { windowAfter } from "../references/time-window.ts";
import type { State, Update } from "../state.ts";
import { remediesNow } from "./remedy.ts";
import { podOfEvents, shownRows } from "./shown-rows.ts";
import { clusterElsewhere } from "./sight.ts";

/** Names of a list that the conversation keeps in mind. */
const knownLimit = 200;

/** What the answer showed: names for later reference, and the next steps that fit. */
export const lookBack = (parts: Parts, state: State, sight: Done | undefined): Update => {
  const { plan } = state;
  const step = decisiveStep(plan);
  const leftBy = (by: LeftPart["by"]) =>
    (plan?.left ?? []).flatMap((part) =>
      part.by === by ? [{ label: part.label ?? part.message, message: part.message }] : [],
    );
  if (!plan || !step || !sight) return afterTalk(parts, state);
  const nextSteps = [...leftBy(undefined), ...waysOn(parts, state, sight), ...leftBy("model")];
  if (state.status !== "ok") return { nextSteps, ...spokenOf(parts, state) };
  const rows = rowsOf(parts, step);
  const { surveys } = parts.turn().shelf;
  const here = state.entities.cluster?.value;
  const isSurvey = plan.view !== "call";
  const shown = (isSurvey ? troublesOf(surveys, here) : shownRows(parts, state)).slice(0, shownLimit);
  const place = { ...exactlyListed(step, rows), ...placeOf(parts, step) };
  const ofNode = isOfNode(plan, state);
  const pod = podOfEvents(parts, state, step);
  // Events tell of something else, and that is what the conversation stays about.
  const kind = pod === undefined ? namedResource(step, parts.catalog) : "pod";
  const rowsSeen = shown.length > 0 || isSurvey || kind !== "pod" ? shown : twinsOf(parts, step, place);
  const about = plan.view === "call" ? place.name : plan.focus.name;
  const single = ofNode ? undefined : singleOf(step, shown);
  const looked = place.name ?? pod ?? single;
  const around = isSurvey ? withSurveyed(state.entities, surveys) : state.entities;
  const subject = rememberSubject(around, kind, looked);
  const names = rows
    .map(({ name }) => name)
    .filter(isOfferable)
    .slice(0, knownLimit);
  return {
    nextSteps,
    lastResource: isSurvey || ofNode ? state.lastResource : kind,
    remedies: remediesNow(parts, state, about),
    last: {
      view: plan.view,
      verb: step.verb,
      resource: step.resource,
      ...(about === undefined ? {} : { name: about }),
      ...singleIn(single),
      ...askedOf(parts, plan),
    },
    entities: windowAfter(parts, withNodeOf(parts, subject, { step, name: place.name ?? plan.asked?.name }), plan),
    ...(looked === undefined || isSurvey
      ? {}
      : { subjects: withSubject(state.subjects, subjectRow(kind, looked, place)) }),
    ...(replacesList(plan, state, rowsSeen) ? { shown: rowsSeen } : {}),
    ...(names.length === 0 ? {} : { known: { ...state.known, [step.resource]: names } }),
  };
};

/** What an answer without a plan offered stays offered. */
const afterTalk = (parts: Parts, state: State): Update => ({
  ...(state.status === "ok" ? {} : spokenOf(parts, state)),
  ...(state.nextSteps.length > 0
    ? {}
    : {
        nextSteps: stepsToBegin({ catalog: parts.catalog, language: state.language }, state.entities.namespace?.value),
      }),
});

/** After a report on a place “the first one” is none of a list before it, even where the report counts no rows of its own. */
const replacesList = (plan: Plan, state: State, rows: readonly ShownRow[]): boolean =>
  rows.length === 0 ? plan.playbook !== undefined && plan.focus.name === undefined : !isOfList(state, rows);

/** A closer look at one thing of a list leaves the list before a person's eyes. */
const isOfList = ({ shown }: State, [row, ...others]: readonly ShownRow[]): boolean =>
  others.length === 0 &&
  shown.length > 1 &&
  shown.some(({ resource, name }) => resource === row?.resource && name === row.name);

/** The one thing that a list was narrowed to, where no tool reads one of its kind. */
const exactlyListed = ({ only }: Step, rows: readonly Row[]): { readonly name?: string } =>
  only !== undefined && rows.some(({ name }) => name === only) ? { name: only } : {};

/** What runs on a node that was spoken of is told of the node. */
const isOfNode = ({ focus }: Plan, { lastResource }: State): boolean =>
  focus.node !== undefined && lastResource === "node";

/** The only thing that a list showed is what “it” means after it. */
const singleOf = ({ verb, resource }: Step, shown: readonly ShownRow[]): string | undefined =>
  verb === "list" && shown.length === 1 && shown[0]?.resource === resource ? shown[0].name : undefined;

const singleIn = (single: string | undefined): Pick<LastRequest, "single"> => (single === undefined ? {} : { single });

/** Next steps beside an answer. */
const mostWays = 3;

/** What a failure itself offers knows more of it; one way on is no choice. */
const waysOn = ({ catalog }: Parts, { language, nextSteps, status }: State, sight: Done): readonly NextStep[] => {
  if (status === "ok") {
    const usual = nextStepsFor(sight, { catalog, language });
    const others = usual.filter(({ label }) => nextSteps.every((step) => step.label !== label));
    return [...nextSteps, ...others].slice(0, mostWays);
  }
  if (nextSteps.length === 0) return nextStepsFor(sight, { catalog, language });
  const around = nextSteps.length === 1 ? stepFor("status", nothingDone, { catalog, language }) : undefined;
  return around === undefined ? nextSteps : [...nextSteps, around];
};

const subjectRow = (resource: string, name: string, { namespace, cluster }: Place): ShownRow => ({
  resource,
  name,
  ...(namespace === undefined ? {} : { namespace }),
  ...(cluster === undefined ? {} : { cluster }),
  fields: {},
});

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

/** The namespace that was looked into, where it is one of the cluster that the conversation is in. */
const withSurveyed = (entities: Entities, surveys: readonly ClusterSurvey[]): Entities => {
  const reached = surveys.filter(({ reach }) => reach === "ok");
  const [survey] = reached;
  const here = entities.cluster?.value;
  const isHere = survey?.cluster === "" || (here === undefined ? survey?.current === true : survey?.cluster === here);
  if (reached.length !== 1 || survey?.namespace === undefined || !isHere) return entities;
  if (entities.namespace?.value === survey.namespace) return entities;
  return remember(entities, "namespace", { value: survey.namespace, origin: "typed" });
};

const rememberSubject = (entities: Entities, resource: string, name: string | undefined): Entities =>
  name === undefined || entities[resource]?.value === name
    ? entities
    : remember(entities, resource, { value: name, origin: "result" });
