import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonPatch, mergePatch, strategicMergePatch } from "../src/patch.ts";

const pod = {
  spec: {
    containers: [
      { name: "app", image: "app:1", env: [{ name: "A", value: "1" }] },
      { name: "proxy", image: "proxy:1" },
    ],
    tolerations: [{ key: "a" }],
  },
};

function withContainers(...containers: readonly unknown[]) {
  return { spec: { ...pod.spec, containers } };
}

const [app, proxy] = pod.spec.containers;

describe("strategic merge patch", () => {
  it.each([
    [
      "changes one container by its name",
      { spec: { containers: [{ name: "app", image: "app:2" }] } },
      withContainers({ ...app, image: "app:2" }, proxy),
    ],
    [
      "adds a container",
      { spec: { containers: [{ name: "new", image: "n:1" }] } },
      withContainers(app, proxy, { name: "new", image: "n:1" }),
    ],
    [
      "deletes a container on demand",
      { spec: { containers: [{ name: "proxy", $patch: "delete" }] } },
      withContainers(app),
    ],
    [
      "merges environment variables by name",
      { spec: { containers: [{ name: "app", env: [{ name: "B", value: "2" }] }] } },
      withContainers({ ...app, env: [...(app?.env ?? []), { name: "B", value: "2" }] }, proxy),
    ],
    [
      "replaces a list without a key",
      { spec: { tolerations: [{ key: "b" }] } },
      { spec: { ...pod.spec, tolerations: [{ key: "b" }] } },
    ],
    ["does not mind the order that kubectl sends", { spec: { "$setElementOrder/containers": [{ name: "app" }] } }, pod],
    [
      "deletes from a list of texts",
      { metadata: { "$deleteFromPrimitiveList/finalizers": ["a"] } },
      { ...pod, metadata: {} },
    ],
  ])("%s", (_title, patch, expected) => {
    expect(strategicMergePatch(pod, patch)).toEqual(expected);
  });

  it("leaves the object that it patches as it was", () => {
    const before = structuredClone(pod);
    strategicMergePatch(pod, { spec: { containers: [{ name: "app", $patch: "delete" }], tolerations: null } });
    expect(pod).toEqual(before);
  });
});

describe("merge patch", () => {
  it("removes by null, merges objects and replaces lists", () => {
    const target = { a: { b: 1, c: 2 }, list: [1, 2], gone: true };
    expect(mergePatch(target, { a: { b: 3 }, list: [9], gone: null })).toEqual({ a: { b: 3, c: 2 }, list: [9] });
  });

  it("by itself changes nothing", () => {
    const plain = fc.dictionary(
      fc.string(),
      fc.oneof(fc.integer(), fc.string(), fc.dictionary(fc.string(), fc.boolean())),
    );
    fc.assert(
      fc.property(plain, (object) => {
        expect(mergePatch(object, object)).toEqual(object);
      }),
    );
  });
});

describe("JSON patch", () => {
  it.each([
    ["replaces a field", [{ op: "replace", path: "/a/b", value: 2 }], { a: { b: 2 }, l: [1, 2] }],
    [
      "adds a field with a slash in its name",
      [{ op: "add", path: "/a/x~1y", value: 3 }],
      { a: { b: 1, "x/y": 3 }, l: [1, 2] },
    ],
    ["appends to a list", [{ op: "add", path: "/l/-", value: 3 }], { a: { b: 1 }, l: [1, 2, 3] }],
    ["removes an item", [{ op: "remove", path: "/l/0" }], { a: { b: 1 }, l: [2] }],
    ["goes on when a test holds", [{ op: "test", path: "/a/b", value: 1 }], { a: { b: 1 }, l: [1, 2] }],
    ["stops when a test fails", [{ op: "test", path: "/a/b", value: 7 }], undefined],
    ["does not replace what is not there", [{ op: "replace", path: "/z", value: 1 }], undefined],
  ])("%s", (_title, operations, expected) => {
    expect(jsonPatch({ a: { b: 1 }, l: [1, 2] }, operations)).toEqual(expected);
  });
});
