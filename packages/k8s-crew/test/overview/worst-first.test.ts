import { expect, test } from "vitest";
import { newsFirst } from "../../src/overview/worst-first.ts";

const trouble = (resource: string, name: string, namespace = "orders") => ({
  resource,
  namespace,
  name,
  what: "0/1 ready",
});

test("what only repeats what a pod tells comes after what nothing else tells", () => {
  const troubles = [
    trouble("pod", "web-7d9f8b6c5-x2x4z"),
    trouble("deployment", "web"),
    trouble("deployment", "web", "billing"),
    trouble("job", "migrate"),
    trouble("endpoint", "search"),
  ];
  expect(newsFirst(troubles).map(({ resource, namespace, name }) => `${resource}/${namespace}/${name}`)).toEqual([
    "pod/orders/web-7d9f8b6c5-x2x4z",
    "deployment/billing/web",
    "job/orders/migrate",
    "endpoint/orders/search",
    "deployment/orders/web",
  ]);
});
