import { readFileSync } from "node:fs";
import { checkToolSchema } from "@k8s-copilot/doubles";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { keywords, sanitizeSchema } from "../src/index.ts";

function object(properties: object, more: object = {}) {
  return { type: "object", properties, ...more };
}

/** A property as a server wrote it → as it is sent. */
const translations: readonly (readonly [string, unknown, unknown])[] = [
  ["a list of types with null", { type: ["string", "null"] }, { type: "string", nullable: true }],
  [
    "an optional parameter of a Python server",
    { anyOf: [{ type: "string" }, { type: "null" }], default: null, title: "Namespace", description: "Where" },
    { type: "string", nullable: true, description: "Where" },
  ],
  [
    "a choice of types",
    { type: ["integer", "string"], description: "Port" },
    {
      anyOf: [
        { type: "string", description: "Port" },
        { type: "integer", description: "Port" },
      ],
    },
  ],
  [
    "a choice within a choice that may be null",
    { anyOf: [{ type: "null" }, { anyOf: [{ type: "string" }, { type: "number" }] }, { type: "boolean" }] },
    {
      anyOf: [
        {
          anyOf: [
            { type: "string", nullable: true },
            { type: "number", nullable: true },
          ],
        },
        { type: "boolean", nullable: true },
      ],
    },
  ],
  ["a constant", { const: "Pod" }, { type: "string", enum: ["Pod"] }],
  ["numbers to choose from", { type: "integer", enum: [1, 2] }, { type: "string", enum: ["1", "2"] }],
  ["words to choose from, one empty", { type: "string", enum: ["", "a"] }, { type: "string", enum: ["a"] }],
  ["constants to choose from", { oneOf: [{ const: "a" }, { const: "b" }] }, { type: "string", enum: ["a", "b"] }],
  ["a value and a word that look alike", { enum: ["1", 1] }, { type: "string", enum: ["1", "1 (number)"] }],
  ["the narrower of two bounds", { type: "integer", minimum: 0, exclusiveMinimum: 5 }, { type: "integer", minimum: 6 }],
  [
    "an exclusive bound of draft 4",
    { type: "integer", maximum: 9, exclusiveMaximum: true },
    { type: "integer", maximum: 8 },
  ],
  ["an anchor", { $ref: "#port" }, { type: "integer" }],
  [
    "parts that say more of one property",
    { allOf: [object({ a: { type: "string" } }), object({ a: { maxLength: 5, description: "Id" } })] },
    object({ a: { type: "string", maxLength: 5, description: "Id" } }),
  ],
  ["an exclusive bound of an integer", { type: "integer", exclusiveMinimum: 0 }, { type: "integer", minimum: 1 }],
  ["an exclusive bound of a number", { type: "number", exclusiveMaximum: 1.5 }, { type: "number", maximum: 1.5 }],
  ["a list without items", { type: "array" }, { type: "array", items: { type: "string" } }],
  ["nothing at all", {}, { type: "string" }],
  ["a foreign format", { type: "string", format: "uri" }, { type: "string", description: "(format: uri)" }],
  ["a known format", { type: "string", format: "date-time" }, { type: "string", format: "date-time" }],
  ["a reference", { $ref: "#/$defs/Name" }, { type: "string", description: "A name" }],
  [
    "parts that hold together",
    { allOf: [object({ a: { type: "string" } }, { required: ["a"] }), object({ b: { type: "integer" } })] },
    object({ b: { type: "integer" }, a: { type: "string" } }, { required: ["a"] }),
  ],
  [
    "a ghost among the required",
    object({ a: { type: "string" } }, { required: ["a", "b"] }),
    object({ a: { type: "string" } }, { required: ["a"] }),
  ],
  ["a bound of the wrong kind", { type: "string", minimum: 1, minLength: "2" }, { type: "string" }],
  [
    "a pattern",
    { type: "string", pattern: "^a+$", description: "Id" },
    { type: "string", description: "Id (pattern: ^a+$)" },
  ],
];

