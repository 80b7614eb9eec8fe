import { describe, expect, test } from "vitest";
import { type Found, resolvePlace } from "../../src/playbooks/resolve-place.ts";

const landscape: readonly Found[] = [
  { cluster: "eks-live-1", namespaces: ["default", "billing", "search"] },
  { cluster: "eks-test-1", namespaces: ["default", "billing-canary", "search"] },
  { cluster: "laptop", namespaces: ["default", "live"] },
];

const resolve = (said: Parameters<typeof resolvePlace>[0], found = landscape, isConfigured = false) =>
  resolvePlace(said, { found, isConfigured, language: "en" });

describe("where a plan looks is told by the names that there are", () => {
  test("in clusters that are called so a bare name may be a namespace", () => {
    const { place } = resolve({ namespace: "test", name: "search" });
    expect(place).toEqual({ namespace: "search", among: ["eks-test-1"] });
  });

  test("a namespace is looked at where it is", () => {
    const { place, notes } = resolve({ namespace: "billing" });
    expect(place).toEqual({ namespace: "billing", among: ["eks-live-1"] });
    expect(notes).toEqual([]);
  });

  test("one that every cluster has leaves no cluster out", () => {
    expect(resolve({ namespace: "default" }).place).toEqual({ namespace: "default" });
  });

  test("a namespace of that name comes before a cluster, which is said", () => {
    const { place, notes } = resolve({ namespace: "live" });
    expect(place).toEqual({ namespace: "live", among: ["laptop"] });
    expect(notes.join()).toMatch(/“live” for the namespace; for the cluster eks-live-1/);
  });

  test("a part of clusters' names is those clusters, and what else it could be is said", () => {
    const { place, notes } = resolve({ namespace: "test" });
    expect(place).toEqual({ among: ["eks-test-1"] });
    expect(notes.join()).toMatch(/cluster eks-test-1/);
    const laptop = resolve({ namespace: "eks" });
    expect(laptop.place).toEqual({ among: ["eks-live-1", "eks-test-1"] });
  });

  test("the only namespace that is like it is taken and said", () => {
    const { place, notes } = resolve({ namespace: "sea" });
    expect(place).toEqual({ namespace: "search", among: ["eks-live-1", "eks-test-1"] });
    expect(notes.join()).toMatch(/No namespace is called sea: I take it for search/);
  });

  test("what several are like, and what none is like, is nowhere", () => {
    expect(resolve({ namespace: "bill" }).kind).toBe("nowhere");
    expect(resolve({ namespace: "staging" }).kind).toBe("nowhere");
  });

  test("where a cluster's namespaces cannot be listed, what was said stands", () => {
    const found: readonly Found[] = [{ cluster: "east", namespaces: undefined }];
    expect(resolve({ namespace: "web" }, found)).toEqual({ kind: "found", place: { namespace: "web" }, notes: [] });
  });

  test("the namespace that a conversation began in is never taken for a cluster", () => {
    expect(resolve({ namespace: "test" }, landscape, true).kind).toBe("nowhere");
  });

  test("a bare name is a namespace where there is one of that name, else a name", () => {
    expect(resolve({ name: "search" }).place).toEqual({ namespace: "search", among: ["eks-live-1", "eks-test-1"] });
    expect(resolve({ name: "checkout" }).place).toEqual({ name: "checkout" });
  });
});
