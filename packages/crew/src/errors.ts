/**
 * The library was used wrongly: a mistake of the program, not of the world. `code` is stable, the message says what is
 * wrong and `remedy` what to change. What may go wrong outside (a model, a server, a person) is a value, never this.
 */
export class CrewError extends Error {
  override readonly name = "CrewError";
  readonly code: CrewErrorCode;
  readonly remedy: string;

  constructor(code: CrewErrorCode, message: string, remedy: string) {
    super(`${message} ${remedy}`);
    this.code = code;
    this.remedy = remedy;
  }
}

export type CrewErrorCode =
  | "agent_incomplete"
  | "agent_limit_invalid"
  | "model_without_tools"
  | "tool_name_taken"
  | "messages_invalid"
  | "runner_limit_invalid"
  | "node_input_invalid";
