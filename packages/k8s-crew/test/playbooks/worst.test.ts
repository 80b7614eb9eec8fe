import { describe, expect, test } from "vitest";
import { worstOf } from "../../src/playbooks/worst.ts";

const found = (resource: string, name: string, namespace = "") => ({
  cluster: "east",
  trouble: { resource, namespace, name, what: "broken" },
});

const namesOf = (all: Parameters<typeof worstOf>[0]) => worstOf(all, 10).map(({ trouble }) => trouble.name);

describe("of the worst that was found", () => {
  test.each([
    ["node", "worker"],
    ["pvc", "data-db"],
    ["service", "shard"],
  ])("each %s is looked into, though their names are numbered", (resource, name) => {
    const names = [`${name}-1`, `${name}-2`, `${name}-3`];
    expect(namesOf(names.map((each) => found(resource, each)))).toEqual(names);
  });

  test("a thing whose name begins like another's of its kind is no part of it", () => {
    expect(namesOf([found("service", "web", "shop"), found("service", "web-admin", "shop")])).toEqual([
      "web",
      "web-admin",
    ]);
  });

  test("a pod is no part of what only begins like it", () => {
    const all = [found("pod", "web-admin-7d9c5b6f8-x2x4v", "shop"), found("deployment", "web", "shop")];
    expect(namesOf(all)).toEqual(["web-admin-7d9c5b6f8-x2x4v", "web"]);
  });

  test("of the pods of one workload, and of that itself, one is looked into", () => {
    const all = [
      found("pod", "web-7d9c5b6f8-x2x4v", "shop"),
      found("pod", "web-7d9c5b6f8-k8s2p", "shop"),
      found("deployment", "web", "shop"),
      found("service", "web", "shop"),
      found("pod", "report-29402040-x2x4z", "shop"),
      found("job", "report-29402040", "shop"),
    ];
    expect(namesOf(all)).toEqual(["web-7d9c5b6f8-x2x4v", "report-29402040-x2x4z"]);
  });
});
