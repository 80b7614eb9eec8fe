import { isOfferable } from "../../choices/choices.ts";
import { nextStepsFor } from "../../guidance/next-steps.ts";
import { type Entities, remember } from "../../memory/entities.ts";
import { callKey } from "../../plan/source.ts";
import { formatAge } from "../../results/age.ts";
import { parseResult } from "../../results/parse-result.ts";
import { podFacts } from "../../results/pod-facts.ts";
import type { Row } from "../../results/types.ts";
import { say } from "../../words/conversation-words.ts";
import { answerText, placeOf } from "../answer.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";

/** Names of a list that the conversation keeps in mind. */
const knownLimit = 200;

/** Makes the answer: what was assumed, the facts, then the explanation; and remembers what was shown. */
export const report =
  (parts: Parts) =>
  async (state: State): Promise<Update> => {
    const turn = parts.turn();
    const facts = state.answer === "" ? answerText(parts, state) : state.answer;
    const answer = [
      ...turn.record.notes,
      facts,
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
    return result?.cached ? [result.ageMs] : [];
  });
  return ages.length === 0
    ? []
    : [say(language, "fromCache", { age: formatAge(Math.round(Math.max(...ages) / 1_000)) })];
};

/** When every call of a plain request failed, so did the request. */
const failure = (parts: Parts, { plan, error, status }: State): Update => {
  if (status !== "ok" || plan?.view !== "call") return { status, error };
  const results = plan.steps.flatMap((step) => parts.turn().shelf.results.get(callKey(step)) ?? []);
  const failed = results.filter(({ outcome }) => outcome !== "ok");
  const first = failed[0];
  if (!first || failed.length < results.length) return { status, error };
  return { status: "error", error: { code: first.outcome, message: first.message, remedy: "" } };
};

/** What the answer showed: names for later reference, and the next steps that fit. */
const lookBack = (parts: Parts, state: State): Update => {
  const { plan, language } = state;
  const step = plan?.steps.at(-1);
  if (!plan || !step || state.status !== "ok") return { nextSteps: [] };
  const result = parts.turn().shelf.results.get(callKey(step));
  const parsed =
    result?.outcome === "ok"
      ? parseResult({ text: result.text, structured: result.structured, verb: step.verb, resource: step.resource })
      : undefined;
  const rows = parsed?.form === "rows" ? parsed.rows : [];
  const place = placeOf(parts, step);
  const worst = worstOf(parts, rows, step.resource);
  const trouble = parts
    .turn()
    .shelf.surveys.flatMap(({ troubles }) => troubles)
    .find(({ resource }) => resource === "pod");
  const subject = trouble ?? worst ?? { name: place.name, namespace: place.namespace };
  const done = {
    view: plan.view,
    verb: step.verb,
    resource: step.resource,
    name: subject.name,
    namespace: subject.namespace ?? place.namespace ?? state.entities.namespace?.value,
    troubled: trouble !== undefined || worst !== undefined,
  };
  const about = plan.view === "call" ? place.name : plan.focus.name;
  const names = rows
    .map(({ name }) => name)
    .filter(isOfferable)
    .slice(0, knownLimit);
  return {
    nextSteps: nextStepsFor(done, language),
    lastResource: step.resource,
    last: {
      view: plan.view,
      verb: step.verb,
      resource: step.resource,
      ...(about === undefined ? {} : { name: about }),
    },
    entities: rememberSubject(state.entities, step.resource, place),
    ...(names.length === 0 ? {} : { known: { ...state.known, [step.resource]: names } }),
  };
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
