import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../src/canonical-json.ts";

test.each([
  [{ b: 1, a: [{ d: null, c: "x" }] }, '{"a":[{"c":"x","d":null}],"b":1}'],
  [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  [undefined, "null"],
])("%j becomes %s", (value, json) => {
  expect(canonicalJson(value)).toBe(json);
});

test("it says the same as JSON, whatever the order of the keys", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
