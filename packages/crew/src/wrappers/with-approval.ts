import { interrupt } from "@langchain/langgraph";
import { z } from "zod";
import { type AnyTool, toCrewTool } from "../tools-of.ts";
import type { Arguments, Tool, ToolOutput } from "../types.ts";

/**
 * What is decided about a call before it is sent. `allow` may give it other arguments; the text of `refuse` is told to the
 * model; `ask` has a person decide, with the call shown.
 */
export type Approval =
  | { readonly decision: "allow"; readonly args?: Arguments }
  | { readonly decision: "refuse"; readonly reason: string }
  | { readonly decision: "ask"; readonly question?: string };

export type Decide = (args: Arguments, tool: Tool) => Approval | Promise<Approval>;

/** What a crew's `pending` shows of such a call, as its `subject`. */
export type ApprovalRequest = { readonly question: string; readonly tool: string; readonly args: Arguments };

/**
 * The tool with a decision before every call; without a function a person is asked each time, which needs a graph with a
 * checkpointer. A person answers true, or false or `{ refuse: "why" }` not to; an answer that a graph passes on by itself, without
 * `crew.resume`, is true or the reason why not. A decision that throws or is none refuses the call: what was not
 * decided is not sent.
 */
export function withApproval(tool: AnyTool, decide: Decide = ask): Tool {
  const inner = toCrewTool(tool);
  return {
    ...inner,
    ...(decide === ask && { asksPerson: true }),
    async invoke(args, options) {
      const approval = await decided(decide, args, inner);
      if (approval.decision === "refuse") return refused(approval.reason);
      if (approval.decision === "allow") return inner.invoke(approval.args ?? args, options);
      const { question = `Shall "${inner.name}" be called?` } = approval;
      const answer: unknown = interrupt({ question, tool: inner.name, args } satisfies ApprovalRequest);
      if (answer === true) return inner.invoke(args, options);
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

async function decided(decide: Decide, args: Arguments, tool: Tool): Promise<z.infer<typeof approvalSchema>> {
  try {
    return approvalSchema.parse(await decide(args, tool));
  } catch {
    return { decision: "refuse", reason: "Whether it may be sent could not be decided." };
  }
}

function refused(reason: string): ToolOutput {
  return { kind: "result", text: `The call was not sent: ${reason}`, isError: true };
}
