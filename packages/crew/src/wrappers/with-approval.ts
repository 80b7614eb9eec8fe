import { interrupt } from "@langchain/langgraph";
import { z } from "zod";
import { createDeadline, untilAborted } from "../abort.ts";
import { CrewError } from "../errors.ts";
import { checkArgument, checkOptions } from "../options/check-options.ts";
import { approvalOptions } from "../options/entries.ts";
import { hasHiddenApproval } from "../tools/approvals.ts";
import type { AnyTool } from "../tools-of.ts";
import type { Arguments, InvokeOptions, Tool, ToolOutput } from "../types.ts";
import { givenTool } from "./given-tool.ts";
import { keptDecision } from "./kept-decision.ts";

/**
 * What is decided about a call before it is sent. `allow` may give it other arguments; the text of `refuse` is told to the
 * model; `ask` has a person decide, with the call shown.
 */
export type Approval =
  | { readonly decision: "allow"; readonly args?: Arguments }
  | { readonly decision: "refuse"; readonly reason: string }
  | { readonly decision: "ask"; readonly question?: string };

/** `signal` fires when the call is stopped, and when the time for the decision is over. */
export type Decide = (
  args: Arguments,
  tool: Tool,
  options: { readonly signal: AbortSignal },
) => Approval | Promise<Approval>;

export type ApprovalOptions = {
  /** Milliseconds for the function that decides; a person has all the time there is. `Infinity`: no limit. Default 60 000. */
  readonly timeoutMs?: number;
};

/** What a crew's `pending` shows of such a call, as its `subject`. */
export type ApprovalRequest = { readonly question: string; readonly tool: string; readonly args: Arguments };

/**
 * The tool with a decision before every call; without a function a person is asked each time, which needs a graph with a
 * checkpointer. A person answers true, or false or `{ refuse: "why" }` not to; an answer that a graph passes on by itself,
 * without `crew.resume`, is true or the reason why not. A decision that throws, is none or takes too long refuses the call:
 * what was not decided is not sent. A graph with a checkpointer keeps what was decided: it is not decided anew after a pause, so
 * that a person who was asked is not overruled. Goes around `withRetry` and `withCache`, not into them. Throws
 * `wrapper_invalid` for a `timeoutMs` below 1, and `options_invalid` for what is no tool, no function, or for an option that
 * there is not.
 */
export function withApproval(tool: AnyTool, decide: Decide = ask, options: ApprovalOptions = {}): Tool {
  const inner = givenTool("withApproval", tool);
  checkArgument(decide, { by: "withApproval", place: "decision", kind: "function" });
  checkOptions(options, approvalOptions);
  const { timeoutMs = 60_000 } = options;
  if (!(timeoutMs >= 1)) {
    const message = `Nothing can be decided about "${inner.name}" in ${timeoutMs} ms.`;
    throw new CrewError("wrapper_invalid", message, "Pass a number of at least 1.");
  }
  const approval = { decide, inner, around: (other: Tool) => withApproval(other, decide, options) };
  const depth = inner.approvals?.length ?? 0;
  const decideInTime = inTime(decide, inner, timeoutMs);
  return {
    ...inner,
    hasApproval: true,
    ...(hasHiddenApproval(inner) ? {} : { approvals: [...(inner.approvals ?? []), approval] }),
    ...(decide === ask && { asksPerson: true }),
    async invoke(args, how = {}) {
      const about = { tool: inner.name, args, depth, signal: how.signal, decide: () => decideInTime(args, how) };
      const decided = decide === ask ? ASKED : ((await keptDecision(about)) ?? UNDECIDED);
      if (how.signal?.aborted) return { kind: "failure", reason: "cancelled", message: "The call was stopped." };
      if (decided.decision === "refuse") return refused(decided.reason);
      if (decided.decision === "allow") return inner.invoke(decided.args ?? args, how);
      const { question = `Shall "${inner.name}" be called?` } = decided;
      const answer: unknown = interrupt({ question, tool: inner.name, args } satisfies ApprovalRequest);
      if (answer === true) return inner.invoke(args, how);
      return refused(typeof answer === "string" && answer.trim() !== "" ? answer : "A person did not agree to it.");
    },
  };
}

const ask: Decide = () => ({ decision: "ask" });

const approvalSchema = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("allow"), args: z.record(z.string(), z.unknown()).optional() }),
  z.object({ decision: z.literal("refuse"), reason: z.string() }),
  z.object({ decision: z.literal("ask"), question: z.string().optional() }),
]);

type Decided = z.infer<typeof approvalSchema>;

const ASKED: Decided = { decision: "ask" };

const UNDECIDED: Decided = {
  decision: "refuse",
  reason: "What was decided before the pause is about another call. It may be called again.",
};

/** The decision, which is to refuse wherever there is none. */
function inTime(decide: Decide, tool: Tool, timeoutMs: number) {
  return async (args: Arguments, options: InvokeOptions): Promise<Decided> => {
    const deadline = createDeadline({ signals: [options.signal], timeoutMs });
    const { signal } = deadline;
    try {
      signal.throwIfAborted();
      const deciding = Promise.resolve().then(() => decide(args, tool, { signal }));
      return approvalSchema.parse(await untilAborted(deciding, signal));
    } catch {
      const within = deadline.timedOut() ? ` within ${timeoutMs / 1000} s` : "";
      return { decision: "refuse", reason: `Whether it may be sent could not be decided${within}.` };
    } finally {
      deadline.close();
    }
  };
}

function refused(reason: string): ToolOutput {
  return { kind: "result", text: `The call was not sent: ${reason}`, isError: true };
}
