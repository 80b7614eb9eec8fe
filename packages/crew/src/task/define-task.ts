import type { z } from "zod";
import type { Agent } from "../agent/types.ts";
import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { taskOptions } from "../options/definitions.ts";
import { type Placeholders, placeholdersOf } from "../placeholders.ts";
import { type AnyTool, toCrewTools } from "../tools-of.ts";
import type { Condition, Guardrail, Task, TaskOutput } from "./types.ts";

export type TaskDefinition<
  Name extends string,
  Description extends string,
  Expected extends string,
  Input extends string,
  Data,
  Said extends ReturnType<Condition> = ReturnType<Condition>,
> = {
  /** Letters, digits, `_` and `-`, beginning with a letter. No two tasks of a crew have the same. */
  readonly name: Name;
  /** What is to be done. `{placeholders}` are filled with the inputs of `kickoff`. */
  readonly description: Description;
  /** What a good answer looks like; told to the agent with the description. */
  readonly expectedOutput: Expected;
  /** Who does it. Only a hierarchical crew may leave it out: there the manager decides. */
  readonly agent?: Agent<string, Input>;
  /**
   * The tasks whose outputs it is shown, and which it waits for. It begins with the step after them, beside all others that
   * may begin then; a step ends with its slowest task. Default: all tasks before it in the crew; an empty list: none.
   */
  readonly context?: readonly Task[];
  /** Tasks that it waits for though it is not shown their outputs: where one leaves a file that the other reads. */
  readonly after?: readonly Task[];
  /** In place of the agent's, for this task. */
  readonly tools?: readonly AnyTool[];
  /**
   * The shape of the answer, which becomes `data`. Default: words. After a pause `data` is read again from the kept JSON of
   * the answer, so that a Date is one as before; where a transform cannot read its own result it stays what JSON makes of it.
   */
  readonly output?: z.ZodType<Data>;
  /** Functions, or rules in words, which the agent's model then judges by. All are asked about every attempt, in order. */
  readonly guardrails?: readonly (Guardrail<NoInfer<Data>> | string)[];
  /** How often the work is done again for each guardrail. Default 3. */
  readonly guardrailRetries?: number;
  /**
   * Shows the answer to a person, who accepts it or says what to change. It takes a checkpointer, the crew's or that of the
   * graph around it. Default false.
   */
  readonly humanInput?: boolean;
  /** Whether the task is carried out, by the last output before it that was not skipped. Default: it is. */
  readonly condition?: ((previous: TaskOutput) => Said) | undefined;
};

/**
 * Of the definition alone, whatever the place takes that the task is written into: a list of tasks takes any data. Nothing
 * is said by a condition that there is not.
 */
type DataOf<Data, Said> = [Data] extends [infer Own] ? ([Said] extends [never] ? Own : Own | undefined) : never;

/**
 * Checks a definition and fills in its defaults. Throws `CrewError`: `options_invalid` for an option that there is not or
 * that holds what it cannot, `task_incomplete` for a text that is missing or empty, `task_name_invalid`,
 * `task_limit_invalid`, `tool_name_taken`, `tool_name_invalid`, `tool_schema_invalid`. With a `condition`, or what may be
 * one, the task is skipped where that is false, so its `data` may be undefined.
 */
export function defineTask<
  const Name extends string,
  const Description extends string,
  const Expected extends string,
  const Input extends string = never,
  Data = string,
  Said extends ReturnType<Condition> = never,
>(
  definition: TaskDefinition<Name, Description, Expected, Input, Data, Said>,
): Task<Name, Placeholders<Description> | Placeholders<Expected> | Input, DataOf<Data, Said>>;
export function defineTask(definition: TaskDefinition<string, string, string, string, unknown>): Task {
  checkOptions(definition, taskOptions);
  const { name, description, expectedOutput, agent, context, tools, output, condition } = definition;
  const { after = [], guardrails = [], guardrailRetries = 3, humanInput = false } = definition;
  if (!NAME.test(name) || TAKEN.includes(name)) {
    const remedy = `Use letters, digits, "_" and "-", beginning with a letter, and none of ${TAKEN.join(", ")}.`;
    throw new CrewError("task_name_invalid", `"${name}" cannot be the name of a task.`, remedy);
  }
  for (const [field, text] of Object.entries({ description, expectedOutput })) {
    if (text.trim() === "")
      throw new CrewError("task_incomplete", `The task "${name}" has an empty ${field}.`, `Write its ${field}.`);
  }
  if (!Number.isInteger(guardrailRetries) || guardrailRetries < 0) {
    const message = `The task "${name}" has guardrailRetries of ${guardrailRetries}.`;
    throw new CrewError("task_limit_invalid", message, "Pass a whole number of at least 0.");
  }
  const own = tools === undefined ? undefined : toCrewTools(tools);
  const inputs = [...new Set([...placeholdersOf([description, expectedOutput]), ...(agent?.inputs ?? [])])];
  const texts = { name, description, expectedOutput, agent, context, after, tools: own, output };
  return Object.freeze({ ...texts, guardrails, guardrailRetries, condition, humanInput, inputs });
}

const NAME = /^\p{L}[\p{L}\p{N}_-]*$/u;
/** The names of what a crew's graph keeps. */
const TAKEN: readonly string[] = ["inputs", "outputs"];
