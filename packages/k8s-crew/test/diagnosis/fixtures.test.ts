import type { Tool } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import { type Asked, diagnose } from "../../src/diagnosis/diagnose.ts";
import { renderDiagnosis } from "../../src/diagnosis/render.ts";
import type { Diagnosis } from "../../src/diagnosis/types.ts";
import { driveOver, now } from "./drive.ts";
import { manifestTools, objectsIn } from "./manifest-server.ts";

const diagnosisOf = (tools: readonly Tool[], asked: Asked): Promise<Diagnosis> =>
  driveOver(tools, diagnose({ catalog: createCatalog(tools), cluster: "", now }, asked));

/** File, kind and name of what is looked into, then the causes that have to be named, and words of the report. */
const table: readonly (readonly [file: string, thing: string, causes: string, words: RegExp])[] = [
  ["bakery-init", "statefulset sourdough", "exit_not_found", /container schema.*127[\s\S]*flyway: not found/],
  ["orchard-config", "pod pear", "configmap_missing", /ConfigMap pear-settings/],
  ["orchard-config", "pod plum", "key_missing", /plum-access has no key apiToken/],
  ["harbor-images", "pod crane", "image_unauthorized", /401 Unauthorized[\s\S]*imagePullSecrets/],
  ["harbor-images", "pod winch", "image_rate_limited", /limits pulls/],
  ["harbor-images", "pod buoy", "image_registry_unreachable", /no such host/],
  ["harbor-images", "pod pilot", "image_name_invalid", /Pilot:Latest is not a valid image name/],
  ["foundry-ends", "pod anvil", "image_architecture", /exec format error/],
  ["foundry-ends", "pod tongs", "exit_not_found", /executable file not found/],
  ["foundry-ends", "pod bellows", "liveness_failed", /connection refused[\s\S]*httpGet :8080\/alive/],
  ["foundry-ends", "pod kiln", "exit_done", /ends normally/],
  ["foundry-ends", "pod lathe", "segfault", /SIGSEGV/],
  ["foundry-ends", "pod clerk", "log_forbidden", /cannot list resource "configmaps"[\s\S]*RoleBinding/],
  [
    "quarry-quota",
    "deployment drill",
    "quota_exceeded rollout_stuck",
    /Quota stone.*[\s\S]*requests.cpu=7[\s\S]*300 s/,
  ],
  ["quarry-quota", "job blast", "job_deadline", /120 s/],
  ["quarry-quota", "statefulset vault", "pod_security", /allowPrivilegeEscalation/],
  ["valley-placing", "pod gpu-job", "node_selector", /hardware=gpu/],
  ["valley-placing", "pod guest", "untolerated_taint", /team: payments/],
  ["valley-placing", "pod apart", "pod_affinity", /anti-affinity/],
  ["valley-placing", "pod writer", "claim_unbound storage_class_none", /PVC writer-data[\s\S]*slow/],
  ["valley-placing", "pod reader", "claim_missing", /PVC reader-data/],
  ["river-traffic", "service ferry", "selector_mismatch", /tier=web[\s\S]*tier=frontend/],
  ["river-traffic", "service bridge", "target_port", /targetPort web[\s\S]*http/],
  [
    "river-traffic",
    "ingress gate",
    "ingress_class_missing ingress_backend_port target_port ingress_backend_missing tls_secret_missing",
    /traefik[\s\S]*haproxy[\s\S]*port 8080[\s\S]*Service boats[\s\S]*gate-certificate/,
  ],
  ["river-traffic", "ingress ford", "ingress_no_class target_port", /names no class/],
  ["tower-scaling", "hpa bell", "hpa_no_metrics", /metrics-server/],
  ["tower-scaling", "hpa clock", "hpa_no_requests", /no request for cpu/],
  ["tower-scaling", "hpa spire", "hpa_target_missing", /Deployment spire/],
  ["tower-scaling", "cronjob chime", "cronjob_suspended", /suspended/],
  ["cellar-volumes", "pod barrel", "secret_missing node_disk_pressure", /Secret barrel-tls/],
  ["cellar-volumes", "pod cask", "volume_in_use node_disk_pressure", /Multi-Attach/],
  ["cellar-volumes", "pod ghost", "stuck_finalizer node_disk_pressure", /example\.com\/release-address/],
  ["cellar-volumes", "pod drained", "evicted node_disk_pressure", /ephemeral-storage/],
  ["cellar-volumes", "node vault-1", "node_disk_pressure node_cordoned", /DiskPressure/],
  ["meadow-healthy", "daemonset thistle", "no_nodes_wanted", /soil=chalk/],
  ["meadow-healthy", "deployment fallow", "scaled_to_zero", /scaled to 0/],
];

const thingOf = (file: string, thing: string): Asked => {
  const [resource = "", name = ""] = thing.split(" ");
  return { resource, name, namespace: resource === "node" ? "" : (file.split("-")[0] ?? "") };
};

describe("troubles of other manifests are named with object, cause and evidence", () => {
  test.each(table)("%s: %s is %s", async (file, thing, causes, words) => {
    const diagnosis = await diagnosisOf(manifestTools(objectsIn(file)), thingOf(file, thing));
    expect(diagnosis.findings.map(({ cause }) => cause).join(" ")).toBe(causes);
    const report = renderDiagnosis(diagnosis, { language: "en", commands: true });
    expect(report).toMatch(words);
    expect(report).toMatch(
      /\$ kubectl [\s\S]*Likely cause: [\s\S]*What to do: [\s\S]*https:\/\/kubernetes\.io\/docs\//,
    );
    for (const language of ["en", "zh"] as const)
      expect(renderDiagnosis(diagnosis, { language, commands: true })).not.toMatch(/\{\w+\}|undefined/);
  });

  test("healthy is said only when everything was looked at", async () => {
    const tools = manifestTools(objectsIn("meadow-healthy"));
    const clover = thingOf("meadow-healthy", "deployment clover");
    const whole = renderDiagnosis(await diagnosisOf(tools, clover), { language: "en", commands: true });
    expect(whole).toMatch(/1\/1 ready; nothing wrong: everything/);
    const blind = tools.filter(({ name }) => name !== "events_list");
    const partial = await diagnosisOf(
      blind.filter(({ name }) => name !== "resources_list"),
      clover,
    );
    expect(partial.findings).toEqual([]);
    expect(renderDiagnosis(partial, { language: "en", commands: true })).toMatch(
      /nothing found in what was looked at[\s\S]*Not looked at: .*pods.*no tool for it/,
    );
  });

  test("what does not exist is said not to exist", async () => {
    const nobody = { resource: "deployment", namespace: "meadow", name: "nobody" };
    const diagnosis = await diagnosisOf(manifestTools(objectsIn("meadow-healthy")), nobody);
    expect(renderDiagnosis(diagnosis, { language: "zh", commands: true })).toBe(
      "Deployment nobody（命名空间 meadow）不存在。",
    );
  });
});
