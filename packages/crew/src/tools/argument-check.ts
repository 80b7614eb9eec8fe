import { Ajv, type ErrorObject, type Options, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Arguments, JsonSchema, Tool } from "../types.ts";

/** Says what is wrong with a call's arguments, naming the parameter, or undefined when nothing is. */
export type ArgumentCheck = (tool: Pick<Tool, "inputSchema" | "problemsOf">, args: Arguments) => string | undefined;

/**
 * Checks arguments against the schema as the server sent it, compiled at a tool's first call. A schema that cannot be
 * compiled is the server's mistake and is not held against the call. Formats are not checked: servers invent them. Where a
 * tool judges its arguments itself, its word counts, and the schema's words only say what is wrong.
 */
export function createArgumentCheck(): ArgumentCheck {
  const compiled = new Map<JsonSchema, ValidateFunction | undefined>();
  const options: Options = {
    strict: false,
    allErrors: true,
    logger: false,
    validateFormats: false,
    // To compile the schema of schemas takes longer than all the rest of a call.
    validateSchema: false,
    addUsedSchema: false,
  };
  let draft7: Ajv | undefined;
  let draft2020: Ajv2020 | undefined;

  function compile({ $schema, ...schema }: JsonSchema): ValidateFunction | undefined {
    try {
      if (typeof $schema === "string" && /20(19|20)-/.test($schema)) {
        draft2020 ??= new Ajv2020(options);
        return draft2020.compile(schema);
      }
      draft7 ??= new Ajv(options);
      return draft7.compile(schema);
    } catch {
      return undefined;
    }
  }

  function problemBySchema({ inputSchema }: Pick<Tool, "inputSchema">, args: Arguments): string | undefined {
    if (!compiled.has(inputSchema)) compiled.set(inputSchema, compile(inputSchema));
    const validate = compiled.get(inputSchema);
    if (validate === undefined || validate(args)) return undefined;
    return describe((validate.errors ?? []).map(sentence));
  }

  return (tool, args) => {
    const own = tool.problemsOf?.(args);
    if (own?.length === 0) return undefined;
    return problemBySchema(tool, args) ?? (own && describe(own));
  };
}

/**
 * The arguments without those that the tool does not have: models invent some. Only where the schema lists the
 * parameters and does not say that there may be others.
 */
export function withoutUnknownArguments({ inputSchema }: Pick<Tool, "inputSchema">, args: Arguments): Arguments {
  const { properties, additionalProperties } = inputSchema;
  const open = additionalProperties !== undefined && additionalProperties !== false;
  const composed = ["$ref", "allOf", "anyOf", "oneOf", "if", "patternProperties"].some((key) => key in inputSchema);
  if (typeof properties !== "object" || properties === null || open || composed) return args;
  return Object.fromEntries(Object.entries(args).filter(([name]) => Object.hasOwn(properties, name)));
}

const MAX_PROBLEMS = 3;

function describe(sentences: readonly string[]): string {
  return [...new Set(sentences)].slice(0, MAX_PROBLEMS).join(" ");
}

function sentence({ keyword, instancePath, params, message = "is not valid" }: ErrorObject): string {
  const path = instancePath.slice(1).replaceAll("/", ".");
  const within = path === "" ? "" : `${path}.`;
  if (keyword === "required") return `The parameter "${within}${params.missingProperty}" is missing.`;
  if (keyword === "additionalProperties") return `There is no parameter "${within}${params.additionalProperty}".`;
  const subject = path === "" ? "The arguments together" : `The parameter "${path}"`;
  if (keyword === "enum") return `${subject} must be one of ${JSON.stringify(params.allowedValues)}.`;
  return `${subject} ${message}.`;
}
