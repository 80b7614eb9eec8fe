import { execFile, execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "@k8s-copilot/sandbox";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resources } from "../../src/catalog/resources.ts";
import { type KubectlCall, kubectlFor } from "../../src/guidance/kubectl.ts";

const cache = mkdtempSync(join(tmpdir(), "kubectl-cache-"));

const rows: readonly (readonly [string | undefined, KubectlCall])[] = [
  ["kubectl get pods -n dev --context prod-cluster", on("list", "pod", { namespace: "dev", cluster: "prod-cluster" })],
  ["kubectl get pods -A", on("list", "pod", { allNamespaces: true })],
  ["kubectl get nodes", on("list", "node", { namespace: "dev" })],
  ["kubectl get pods -l 'app in (a,b)' -n dev", on("list", "pod", { namespace: "dev", selector: "app in (a,b)" })],
  [
    "kubectl get events --field-selector=involvedObject.name=web-1 --sort-by=.lastTimestamp -n dev",
    on("list", "event", { name: "web-1", of: "pod", namespace: "dev" }),
  ],
  [
    "kubectl get events --field-selector=type=Warning --sort-by=.lastTimestamp -A",
    on("list", "event", { fieldSelector: "type=Warning", allNamespaces: true }),
  ],
  [
    "kubectl get pods --field-selector=metadata.name=web-1 -A",
    on("get", "pod", { name: "web-1", allNamespaces: true }),
  ],
  ["kubectl get deployment web -o yaml -n dev", on("get", "deployment", { name: "web", namespace: "dev" })],
  // A dot of the key is no step of the path.
  [
    "kubectl get secret web-tls -o 'jsonpath={.data.tls\\.crt}' -n dev | base64 -d",
    on("get", "secret", { name: "web-tls", key: "tls.crt", namespace: "dev" }),
  ],
  ["kubectl describe persistentvolumeclaim data -n dev", on("describe", "pvc", { name: "data", namespace: "dev" })],
  [
    "kubectl logs web-1 -c app --previous --tail=50 --since=600s -n dev",
    on("logs", "pod", {
      name: "web-1",
      namespace: "dev",
      container: "app",
      previous: true,
      tail: 50,
      sinceSeconds: 600,
    }),
  ],
  ["kubectl logs job/migrate -n dev", on("logs", "job", { name: "migrate", namespace: "dev" })],
  ["kubectl top node --context 'a b'", on("top", "node", { cluster: "a b" })],
  ["kubectl config get-contexts", on("list", "cluster", {})],
  [
    "kubectl scale deployment/web --replicas=0 -n dev",
    on("scale", "deployment", { name: "web", replicas: 0, namespace: "dev" }),
  ],
  ["kubectl rollout restart statefulset/db -n dev", on("restart", "statefulset", { name: "db", namespace: "dev" })],
  ["kubectl rollout undo deployment/web", on("rollback", "deployment", { name: "web" })],
  [
    "kubectl set image deployment/web app=nginx:1.27 -n dev",
    on("set", "deployment", { name: "web", container: "app", image: "nginx:1.27", namespace: "dev" }),
  ],
  ["kubectl delete pod web-1 -n dev", on("delete", "pod", { name: "web-1", namespace: "dev" })],
  ["kubectl drain worker-1 --ignore-daemonsets", on("drain", "node", { name: "worker-1" })],
  ["kubectl exec -it web-1 -n dev -- sh", on("exec", "pod", { name: "web-1", namespace: "dev" })],
  ["kubectl create namespace staging", on("create", "namespace", { name: "staging" })],
  ["kubectl explain poddisruptionbudgets", on("explain", "pdb", {})],
  ["kubectl get rollout web -o yaml -n dev", on("get", "Rollout", { name: "web", namespace: "dev" })],
  // What kubectl cannot do, or what would do something else than was meant.
  [undefined, on("list", "helmrelease", {})],
  [undefined, on("logs", "pod", { namespace: "dev" })],
  [undefined, on("delete", "pod", { namespace: "dev" })],
  [undefined, on("restart", "pod", { name: "web-1" })],
  [undefined, on("scale", "deployment", { name: "web" })],
  [undefined, on("set", "deployment", { name: "web", image: "nginx" })],
  [undefined, on("delete", "pod", { name: "--all" })],
  [undefined, on("get", "pod", { name: "web\nrm -rf ." })],
  [undefined, on("other", "other", { name: "web" })],
];

