import { Command } from "@langchain/langgraph";
import type { Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { say } from "../../words/conversation-words.ts";
import { sayDialogue } from "../../words/dialogue-words.ts";
import { sayReply } from "../../words/reply-words.ts";
import { sayUnasked } from "../../words/unasked-words.ts";
import type { Parts } from "../parts.ts";
import { planGate, tellPlan } from "../reads/plan-gate.ts";
import { mendTarget } from "../repair/mend-results.ts";
import type { State, Update } from "../state.ts";
import { approvalFor } from "./approval.ts";
import { clusterRead } from "./cluster-of-change.ts";
import { changesNothing, readBefore } from "./current-value.ts";

/** Nothing but reads runs without consent to the exact call. One change is agreed to and sent before the next is asked. */
export const consent = (parts: Parts, state: State, unconfirmed: Update): Command => {
  const { language } = state;
  const gate = state.plan?.view === "call" ? planGate(parts, state, unconfirmed) : undefined;
  if (gate) return gate;
  tellPlan(parts, state);
  const update = { ...unconfirmed, planConfirmed: true };
  const step = state.plan?.steps.find((each) => !each.done && each.look === undefined && each.effect !== "read");
  if (!step || state.approved.includes(callKey(step))) return new Command({ goto: "executor", update });
  if (parts.settings.readOnly) {
    const message = say(language, "readOnly", { call: callKey(step) });
    const error = { code: "read_only", message, remedy: "" };
    return new Command({ goto: "report", update: { ...update, answer: message, status: "error" as const, error } });
  }
  const before = state.checked === callKey(step) ? [] : toKnowBefore(parts, step);
  if (before.length > 0) {
    // The card tells what is there now, not what a kept result says was.
    const work = { kind: "reads" as const, for: "clarifier" as const, reads: before, fresh: true as const };
    return new Command({ goto: "tools", update: { ...update, checked: callKey(step), work } });
  }
  const mended = mendTarget(parts, state, { step, looked: readBefore(parts, step) });
  if (mended) return new Command({ goto: mended.work ? "tools" : "executor", update: { ...update, ...mended } });
  const already = changesNothing(parts, state, step);
  if (already !== undefined && state.plan) {
    const told = { ...step, ready: true, done: true, failed: { text: already, code: "unchanged" } };
    const steps = state.plan.steps.map((each) => (each === step ? told : each));
    return new Command({ goto: "executor", update: { ...update, plan: { ...state.plan, steps } } });
  }
  const proposed = step.proposed === true ? sayUnasked(language, "proposed") : "";
  const lead = [oneOf(state), proposed, alsoAsked(state)].filter((part) => part !== "").join("\n");
  const ask = { ...approvalFor(parts, state, step), ...(lead === "" ? {} : { lead }) };
  return new Command({ goto: "pause", update: { ...update, ask } });
};

/** What stands in the place of what is changed, and in which cluster that is. */
const toKnowBefore = (parts: Parts, step: Step): readonly Read[] =>
  [readBefore(parts, step), clusterRead(parts, step)].filter((read) => read !== undefined);

/** Of several changes each has a card of its own, which a person has to know who said “all of them”. */
const oneOf = ({ plan, language }: State): string => {
  const open = plan?.steps.filter(({ done, effect }) => !done && effect !== "read") ?? [];
  return open.length < 2 ? "" : sayDialogue(language, "oneOfSeveral", { count: open.length });
};

/** What else the message asked for and no call of the plan does. */
const alsoAsked = ({ plan, language }: State): string =>
  (plan?.left ?? [])
    .flatMap(({ message, by }) => (by === "model" ? [] : [sayReply(language, "alsoLeft", { message })]))
    .join("\n");
