import { Ajv, type ErrorObject, type Options, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Arguments, JsonSchema } from "../types.ts";

/** Says what is wrong with arguments, naming the parameter, or undefined when nothing is. */
export type SchemaCheck = (schema: JsonSchema, args: Arguments) => string | undefined;

/**
 * Checks arguments against a schema as the server sent it, compiled at its first use. A schema that cannot be compiled is
 * the server's mistake and is not held against the call. Formats are not checked: servers invent them.
 */
export function createSchemaCheck(): SchemaCheck {
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

  return (schema, args) => {
    if (!compiled.has(schema)) compiled.set(schema, compile(schema));
    const validate = compiled.get(schema);
    if (validate === undefined || validate(args)) return undefined;
    return inOneText((validate.errors ?? []).map(sentence));
  };
}

const MAX_PROBLEMS = 3;

/** The first few of them, each once. */
export function inOneText(sentences: readonly string[]): string {
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
