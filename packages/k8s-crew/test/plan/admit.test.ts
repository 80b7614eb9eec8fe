import { expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/catalog.ts";
import { admit } from "../../src/plan/admit.ts";
import { text, tool } from "./tools.ts";

const catalog = createCatalog([tool("list_resources", { resource_type: text, namespace: text }, ["resource_type"])]);

test.each([
  ["networkpolicies", "networkpolicy"],
  ["NetworkPolicy", "networkpolicy"],
  ["deployments.apps", "deployment"],
  ["ingresses.networking.k8s.io", "ingress"],
  ["po", "pod"],
  ["widgets.example.com", "*"],
])("a call whose kind is written %s is about %s", (kind, resource) => {
  const admission = admit({ tool: "list_resources", args: { resource_type: kind }, reason: "" }, catalog, "step1");
  expect(admission).toMatchObject({ kind: "admitted", step: { resource } });
});
