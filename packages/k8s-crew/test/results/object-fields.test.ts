import { expect, test } from "vitest";
import { objectFields } from "../../src/results/object-fields.ts";

const dataOf = (object: Readonly<Record<string, unknown>>) =>
  objectFields.data.text({ name: "shop-login", fields: {}, object: { metadata: { name: "shop-login" }, ...object } });

test("a Secret tells the names of all that it holds, however it was written down, and no value", () => {
  const text = dataOf({ kind: "Secret", data: { password: "aHVudGVyMg==" }, stringData: { user: "web" } });
  expect(text?.split("\n")).toEqual(["password", "user"]);
});

test("a ConfigMap tells what its keys are set to", () => {
  expect(dataOf({ kind: "ConfigMap", data: { colour: "red" } })).toBe("colour=red");
});