describe("a property", () => {
  it.each(translations)("that is %s", (_, given, sent) => {
    const { parameters } = sanitizeSchema(
      object(
        { value: given },
        { $defs: { Name: { type: "string", description: "A name" }, Port: { $anchor: "port", type: "integer" } } },
      ),
    );
    expect(parameters).toEqual(object({ value: sent }));
  });

  it("that no model can be shown is asked for as text, and comes back as it should be", () => {
    const labels = { type: "object", additionalProperties: { type: "string" }, description: "Labels" };
    const { parameters, decode, encode } = sanitizeSchema(object({ labels }));
    expect(parameters).toMatchObject({ properties: { labels: { type: "string" } } });
    expect(decode({ labels: '{"app":"web"}' })).toEqual({ labels: { app: "web" } });
    expect(decode({ labels: "app=web, tier=front" })).toEqual({ labels: { app: "web", tier: "front" } });
    expect(decode({ labels: "no map at all" })).toEqual({ labels: "no map at all" });
    expect(encode({ labels: { app: "web" } })).toEqual({ labels: '{"app":"web"}' });
  });

  it("whose name is not taken is renamed there and back, also deep inside", () => {
    const inner = object({ "app.kubernetes.io/name": { type: "string" } });
    const { parameters, decode, encode } = sanitizeSchema(
      object({
        "label-selector": { type: "string" },
        label_selector: { type: "string" },
        list: { type: "array", items: inner },
      }),
    );
    const own = { "label-selector": "a", label_selector: "b", list: [{ "app.kubernetes.io/name": "c" }] };
    const sent = { label_selector_2: "a", label_selector: "b", list: [{ app_kubernetes_io_name: "c" }] };
    expect(checkToolSchema(parameters)).toBeUndefined();
    expect(encode(own)).toEqual(sent);
    expect(decode(sent)).toEqual(own);
  });

  it("with numbers to choose from comes back as a number", () => {
    const { decode } = sanitizeSchema(object({ port: { enum: [80, 443] }, on: { type: "boolean", const: true } }));
    expect(decode({ port: "443", on: "true" })).toEqual({ port: 443, on: true });
  });
});

describe("a schema", () => {
  it("without properties is left out", () => {
    expect(sanitizeSchema({ type: "object", properties: {} }).parameters).toBeUndefined();
    expect(sanitizeSchema(undefined).parameters).toBeUndefined();
  });

  it("that contains itself is cut", () => {
    const node = object({ name: { type: "string" }, children: { type: "array", items: { $ref: "#/$defs/Node" } } });
    const { parameters } = sanitizeSchema(object({ tree: { $ref: "#/$defs/Node" } }, { $defs: { Node: node } }));
    expect(checkToolSchema(parameters)).toBeUndefined();
    expect(JSON.stringify(parameters)).toContain("JSON object as text");
  });

  it.each([
    ["objects", (inner: object) => object({ inner })],
    ["lists", (inner: object) => ({ type: "array", items: inner })],
    ["choices", (inner: object) => ({ anyOf: [inner, { type: "integer" }] })],
  ])("of %s in each other, twenty deep, is cut where Google would refuse it", (_, wrap) => {
    let schema: object = { type: "string" };
    for (let level = 0; level < 20; level += 1) schema = wrap(schema);
    const { parameters } = sanitizeSchema(object({ schema }));
    expect(checkToolSchema(parameters)).toBeUndefined();
    expect(JSON.stringify(parameters)).toContain("as text");
  });

  it.each([
    ["choices", (inner: object) => ({ anyOf: [inner] })],
    ["parts", (inner: object) => ({ allOf: [inner] })],
    ["objects", (inner: object) => object({ inner })],
  ])("of %s in each other, thousands deep, is cut as well", (_, wrap) => {
    let schema: object = { type: "string" };
    for (let level = 0; level < 3000; level += 1) schema = wrap(schema);
    const { parameters, losses } = sanitizeSchema(object({ schema }));
    expect(checkToolSchema(parameters)).toBeUndefined();
    expect(losses.length).toBeGreaterThan(0);
  });

  it("whose definitions all name each other is cut soon", () => {
    const names = Array.from({ length: 14 }, (_, index) => `D${index}`);
    const links = Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }]));
    const $defs = Object.fromEntries(names.map((name) => [name, object(links)]));
    const started = performance.now();
    const { parameters } = sanitizeSchema(object(links, { $defs }));
    expect(checkToolSchema(parameters)).toBeUndefined();
    expect(JSON.stringify(parameters).length).toBeLessThan(500_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("whose parts share a base has the properties of all of them", () => {
    const base = { $ref: "#/$defs/Base" };
    const { parameters, losses } = sanitizeSchema({
      allOf: [{ $ref: "#/$defs/Named" }, { $ref: "#/$defs/Spaced" }],
      $defs: {
        Base: object({ cluster: { type: "string" } }),
        Named: { allOf: [base, object({ name: { type: "string" } })] },
        Spaced: { allOf: [base, object({ namespace: { type: "string" } })] },
      },
    });
    const word = { type: "string" };
    expect(parameters).toEqual(object({ cluster: word, name: word, namespace: word }));
    expect(losses).toEqual([]);
  });

  it("with properties only under a condition has them", () => {
    const schema = JSON.parse('{"if":{},"then":{"properties":{"v":{"type":"string"}},"required":["v"]}}');
    const { parameters, losses } = sanitizeSchema(schema);
    expect(parameters).toEqual(object({ v: { type: "string" } }));
    expect(losses.map(({ keyword }) => keyword)).toEqual(["if", "then"]);
  });

  it("that is a choice of objects has the properties of all", () => {
    const byName = object(
      { name: { type: "string" }, namespace: { type: "string" } },
      { required: ["name", "namespace"] },
    );
    const byLabel = object(
      { label: { type: "string" }, namespace: { type: "string" } },
      { required: ["label", "namespace"] },
    );
    expect(sanitizeSchema({ oneOf: [byName, byLabel] }).parameters).toEqual(
      object(
        { namespace: { type: "string" }, label: { type: "string" }, name: { type: "string" } },
        { required: ["namespace"] },
      ),
    );
  });
});

