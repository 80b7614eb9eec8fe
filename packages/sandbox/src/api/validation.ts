import { isDeepStrictEqual } from "node:util";
import type { Kind } from "../kinds.ts";
import { type KubernetesObject, listAt, numberAt, recordAt, textAt, valueAt } from "../objects.ts";
import { matchesSelectorObject } from "../selectors.ts";

interface NameRule {
  readonly pattern: string;
  readonly words: string;
}

const label: NameRule = {
  pattern: "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
  words:
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an " +
    "alphanumeric character (e.g. 'my-name',  or '123-abc'",
};
const serviceLabel: NameRule = {
  pattern: "[a-z]([-a-z0-9]*[a-z0-9])?",
  words:
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and " +
    "end with an alphanumeric character (e.g. 'my-name',  or 'abc-123'",
};
const subdomain: NameRule = {
  pattern: "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
  words:
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end " +
    "with an alphanumeric character (e.g. 'example.com'",
};
const nameRules: Readonly<Record<string, NameRule>> = { namespaces: label, services: serviceLabel };
const podFields =
  "`spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions " +
  "to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

/** What is wrong with an object, in the API server's words; undefined when nothing that the sandbox checks is. */
export function findProblem(kind: Kind, object: KubernetesObject, previous?: KubernetesObject): string | undefined {
  const name = object.metadata.name;
  const isRole = kind.group === "rbac.authorization.k8s.io";
  const { pattern, words } = nameRules[kind.resource] ?? subdomain;
  if (!isRole && !new RegExp(`^${pattern}$`).test(name)) {
    return `metadata.name: Invalid value: "${name}": ${words}, regex used for validation is '${pattern}')`;
  }
  if (kind.resource === "pods") return podProblem(object, previous);
  if (["deployments", "statefulsets", "daemonsets", "jobs"].includes(kind.resource))
    return workloadProblem(object, previous);
  return kind.resource === "services" &&
    listAt(object, "spec.ports").length === 0 &&
    textAt(object, "spec.type") !== "ExternalName"
    ? "spec.ports: Required value"
    : undefined;
}

function podProblem(pod: KubernetesObject, previous: KubernetesObject | undefined): string | undefined {
  if (previous !== undefined && !isDeepStrictEqual(withoutImages(pod), withoutImages(previous))) {
    return `spec: Forbidden: pod updates may not change fields other than ${podFields}`;
  }
  return containersProblem(pod, "spec");
}

function withoutImages(pod: KubernetesObject): unknown {
  const containers = listAt(pod, "spec.containers").map((container) => ({ ...container, image: "" }));
  return { ...recordAt(pod, "spec"), containers };
}

function workloadProblem(object: KubernetesObject, previous: KubernetesObject | undefined): string | undefined {
  const replicas = numberAt(object, "spec.replicas", 1);
  if (replicas < 0) return `spec.replicas: Invalid value: ${replicas}: must be greater than or equal to 0`;
  const selector = valueAt(object, "spec.selector");
  if (selector === undefined) return "spec.selector: Required value";
  if (previous !== undefined && !isDeepStrictEqual(selector, valueAt(previous, "spec.selector"))) {
    return `spec.selector: Invalid value: ${JSON.stringify(selector)}: field is immutable`;
  }
  const labels = recordAt(object, "spec.template.metadata.labels");
  if (!matchesSelectorObject(selector, labels)) {
    return `spec.template.metadata.labels: Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``;
  }
  return containersProblem(object, "spec.template.spec");
}

function containersProblem(object: KubernetesObject, path: string): string | undefined {
  const containers = listAt(object, `${path}.containers`);
  if (containers.length === 0) return `${path}.containers: Required value`;
  const withoutName = containers.findIndex((container) => textAt(container, "name") === "");
  if (withoutName !== -1) return `${path}.containers[${withoutName}].name: Required value`;
  const withoutImage = containers.findIndex((container) => textAt(container, "image") === "");
  return withoutImage === -1 ? undefined : `${path}.containers[${withoutImage}].image: Required value`;
}
