import type { CallResult } from "@k8s-copilot/crew";
import { unreachedCode } from "../../overview/down.ts";
import { headline, isNowhere } from "../../overview/render.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan } from "../../plan/types.ts";
import { faultSentence } from "../../words/server-words.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";

/**
 * When nothing came of a request, or of one of several things that were asked for, the status tells it, as an exit code
 * tells a script: every call of it failed, every cluster that was to be looked at, or it is nowhere.
 */
export const statusOf = (parts: Parts, { plan, error, status, language }: State): Pick<State, "status" | "error"> => {
  if (status !== "ok" || plan === null) return { status, error };
  const { surveys } = parts.turn().shelf;
  if (plan.view !== "call" && isNowhere(surveys))
    return { status: "error", error: { code: "not_found", message: headline(surveys, language), remedy: "" } };
  const lost = plan.view === "call" ? undefined : unreachedCode(surveys);
  if (lost !== undefined)
    return { status: "error", error: { code: lost, message: headline(surveys, language), remedy: "" } };
  const first = plan.view === "call" ? firstFailed(parts, plan) : undefined;
  if (!first) return { status, error };
  const told = first.fault ? faultSentence(first.fault, language) : { message: first.message, remedy: "" };
  return { status: "error", error: { code: first.outcome, ...told } };
};

/** The first failure of what failed wholly: one kind of things that one part of the message asked for. */
const firstFailed = (parts: Parts, { steps }: Plan): CallResult | undefined => {
  const askedFor = new Map<string, CallResult[]>();
  for (const step of steps) {
    const result = parts.turn().shelf.results.get(callKey(step));
    const key = `${step.part?.index ?? ""} ${step.verb} ${step.resource}`;
    if (result !== undefined) askedFor.set(key, [...(askedFor.get(key) ?? []), result]);
  }
  return [...askedFor.values()].find((results) => results.every(({ outcome }) => outcome !== "ok"))?.[0];
};
