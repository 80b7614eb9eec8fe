import { parameterOf } from "../../catalog/arguments.ts";
import { kubectlOfCall } from "../../guidance/call-commands.ts";
import { callKey } from "../../plan/source.ts";
import { isEverywhere } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { podOfEvents } from "./shown-rows.ts";

/** More lines than these nobody reads beside an answer. */
const lineLimit = 4;

/** The kubectl commands that do what the answer rests on: one for each call that succeeded, without the lists that only helped. */
export const kubectlLines = (parts: Parts, state: State): readonly string[] => {
  if (state.guidanceMemory.kubectl === "off") return [];
  const isSurvey = parts.turn().shelf.surveys.length > 0;
  const commands = isSurvey ? ofSurvey(parts) : ofPlan(parts, state);
  return [...new Set(commands)].slice(0, lineLimit);
};

const ofPlan = (parts: Parts, state: State): readonly string[] => {
  const { plan } = state;
  const { results } = parts.turn().shelf;
  return (plan?.steps ?? []).flatMap((step) => {
    const entry = parts.catalog.get(step.tool);
    // The report of a diagnosis has its commands beside its evidence.
    if (step.diagnose === true || plan === null || !step.done || !entry || results.get(callKey(step))?.outcome !== "ok")
      return [];
    const { verb, resource, args, after } = step;
    const command = kubectlOfCall({
      entry,
      verb,
      resource,
      args,
      name: podOfEvents(parts, state, step),
      everywhere: isEverywhere(plan, step),
      lines: after?.lines,
      sinceSeconds: after?.sinceSeconds,
      focus: step.part?.focus ?? plan.focus,
    });
    return command ?? [];
  });
};

/** A survey reads side by side in every cluster; the first reads are the ones that its verdict rests on most. */
const ofSurvey = (parts: Parts): readonly string[] =>
  parts.turn().record.calls.flatMap(({ tool, args, outcome, resource, verb }) => {
    const entry = parts.catalog.get(tool);
    if (!entry || outcome !== "ok" || resource === "cluster" || resource === "namespace") return [];
    if (verb !== "list" && verb !== "top") return [];
    const namespace = parameterOf(entry, "namespace");
    const everywhere = namespace === undefined || args[namespace.name] === undefined;
    return kubectlOfCall({ entry, args, verb, resource, everywhere }) ?? [];
  });
