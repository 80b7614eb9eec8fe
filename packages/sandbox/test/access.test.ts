import { describe, expect, it } from "vitest";
import { defaultIdentities, type Identity, isAllowed } from "../src/access.ts";

const tester: Identity = {
  user: "tester",
  allow: [
    { verbs: ["get", "list"], resources: ["pods", "pods/log"], namespaces: ["qa"] },
    { verbs: ["*"], resources: ["configmaps"] },
  ],
  deny: [{ verbs: ["delete"], resources: ["configmaps"], namespaces: ["qa"] }],
};

describe("isAllowed", () => {
  it.each([
    ["list pods in qa", true],
    ["get pods/log in qa", true],
    ["list pods in live", false],
    ["list pods", false],
    ["delete pods in qa", false],
    ["delete configmaps in live", true],
    ["delete configmaps in qa", false],
    ["create configmaps", true],
  ])("%s: %s", (sentence, expected) => {
    const [verb = "", resource = "", , namespace] = sentence.split(" ");
    expect(isAllowed(tester, { verb, group: "", resource, namespace })).toBe(expected);
  });

  it("lets the viewer read all but what is confidential, and write nothing", () => {
    const may = (verb: string, resource: string) =>
      defaultIdentities.viewer && isAllowed(defaultIdentities.viewer, { verb, group: "", resource, namespace: "x" });
    expect([may("list", "pods"), may("get", "pods/log"), may("get", "secrets"), may("delete", "pods")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
