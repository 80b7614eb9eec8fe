import { Ajv, type ValidateFunction } from "ajv";
import type { Arguments, JsonSchema } from "../types.ts";

export type ArgumentCheck = { readonly kind: "valid" } | { readonly kind: "invalid"; readonly message: string };

export type ArgumentValidator = (schema: JsonSchema, args: Arguments) => ArgumentCheck;

/**
 * Holds arguments against a tool's own JSON Schema. A schema that cannot be compiled is the server's fault and is not
 * held against the call: the server will judge.
 */
export const createArgumentValidator = (): ArgumentValidator => {
  const ajv = new Ajv({ strict: false, logger: false, allErrors: true, validateFormats: false });
  const compiled = new WeakMap<JsonSchema, ValidateFunction | "unusable">();
  const compile = (schema: JsonSchema): ValidateFunction | "unusable" => {
    const { $schema: _, $id: __, ...rest } = schema;
    try {
      return ajv.compile(rest);
    } catch {
      return "unusable";
    }
  };
  return (schema, args) => {
    const validate = compiled.get(schema) ?? compile(schema);
    compiled.set(schema, validate);
    if (validate === "unusable" || validate(args)) return { kind: "valid" };
    const messages = (validate.errors ?? []).slice(0, 3).map(({ instancePath, message, params }) => {
      const missing: unknown = params.missingProperty;
      const name = typeof missing === "string" ? missing : instancePath.slice(1);
      return typeof missing === "string"
        ? `${name} is required`
        : `${name === "" ? "the arguments" : name} ${message ?? "do not fit"}`;
    });
    return { kind: "invalid", message: messages.join("; ") };
  };
};
