import type { Interrupt } from "@langchain/langgraph";
import { z } from "zod";

/** Something that waits for a person. Answered by `resume`, under its id. */
export type Pending = {
  readonly id: string;
  /**
   * `review`: "" or true accepts the answer, any other text says what to change. `approval`: true makes the call, any other
   * text says why not. `tool`: a tool asks, and knows what for.
   */
  readonly kind: "review" | "approval" | "tool";
  /** The task that waits. */
  readonly task: string;
  readonly question: string;
  /** Of a review the answer that is to be judged, of an approval the `tool` and its `args`, else what was passed to `interrupt`. */
  readonly subject: unknown;
};

/** What is passed to `interrupt` for an answer that is to be judged. */
export const Review = z.object({ kind: z.literal("review"), question: z.string(), subject: z.unknown() });
export type Review = z.infer<typeof Review>;

/** What `withApproval` asks: whether a call is to be made. */
const Approval = z.object({ question: z.string(), tool: z.string(), args: z.record(z.string(), z.unknown()) });

/** A question as it is told to whoever called the crew. */
export function pendingOf({ id = "", value }: Interrupt, task: string): Pending {
  const review = Review.safeParse(value).data;
  if (review !== undefined) return { id, task, ...review };
  const { data: approval } = Approval.safeParse(value);
  if (approval !== undefined) return { id, kind: "approval", task, question: approval.question, subject: approval };
  const question =
    typeof value === "string" ? value : (Asking.safeParse(value).data?.question ?? JSON.stringify(value));
  return { id, kind: "tool", task, question: question ?? "", subject: value };
}

const Asking = z.object({ question: z.string() });
