import { toJsonSchema } from "@langchain/core/utils/json_schema";
import {
  interopSafeParse,
  interopZodTransformInputSchema,
  isInteropZodError,
  isInteropZodSchema,
  isZodObjectV4,
} from "@langchain/core/utils/types";
import { z } from "zod";
import type { JsonSchema, Tool } from "./types.ts";

type WithSchema = { readonly schema: unknown };

const schemaRecord = z.record(z.string(), z.unknown());

/** A LangChain tool's parameters as JSON Schema. Throws for a zod schema that JSON Schema cannot say. */
export const inputSchemaOf = ({ schema }: WithSchema): JsonSchema =>
  isInteropZodSchema(schema)
    ? { ...schemaRecord.parse(toJsonSchema(schema)), ...opennessOf(schema) }
    : schemaRecord.parse(schema);

/** LangChain says of every zod object that it takes no other keys, also of those that do. */
const opennessOf = (schema: Parameters<typeof interopZodTransformInputSchema>[0]): JsonSchema => {
  const input = interopZodTransformInputSchema(schema);
  const others = isZodObjectV4(input) ? input._zod.def.catchall : undefined;
  if (others === undefined || others._zod.def.type === "never") return {};
  const { $schema, ...additionalProperties } = schemaRecord.parse(toJsonSchema(others));
  return { additionalProperties };
};

/** What zod says of arguments: it knows rules that JSON Schema cannot say, and takes "7" where it was told to. */
export const problemsBy = ({ schema }: WithSchema): Pick<Tool, "problemsOf"> =>
  isInteropZodSchema(schema) ? { problemsOf: (args) => problemsIn(() => interopSafeParse(schema, args)) } : {};

const issuesSchema = z.object({
  issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })),
});

const problemsIn = (parse: () => ReturnType<typeof interopSafeParse>): readonly string[] | undefined => {
  const { success, error } = parse();
  if (success) return [];
  // Rules that have to be waited for, or that throw, are left to the call itself.
  if (!isInteropZodError(error)) return undefined;
  return issuesSchema.parse(error).issues.map(({ path, message }) => {
    const subject = path.length === 0 ? "The arguments together" : `The parameter "${path.join(".")}"`;
    return `${subject}: ${message}.`;
  });
};
