import type { BaseCheckpointSaver } from "@langchain/langgraph";
import type { RunAgentOptions } from "../agent/run-agent.ts";
import type { Memory } from "../memory/types.ts";
import type { CrewPrompts } from "../task/prompts.ts";
import type { Task } from "../task/types.ts";
import type { Account } from "./account.ts";
import type { RunContext } from "./run-context.ts";
import type { Staff } from "./staff.ts";
import type { State } from "./state.ts";

/** What all runs of a crew have in common. */
export type CrewParts = {
  readonly tasks: readonly Task[];
  /** The placeholders in all texts. */
  readonly inputs: readonly string[];
  /** Plans the others, before them. */
  readonly planning: Task | undefined;
  readonly checkpointer: BaseCheckpointSaver | undefined;
  readonly memory: Memory | undefined;
  readonly callbackTimeoutMs: number;
  readonly contextLimit: number;
  /** Tasks at the same time. */
  readonly concurrency: number | undefined;
  readonly prompts: CrewPrompts;
  readonly staff: Staff;
  /** For every run of an agent. */
  readonly agentOptions: RunAgentOptions;
};

/** Where a task is carried out. */
export type Place = {
  readonly parts: CrewParts;
  readonly task: Task;
  readonly state: State;
  readonly run: RunContext;
  readonly signal: AbortSignal;
  readonly account: Account;
};
