import type { ChatRequest } from "@k8s-copilot/doubles";
import type { Catalog } from "@k8s-copilot/k8s-crew";
import { type PlanReply, planReply } from "./plan-reply.ts";
import { type Fields, finalAnswer, type MindReply, type Question, textOf } from "./question.ts";

/** A mind that does what is asked of it: it plans what the turn expects and leaves to others what it does not know. */
export const literal = (question: Question): MindReply => ({ reply: finalAnswer(literalFields(question)) });

export const literalFields = (question: Question): Fields => {
  if (question.agent === "clarifier") return { choice: "none" };
  if (question.agent === "executor") return { hypothesis: question.turn.model?.explanation ?? "" };
  return literalPlan(question);
};

export const literalPlan = ({ turn, catalog, request }: Question): PlanReply => {
  const plan = planReply(turn, catalog, textOf(request));
  const hidden = hiddenCall(plan, request, catalog);
  return hidden === undefined ? plan : { view: "more_tools", calls: [], about: hidden };
};

/** What the first tool of a plan is about that the model was not shown; undefined once it has asked. */
const hiddenCall = (
  { calls }: PlanReply,
  { messages, lastUser }: ChatRequest,
  catalog: Catalog,
): string | undefined => {
  const told = [JSON.stringify(messages[0]), lastUser].join("\n");
  const hidden = calls.map(({ tool }) => tool).find((tool) => !told.includes(`${tool}: `));
  const entry = hidden === undefined || moreSaid.test(lastUser) ? undefined : catalog.get(hidden);
  return entry && `${entry.verb} ${entry.resource}`;
};

/** Tools were asked for and shown, or there are none. */
const moreSaid = /more tools about|更多工具：|更多关于/i;
