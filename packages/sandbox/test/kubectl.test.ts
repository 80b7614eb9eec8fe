import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { eventually, hasKubectl, kubectlFor, type Outcome } from "./kubectl.ts";

let sandbox: Sandbox;
let kubectl: (command: string, input?: string) => Promise<Outcome>;

beforeAll(async () => {
  sandbox = await startSandbox({
    contexts: [
      { name: "dev-cluster" },
      { name: "prod-cluster" },
      { name: "reader", cluster: "dev-cluster", identity: "viewer" },
    ],
  });
  kubectl = kubectlFor(sandbox.kubeconfig);
});
afterAll(() => sandbox.close());

async function read(command: string): Promise<string> {
  const { stdout, stderr, code } = await kubectl(command);
  expect({ command, code, stderr }).toMatchObject({ code: 0 });
  return stdout;
}

describe.skipIf(!hasKubectl())("kubectl", () => {
  describe("get", () => {
    it.each([
      ["get namespaces", /^default +Active +40d$/m],
      ["get pods -n dev", /^cart-service-v2-ghijk +1\/1 +Running +0 +2\dm$/m],
      ["get pods -A", /^dev +redis-0 +1\/1 +Running/m],
      ["get pods -A", /CrashLoopBackOff +14 \(\dm\d*s? ago\)/],
      ["get pods -n dev -o wide", /NOMINATED NODE +READINESS GATES/],
      ["get pods -n dev -l app=cart-service -o name", /^pod\/cart-service-v1-abcdef\npod\/cart-service-v2-ghijk\n$/],
      ["get pods -n dev -l 'app in (redis),app!=x' --no-headers", /^redis-0 .*\n$/],
      [
        "get pods -n dev --field-selector status.phase=Pending --no-headers -o name",
        /^pod\/analytics-\S+\npod\/recommendation-\S+\n$/,
      ],
      ["get nodes", /^dev-worker-3 +NotReady +<none> +12d +v1\.\d+/m],
      ["get nodes -o wide", /INTERNAL-IP +EXTERNAL-IP +OS-IMAGE/],
      ["get deployments -n dev", /^search-api +0\/1 +1 +0 +8d$/m],
      ["get deployments -n dev --show-labels", /app=cart-service,version=v2/],
      ["get all -n dev", /^job\.batch\/database-migration +Failed +0\/1/m],
      ["get events -n dev", /Warning +FailedScheduling +pod\/analytics/],
      ["get pvc -n dev", /^analytics-data +Pending +fast-ssd/m],
      ["get pv", /Delete +Bound +dev\/redis-data +standard/],
      ["get endpoints inventory -n dev", /^inventory +<none>/m],
      ["get ingress,cm,secret,sc,ds,cj -A", /ingress\.networking\.k8s\.io\/shop/],
      ["get svc web-frontend -n dev -o json", /"nodePort": 30080/],
      ["get deploy search-api -n dev -o yaml", /^kind: Deployment$/m],
      ["get pods -n dev -o 'jsonpath={.items[*].spec.containers[*].name}'", /cart cart/],
      ["get pods -n dev --chunk-size=2 --no-headers", /^(.+\n){15}$/],
      ["--context prod-cluster get pods -n production", /^postgres-1 +1\/1/m],
    ])("%s", async (command, expected) => {
      expect(await read(command)).toMatch(expected);
    });

    it("finds nothing in a namespace that does not exist, without an error", async () => {
      const { code, stderr } = await kubectl("get pods -n nope");
      expect([code, stderr]).toEqual([0, "No resources found in nope namespace.\n"]);
    });

    it("never shows the hints of a manifest", async () => {
      expect(await read("get deploy,rs,pods,jobs,nodes,pvc -A -o yaml")).not.toContain("sandbox/");
    });
  });

  describe("describe", () => {
    it.each([
      [
        "describe pod -n dev -l app=payment-worker",
        /Reason: +CrashLoopBackOff[\s\S]*Restart Count: +14[\s\S]*Warning +BackOff +\d+s \(x62 over/,
      ],
      ["describe pod -n dev -l app=search-api", /Readiness probe failed: HTTP probe failed with statuscode: 503/],
      [
        "describe deployment cart-service-v1 -n dev",
        /1 desired \| 1 updated \| 1 total \| 1 available[\s\S]*NewReplicaSet: +cart-service-v1 \(1\/1/,
      ],
      ["describe service web-frontend -n dev", /Endpoints: +[\d.]+:3000,[\d.]+:3000/],
      [
        "describe node dev-worker-3",
        /Taints: +node.kubernetes.io\/unreachable:NoExecute[\s\S]*NodeStatusUnknown[\s\S]*NodeNotReady/,
      ],
      ["describe node dev-worker-1", /Non-terminated Pods: +\(\d+ in total\)/],
      ["describe pvc analytics-data -n dev", /storageclass.storage.k8s.io "fast-ssd" not found/],
      ["describe job database-migration -n dev", /0 Active \(0 Ready\) \/ 0 Succeeded \/ 3 Failed/],
      ["describe namespace dev", /Status: +Active/],
      ["describe ingress shop -n dev", /\/cart +cart-service:http \([\d.]+:8080,/],
      ["describe sts,ds,cj,rs,cm -A", /kube-proxy/],
    ])("%s", async (command, expected) => {
      expect(await read(command)).toMatch(expected);
    });
  });

  describe("logs", () => {
    it.each([
      ["logs cart-service-v2-ghijk -n dev --tail 1", /^INFO {2}GET \/healthz 200 1ms\n$/],
      ["logs cart-service-v2-ghijk -n dev --since 6m", /^ERROR POST \/cart\/5e77.*\n(.*\n){2}$/],
      ["logs cart-service-v2-ghijk -n dev --tail 1 --timestamps", /^\d{4}-\d\d-\d\dT[\d:.]+Z INFO/],
      ["logs deploy/web-frontend -n dev -c proxy", /"GET \/img\/hero.jpg HTTP\/1.1" 200/],
      ["logs deploy/payment-worker -n dev --previous", /ENOTFOUND payments-db/],
      ["logs deploy/analytics -n dev", /^$/],
      [
        "logs -l app=cart-service -n dev --prefix --tail 1",
        /^(\[pod\/cart-service-v(1-abcdef|2-ghijk)\/cart\] .*\n){2}$/,
      ],
    ])("%s", async (command, expected) => {
      expect(await read(command)).toMatch(expected);
    });
  });

  describe("top", () => {
    it.each([
      ["top nodes", /^dev-worker-3 +<unknown>/m],
      ["top nodes", /^dev-worker-1 +\d+m +\d+% +\d+Mi +\d+%/m],
      ["top pods -n dev", /^cart-service-v2-ghijk +48m +131Mi/m],
      ["top pods -n dev --containers -l app=web-frontend", /proxy +4m +31Mi/],
    ])("%s", async (command, expected) => {
      expect(await read(command)).toMatch(expected);
    });
  });

  describe("refusals", () => {
    it.each([
      ["get pod x -n dev", 'Error from server (NotFound): pods "x" not found'],
      ["get pod x -n nope", 'namespaces "nope" not found'],
      ["get widgets", `the server doesn't have a resource type "widgets"`],
      ["get pods --field-selector color=red", "field label not supported: color"],
      ["logs redis-0 -n dev --previous", 'previous terminated container "redis" in pod "redis-0" not found'],
      ["logs redis-0 -n dev -c other", "container other is not valid for pod redis-0"],
      ["logs deploy/recommendation -n dev", "is waiting to start: trying and failing to pull image"],
      ["create deployment x --image nginx -n nope", 'namespaces "nope" not found'],
      ["create namespace dev", '(AlreadyExists): namespaces "dev" already exists'],
      ["scale deployment/hello-world --replicas -1", "must be greater than or equal to 0"],
      ["exec redis-0 -n dev -- ls", "the sandbox does not support running a command in a container"],
      [
        "--context reader get secrets -n dev",
        'secrets is forbidden: User "viewer" cannot list resource "secrets" in API group "" in the namespace "dev"',
      ],
      [
        "--context reader get nodes",
        'nodes is forbidden: User "viewer" cannot list resource "nodes" in API group "" at the cluster scope',
      ],
      [
        "--context reader delete pod redis-0 -n dev",
        'pods "redis-0" is forbidden: User "viewer" cannot delete resource "pods"',
      ],
      [
        "--context reader scale deploy/search-api -n dev --replicas 2",
        'cannot patch resource "deployments/scale" in API group "apps"',
      ],
    ])("%s", async (command, words) => {
      const { code, stderr } = await kubectl(command);
      expect(code).not.toBe(0);
      expect(stderr).toContain(words);
    });

    it("names what it does not do, of every kind that it only shows", async () => {
      const { stderr } = await kubectl("apply -f -", "apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: v }\n");
      expect(stderr).toContain("the sandbox does not support creating persistentvolumes");
    });

    it("answers what an identity may do", async () => {
      const answers = await Promise.all(
        ["", "--context reader "].map((who) => kubectl(`${who}auth can-i delete pods`)),
      );
      expect(answers.map(({ stdout }) => stdout.trim())).toEqual(["yes", "no"]);
    });
  });

  it("applies a Deployment and a Service, changes them, and deletes them with all they led to", async () => {
    const manifest = (replicas: number, image: string) => `
apiVersion: v1
kind: Namespace
metadata: { name: apply-test }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: apply-test }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: { containers: [{ name: api, image: "${image}" }] }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: apply-test }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
`;
    expect((await kubectl("apply -f -", manifest(2, "api:1"))).stdout).toContain("deployment.apps/api created");
    expect(await read("rollout status deployment/api -n apply-test")).toContain("successfully rolled out");
    expect(await read("get endpoints api -n apply-test")).toMatch(/[\d.]+:80,[\d.]+:80/);
    expect((await kubectl("apply -f -", manifest(2, "api:1"))).stdout).toContain("deployment.apps/api unchanged");
    expect((await kubectl("apply -f -", manifest(1, "api:2"))).stdout).toContain("deployment.apps/api configured");
    expect(await read("rollout status deployment/api -n apply-test")).toContain("successfully rolled out");
    const images = await read("get pods -n apply-test -o 'jsonpath={.items[*].spec.containers[*].image}'");
    expect(images).toBe("api:2");
    expect((await kubectl("apply --server-side --force-conflicts -f -", manifest(3, "api:2"))).stdout).toContain(
      "serverside-applied",
    );
    expect(await read("get deploy api -n apply-test -o 'jsonpath={.spec.replicas}'")).toBe("3");
    expect(await read("delete namespace apply-test")).toContain('namespace "apply-test" deleted');
    expect((await kubectl("get all -n apply-test")).stderr).toContain("No resources found");
  });

  it("scales: pods start, the Deployment tells it, and events are written", async () => {
    await read("scale deployment/checkout -n production --replicas 4");
    await read("rollout status deployment/checkout -n production");
    expect(await read("get deploy checkout -n production")).toMatch(/checkout +4\/4 +4 +4/);
    expect(await read("get endpoints checkout -n production -o 'jsonpath={.subsets[*].addresses[*].ip}'")).toMatch(
      /^(\S+ ){3}\S+$/,
    );
    expect(await read("get events -n production")).toMatch(
      /ScalingReplicaSet +deployment\/checkout +Scaled up replica set checkout-\w+ from 2 to 4/,
    );
  });

  it("restarts and rolls back: pods are replaced, revisions are counted", async () => {
    const names = () => read("get pods -n production -l app=cart-service -o name");
    const before = await names();
    await read("rollout restart deployment/cart-service -n production");
    await read("rollout status deployment/cart-service -n production");
    const after = await names();
    expect(after.split("\n").filter((name) => name !== "" && before.includes(name))).toEqual([]);
    await read("rollout undo deployment/cart-service -n production");
    await read("rollout status deployment/cart-service -n production");
    expect(await read("rollout history deployment/cart-service -n production")).toMatch(/^2 .*\n3 /m);
  });

  it("repairs a failing image with another one, but not with a mere restart", async () => {
    const status = () => read("get pods -n dev -l app=recommendation");
    await read("rollout restart deployment/recommendation -n dev");
    await eventually(async () => expect(await status()).toContain("ImagePullBackOff"));
    await read("set image deployment/recommendation recommendation=registry.example.com/recommendation:2.1.0 -n dev");
    await read("rollout status deployment/recommendation -n dev");
    await eventually(async () => expect(await status()).toMatch(/^NAME.*\n\S+ +1\/1 +Running.*\n$/));
  });

  it("replaces a deleted pod of a ReplicaSet, and of a StatefulSet under its name", async () => {
    const [name = ""] = (await read("get pods -n dev -l app=inventory -o 'jsonpath={.items[*].metadata.name}'")).split(
      " ",
    );
    expect(await read(`delete pod ${name} -n dev`)).toContain("deleted");
    const uid = () => read("get pod redis-0 -n dev -o 'jsonpath={.metadata.uid}'");
    const before = await uid();
    await read("delete pod redis-0 -n dev");
    await eventually(async () => {
      expect(await read("get pods -n dev -l app=inventory")).toMatch(/inventory-\S+ +1\/1 +Running/);
      expect(await uid()).not.toBe(before);
    });
    expect(await read("get pods -n dev")).not.toContain(name);
  });

  it("cordons and drains a node: its pods move to others", async () => {
    await read("--context prod-cluster drain prod-node-1 --ignore-daemonsets --force");
    expect(await read("--context prod-cluster get node prod-node-1")).toContain("Ready,SchedulingDisabled");
    expect(await read("--context prod-cluster get pods -A -o 'jsonpath={.items[*].spec.nodeName}'")).not.toContain(
      "prod-node-1",
    );
    await read("--context prod-cluster uncordon prod-node-1");
  });

  it("creates by command: typed clients send protobuf", async () => {
    await read("create namespace typed");
    await read("create deployment web --image nginx:1.27.3 --replicas 2 --port 80 -n typed");
    await read("create configmap settings --from-literal colour=blue -n typed");
    await read("create job once --image busybox:1.37 -n typed");
    await eventually(async () => {
      expect(await read("get deploy web -n typed -o wide")).toMatch(/web +2\/2 +2 +2 +\d+s +nginx +nginx:1.27.3/);
      expect(await read("get job once -n typed")).toMatch(/Complete +1\/1/);
    });
    expect(await read("get cm settings -n typed -o 'jsonpath={.data.colour}'")).toBe("blue");
  });
});
