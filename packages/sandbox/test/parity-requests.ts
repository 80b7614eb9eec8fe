/** One request that is made of the sandbox and of a real API server alike, in the order of this table. */
export interface ParityRequest {
  /** `METHOD /path`, or `TABLE /path` for a GET that asks for a table. NS is the namespace of the test. */
  readonly line: string;
  /** JSON, or a patch of the content type. */
  readonly body?: unknown;
  readonly contentType?: string;
  /** Whether the pods and statuses that this leads to are waited for. */
  readonly waits?: true;
}

const labels = { app: "parity" };
const container = { name: "app", image: "parity:1", ports: [{ containerPort: 8080 }] };
const template = { metadata: { labels }, spec: { containers: [container, { name: "sidecar", image: "sidecar:1" }] } };
const deployment = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", labels },
  spec: { replicas: 2, selector: { matchLabels: labels }, template },
};
const service = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web" },
  spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
};
const configMap = (name: string) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, labels },
  data: { a: "1" },
});
const merge = "application/merge-patch+json";
const strategic = "application/strategic-merge-patch+json";
const json = "application/json-patch+json";
const apply = "application/apply-patch+yaml";
const core = "/api/v1/namespaces/NS";
const apps = "/apis/apps/v1/namespaces/NS";

export const parityRequests: readonly ParityRequest[] = [
  { line: "GET /healthz" },
  { line: "GET /api" },
  { line: "GET /apis/nope.example.com" },
  { line: "GET /apis/nope.example.com/v1/widgets" },
  { line: "GET /api/v1/widgets" },
  { line: "GET /api/v2" },
  { line: "GET /apis/apps/v9" },
  { line: "GET /apis/apps/v9/deployments" },
  { line: "GET /apis/apps/v1/widgets" },
  { line: "GET /version/x" },
  { line: "POST /api/v1/namespaces", body: { apiVersion: "v1", kind: "Namespace", metadata: { name: "NS" } } },
  { line: "POST /api/v1/namespaces", body: { apiVersion: "v1", kind: "Namespace", metadata: { name: "NS" } } },
  { line: "POST /api/v1/namespaces", body: { apiVersion: "v1", kind: "Namespace", metadata: { name: "Not_Valid" } } },
  { line: "GET /api/v1/namespaces/NS" },
  { line: "TABLE /api/v1/namespaces/NS" },
  { line: "GET /api/v1/namespaces/NS-missing" },
  { line: "GET /api/v1/namespaces/NS-missing/pods" },
  { line: "GET /api/v1/namespaces/NS-missing/pods/x" },
  { line: "GET /api/v1/namespaces/NS-missing/pods/x/log" },
  { line: "POST /api/v1/namespaces/NS-missing/configmaps", body: configMap("a") },
  { line: "DELETE /api/v1/namespaces/NS-missing/configmaps/a" },
  { line: `POST ${core}/configmaps`, body: configMap("one") },
  { line: `POST ${core}/configmaps`, body: configMap("one") },
  { line: `POST ${core}/configmaps`, body: configMap("two") },
  { line: `POST ${core}/configmaps`, body: { apiVersion: "v1", kind: "ConfigMap", metadata: {} } },
  { line: `GET ${core}/configmaps/one` },
  { line: `GET ${core}/configmaps/none` },
  { line: `GET ${core}/configmaps?labelSelector=app%3Dparity` },
  { line: `GET ${core}/configmaps?labelSelector=app%21%3Dparity,app` },
  { line: `GET ${core}/configmaps?labelSelector=app%20in%20(parity)` },
  { line: `GET ${core}/configmaps?fieldSelector=metadata.name%3Dtwo` },
  { line: `GET ${core}/configmaps?fieldSelector=data.a%3D1` },
  { line: `GET ${core}/configmaps?labelSelector=app%3Dparity&limit=1` },
  { line: `GET ${core}/configmaps?limit=9` },
  ...["nodes", "events", "namespaces", "secrets", "services", "endpoints"].map((kind) => ({
    line: `GET /api/v1/${kind}?fieldSelector=a.b%3D1`,
  })),
  ...["deployments", "replicasets", "statefulsets", "daemonsets"].map((kind) => ({
    line: `GET /apis/apps/v1/${kind}?fieldSelector=a.b%3D1`,
  })),
  { line: "GET /apis/batch/v1/jobs?fieldSelector=a.b%3D1" },
  { line: "GET /apis/networking.k8s.io/v1/ingresses?fieldSelector=a.b%3D1" },
  { line: "GET /api/v1/nodes?fieldSelector=metadata.namespace%3D1" },
  { line: `TABLE ${core}/configmaps/one` },
  { line: `PATCH ${core}/configmaps/one`, body: { data: { a: null, b: "2" } }, contentType: merge },
  { line: `PATCH ${core}/configmaps/one`, body: [{ op: "add", path: "/data/c", value: "3" }], contentType: json },
  { line: `PATCH ${core}/configmaps/none`, body: {}, contentType: merge },
  { line: `PATCH ${core}/configmaps/three?fieldManager=parity`, body: configMap("three"), contentType: apply },
  { line: `DELETE ${core}/configmaps/two` },
  { line: `DELETE ${core}/configmaps/two` },
  { line: `POST ${apps}/deployments`, body: deployment, waits: true },
  {
    line: `POST ${apps}/deployments`,
    body: { ...deployment, metadata: { name: "bad" }, spec: { ...deployment.spec, replicas: -1 } },
  },
  { line: `POST ${core}/services`, body: { ...service, metadata: { name: "9web" } } },
  { line: `POST ${core}/configmaps`, body: configMap("Not_Valid") },
  { line: `POST ${core}/services`, body: service, waits: true },
  { line: `GET ${apps}/deployments/web` },
  { line: `TABLE ${apps}/deployments` },
  { line: `TABLE ${apps}/replicasets` },
  { line: `TABLE ${core}/pods` },
  { line: `TABLE ${core}/pods?fieldSelector=status.phase%3DRunning` },
  { line: `TABLE ${core}/services/web` },
  { line: `TABLE ${core}/endpoints/web` },
  { line: `TABLE ${core}/events` },
  { line: "TABLE /api/v1/nodes" },
  { line: `GET ${core}/pods?fieldSelector=spec.colour%3Dred` },
  { line: `GET ${apps}/deployments/web/scale` },
  { line: `PATCH ${apps}/deployments/web/scale`, body: { spec: { replicas: 3 } }, contentType: merge, waits: true },
  { line: `TABLE ${apps}/deployments/web` },
  {
    line: `PATCH ${apps}/deployments/web`,
    body: { spec: { template: { spec: { containers: [{ name: "app", image: "parity:2" }] } } } },
    contentType: strategic,
    waits: true,
  },
  { line: `TABLE ${apps}/deployments/web` },
  {
    line: `PATCH ${apps}/deployments/web`,
    body: { spec: { selector: { matchLabels: { app: "other" } } } },
    contentType: merge,
  },
  { line: `PATCH ${apps}/deployments/none/scale`, body: { spec: { replicas: 1 } }, contentType: merge },
  { line: "TABLE /apis/apps/v1/statefulsets?labelSelector=app%3Dparity" },
  { line: "TABLE /apis/apps/v1/daemonsets?labelSelector=app%3Dparity" },
  { line: "TABLE /apis/batch/v1/jobs?labelSelector=app%3Dparity" },
  { line: "TABLE /apis/networking.k8s.io/v1/ingresses?labelSelector=app%3Dparity" },
  { line: "TABLE /api/v1/persistentvolumeclaims?labelSelector=app%3Dparity" },
  ...["secrets", "serviceaccounts", "persistentvolumes", "resourcequotas", "limitranges", "endpoints"].map((kind) => ({
    line: `TABLE /api/v1/${kind}?labelSelector=app%3Dparity`,
  })),
  ...["roles", "rolebindings", "clusterroles", "clusterrolebindings"].map((kind) => ({
    line: `TABLE /apis/rbac.authorization.k8s.io/v1/${kind}?labelSelector=app%3Dparity`,
  })),
  { line: "TABLE /apis/networking.k8s.io/v1/networkpolicies?labelSelector=app%3Dparity" },
  { line: "TABLE /apis/storage.k8s.io/v1/storageclasses?labelSelector=app%3Dparity" },
  {
    line: "POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
    body: {
      apiVersion: "authorization.k8s.io/v1",
      kind: "SelfSubjectAccessReview",
      spec: { resourceAttributes: { verb: "list", resource: "pods" } },
    },
  },
  { line: `DELETE ${apps}/deployments/web`, waits: true },
  { line: `GET ${apps}/deployments/web` },
  { line: `DELETE /api/v1/namespaces/NS` },
];
