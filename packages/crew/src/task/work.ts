import type { Meter } from "../agent/budget.ts";
import type { RunAgentOptions } from "../agent/run-agent.ts";
import type { Agent } from "../agent/types.ts";
import type { Remember } from "../remember.ts";
import type { CallResult, Usage } from "../types.ts";
import type { CrewEvent } from "./events.ts";
import type { CrewPrompts } from "./prompts.ts";
import type { Answered, Task } from "./types.ts";

/** All that it takes to carry out a task. */
export type TaskWork = {
  readonly task: Task;
  /** With its placeholders filled, and with the tools of the task. */
  readonly agent: Agent;
  /** The first message. */
  readonly request: string;
  readonly prompts: CrewPrompts;
  readonly agentOptions: RunAgentOptions;
  readonly meters: readonly Meter[];
  readonly signal: AbortSignal;
  readonly callbackTimeoutMs: number;
  readonly emit: (event: CrewEvent) => void;
  readonly remember: Remember;
  /** What others used to whom the agent handed on work. */
  readonly delegatedUsage: (calls: readonly CallResult[]) => Usage;
  /** Shows an answer to a person: "" accepts it, any other text says what to change. */
  readonly review: (answer: Answered) => string;
};
