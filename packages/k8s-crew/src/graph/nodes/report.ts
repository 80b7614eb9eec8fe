import { isOfferable } from "../../choices/choices.ts";
import { nextStepsFor } from "../../guidance/next-steps.ts";
import { type Entities, remember } from "../../memory/entities.ts";
import { shownLimit } from "../../memory/shown.ts";
import type { ClusterSurvey } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import { formatAge } from "../../results/age.ts";
import { podFacts } from "../../results/pod-facts.ts";
import type { Row } from "../../results/types.ts";
import { say } from "../../words/conversation-words.ts";
import { faultSentence } from "../../words/server-words.ts";
import { answerText, placeOf, rowsOf, shownRows } from "../answer.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";
import { warn } from "../turn.ts";
import { unmetNotes } from "../unmet.ts";

/** Names of a list that the conversation keeps in mind. */
const knownLimit = 200;

/** Makes the answer: what was assumed, the facts, then the explanation; and remembers what was shown. */
export const report =
  (parts: Parts) =>
  async (state: State): Promise<Update> => {
    const turn = parts.turn();
    const facts = state.answer === "" ? answerText(parts, state) : state.answer;
    const limits = unmetNotes(state);
    for (const limit of limits) warn(turn, limit);
    const answer = [
      ...turn.record.notes,
      ...limits,
      facts,
      ...leftNotes(state),
      ...cacheNote(parts, state),
      ...(state.explanation === "" ? [] : [`${say(state.language, "explanation")}\n${state.explanation}`]),
    ]
      .filter((part) => part !== "")
      .join("\n");
    const seen = lookBack(parts, state);
    return {
      ask: null,
      reply: null,
      answer,
      messages: [
        { role: "user", text: state.message.slice(0, 2_000) },
        { role: "assistant", text: answer.slice(0, 2_000) },
      ],
      ...seen,
      ...failure(parts, state),
    };
  };

/** What of the message was not done, and how to go on with it. */
const leftNotes = ({ plan, language }: State): readonly string[] =>
  (plan?.left ?? []).map(({ message, why }) =>
    say(language, "notDone", { message, why: why === "" ? say(language, "notDoneNext") : why }),
  );

/** Younger than this, a kept result is as good as a new one, and its age is no news. Milliseconds. */
const newsAfterMs = 1_000;

/** How old the oldest kept result is that the answer rests on; what this very turn has read is not old. */
const cacheNote = (parts: Parts, { language, plan }: State): readonly string[] => {
  const { shelf, record } = parts.turn();
  const fresh = new Set(record.calls.filter(({ cached }) => !cached).map(callKey));
  const keys = new Set(
    shelf.surveys.length > 0
      ? record.calls.filter(({ resource }) => resource !== "cluster").map(callKey)
      : (plan?.steps ?? []).map(callKey),
  );
  const ages = [...keys].flatMap((key) => {
    const result = fresh.has(key) ? undefined : shelf.results.get(key);
    return result?.cached && result.ageMs >= newsAfterMs ? [result.ageMs] : [];
  });
  return ages.length === 0
    ? []
    : [say(language, "fromCache", { age: formatAge(Math.round(Math.max(...ages) / 1_000)) })];
};

/** When every call of a plain request failed, so did the request. */
const failure = (parts: Parts, { plan, error, status, language }: State): Update => {
  if (status !== "ok" || plan?.view !== "call") return { status, error };
  const results = plan.steps.flatMap((step) => parts.turn().shelf.results.get(callKey(step)) ?? []);
  const failed = results.filter(({ outcome }) => outcome !== "ok");
  const first = failed[0];
  if (!first || failed.length < results.length) return { status, error };
  const told = first.fault ? faultSentence(first.fault, language) : { message: first.message, remedy: "" };
  return { status: "error", error: { code: first.outcome, ...told } };
};

/** What the answer showed: names for later reference, and the next steps that fit. */
const lookBack = (parts: Parts, state: State): Update => {
  const { plan, language } = state;
  if (state.courtesy) return {};
  const step = plan?.steps.at(-1);
  const left = (plan?.left ?? []).map(({ message }) => ({ label: message, message }));
  if (state.status !== "ok") return { nextSteps: left };
  // What an answer without a plan offered stays offered.
  if (!plan || !step) return {};
  const rows = rowsOf(parts, step);
  const shown = shownRows(parts, state).slice(0, shownLimit);
  const place = placeOf(parts, step);
  const worst = worstOf(parts, rows, step.resource);
  const survey = parts.turn().shelf.surveys.find(({ troubles }) => troubles.some(isOfPod));
  const trouble = survey?.troubles.find(isOfPod);
  const subject = trouble ?? worst ?? { name: place.name, namespace: place.namespace };
  const done = {
    view: plan.view,
    verb: step.verb,
    resource: step.resource,
    name: subject.name,
    namespace: subject.namespace ?? place.namespace ?? state.entities.namespace?.value,
    ...(survey === undefined ? {} : clusterElsewhere(survey, state.entities.cluster?.value)),
    troubled: trouble !== undefined || worst !== undefined,
  };
  // Events tell of something else, and that is what the conversation stays about.
  const kind = step.resource === "event" ? plan.asked?.of : step.resource;
  const about = plan.view === "call" ? place.name : plan.focus.name;
  const names = rows
    .map(({ name }) => name)
    .filter(isOfferable)
    .slice(0, knownLimit);
  return {
    nextSteps: [...left, ...nextStepsFor(done, language)],
    lastResource: kind ?? state.lastResource,
    last: {
      view: plan.view,
      verb: step.verb,
      resource: step.resource,
      ...(about === undefined ? {} : { name: about }),
      ...(plan.asked === undefined ? {} : { asked: plan.asked }),
    },
    entities: kind === undefined ? state.entities : rememberSubject(state.entities, kind, place),
    ...(shown.length === 0 ? {} : { shown }),
    ...(names.length === 0 ? {} : { known: { ...state.known, [step.resource]: names } }),
  };
};

const isOfPod = ({ resource }: { readonly resource: string }): boolean => resource === "pod";

/** The cluster that was surveyed, unless the next request goes there by itself. */
const clusterElsewhere = (
  { cluster, current }: ClusterSurvey,
  remembered: string | undefined,
): { cluster?: string } => {
  const here = remembered === undefined ? current : remembered === cluster;
  return here || cluster === "" ? {} : { cluster };
};

const worstOf = (
  parts: Parts,
  rows: readonly Row[],
  resource: string,
): { name: string; namespace: string | undefined } | undefined => {
  if (resource !== "pod") return undefined;
  const worst = rows.map((row) => podFacts(row, parts.settings.now())).find(({ troubled }) => troubled);
  return worst ? { name: worst.name, namespace: worst.namespace } : undefined;
};

const rememberSubject = (entities: Entities, resource: string, place: { name?: string }): Entities =>
  place.name === undefined || entities[resource]?.value === place.name
    ? entities
    : remember(entities, resource, { value: place.name, origin: "result" });
