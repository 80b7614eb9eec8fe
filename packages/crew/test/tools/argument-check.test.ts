import fc from "fast-check";
import { expect, test } from "vitest";
import { createArgumentCheck, withoutUnknownArguments } from "../../src/tools/argument-check.ts";
import { fakeTool } from "../fake-tools.ts";

const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  properties: {
    name: { type: "string" },
    tail: { type: "integer", minimum: 1 },
    output: { enum: ["json", "yaml"] },
    since: { type: "string", format: "some-duration" },
    selector: { type: "object", properties: { app: { type: "string" } }, required: ["app"] },
  },
  required: ["name"],
  additionalProperties: false,
};

test.each([
  [{ name: "a" }, undefined],
  [{ name: "a", since: "not a date at all" }, undefined],
  [{}, 'The parameter "name" is missing.'],
  [{ name: 7 }, 'The parameter "name" must be string.'],
  [{ name: "a", tail: "5" }, 'The parameter "tail" must be integer.'],
  [{ name: "a", tail: 0 }, 'The parameter "tail" must be >= 1.'],
  [{ name: "a", output: "xml" }, 'The parameter "output" must be one of ["json","yaml"].'],
  [{ name: "a", selector: {} }, 'The parameter "selector.app" is missing.'],
  [{ name: "a", nmespace: "x" }, 'There is no parameter "nmespace".'],
  [{ tail: "5" }, 'The parameter "name" is missing. The parameter "tail" must be integer.'],
])("%j is answered with %j", async (args, problem) => {
  expect(await createArgumentCheck()(fakeTool("get", { schema }), args)).toBe(problem);
});

test.each([
  ["a dialect of its own", { $schema: "https://example.com/my-dialect", type: "object" }],
  ["a type that does not exist", { type: "object", properties: { a: { type: "str" } } }],
  ["a reference to nowhere", { type: "object", properties: { a: { $ref: "#/$defs/nope" } } }],
  ["a pattern that is no expression", { type: "object", properties: { a: { type: "string", pattern: "(" } } }],
  ["an id that two tools share", { $id: "same", type: "object" }],
])("a schema with %s is not held against the call", async (_what, broken) => {
  const check = createArgumentCheck();
  expect(await check(fakeTool("get", { schema: broken }), { a: "x" })).toBeUndefined();
  expect(await check(fakeTool("get", { schema: { ...broken } }), { a: "x" })).toBeUndefined();
});

test("whatever the schema and the arguments, the check never throws", async () => {
  const check = createArgumentCheck();
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.dictionary(fc.string(), fc.jsonValue()),
      async (any, args) => {
        await check(fakeTool("get", { schema: any }), args);
        withoutUnknownArguments({ inputSchema: any }, args);
      },
    ),
  );
});

test("T08: arguments that the tool does not have are dropped, where the schema says what it has", () => {
  const args = { name: "a", invented: true };
  expect(withoutUnknownArguments({ inputSchema: schema }, args)).toEqual({ name: "a" });
  expect(withoutUnknownArguments({ inputSchema: { type: "object", properties: { name: {} } } }, args)).toEqual({
    name: "a",
  });
  for (const open of [
    { type: "object" },
    { ...schema, additionalProperties: true },
    { ...schema, additionalProperties: { type: "string" } },
    { ...schema, patternProperties: {} },
    { ...schema, allOf: [] },
  ]) {
    expect(withoutUnknownArguments({ inputSchema: open }, args)).toEqual(args);
  }
});
