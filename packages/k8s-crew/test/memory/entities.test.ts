import { expect, test } from "vitest";
import { type Entities, remember } from "../../src/memory/entities.ts";

const typed = (value: string) => ({ value, origin: "typed" as const });
const all: Entities = {
  cluster: typed("east"),
  namespace: typed("dev"),
  pod: typed("api-1"),
  container: typed("app"),
  node: typed("n1"),
};

test.each([
  ["another cluster forgets everything below it", "cluster", "west", { cluster: typed("west") }],
  [
    "another namespace keeps the cluster only",
    "namespace",
    "prod",
    { cluster: typed("east"), namespace: typed("prod") },
  ],
  [
    "another pod forgets the container",
    "pod",
    "web-2",
    { cluster: typed("east"), namespace: typed("dev"), node: typed("n1"), pod: typed("web-2") },
  ],
  ["another replica has the same container", "pod", "api-2", { ...all, pod: typed("api-2") }],
  ["another container changes nothing else", "container", "proxy", { ...all, container: typed("proxy") }],
  ["the same cluster again forgets nothing", "cluster", "east", all],
  ["how far back is looked is of no place", "since", "600s", { ...all, since: typed("600s") }],
] as const)("%s", (_, key, value, expected) => {
  expect(remember(all, key, typed(value))).toEqual(expected);
});

test("another cluster keeps how far back is looked", () => {
  expect(remember({ ...all, since: typed("600s") }, "cluster", typed("west"))).toEqual({
    cluster: typed("west"),
    since: typed("600s"),
  });
});
