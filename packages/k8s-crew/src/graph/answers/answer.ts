import { renderSurveys } from "../../overview/render.ts";
import type { ClusterSurvey } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { findingsText } from "../../playbooks/findings-text.ts";
import { pressureText } from "../../playbooks/pressure-text.ts";
import { classUsersAnswer } from "../../report/class-users.ts";
import { usersAnswer } from "../../report/users-answer.ts";
import { fieldReaders } from "../../results/fields.ts";
import { groupsOf } from "../../results/grouped.ts";
import type { Parts } from "../parts.ts";
import { asksForUsers } from "../reads/users.ts";
import type { State } from "../state.ts";
import { writtenState } from "../writes/written-state.ts";
import { besideText } from "./beside.ts";
import { cleanUpCommands, expiryCommands, unableCommands } from "./clean-up-commands.ts";
import { comparedText } from "./compared.ts";
import { causesText, diagnosisText, timelinesText } from "./diagnosis.ts";
import { furtherText } from "./further-text.ts";
import { asRead, isListed, layOut, layOutTogether, type StepGroup } from "./lay-out.ts";
import { placedRows, referringRows } from "./placed-rows.ts";
import { rightsText } from "./rights.ts";
import { searchedLogs } from "./searched-logs.ts";
import { rowsShown } from "./shown-rows.ts";
import { unusedText } from "./unused.ts";

/** What the results say, laid out by code: the facts of the answer. */
export const answerText = (parts: Parts, state: State): string => {
  const { plan, language } = state;
  const turn = parts.turn();
  if (!plan) return state.answer;
  const { surveys, looks } = turn.shelf;
  const followsPlaybook = plan.playbook !== undefined && plan.view !== "call";
  if (surveys.length > 0 || looks.length > 0 || followsPlaybook) {
    const options = { language, width: turn.width };
    const survey = byPlace(surveys)
      .map((group) => renderSurveys(group, options))
      .join("\n\n");
    const explained = turn.shelf.causes?.diagnoses.some(({ findings }) => findings.length > 0) === true;
    const commands =
      state.guidanceMemory.kubectl === "off"
        ? undefined
        : { deletes: cleanUpCommands, unable: unableCommands, expiry: expiryCommands };
    const found = { surveys, looks, explained, commands, ...options, now: parts.settings.now() };
    const shown = plan.playbook ? findingsText(plan, found) : "";
    const called = plan.steps.slice(1).filter(({ look }) => look === undefined);
    const more = asRead(parts, called).map((group) => groupText(parts, state, group));
    return [
      pressureText(plan, found),
      timelinesText(parts, state) || survey,
      causesText(parts, state),
      furtherText(parts, state),
      ...more,
      shown,
    ]
      .filter((part) => part !== "")
      .join("\n\n");
  }
  const tell = (step: Step) => layOut(parts, state, step)?.text ?? "";
  if (plan.steps.length > 1 && plan.steps.every(({ part }) => part?.focus.compare === true))
    return comparedText(parts, state, tell);
  if (plan.steps.length > 1 && plan.steps.every(({ part }) => part?.focus.beside !== undefined))
    return besideText(parts, state, tell);
  if (plan.asked !== undefined && isAboutRights(parts, plan.steps)) return rightsText(parts, state, plan.asked);
  const searched = searchedLogs(parts, state, plan.steps);
  if (searched !== undefined) return searched;
  if (asksForUsers(plan)) return unusedText(parts, state, plan.steps);
  if (plan.focus.usedThing !== undefined && plan.steps.length > 0) return usersText(parts, state, plan.steps);
  return [
    ...answerFirst(parts, state, asRead(parts, plan.steps)).map((group) => groupText(parts, state, group)),
    furtherText(parts, state),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

/** Of several ways to something from outside, those that there are come before those that there are not. */
const answerFirst = (parts: Parts, state: State, groups: readonly StepGroup[]): readonly StepGroup[] => {
  const isNoWay = (group: StepGroup): boolean => {
    const step = group.kind === "one" ? group.step : group.steps[0];
    const fact = step.part?.focus.fact;
    if (fact !== "host" && fact !== "address") return false;
    const rows = group.kind === "one" ? rowsShown(parts, state, step) : layOutTogether(parts, state, group.steps).rows;
    return rows.every((row) => !fieldReaders[fact].text(row, parts.settings.now()));
  };
  return groups.toSorted((one, other) => Number(isNoWay(one)) - Number(isNoWay(other)));
};

/** Surveys of the same part of their clusters stand in one table. */
const byPlace = (surveys: readonly ClusterSurvey[]): readonly (readonly ClusterSurvey[])[] =>
  groupsOf(surveys, ({ namespace, name }) => JSON.stringify([namespace, name]));

/** The bindings were read; roles that were not are told as such. */
const isAboutRights = (parts: Parts, steps: readonly Step[]): boolean =>
  steps.length > 1 &&
  steps.every(({ part }) => part?.focus.rights !== undefined) &&
  steps.every(
    (step) => !(step.resource.endsWith("binding") || step.part?.focus.rights?.ask === "rules") || isListed(parts, step),
  );

/** Which pods refer to the thing that was named, or use claims of the class that is called so. */
const usersText = (parts: Parts, state: State, all: readonly Step[]): string => {
  const { language } = state;
  const steps = all.filter(({ resource }) => resource === "pod");
  const failed = steps.find((step) => step.failed !== undefined || !isListed(parts, step));
  if (failed !== undefined) return failed.failed?.text ?? layOut(parts, state, failed)?.text ?? "";
  const name = state.plan?.focus.usedThing ?? "";
  const looked = { language, width: parts.turn().width, now: parts.settings.now(), name };
  const claims = placedRows(
    parts,
    all.filter((step) => step.resource === "pvc" && isListed(parts, step)),
  );
  const pods = referringRows(parts, steps);
  return classUsersAnswer(claims, pods, looked) ?? usersAnswer(pods, looked);
};

const groupText = (parts: Parts, state: State, group: StepGroup): string =>
  group.kind === "one" ? stepText(parts, state, group.step) : layOutTogether(parts, state, group.steps).text;

/** What counts about a thing, and what is wrong with it where anything is. */
const cardText = (parts: Parts, state: State, step: Step): string | undefined => {
  const { diagnoses } = parts.turn().shelf;
  if ((step.part?.focus ?? state.plan?.focus)?.card !== true || step.failed !== undefined) return undefined;
  const card = layOut(parts, state, step)?.text;
  const isWrong = (diagnoses.get(callKey(step))?.findings.length ?? 0) > 0;
  return isWrong ? `${card}\n\n${diagnosisText(parts, state, step)}` : card;
};

const stepText = (parts: Parts, state: State, step: Step): string =>
  step.failed?.text ??
  cardText(parts, state, step) ??
  diagnosisText(parts, state, step) ??
  writtenState(parts, state, step) ??
  layOut(parts, state, step)?.text ??
  "";
