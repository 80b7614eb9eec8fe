import type { Usage } from "../types.ts";

/** What a run may use up. A limit that is not given does not hold. */
export type Budget = {
  /** Tool calls. Those beyond are refused and the model has to answer. */
  readonly toolCalls?: number;
  /** Requests to the model, repeated ones too. The last one that is left is used for the answer. */
  readonly modelCalls?: number;
  /** Prompt and completion tokens together. No request is sent once they are used up; those on their way may go beyond. */
  readonly tokens?: number;
  /** US dollars, as far as replies tell what they cost. No request is sent once they are used up. */
  readonly usd?: number;
  /** Milliseconds; of a run like the agent's `timeoutMs`, of a shared meter all its runs together. The least holds. */
  readonly timeMs?: number;
};

/** A limit that is used up: no request is sent any more. */
export type Spent = { readonly limit: keyof Budget; readonly amount: number };

/** What was used, to go on counting from. */
export type Used = {
  readonly usage: Usage;
  /** US dollars, as far as replies told what they cost. */
  readonly paidUsd: number;
  readonly toolCalls: number;
  readonly timeMs: number;
};

/** Counts what is used, once per request to the model, and says what is left. One may count along for many runs. */
export type Meter = {
  /** Counts a request. */
  request(): number;
  /** Counts what a reply used, also one that was of no use. */
  reply(used: Usage): void;
  usage(): Usage;
  used(): Used;
  toolCall(): void;
  /** Counts the milliseconds of a run. */
  ran(ms: number): void;
  toolCallsLeft(): number;
  modelCallsLeft(): number;
  timeLeftMs(): number;
  spent(): Spent | undefined;
};
