import { renderTimeline } from "../../diagnosis/changes/render.ts";
import { canDiagnose, diagnose } from "../../diagnosis/diagnose.ts";
import { drainOf } from "../../diagnosis/drain/drain.ts";
import { renderDrain } from "../../diagnosis/drain/render-drain.ts";
import { reachOf } from "../../diagnosis/reach/reach.ts";
import { renderReach } from "../../diagnosis/reach/render-reach.ts";
import { renderDiagnosis } from "../../diagnosis/render.ts";
import { renderCauses } from "../../diagnosis/render-causes.ts";
import type { Thing } from "../../diagnosis/types.ts";
import { currentOfSeveral } from "../../memory/cluster-here.ts";
import { drive } from "../../overview/chains.ts";
import { surveyLine } from "../../overview/render.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import { textAt } from "../../results/values.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { verdictAge } from "../reads/max-age.ts";
import { readAnew } from "../reads/read-all.ts";
import { rowsOf } from "../reads/rows-of.ts";
import type { State } from "../state.ts";

/** Steps whose thing was read and is still to be looked into. */
export const toDiagnose = (parts: Parts, plan: Pick<Plan, "steps">): readonly Step[] =>
  plan.steps.filter((step) => {
    const { results, diagnoses, reaches, drains } = parts.turn().shelf;
    const key = callKey(step);
    return (
      step.diagnose === true &&
      canDiagnose(step.resource) &&
      results.get(key)?.outcome === "ok" &&
      !diagnoses.has(key) &&
      !reaches.has(key) &&
      !drains.has(key) &&
      thingOf(parts, step) !== undefined
    );
  });

/** Looks into what the steps read, side by side. */
export const runDiagnosis = async (parts: Parts, { plan }: State): Promise<void> => {
  const turn = parts.turn();
  const limits = { signal: turn.signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  await Promise.all(
    toDiagnose(parts, plan ?? noPlan).map(async (step) => {
      const thing = thingOf(parts, step);
      if (!thing) return;
      const said = step.mentions.name;
      const place = { catalog: parts.catalog, cluster: placeOf(parts, step).cluster ?? "", now: parts.settings.now() };
      const read: Parameters<typeof drive>[1] = (reads) => readAnew(parts, reads, limits);
      if (step.drain === true) {
        turn.shelf.drains.set(callKey(step), await drive(drainOf(place, thing), read));
        return;
      }
      if (step.reach !== undefined) {
        const reach = await drive(reachOf(place, { thing, ...step.reach }), read);
        turn.shelf.reaches.set(callKey(step), reach);
        return;
      }
      const { logSought } = step;
      const chain = diagnose(place, {
        ...thing,
        ...(said === undefined ? {} : { said }),
        ...(logSought === undefined ? {} : { logSought }),
      });
      turn.shelf.diagnoses.set(callKey(step), await drive(chain, read));
    }),
  );
};

const noPlan: Pick<Plan, "steps"> = { steps: [] };

/** What a step is about: named in its arguments, or picked from its list. */
const thingOf = (parts: Parts, step: Step): Thing | undefined => {
  const { name = pickedName(parts, step), namespace } = placeOf(parts, step);
  const { resource } = step;
  return name === undefined ? undefined : { resource, name, namespace: namespace ?? namespaceRead(parts, step) };
};

/** The one row of a list that was meant by a part of its name. */
const pickedName = (parts: Parts, { only, ...step }: Step): string | undefined => {
  const names = only === undefined ? [] : rowsOf(parts, step).map(({ name }) => name);
  const fitting = names.filter((name) => name.includes(only ?? ""));
  return names.find((name) => name === only) ?? (fitting.length === 1 ? fitting[0] : undefined);
};

/** Where the thing stands, from what was read of it. */
const namespaceRead = (parts: Parts, step: Step): string => {
  const result = parts.turn().shelf.results.get(callKey(step));
  if (result?.outcome !== "ok") return "";
  const parsed = parseResult({
    text: result.text,
    structured: result.structured,
    verb: "get",
    resource: step.resource,
  });
  return parsed.form === "object" ? textAt(parsed.object, "metadata", "namespace") : "";
};

/** The report of a step whose thing was looked into. */
export const diagnosisText = (parts: Parts, state: State, step: Step): string | undefined => {
  const { diagnoses, reaches, drains } = parts.turn().shelf;
  const drain = drains.get(callKey(step));
  if (drain) return renderDrain(drain, textOf(state));
  const reach = reaches.get(callKey(step));
  if (reach) return renderReach(reach, textOf(state));
  const diagnosis = diagnoses.get(callKey(step));
  return diagnosis && renderDiagnosis(diagnosis, { ...textOf(state), guesses: step.guesses ?? [] });
};

/** Why the worst of what a survey found is as it is; empty where nothing was looked into. */
export const causesText = (parts: Parts, state: State): string => {
  const { causes } = parts.turn().shelf;
  return causes === undefined ? "" : renderCauses(causes, textOf(state));
};

const textOf = ({ language, guidanceMemory, known }: State) => {
  const here = currentOfSeveral(known);
  return { language, commands: guidanceMemory.kubectl !== "off", ...(here === undefined ? {} : { here }) };
};

/** What changed, place by place, and a line for each that was not reached; empty where that was not asked. */
export const timelinesText = (parts: Parts, { language, plan }: State): string => {
  const { timelines, surveys } = parts.turn().shelf;
  if (timelines.length === 0) return "";
  const lost = surveys.filter(({ reach }) => reach !== "ok").map((survey) => surveyLine(survey, language));
  const began = plan?.focus.began === true;
  return [...timelines.map((each) => renderTimeline(each, { language, began })), lost.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
};