describe("what a model is not told", () => {
  const lost = (value: unknown) =>
    sanitizeSchema(
      object({ value }, { $defs: { Name: { type: "string" }, Anchored: { $anchor: "name", type: "integer" } } }),
    ).losses.map(({ path, keyword, kind }) => `${path} ${keyword} ${kind}`);

  it.each<readonly [string, unknown, readonly string[]]>([
    ["a plain word", { type: "string", title: "Name", $comment: "x", description: "A name" }, []],
    ["a choice that may be null", { anyOf: [{ type: "string" }, { type: "null" }], default: null }, []],
    ["a reference that is followed", { $ref: "#/$defs/Name", maxLength: 9 }, []],
    ["a reference to an anchor", { $ref: "#name" }, []],
    ["a reference that leads nowhere", { $ref: "#/$defs/none", type: "string" }, ["value $ref left_out"]],
    ["another document", { $ref: "https://example.com/x.json" }, ["value $ref left_out", "value type left_out"]],
    ["a node that allows everything", {}, ["value type left_out"]],
    ["the same, in one word", true, ["value type left_out"]],
    ["a type that is none", { type: "file" }, ["value type left_out"]],
    ["a type among others that is none", { type: ["string", "file"] }, ["value type left_out"]],
    ["two limits of which one is narrower", { type: "integer", minimum: 0, exclusiveMinimum: 5 }, []],
    [
      "an open bound of a number, in draft 4",
      { type: "number", minimum: 1, exclusiveMinimum: true },
      ["value exclusiveMinimum left_out"],
    ],
    ["an empty word", { type: "string", enum: ["", "a"] }, ["value enum left_out"]],
    ["two parts that share a third", { allOf: [{ $ref: "#/$defs/Name" }, { $ref: "#/$defs/Name" }] }, []],
    [
      "two choices at once",
      { allOf: [{ anyOf: [{ type: "string" }, { type: "integer" }] }, { anyOf: [{ type: "integer" }] }] },
      ["value anyOf left_out"],
    ],
    [
      "a choice and another beside it",
      { anyOf: [{ type: "string" }, { type: "integer" }], oneOf: [{ type: "integer" }] },
      ["value oneOf left_out"],
    ],
    [
      "which properties go together",
      object({ a: { type: "string" } }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
      ["value anyOf left_out"],
    ],
    ["words beside numbers to choose from", { anyOf: [{ type: "string" }, { const: 1 }] }, ["value anyOf as_text"]],
    ["a default", { type: "boolean", default: false }, ["value default left_out"]],
    ["a condition", { type: "string", not: { const: "a" } }, ["value not left_out"]],
    ["a keyword of its own", { type: "string", "x-order": 1 }, ["value x-order left_out"]],
    ["a pattern", { type: "string", pattern: "^a+$" }, ["value pattern in_words"]],
    ["a pattern too long for words", { type: "string", pattern: "a".repeat(200) }, ["value pattern left_out"]],
    ["a foreign format", { type: "string", format: "uri" }, ["value format in_words"]],
    ["an open map", { type: "object", additionalProperties: true }, ["value additionalProperties as_text"]],
    ["an open bound of a number", { type: "number", exclusiveMinimum: 0 }, ["value exclusiveMinimum left_out"]],
    ["the order of a list", { type: "array", prefixItems: [{ type: "string" }] }, ["value prefixItems left_out"]],
    ["what lies too deep", nested(6), ["value.a.a.a properties as_text"]],
    ["a choice, once", { oneOf: [{ type: "string" }, { type: "number" }], default: "a" }, ["value default left_out"]],
  ])("of %s", (_, schema, losses) => {
    expect(lost(schema)).toEqual(losses);
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ["leads only to itself", { $ref: "#" }, ["$ref left_out"]],
    ["is an open map", { type: "object", additionalProperties: { type: "string" } }, ["additionalProperties left_out"]],
    ["knows names by pattern", { patternProperties: { "^x-": {} } }, ["patternProperties left_out"]],
  ])("of a tool whose schema %s", (_, schema, losses) => {
    const { parameters, losses: found } = sanitizeSchema(schema);
    expect(parameters).toBeUndefined();
    expect(found.map(({ keyword, kind }) => `${keyword} ${kind}`)).toEqual(losses);
  });

  function nested(levels: number): object {
    return levels === 0 ? { type: "string" } : object({ a: nested(levels - 1) });
  }
});

const word = fc.constantFrom(
  ...Object.keys(keywords),
  ...["a", "b", "label-selector", "$filter", "__proto__", "constructor", "1st", "名", "x".repeat(70), ""],
);

/** Anything that could stand where a schema should: keywords with values that fit, and with values that do not. */
const anySchema = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, true, false, 0, -1, 1.5, "", "string", "object", "null", "uri", "#/$defs/a", "#", "^a$"),
    fc.array(fc.constantFrom("string", "null", "integer", "array", "object", "a", "b", "", 1), { maxLength: 3 }),
    fc.array(tie("schema"), { maxLength: 3 }),
    fc.dictionary(word, tie("schema"), { maxKeys: 3 }),
    tie("schema"),
  ),
  schema: fc.oneof({ maxDepth: 7 }, fc.boolean(), fc.dictionary(word, tie("value"), { maxKeys: 6 })),
})).schema;

