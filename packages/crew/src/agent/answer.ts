import { z } from "zod";
import { untilAborted } from "../abort.ts";
import { CrewError } from "../errors.ts";
import { createArgumentCheck } from "../tools/argument-check.ts";
import type { JsonSchema, Tool } from "../types.ts";

/** A tool that is never run: the model gives its answer by calling it. `schema` defaults to the output's. */
export type AnswerTool = { readonly name: string; readonly description?: string; readonly schema?: JsonSchema };

export type AnswerOptions = {
  readonly output?: z.ZodType;
  readonly answerWith?: "text" | AnswerTool;
};

export type ReadAnswer =
  | { readonly fits: true; readonly text: string; readonly data: unknown }
  | { readonly fits: false; readonly problem: string };

/** How a run's answer is given, and read. Reading rejects with the signal's reason where a schema outlasts it. */
export type Answer = {
  /** What to offer to the model beside the agent's tools; undefined when none is wanted. */
  readonly tool?: Required<AnswerTool>;
  /** Words for a person, of which the beginning is worth having. Of a value the beginning may be another value. */
  readonly isInWords: boolean;
  readCall(args: unknown, signal: AbortSignal): Promise<ReadAnswer>;
  readText(text: string, signal: AbortSignal): Promise<ReadAnswer>;
};

const DESCRIPTION = "Give your final answer. Call this once, when everything else is done.";

/**
 * Words need nothing. An `output` is asked for through a tool, because a response format and tools do not go together
 * (Gemini refuses a request with both); when the model writes the JSON as text all the same, that is read too.
 */
export function createAnswer({ output, answerWith }: AnswerOptions, tools: readonly Tool[]): Answer {
  const given = answerWith ?? (output === undefined ? "text" : { name: "final_answer" });
  if (given === "text") {
    if (output === undefined) {
      const inWords = async (text: unknown): Promise<ReadAnswer> => ({ fits: true, text: `${text}`, data: undefined });
      return { isInWords: true, readCall: inWords, readText: inWords };
    }
    const reader = outputReader(output);
    return { isInWords: false, readCall: reader.read, readText: textReader(reader) };
  }
  const reader = output === undefined ? schemaReader(given.schema) : outputReader(output);
  const { name, description = DESCRIPTION } = given;
  if (tools.some((tool) => tool.name === name)) {
    const message = `The answer's tool "${name}" has the name of one of the agent's tools.`;
    throw new CrewError("tool_name_taken", message, "Pass answerWith with another name.");
  }
  const tool = { name, description, schema: given.schema ?? reader.schema };
  return { tool, isInWords: false, readCall: reader.read, readText: textReader(reader) };
}

type Read = (value: unknown, signal: AbortSignal) => Promise<ReadAnswer>;
/** `takesText`: the answer may be a text, which a model writes as it is, without quotes. */
type Reader = { readonly schema: JsonSchema; readonly read: Read; readonly takesText: boolean };

/** A tool's arguments are an object, so anything else is wrapped into one. */
function outputReader(output: z.ZodType): Reader {
  const own = jsonSchemaOf(output);
  const isObject = own.type === "object";
  return {
    // Made of the whole, in which the references are right: those of a list of named shapes lead elsewhere once it is wrapped.
    schema: isObject ? own : jsonSchemaOf(z.object({ answer: output })),
    takesText: mayBeText(own),
    async read(value, signal) {
      const readings = isObject ? [value] : readingsOf(value);
      const problems: string[] = [];
      for (const reading of readings) {
        const parsed = await untilAborted(output.safeParseAsync(reading), signal);
        if (parsed.success) return fitting(parsed.data);
        problems.push(problemOf(parsed.error));
      }
      return { fits: false, problem: problems[0] ?? "" };
    },
  };
}

const OneOf = z.object({ anyOf: z.array(z.unknown()) });
const Text = z.object({ type: z.literal("string") });

function mayBeText(schema: unknown): boolean {
  return Text.safeParse(schema).success || (OneOf.safeParse(schema).data?.anyOf.some(mayBeText) ?? false);
}

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...own } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return own;
}

/**
 * What may be meant where an answer was to be wrapped, the likeliest first: a model may leave out the wrapping, an answer may
 * have a field of that name itself, and one that need not be given may be missing.
 */
function readingsOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  const names = Object.keys(value);
  if (!("answer" in value)) return names.length === 0 ? [value, undefined] : [value];
  return names.length === 1 ? [value.answer, value] : [value, value.answer];
}

/** For who has a JSON Schema and no zod schema. */
function schemaReader(schema: JsonSchema = { type: "object", properties: {} }): Reader {
  const check = createArgumentCheck();
  return {
    schema,
    takesText: false,
    async read(value, signal) {
      const args = z.record(z.string(), z.unknown()).safeParse(value);
      const checking = args.success ? check({ inputSchema: schema }, args.data) : "It is not a JSON object.";
      const problem = await untilAborted(Promise.resolve(checking), signal);
      return problem === undefined ? fitting(args.data) : { fits: false, problem };
    },
  };
}

function fitting(data: unknown): ReadAnswer {
  return { fits: true, text: textOf(data), data };
}

/** A whole number that JSON has no place for is written as text, out of which `z.coerce.bigint()` makes it again. */
function textOf(data: unknown): string {
  return JSON.stringify(data, (_key, value) => (typeof value === "bigint" ? `${value}` : value)) ?? "";
}

/**
 * Models put fences and words around their JSON, and write a bare text as it is. What was cut is not completed: a guess is no
 * answer.
 */
function textReader({ read, takesText }: Reader): Answer["readText"] {
  return async (text, signal) => {
    let answer: ReadAnswer | undefined;
    const fenced = /```(?:json)?\s*\n([\s\S]*?)```/.exec(text)?.[1];
    const braced = /\{[\s\S]*\}/.exec(text)?.[0];
    for (const candidate of [text, fenced, braced]) {
      const value = candidate === undefined ? undefined : parseJson(candidate);
      if (value === undefined) continue;
      answer = await read(value, signal);
      if (answer.fits) return answer;
    }
    const bare = takesText ? await read(text.trim(), signal) : undefined;
    return bare?.fits ? bare : (answer ?? bare ?? { fits: false, problem: "It is not JSON." });
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(error: z.ZodError): string {
  const issues = error.issues.slice(0, 5).map(({ path, message }) => `${path.join(".") || "answer"}: ${message}`);
  return `${issues.join("; ")}.`;
}