describe("the kubectl command of a call", () => {
  test.each(rows)("%s", (command, call) => expect(kubectlFor(call)).toBe(command));

  test("reaches kubectl with exactly the values of the call, whatever they are", () => {
    const value = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom("$(id)", "`id`", "a'b", "=ls"),
    );
    fc.assert(
      fc.property(value, value, value, (name, namespace, cluster) => {
        const command = kubectlFor({ verb: "describe", resource: "pod", name, namespace, cluster });
        if (command === undefined) return;
        expect(seenBy(command)).toEqual(["describe", "pod", name, "-n", namespace, "--context", cluster]);
      }),
      { numRuns: 60 },
    );
  });
});

describe.skipIf(!hasKubectl())("kubectl itself", () => {
  test("finds nothing wrong with the commands", async () => {
    const sandbox = await startSandbox();
    try {
      const [{ name: cluster = "" } = {}] = sandbox.contexts;
      const { stdout } = await run("kubectl api-resources --no-headers", sandbox.kubeconfig);
      const kinds = new Set(stdout.split("\n").map((line) => line.trim().split(/\s+/).at(-1)));
      const served = resources.filter(({ kind }) => kinds.has(kind)).map(({ key }) => key);
      expect(served.length).toBeGreaterThan(20);
      const pod = { name: "cart-service-v2-ghijk", namespace: "dev", cluster };
      const deployment = { name: "cart-service-v2", namespace: "dev", cluster };
      const calls: readonly KubectlCall[] = [
        ...served.map((key) => on("list", key, { cluster, allNamespaces: true })),
        on("get", "pod", pod),
        on("get", "pod", { ...pod, allNamespaces: true }),
        on("describe", "pod", pod),
        on("logs", "pod", { ...pod, tail: 5, sinceSeconds: 600 }),
        on("list", "event", { ...pod, of: "pod" }),
        on("list", "event", { cluster, allNamespaces: true, fieldSelector: "type=Warning" }),
        on("list", "cluster", {}),
        on("delete", "pod", pod),
        on("scale", "deployment", { ...deployment, replicas: 2 }),
        on("restart", "deployment", deployment),
        on("cordon", "node", { name: "dev-worker-1", cluster }),
        on("uncordon", "node", { name: "dev-worker-1", cluster }),
        on("create", "namespace", { name: "made", cluster }),
      ];
      for (const call of calls) {
        const command = kubectlFor(call) ?? "";
        const { status, stderr } = await run(command, sandbox.kubeconfig);
        expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: expect.any(String) });
      }
    } finally {
      await sandbox.close();
    }
  }, 120_000);
});

function on(verb: KubectlCall["verb"], resource: string, more: Partial<KubectlCall>): KubectlCall {
  return { verb, resource, ...more };
}

/** The words that a program called kubectl is given when a shell runs the line. */
function seenBy(command: string): readonly string[] {
  const script = `kubectl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

function hasKubectl(): boolean {
  const found = spawnSync("kubectl", ["version", "--client"]).status === 0;
  if (!found) console.log("skipped: no kubectl on this machine");
  return found;
}

function run(command: string, kubeconfig: string): Promise<{ status: number; stdout: string; stderr: string }> {
  const environment = { ...process.env, KUBECONFIG: kubeconfig, KUBECACHEDIR: cache };
  return new Promise((resolve) => {
    execFile("sh", ["-c", command], { env: environment, timeout: 20_000 }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    );
  });
}
