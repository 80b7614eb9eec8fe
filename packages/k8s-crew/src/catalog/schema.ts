import type { JsonSchema } from "@k8s-copilot/crew";
import { z } from "zod";

/** One parameter as its schema tells it. */
export type Property = {
  readonly name: string;
  readonly required: boolean;
  /** `string`, `number`, `boolean`, `array`, `object`; `any` when the schema does not say. */
  readonly type: string;
  readonly values?: readonly string[];
  readonly default?: unknown;
  readonly description: string;
};

/** The parameters of a tool, in the server's order. A schema that cannot be read has none. */
export const propertiesOf = (schema: JsonSchema): readonly Property[] => {
  const { properties, required, $defs, definitions } = objectSchema.parse(schema);
  const definitionsByName = { ...definitions, ...$defs };
  return Object.entries(properties).map(([name, raw]) => propertyOf({ name, raw, required, definitionsByName }));
};

const record = z.record(z.string(), z.unknown()).catch({});
const optionalText = z.string().optional().catch(undefined);
const optionalList = z.array(z.unknown()).optional().catch(undefined);

const objectSchema = z
  .object({
    properties: record.default({}),
    required: z.array(z.string()).catch([]).default([]),
    $defs: record.optional(),
    definitions: record.optional(),
  })
  .catch({ properties: {}, required: [] });

const propertySchema = z
  .object({
    type: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .catch(undefined),
    description: optionalText,
    enum: optionalList,
    const: z.unknown().optional(),
    default: z.unknown().optional(),
    items: z.unknown().optional(),
    anyOf: optionalList,
    oneOf: optionalList,
    allOf: optionalList,
    $ref: optionalText,
  })
  .catch({});

type PropertySchema = z.infer<typeof propertySchema>;
type Definitions = Readonly<Record<string, unknown>>;

const propertyOf = ({
  name,
  raw,
  required,
  definitionsByName,
}: {
  readonly name: string;
  readonly raw: unknown;
  readonly required: readonly string[];
  readonly definitionsByName: Definitions;
}): Property => {
  const shapes = shapesOf(raw, definitionsByName);
  const [schema] = shapes;
  const values = valuesOf(shapes, definitionsByName);
  return {
    name,
    required: required.includes(name),
    type: typeOf(shapes),
    ...(values.length === 0 ? {} : { values }),
    ...(schema?.default === undefined ? {} : { default: schema.default }),
    description: schema?.description ?? "",
  };
};

/** How far alternatives and references are followed. */
const depth = 3;

/** The schema itself and the alternatives that it allows, references followed. */
const shapesOf = (raw: unknown, definitions: Definitions, left = depth): readonly PropertySchema[] => {
  const schema = propertySchema.parse(raw);
  if (left === 0) return [schema];
  const named = schema.$ref === undefined ? [] : [definitions[schema.$ref.replace(/^.*\//, "")]];
  const others = [...named, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...others.flatMap((other) => shapesOf(other, definitions, left - 1))];
};

const typeOf = (shapes: readonly PropertySchema[]): string => {
  const types = shapes.flatMap(({ type, enum: values }) => type ?? (values === undefined ? [] : "string"));
  const known = types.find((type) => type !== "null") ?? "any";
  return known === "integer" ? "number" : known;
};

const valuesOf = (shapes: readonly PropertySchema[], definitions: Definitions): readonly string[] => {
  const items = shapes.flatMap((shape) => (shape.items === undefined ? [] : shapesOf(shape.items, definitions, 1)));
  const values = [...shapes, ...items].flatMap((shape) => [...(shape.enum ?? []), shape.const]);
  return [...new Set(values.filter((value) => typeof value === "string"))];
};
