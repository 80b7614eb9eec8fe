import type { BaseMessage } from "@langchain/core/messages";
import type { z } from "zod";
import type { Meter } from "../agent/budget.ts";
import type { Agent } from "../agent/types.ts";
import type { Tool, Usage } from "../types.ts";

/** A piece of work for an agent. Plain data: made by `defineTask`, carried out by a crew. */
export type Task<Name extends string = string, Input extends string = string, Data = unknown> = {
  readonly name: Name;
  readonly description: string;
  readonly expectedOutput: string;
  readonly agent: Agent | undefined;
  /** Whose outputs it is shown, and which it waits for. Undefined: all tasks before it. */
  readonly context: readonly Task[] | undefined;
  /** Which it waits for without being shown their outputs. */
  readonly after: readonly Task[];
  /** In place of the agent's. */
  readonly tools: readonly Tool[] | undefined;
  readonly output: z.ZodType<Data> | undefined;
  readonly guardrails: readonly (Guardrail<Data> | string)[];
  /** How often the work is done again for each guardrail before the task has failed. */
  readonly guardrailRetries: number;
  readonly condition: Condition | undefined;
  readonly humanInput: boolean;
  /** The placeholders in its own texts and in its agent's. */
  readonly inputs: readonly Input[];
};

/** What a task came to. `raw` is the answer as text; of a structured one its JSON. */
export type TaskOutput<Data = unknown> = {
  /** The task's name. */
  readonly task: string;
  /** The agent's name. */
  readonly agent: string;
  readonly raw: string;
  /** What the `output` schema made of the answer; without a schema the same as `raw`. */
  readonly data: Data;
  /** Its condition said no: `raw` is empty, and `data` undefined. */
  readonly skipped: boolean;
  /** The conversation with the agent, without the system message. */
  readonly messages: readonly BaseMessage[];
  /** Every attempt of the agent and every judge together. */
  readonly usage: Usage;
};

/**
 * What a guardrail says of an answer: true accepts it, false refuses it, a text refuses it and tells the agent why, and
 * `replaceWith` accepts another text in its place, which a structured task reads as JSON by its schema.
 */
export type Verdict = boolean | string | { readonly replaceWith: string };

export type GuardrailOptions = {
  /** Fires when nobody waits for the verdict any more. */
  readonly signal: AbortSignal;
  /** Count what a guardrail uses of a model for the task: to be passed to `runAgent`. */
  readonly meters: readonly Meter[];
};

/**
 * Looks at an answer before anybody else does. One that throws, returns what is no verdict, or gives none in time, fails the
 * task with `guardrail_failed`: what could not be checked is not let through.
 */
export type Guardrail<Data = unknown> = {
  // The type of a method, of which a guardrail of findings is one of anything too.
  judge(answer: Answered<Data>, options: GuardrailOptions): Verdict | Promise<Verdict>;
}["judge"];

export type Answered<Data = unknown> = Pick<TaskOutput<Data>, "task" | "agent" | "raw" | "data">;

/** Whether a task is carried out, by the last output before it that was not skipped. */
export type Condition = (previous: TaskOutput) => boolean | Promise<boolean>;
