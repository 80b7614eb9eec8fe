import { type Fields, type KubernetesObject, listAt, recordAt, textAt } from "./objects.ts";

/** Fills in what a real API server fills in, as far as clients show it. Given fields win. */
export function withDefaults(object: KubernetesObject): KubernetesObject {
  const spec = recordAt(object, "spec");
  switch (object.kind) {
    case "Pod":
      return { ...object, spec: podSpec(spec) };
    case "Deployment":
      return { ...object, spec: { ...deploymentDefaults, ...workloadSpec(spec) } };
    case "StatefulSet":
      return { ...object, spec: { ...statefulSetDefaults, ...workloadSpec(spec) } };
    case "ReplicaSet":
      return { ...object, spec: { replicas: 1, ...workloadSpec(spec) } };
    case "DaemonSet":
      return { ...object, spec: { ...daemonSetDefaults, ...workloadSpec(spec) } };
    case "Job":
      return { ...object, spec: jobSpec(object.metadata.name, spec) };
    case "CronJob":
      return { ...object, spec: { ...cronJobDefaults, ...spec } };
    case "Service":
      return { ...object, spec: serviceSpec(spec) };
    case "Secret":
      return secret(object);
    case "Namespace":
      return namespace(object);
    default:
      return object;
  }
}

const deploymentDefaults = {
  replicas: 1,
  strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "25%", maxUnavailable: "25%" } },
  revisionHistoryLimit: 10,
  progressDeadlineSeconds: 600,
};
const statefulSetDefaults = {
  replicas: 1,
  podManagementPolicy: "OrderedReady",
  updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 0 } },
  revisionHistoryLimit: 10,
};
const daemonSetDefaults = {
  updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  revisionHistoryLimit: 10,
};
const cronJobDefaults = {
  concurrencyPolicy: "Allow",
  suspend: false,
  successfulJobsHistoryLimit: 3,
  failedJobsHistoryLimit: 1,
};

function workloadSpec(spec: Fields): Fields {
  const template = recordAt(spec, "template");
  return { ...spec, template: { metadata: {}, ...template, spec: podSpec(recordAt(template, "spec")) } };
}

function podSpec(spec: Fields): Fields {
  return {
    restartPolicy: "Always",
    terminationGracePeriodSeconds: 30,
    dnsPolicy: "ClusterFirst",
    serviceAccountName: "default",
    securityContext: {},
    schedulerName: "default-scheduler",
    ...spec,
    containers: listAt(spec, "containers").map(container),
    ...(spec.initContainers === undefined ? {} : { initContainers: listAt(spec, "initContainers").map(container) }),
  };
}

function container(fields: Fields): Fields {
  const ports = listAt(fields, "ports").map((port) => ({ protocol: "TCP", ...port }));
  return {
    resources: {},
    terminationMessagePath: "/dev/termination-log",
    terminationMessagePolicy: "File",
    imagePullPolicy: /:(?!latest$)[^/:]+$/.test(textAt(fields, "image")) ? "IfNotPresent" : "Always",
    ...fields,
    ...(ports.length === 0 ? {} : { ports }),
  };
}

function jobSpec(name: string, spec: Fields): Fields {
  const filled = workloadSpec(spec);
  const template = recordAt(filled, "template");
  const labels = { "batch.kubernetes.io/job-name": name, "job-name": name };
  const metadata = {
    ...recordAt(template, "metadata"),
    labels: { ...recordAt(template, "metadata.labels"), ...labels },
  };
  return {
    parallelism: 1,
    completions: 1,
    backoffLimit: 6,
    completionMode: "NonIndexed",
    suspend: false,
    selector: { matchLabels: { "batch.kubernetes.io/job-name": name } },
    ...filled,
    template: { ...template, metadata },
  };
}

function serviceSpec(spec: Fields): Fields {
  const ports = listAt(spec, "ports").map((port) => ({ protocol: "TCP", targetPort: port.port, ...port }));
  return { type: "ClusterIP", sessionAffinity: "None", internalTrafficPolicy: "Cluster", ...spec, ports };
}

/** `stringData` is write-only: it becomes base64 in `data`. */
function secret(object: KubernetesObject): KubernetesObject {
  const { stringData, ...rest } = object;
  const plain = Object.entries(recordAt({ stringData }, "stringData"));
  const encoded = plain.map(([key, value]) => [key, Buffer.from(String(value)).toString("base64")] as const);
  return { type: "Opaque", ...rest, data: { ...recordAt(rest, "data"), ...Object.fromEntries(encoded) } };
}

function namespace(object: KubernetesObject): KubernetesObject {
  const labels = { "kubernetes.io/metadata.name": object.metadata.name, ...object.metadata.labels };
  const metadata = { ...object.metadata, labels };
  return { spec: { finalizers: ["kubernetes"] }, status: { phase: "Active" }, ...object, metadata };
}
