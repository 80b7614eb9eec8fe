import { expect, test } from "vitest";
import { containerNames } from "../../src/results/containers.ts";
import { parseResult } from "../../src/results/parse-result.ts";

const describeText = `Name:         web-1
Init Containers:
  setup:
    Image:  busybox
Containers:
  app:
    Container ID:   containerd://1
    State:          Running
  proxy:
    Container ID:   containerd://2
Conditions:
  Type              Status
  Ready             True
`;

test.each<[string, string, "get" | "describe" | "list"]>([
  [
    "a pod in JSON",
    '{"kind":"Pod","metadata":{"name":"web-1"},"spec":{"containers":[{"name":"app"},{"name":"proxy"}]}}',
    "get",
  ],
  [
    "a pod in YAML",
    "kind: Pod\nmetadata:\n  name: web-1\nspec:\n  containers:\n  - name: app\n  - name: proxy\n",
    "get",
  ],
  [
    "a Deployment",
    '{"kind":"Deployment","metadata":{"name":"web"},"spec":{"template":{"spec":{"containers":[{"name":"app"},{"name":"proxy"}]}}}}',
    "get",
  ],
  ["describe output", describeText, "describe"],
  ["a list of containers", '{"pod":"web-1","containers":[{"name":"app"},{"name":"proxy"}]}', "list"],
  ["a flat pod", '{"name":"web-1","containers":["app","proxy"]}', "get"],
])("containers are found in %s", (_form, text, verb) => {
  expect(containerNames(parseResult({ text, verb, resource: "pod" }))).toEqual(["app", "proxy"]);
});

test("a text that does not tell gives none", () => {
  expect(containerNames({ form: "text", text: "nothing" })).toEqual([]);
});
