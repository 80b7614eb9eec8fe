import { expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/catalog.ts";
import { leftOver } from "../../src/plan/left-over.ts";
import { text, tool } from "./tools.ts";

const catalog = createCatalog([
  tool("get_pod_logs", { pod_name: text, namespace: text }, ["pod_name"]),
  tool("list_events", { namespace: text }),
  tool("list_nodes", {}),
]);

const left = (name: string, resource: string, said: Parameters<typeof leftOver>[2]) => {
  const entry = catalog.get(name);
  return entry && leftOver(entry, resource, said);
};

test("lines of a log and the age of events are applied to the result where the tool has no parameter for them", () => {
  expect(left("get_pod_logs", "pod", { tail: 20 })).toEqual({ after: { lines: 20 } });
  expect(left("list_events", "event", { sinceSeconds: 600 })).toEqual({ after: { sinceSeconds: 600 } });
});

test("what cannot be applied afterwards is kept to be told", () => {
  expect(left("get_pod_logs", "pod", { previous: true, sinceSeconds: 60, container: "app", cluster: "a" })).toEqual({
    unmet: [
      { role: "cluster", value: "a" },
      { role: "container", value: "app" },
      { role: "since", value: "60" },
      { role: "previous", value: "true" },
    ],
  });
});

test("what does not narrow such a call is no loss: a node has no namespace, a list no lines", () => {
  expect(left("list_nodes", "node", { namespace: "dev", tail: 5, previous: true })).toEqual({});
});
