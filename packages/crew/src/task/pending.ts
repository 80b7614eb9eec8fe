import type { Interrupt } from "@langchain/langgraph";
import { z } from "zod";
import { keepable } from "../keepable.ts";
import type { Arguments } from "../types.ts";

type Question = {
  readonly id: string;
  /** The task that waits. */
  readonly task: string;
  readonly question: string;
  /** What it may be answered with, in words. */
  readonly accepts: string;
};

/** Whether an answer is good: "" or true accepts it, any other text says what to change. */
type ReviewPending = Question & {
  readonly kind: "review";
  /** The answer that is to be judged: a text, or the data of a task with an `output`, as a checkpoint keeps it. */
  readonly subject: unknown;
  /** The same as text; of data its JSON. */
  readonly raw: string;
};

/**
 * Whether a call is to be made: true makes it; false or `{ refuse: "why" }` does not, and the model is told why. No text is
 * an answer to it: "yes" would be one that refuses.
 */
type ApprovalPending = Question & {
  readonly kind: "approval";
  readonly subject: { readonly question: string; readonly tool: string; readonly args: Arguments };
};

/** A tool asks, and knows what for. */
type ToolPending = Question & {
  readonly kind: "tool";
  /** What was passed to `interrupt`. */
  readonly subject: unknown;
};

/** Something that waits for a person, by its `kind`. Answered by `resume`, under its id. */
export type Pending = ReviewPending | ApprovalPending | ToolPending;

/** What is passed to `interrupt` for an answer that is to be judged. */
export const Review = z.object({ kind: z.literal("review"), question: z.string(), subject: z.unknown() });
export type Review = z.infer<typeof Review>;

/** What a question of each kind may be answered with, for whoever shows it to a person or to a program. */
const accepts: { readonly [kind in Pending["kind"]]: string } = {
  review: '"" or true to accept it, or in words what to change',
  approval: 'true to make the call, or false or { refuse: "why" } not to',
  tool: "what the tool asks for",
};

/** What `withApproval` asks: whether a call is to be made. */
const Approval = z.object({ question: z.string(), tool: z.string(), args: z.record(z.string(), z.unknown()) });

/** A question as it is told to whoever called the crew. */
export function pendingOf({ id = "", value }: Interrupt, task: string): Pending {
  const review = Review.safeParse(value).data;
  if (review !== undefined) return { id, task, ...review, raw: textOf(review.subject), accepts: accepts.review };
  const { data: approval } = Approval.safeParse(value);
  if (approval !== undefined) {
    const { question } = approval;
    return { id, kind: "approval", accepts: accepts.approval, task, question, subject: approval };
  }
  const question =
    typeof value === "string" ? value : (Asking.safeParse(value).data?.question ?? JSON.stringify(keepable(value)));
  return { id, kind: "tool", accepts: accepts.tool, task, question: question ?? "", subject: value };
}

function textOf(answer: unknown): string {
  return typeof answer === "string" ? answer : (JSON.stringify(keepable(answer)) ?? "");
}

const Refusal = z.strictObject({ refuse: z.string() });

/** The answer as it is passed on to who asked; undefined when it is none to this question. */
export function answerTo({ kind }: Pending, answer: unknown): { readonly value: unknown } | undefined {
  if (kind === "tool") return { value: answer };
  if (kind === "review") return typeof answer === "string" || answer === true ? { value: answer } : undefined;
  if (typeof answer === "boolean") return { value: answer };
  const { data } = Refusal.safeParse(answer);
  return data && { value: data.refuse.trim() === "" ? false : data.refuse };
}

const Asking = z.object({ question: z.string() });