/** Schemas that mean something, nested deep. */
const saneSchema = fc.letrec((tie) => ({
  schema: fc.oneof(
    { maxDepth: 8 },
    fc.record({ type: fc.constantFrom("string", "integer", "number", "boolean"), description: fc.string() }),
    fc.record({ type: fc.constant("array"), items: tie("schema") }),
    fc.record({ type: fc.constant("object"), properties: fc.dictionary(word, tie("schema"), { maxKeys: 4 }) }),
    fc.record({ anyOf: fc.array(tie("schema"), { maxLength: 3 }), description: fc.string() }),
    fc.record({ allOf: fc.array(tie("schema"), { maxLength: 3 }) }),
    fc.record({ enum: fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 4 }) }),
  ),
})).schema;

describe("whatever a server sends", () => {
  it("is accepted by a checker that knows nothing of the sanitizer", () => {
    fc.assert(
      fc.property(fc.oneof(anySchema, saneSchema), (schema) => {
        expect(checkToolSchema(sanitizeSchema(schema).parameters)).toBeUndefined();
        expect(checkToolSchema(sanitizeSchema(object({ schema })).parameters)).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });

  it("is accepted again when sanitized twice, unchanged in what it accepts", () => {
    fc.assert(
      fc.property(saneSchema, (schema) => {
        const once = sanitizeSchema({ type: "object", properties: { schema } }).parameters;
        expect(checkToolSchema(sanitizeSchema(once).parameters)).toBeUndefined();
      }),
    );
  });

  it("gets the arguments that were encoded for the model back", () => {
    const names = fc.dictionary(word, fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.string())), { maxKeys: 5 });
    fc.assert(
      fc.property(names, (args) => {
        const kinds = Object.entries(args).map(([name, value]) => [name, { type: typeof value }]);
        const { encode, decode } = sanitizeSchema({ type: "object", properties: Object.fromEntries(kinds) });
        expect(decode(encode(args))).toEqual(args);
      }),
    );
  });
});

const shapes = z.array(z.object({ times: z.number(), schema: z.record(z.string(), z.unknown()) }));

/** The schemas of 256 tools of five servers, each form once, without its words. */
const observed = z
  .object({ tools: shapes, parameters: shapes })
  .parse(JSON.parse(readFileSync(new URL("observed/tool-schemas.json", import.meta.url), "utf8")));

describe("the schemas of real servers", () => {
  it.each(observed.parameters.map(({ schema }) => [JSON.stringify(schema), schema] as const))("%s", (_, schema) => {
    expect(checkToolSchema(sanitizeSchema(object({ value: schema })).parameters)).toBeUndefined();
  });

  it("lose no more than this", () => {
    const word = { properties: { value: { type: "string" } } };
    expect(lossesOf(observed.tools.map(({ times, schema }) => ({ times, schema: { ...schema, ...word } })))).toEqual({
      "dependentRequired left_out": 2,
    });
    const parameters = observed.parameters.map(({ times, schema }) => ({ times, schema: object({ value: schema }) }));
    expect(lossesOf(parameters)).toEqual({
      "default left_out": 178,
      "additionalProperties as_text": 8,
      "examples left_out": 1,
      "examples in_words": 4,
      "pattern in_words": 10,
      "type left_out": 1,
    });
  });
});

/** How often what is lost, over all tools. */
function lossesOf(schemas: z.infer<typeof shapes>): { [loss: string]: number } {
  const counts: { [loss: string]: number } = {};
  for (const { times, schema } of schemas)
    for (const { keyword, kind } of sanitizeSchema(schema).losses) {
      const loss = `${keyword} ${kind}`;
      counts[loss] = (counts[loss] ?? 0) + times;
    }
  return counts;
}
