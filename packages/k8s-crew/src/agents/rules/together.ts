import type { LeftPart, SurveyPlace } from "../../plan/types.ts";
import type { PlannerReply } from "../types.ts";

/** What one part of a message came to. */
export type PartReply = { readonly text: string; readonly reply: PlannerReply };

type Plan = Extract<PlannerReply, { kind: "plan" }>;

/**
 * One plan for several requests, in their order. Surveys of several places are one survey; beside calls, or beside one of
 * another kind, a survey is left for the next message, as is what no tool can do.
 */
export const together = (parts: readonly PartReply[]): PlannerReply => {
  const [first] = parts;
  if (first === undefined) return { kind: "not_understood" };
  const isCalls = (reply: PlannerReply): reply is Plan => reply.kind === "plan" && reply.view === "call";
  const { reply: leading } = first;
  const surveys = isPlan(leading) && leading.view !== "call";
  const isSame = (reply: PlannerReply): reply is Plan => surveys && isPlan(reply) && reply.view === leading.view;
  const done = parts.filter(({ reply }) => (surveys ? isSame(reply) : isCalls(reply)));
  const left = parts.filter((part) => !done.includes(part)).map(leftPart);
  const plans = done.flatMap(({ reply }) => (isPlan(reply) ? [reply] : []));
  const [only, ...others] = plans;
  if (only === undefined) return first.reply;
  if (surveys) return leaving({ ...only, others: others.map(placeOf) }, left);
  return leaving(others.length === 0 ? only : joined(plans), left);
};

const placeOf = ({ place = {}, focus = {} }: Plan): SurveyPlace => ({
  ...place,
  ...(focus.name === undefined ? {} : { name: focus.name }),
});

/** The same reply, telling what it leaves undone. */
export const leaving = (reply: PlannerReply, left: readonly LeftPart[]): PlannerReply =>
  isPlan(reply) && left.length > 0 ? { ...reply, left: [...(reply.left ?? []), ...left] } : reply;

const isPlan = (reply: PlannerReply): reply is Plan => reply.kind === "plan";

const leftPart = ({ text, reply }: PartReply): LeftPart => ({
  message: text,
  why: reply.kind === "answer" ? reply.text : "",
});

const joined = (plans: readonly Plan[]): Plan => ({
  ...plans.at(-1),
  kind: "plan",
  view: "call",
  parts: plans.flatMap(({ asked }) => asked ?? []),
  steps: plans.flatMap(({ steps, focus = {}, allNamespaces = false }, index) =>
    steps.map((step) => ({ ...step, part: { index, focus, everywhere: allNamespaces } })),
  ),
});
