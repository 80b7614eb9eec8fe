import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createCatalog } from "../../src/catalog/index.ts";
import { withUsers } from "../../src/playbooks/unused-chain.ts";
import type { UnknownRecord } from "../../src/results/values.ts";
import { driveOver } from "../diagnosis/drive.ts";
import { manifestTools } from "../diagnosis/manifest-server.ts";

const created = "2026-01-01T00:00:00Z";

const thing = (kind: string, name: string, body: string, labels: UnknownRecord = {}): UnknownRecord => {
  const [namespace = "", own = ""] = name.split("/");
  const apiVersion =
    kind === "Deployment" || kind === "StatefulSet" ? "apps/v1" : kind === "CronJob" ? "batch/v1" : "v1";
  const metadata = { name: own, namespace, labels, creationTimestamp: created };
  return { apiVersion, kind, metadata, ...parse(body) };
};

const objects: readonly UnknownRecord[] = [
  thing(
    "Pod",
    "quay/ferry-7d9f8b6c5-x2x4z",
    "spec: { containers: [{ name: a, envFrom: [{ configMapRef: { name: tides } }] }], volumes: [{ persistentVolumeClaim: { claimName: logbook } }] }",
    { app: "ferry" },
  ),
  thing("PersistentVolumeClaim", "quay/logbook", "status: { phase: Bound }"),
  thing("PersistentVolumeClaim", "quay/attic", "status: { phase: Bound }"),
  thing("PersistentVolumeClaim", "quay/data-archive-2", "status: { phase: Bound }"),
  thing("StatefulSet", "quay/archive", "spec: { replicas: 0, template: { spec: { containers: [{ name: a }] } } }"),
  thing("ConfigMap", "quay/tides", "data: {}"),
  thing("ConfigMap", "quay/nightly", "data: {}"),
  thing("ConfigMap", "quay/old-tides", "data: {}"),
  thing("ConfigMap", "quay/kube-root-ca.crt", "data: {}"),
  thing(
    "CronJob",
    "quay/night-run",
    "spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: a, envFrom: [{ configMapRef: { name: nightly } }] }] } } } } }",
  ),
  thing("Secret", "quay/site-tls", "type: kubernetes.io/tls"),
  thing("Secret", "quay/spare-key", "type: Opaque"),
  thing("Secret", "quay/registry-login", "type: kubernetes.io/dockerconfigjson"),
  thing("Secret", "quay/old-registry-login", "type: kubernetes.io/dockerconfigjson"),
  thing("ServiceAccount", "quay/default", "imagePullSecrets: [{ name: registry-login }]"),
  thing("ConfigMap", "default/left-here", "data: {}"),
  thing("Service", "quay/ferry", "spec: { selector: { app: ferry } }"),
  thing("Service", "quay/barge", "spec: { selector: { app: barge } }"),
];

const usedOf = async (resources: readonly string[], namespace?: string) => {
  const tools = manifestTools(objects);
  const place = { catalog: createCatalog(tools), cluster: "", ...(namespace === undefined ? {} : { namespace }) };
  const listings = await driveOver(tools, withUsers(place, resources));
  return listings.map((listing) =>
    listing.kind === "listed"
      ? Object.fromEntries(listing.items.map(({ name, fields }) => [name, fields.used]))
      : listing.cause,
  );
};

describe("what nothing uses", () => {
  test("is a claim that no pod mounts and no StatefulSet keeps for its replicas", async () => {
    expect(await usedOf(["pvc"])).toEqual([{ logbook: "yes", attic: "no", "data-archive-2": "yes" }]);
  });

  test("is a ConfigMap that neither a pod nor what makes pods at night refers to; what controllers keep is left out", async () => {
    expect(await usedOf(["configmap"])).toEqual([
      { tides: "yes", nightly: "yes", "old-tides": "no", "left-here": "no" },
    ]);
  });

  test("is left open of a certificate, which an Ingress may use; what a ServiceAccount hands to its pods is used", async () => {
    expect(await usedOf(["secret"])).toEqual([
      { "site-tls": undefined, "spare-key": "no", "registry-login": "yes", "old-registry-login": "no" },
    ]);
  });

  test("comes with the kinds that may use it and could not be listed", async () => {
    const without = manifestTools(objects).map((tool) =>
      tool.name === "resources_list"
        ? {
            ...tool,
            invoke: async (args: Readonly<Record<string, unknown>>) =>
              args.kind === "CronJob"
                ? { kind: "result" as const, isError: true, text: "cronjobs.batch is forbidden" }
                : tool.invoke(args),
          }
        : tool,
    );
    const [listing] = await driveOver(without, withUsers({ catalog: createCatalog(without), cluster: "" }, ["pvc"]));
    expect(listing?.kind === "listed" ? listing.notes : []).toEqual([
      { kind: "users_unread", resource: "cronjob", cause: "forbidden" },
    ]);
  });

  test("is a Service whose labels no pod has, ready or not", async () => {
    expect(await usedOf(["service"])).toEqual([{ ferry: "yes", barge: "no" }]);
  });

  test("is told of several kinds at once", async () => {
    const [claims, maps] = await usedOf(["pvc", "configmap"], "quay");
    expect([claims, maps]).toEqual([
      { logbook: "yes", attic: "no", "data-archive-2": "yes" },
      { tides: "yes", nightly: "yes", "old-tides": "no" },
    ]);
  });

  test("is left open where pods do not tell what they refer to", async () => {
    const blind = manifestTools(objects).filter(({ name }) => name !== "resources_get");
    const bare = blind.map((tool) =>
      tool.name === "resources_list"
        ? {
            ...tool,
            invoke: async (args: Readonly<Record<string, unknown>>) =>
              args.kind === "Pod"
                ? { kind: "result" as const, isError: false, text: "NAMESPACE NAME\nquay ferry-7d9f8b6c5-x2x4z" }
                : tool.invoke(args),
          }
        : tool,
    );
    const [listing] = await driveOver(bare, withUsers({ catalog: createCatalog(bare), cluster: "" }, ["pvc"]));
    expect(listing?.kind === "listed" && listing.items.find(({ name }) => name === "attic")?.fields.used).toBe(
      undefined,
    );
  });
});
