import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { z } from "zod";
import type { Condition, Guardrail } from "../task/types.ts";
import type { AnyTool } from "../tools-of.ts";

/** A file by its path, or its text with the name under which mistakes in it are reported. */
export type CrewFile = string | { readonly file: string; readonly text: string };

export type CrewFiles = { readonly agents: CrewFile; readonly tasks: CrewFile };

/** What the Python code of a crewAI project says of an agent or a task, beyond its files. Each field goes before the file's. */
export type Assignment = {
  /** Of a task: the name of the agent that does it. */
  readonly agent?: string;
  /** Names of `tools`. */
  readonly tools?: readonly string[];
  /** Of an agent: a name of `models`. */
  readonly model?: string;
  /** Of a task: names of tasks. */
  readonly context?: readonly string[];
  /** Of a task: what `output_pydantic` or `output_json` names, as a zod schema. */
  readonly output?: z.ZodType;
  readonly guardrails?: readonly (Guardrail | string)[];
  readonly condition?: Condition;
  readonly humanInput?: boolean;
  /** Any other key of the file, in crewAI's own words: `{ expected_output: "a list", max_iter: 3 }`. */
  readonly fields?: { readonly [key: string]: string | number | boolean | readonly string[] };
};

/** What the files only name. */
export type CrewBindings = {
  /** Models by what the files call them (`llm`); `default` is for agents that name none, or one that is not here, which is a warning. */
  readonly models: { readonly [llm: string]: BaseChatModel };
  /** Tools by what `tools` in the files and in `assign` call them. */
  readonly tools?: { readonly [name: string]: AnyTool | readonly AnyTool[] };
  /** By the name of an agent or a task. A text is short for the agent of a task. */
  readonly assign?: { readonly [name: string]: Assignment | string };
  /** The tasks that are done, in their order; what else the file of tasks holds is not read. Default: all of it, in its order. */
  readonly order?: readonly string[];
  /** The agent of the file that leads a hierarchical crew, and does no task itself. */
  readonly manager?: string;
  /** Where `output_file` may be written. Default: nowhere; the result then names what was not written. */
  readonly outputDirectory?: string;
};
