import type { AgentErrorCode } from "./agent/types.ts";

/**
 * The library was used wrongly: a mistake of the program, not of the world. `code` is stable, the message says what is
 * wrong and `remedy` what to change. What may go wrong outside (a model, a server, a person) is a value, never this; but a
 * task that fails in a `crew.graph`, as a node of another graph, throws why it did, since that one knows no other failures.
 */
export class CrewError extends Error {
  override readonly name = "CrewError";
  readonly code: CrewFailureCode;
  readonly remedy: string;

  constructor(code: CrewFailureCode, message: string, remedy: string) {
    super(`${message} ${remedy}`);
    this.code = code;
    this.remedy = remedy;
  }
}

/** Why a run failed, or what was used wrongly. */
export type CrewFailureCode =
  | AgentErrorCode
  | CrewErrorCode
  | "input_missing"
  | "input_invalid"
  | "guardrail_refused"
  | "guardrail_failed"
  | "condition_failed"
  | "hook_failed"
  | "task_failed"
  | "crew_failed";

export type CrewErrorCode =
  | "options_invalid"
  | "meter_limit_invalid"
  | "agent_incomplete"
  | "agent_limit_invalid"
  | "model_without_tools"
  | "tool_name_taken"
  | "tool_name_invalid"
  | "tool_schema_invalid"
  | "messages_invalid"
  | "runner_limit_invalid"
  | "node_input_invalid"
  | "task_incomplete"
  | "task_name_invalid"
  | "task_limit_invalid"
  | "crew_empty"
  | "crew_limit_invalid"
  | "task_name_taken"
  | "agent_name_taken"
  | "agent_missing"
  | "manager_missing"
  | "manager_invalid"
  | "context_unknown"
  | "context_cyclic"
  | "context_later"
  | "condition_first"
  | "checkpointer_missing"
  | "memory_limit_invalid"
  | "memory_namespace_invalid"
  | "run_not_completed"
  | "stream_not_ended"
  | "thread_busy"
  | "thread_unknown"
  | "thread_unreadable"
  | "answer_unknown"
  | "answer_invalid"
  | "task_unknown"
  | "crew_files_invalid"
  | "wrapper_invalid";
