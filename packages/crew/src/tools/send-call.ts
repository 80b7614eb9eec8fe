import { createDeadline, untilAborted } from "../abort.ts";
import { isForGraph } from "../graph-signals.ts";
import { messageOf } from "../message-of.ts";
import type { Slots } from "../slots.ts";
import type { CallResult, Outcome, Tool, ToolCall, ToolOutput } from "../types.ts";
import type { ToolRunnerOptions } from "./types.ts";

/** What became of a call, before anybody knows whether it is shared or kept. */
export type Answer = Pick<CallResult, "outcome" | "text" | "structured" | "message" | "fault"> &
  /** Of a result that the tool kept itself. */
  Partial<Pick<CallResult, "cached" | "ageMs">>;

export type SendOptions = {
  readonly tool: Tool;
  readonly call: ToolCall;
  readonly signal: AbortSignal;
  /** Called when the tool itself has come to an end, which may be after it was given up. */
  readonly onReturned?: () => void;
};

/**
 * Sends one call and turns everything that may happen into an answer: a tool that throws although it must not, one that
 * ignores its time limit or its signal, one that says no. The time limit begins when the call has its slot.
 */
export function createSender(
  slots: Slots,
  { timeoutMs, classify }: Pick<ToolRunnerOptions, "timeoutMs" | "classify">,
): (options: SendOptions) => Promise<Answer> {
  const limit = timeoutMs === undefined ? {} : { timeoutMs };

  async function invoke({ tool, call, signal, onReturned = () => {} }: SendOptions): Promise<Answer> {
    const deadline = createDeadline({ signals: [signal], timeoutMs });
    try {
      const invoked = (async () => tool.invoke(call.args, { signal: deadline.signal, callId: call.id, ...limit }))();
      void invoked.then(onReturned, onReturned);
      const output = await untilAborted(invoked, deadline.signal);
      if (!isOutput(output)) return noOutput(tool);
      return deadline.timedOut() && output.kind === "failure"
        ? lateAnswer(timeoutMs)
        : answerOf(output, tool, classify);
    } catch (error) {
      if (deadline.timedOut()) return lateAnswer(timeoutMs);
      throw error;
    } finally {
      deadline.close();
    }
  }

  return async (options) => {
    let giveBack = () => {};
    try {
      giveBack = await slots.take(options.signal);
      return await invoke(options);
    } catch (error) {
      if (isForGraph(error)) throw error;
      return options.signal.aborted ? cancelledAnswer() : failedWith(error);
    } finally {
      giveBack();
    }
  };
}

export function cancelledAnswer(): Answer {
  return failed("cancelled", "The call was cancelled.");
}

/** For a call that was made for a tool as it no longer is. */
export function changedAnswer(tool: string, server: string): Answer {
  const message = `The tool "${tool}" has changed or is gone since it was looked at: the call did not run. Look at the tools again.`;
  return {
    ...failed("unavailable", message),
    fault: { code: "changed", server, place: "", isLocal: false, detail: tool, effect: "none" },
  };
}

export function failed(outcome: Outcome, message: string): Answer {
  return { outcome, text: "", message: firstLine(message) };
}

/** For what nobody expected. LangGraph's own signals are no failures: they have to reach the graph. */
export function failedWith(error: unknown): Answer {
  if (isForGraph(error)) throw error;
  return failed("failed", messageOf(error));
}

const OUTCOME_OF_FAILURE: Record<Extract<ToolOutput, { kind: "failure" }>["reason"], Outcome> = {
  timeout: "timeout",
  unavailable: "unavailable",
  too_big: "too_big",
  cancelled: "cancelled",
  protocol: "failed",
};

/** Whether a tool kept to its type, which plain JavaScript does not see to. */
function isOutput(output: ToolOutput | undefined | null): output is ToolOutput {
  if (output?.kind === "result") return typeof output.text === "string";
  return (
    output?.kind === "failure" && typeof output.message === "string" && Object.hasOwn(OUTCOME_OF_FAILURE, output.reason)
  );
}

/** The call may have done what it should: only what came of it cannot be read. */
function noOutput({ name }: Tool): Answer {
  const wanted = '{ kind: "result", text, isError } or { kind: "failure", reason, message }';
  return failed("failed", `The tool "${name}" was called, but it has to return ${wanted}, and returned none of these.`);
}

function answerOf(output: ToolOutput, tool: Tool, classify: ToolRunnerOptions["classify"]): Answer {
  const outcome = outcomeFrom(classify, output, tool) ?? plainOutcome(output);
  if (output.kind === "failure")
    return { ...failed(outcome, output.message), ...(output.fault === undefined ? {} : { fault: output.fault }) };
  const { text, structured, ageMs } = output;
  const message = outcome === "ok" ? "" : firstLine(text) || `The tool said no more than "${outcome}".`;
  const age = ageMs === undefined ? {} : { cached: true, ageMs };
  return { outcome, text, message, ...(structured === undefined ? {} : { structured }), ...age };
}

/** A classifier that throws has no opinion: what the tool did is done, and its text is worth more than the mistake. */
function outcomeFrom(classify: ToolRunnerOptions["classify"], output: ToolOutput, tool: Tool): Outcome | undefined {
  if (output.kind === "failure" && output.reason !== "protocol") return undefined;
  try {
    return classify?.(output, tool);
  } catch {
    return undefined;
  }
}

function plainOutcome(output: ToolOutput): Outcome {
  if (output.kind === "failure") return OUTCOME_OF_FAILURE[output.reason];
  return output.isError ? "failed" : "ok";
}

function lateAnswer(timeoutMs: number | undefined): Answer {
  return failed("timeout", `There was no answer within ${(timeoutMs ?? 0) / 1000} s.`);
}

const LONGEST_MESSAGE = 300;

function firstLine(text: string): string {
  const line = text.split("\n").find((part) => part.trim() !== "") ?? "";
  return line.trim().slice(0, LONGEST_MESSAGE);
}
