import { isDeepStrictEqual } from "node:util";
import { checkToolSchema } from "@k8s-copilot/doubles";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanitizeSchema } from "../src/index.ts";

/** A schema, and a value that it allows. */
type Pair = { readonly schema: object; readonly value: unknown };

const name = fc.constantFrom("name", "a-b", "a.b", "$ref", "constructor", "名", "1x", "anyOf", "a_b", "x".repeat(70));

const listed = fc
  .constantFrom<readonly unknown[]>(["a", "b"], [1, 2], ["1", 1], [true, "x"], [null, "z"], ["", "w"], [{ k: 1 }, [1]])
  .chain((values) => fc.constantFrom(...values).map((value): Pair => ({ schema: { enum: values }, value })));

const leaf: fc.Arbitrary<Pair> = fc.oneof(
  fc
    .constantFrom("v", "a=b", '{"k":1}', "", "null", "5", "true", '"q"')
    .map((value) => ({ schema: { type: "string" }, value })),
  fc.integer({ min: 1, max: 9 }).map((value) => ({ schema: { type: "integer", exclusiveMinimum: 0 }, value })),
  fc.constant({ schema: { type: "number" }, value: 1.5 }),
  fc.boolean().map((value) => ({ schema: { type: "boolean" }, value })),
  fc.constantFrom("c", 0, false, null, { k: 1 }, [1]).map((value) => ({ schema: { const: value }, value })),
  fc.constantFrom("a", 5, null, "5").map((value) => ({ schema: { type: ["string", "integer", "null"] }, value })),
  listed,
);

function objectOf(parts: readonly (readonly [string, Pair, boolean, boolean])[], isClosed: boolean): Pair {
  const given = parts.filter(([, , isGiven]) => isGiven);
  const properties = Object.fromEntries(parts.map(([key, pair]) => [key, pair.schema]));
  const required = given.filter(([, , , isRequired]) => isRequired).map(([key]) => key);
  return {
    schema: { type: "object", properties, required, ...(isClosed && { additionalProperties: false }) },
    value: Object.fromEntries(given.map(([key, pair]) => [key, pair.value])),
  };
}

const pair = fc.letrec<{ pair: Pair; object: Pair }>((tie) => ({
  object: fc
    .tuple(
      fc.uniqueArray(fc.tuple(name, tie("pair"), fc.boolean(), fc.boolean()), {
        minLength: 1,
        maxLength: 3,
        selector: ([key]) => key,
      }),
      fc.boolean(),
    )
    .map(([parts, isClosed]) => objectOf(parts, isClosed)),
  pair: fc.oneof(
    { maxDepth: 7, depthSize: "large" },
    leaf,
    tie("object"),
    tie("pair").map(({ schema, value }) => ({ schema: { type: "array", items: schema }, value: [value] })),
    fc.tuple(tie("pair"), tie("pair")).map(([one, other]) => ({
      schema: { type: "array", prefixItems: [one.schema, other.schema], items: false },
      value: [one.value, other.value],
    })),
    fc.tuple(tie("pair"), tie("pair"), fc.boolean()).map(([one, other, isFirst]) => ({
      schema: { anyOf: [one.schema, other.schema] },
      value: (isFirst ? one : other).value,
    })),
    tie("pair").map(({ schema, value }) => ({ schema: { allOf: [schema, {}] }, value })),
    tie("pair").map(({ schema, value }) => ({
      schema: { type: "object", additionalProperties: schema },
      value: { k: value },
    })),
    fc.tuple(tie("pair"), fc.boolean()).map(([{ schema, value }, isNull]) => ({
      schema: { anyOf: [schema, { type: "null" }] },
      value: isNull ? null : value,
    })),
  ),
})).object;

function isValid(schema: object, value: unknown): boolean {
  return new Ajv2020({ strict: false, logger: false, ownProperties: true }).compile(schema)(value);
}

describe("an argument that a server takes", () => {
  it("is one that the server takes when a model writes it as it was asked for", () => {
    fc.assert(
      fc.property(pair, ({ schema, value }) => {
        const { parameters, encode, decode } = sanitizeSchema(schema);
        expect(checkToolSchema(parameters)).toBeUndefined();
        const sent = JSON.parse(JSON.stringify(encode(Object(value))));
        const back = decode(sent);
        if (!isDeepStrictEqual(back, value) && !isValid(schema, back))
          expect.fail(JSON.stringify({ schema, value, sent, back }));
      }),
      { numRuns: 2000 },
    );
  }, 60_000);
});
