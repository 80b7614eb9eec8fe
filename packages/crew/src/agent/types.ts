import type { BaseMessage } from "@langchain/core/messages";
import type { z } from "zod";
import type { ToolRunner } from "../runner/tool-runner.ts";
import type { CallResult, Usage } from "../types.ts";

export type AgentEvent =
  | { readonly type: "model.started"; readonly agent: string }
  | { readonly type: "model.finished"; readonly agent: string; readonly usage: Usage }
  | { readonly type: "tool.started"; readonly agent: string; readonly id: string; readonly tool: string }
  | { readonly type: "tool.finished"; readonly agent: string; readonly result: CallResult };

export type RunAgentOptions<Output> = {
  /** The shape of the answer: it then arrives by one call of a `final_answer` tool, checked and repaired once. */
  readonly output?: z.ZodType<Output>;
  readonly signal?: AbortSignal;
  /** Runs the tools; default one of its own without a cache. */
  readonly runner?: ToolRunner;
  readonly onEvent?: (event: AgentEvent) => void;
};

export type AgentFailure = { readonly code: string; readonly message: string; readonly remedy: string };

export type AgentRun<Output> =
  | {
      readonly status: "completed";
      readonly text: string;
      readonly data: Output;
      readonly messages: readonly BaseMessage[];
      readonly calls: readonly CallResult[];
      readonly usage: Usage;
    }
  | {
      readonly status: "failed";
      readonly error: AgentFailure;
      readonly messages: readonly BaseMessage[];
      readonly calls: readonly CallResult[];
      readonly usage: Usage;
    };
