import { expect, test } from "vitest";
import { tagOf, tagsOf } from "../../src/cache/tags.ts";

const spot = { server: "one", cluster: "prod", namespace: "dev", resource: "pod" };

test("a kept result has a different tag for each combination of what is known of it", () => {
  const tags = tagsOf(spot);
  expect(new Set(tags).size).toBe(16);
  for (const some of [{}, { server: "one" }, { namespace: "dev" }, { resource: "pod" }, { cluster: "prod" }, spot])
    expect(tags).toContain(tagOf(some));
});

test.each([
  { server: "two" },
  { cluster: "dev" },
  { namespace: "prod" },
  { namespace: "" },
  { resource: "node", namespace: "dev" },
  { ...spot, resource: "service" },
])("and none for %j, which is elsewhere", (some) => expect(tagsOf(spot)).not.toContain(tagOf(some)));

test("all namespaces and a namespace left open are not the same", () => {
  const everywhere = tagsOf({ ...spot, namespace: "" });
  expect(everywhere).toContain(tagOf({ namespace: "" }));
  expect(everywhere).not.toContain(tagOf({ namespace: "dev" }));
});

test("a name that is written like a tag names nothing else", () => {
  const forged = tagsOf({ ...spot, namespace: 'dev","pod' });
  expect(forged).not.toContain(tagOf({ namespace: "dev", resource: "pod" }));
  expect(forged).not.toContain(tagOf({ namespace: "dev" }));
});
