import { describe, expect, it } from "vitest";
import { nearest } from "../src/nearest.ts";

describe("the nearest candidate", () => {
  it.each([
    ["tols", ["tools", "ask"], "tools"],
    ["aks", ["ask", "chat"], "ask"],
    ["--namspace", ["--namespace", "--no-cache"], "--namespace"],
    ["comp", ["completion", "config"], "completion"],
    ["prod-clustr", ["dev-cluster", "prod-cluster"], "prod-cluster"],
    ["kubernetes", ["ask", "chat"], undefined],
    ["x", [], undefined],
  ])("to %s among %j is %s", (...[written, candidates, expected]) => {
    expect(nearest(written, candidates)).toBe(expected);
  });
});
