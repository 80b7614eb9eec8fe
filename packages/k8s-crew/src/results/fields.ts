import { formatBytes, formatCpu, parseQuantity } from "../catalog/quantity.ts";
import type { Field } from "../language/condition.ts";
import { formatAge } from "./age.ts";
import { kindFields } from "./kind-fields.ts";
import { mountFields } from "./mount-fields.ts";
import { networkFields } from "./network-fields.ts";
import { nodeCapacity, objectFields } from "./object-fields.ts";
import { outsideAddress } from "./outside-address.ts";
import { podFacts, shown } from "./pod-facts.ts";
import { referencesIn } from "./references.ts";
import { ageOf } from "./row-age.ts";
import { isApiObject } from "./rows.ts";
import { specFields } from "./spec-fields.ts";
import { containersOf } from "./templates.ts";
import type { Row } from "./types.ts";
import { usageFacts } from "./usage-facts.ts";
import { at, isRecord, listAt, scalarText, textAt } from "./values.ts";
import { workloadFacts } from "./workload-facts.ts";

/**
 * How a field is read from a row. `text` is empty where the row says that there is none, undefined where it does not
 * tell; `number` is what comparisons hold against.
 */
export type FieldReader = {
  readonly text: (row: Row, now: number) => string | undefined;
  readonly number?: (row: Row, now: number) => number | undefined;
  /** Whether it is missing; where that is more than an empty text. `part`: the one of several that is meant. */
  readonly missing?: (row: Row, part: string | undefined) => boolean | undefined;
};

export const fieldReaders: Readonly<Record<Field, FieldReader>> = {
  name: { text: ({ name }) => name },
  namespace: { text: ({ namespace }) => namespace },
  restarts: { text: ({ fields }) => fields.restarts, number: (row, now) => podFacts(row, now).restarts },
  lastRestart: {
    text: (row, now) => {
      const { lastRestartSeconds: seconds } = podFacts(row, now);
      return seconds === undefined ? undefined : formatAge(seconds);
    },
    // What was never restarted was restarted in no window.
    number: (row, now) => {
      const { restarts, lastRestartSeconds } = podFacts(row, now);
      return restarts === 0 ? Number.POSITIVE_INFINITY : lastRestartSeconds;
    },
  },
  age: {
    text: (row, now) => {
      const seconds = ageOf(row, now);
      return seconds === undefined ? undefined : formatAge(seconds);
    },
    number: ageOf,
  },
  status: { text: ({ fields }) => fields.status ?? fields.phase },
  node: {
    text: ({ fields, object }) =>
      cell(fields.node) ?? (hasSpec(object) ? textAt(object, "spec", "nodeName") : undefined),
  },
  image: {
    text: (row) => cell(row.fields.images ?? row.fields.image) ?? ofContainers(row, (each) => textAt(each, "image")),
  },
  label: {
    text: ({ fields, object }) =>
      cell(fields.labels) ?? (isApiObject(object) ? pairs(at(object, "metadata", "labels")) : undefined),
  },
  limits: resourcesReader("limits"),
  requests: resourcesReader("requests"),
  replicas: {
    text: (row, now) => {
      const { ready, desired } = workloadFacts(row, now);
      if (desired === undefined) return undefined;
      return ready === undefined ? String(desired) : `${ready}/${desired}`;
    },
    number: (row, now) => workloadFacts(row, now).desired,
  },
  endpoints: {
    text: ({ fields, object }) => cell(fields.endpoints) ?? (isApiObject(object) ? addressesOf(object) : undefined),
  },
  pressure: {
    text: ({ object }) => (listAt(object, "status", "conditions").length === 0 ? undefined : pressuresOf(object)),
  },
  taints: {
    text: ({ object }) =>
      hasSpec(object)
        ? listAt(object, "spec", "taints")
            .map((taint) => `${textAt(taint, "key")}:${textAt(taint, "effect")}`)
            .join(",")
        : undefined,
  },
  ports: { text: (row) => cell(row.fields.ports ?? row.fields["port(s)"]) ?? portsOf(row) },
  host: { text: ({ fields }) => cell(fields.hosts) },
  ip: { text: ({ fields }) => cell(fields.ip) ?? cell(fields["cluster-ip"]) ?? cell(fields["internal-ip"]) },
  owner: {
    text: ({ object }) =>
      isApiObject(object)
        ? listAt(object, "metadata", "ownerReferences")
            .map((owner) => `${textAt(owner, "kind")}/${textAt(owner, "name")}`)
            .join(",")
        : undefined,
  },
  claims: { text: (row) => claimsOf(row) },
  selector: { text: ({ fields }) => cell(fields.selector) },
  serviceAccount: {
    text: ({ object }) => (hasSpec(object) ? textAt(object, "spec", "serviceAccountName") : undefined),
  },
  storageClass: { text: ({ fields, object }) => cell(fields.storageclass) ?? (isApiObject(object) ? "" : undefined) },
  capacity: {
    text: (row) =>
      nodeCapacity(row) ??
      cell(row.fields.capacity) ??
      (hasSpec(row.object) ? textAt(row.object, "spec", "resources", "requests", "storage") : undefined),
    number: ({ fields, object }) =>
      parseQuantity(fields.capacity || textAt(object, "spec", "resources", "requests", "storage") || ""),
  },
  quota: { text: ({ fields, object }) => quotaOf(object) ?? both(fields.request, fields.limit) },
  backend: { text: ({ object }) => (hasSpec(object) ? backendsOf(object) : undefined) },
  references: { text: ({ object }) => (hasSpec(object) ? referencesIn(object).join(",") : undefined) },
  role: {
    text: ({ fields, object }) => cell(fields.role) ?? (isApiObject(object) ? roleOf(object) : undefined),
  },
  subjects: {
    text: ({ fields, object }) =>
      isApiObject(object) ? subjectsOf(object) : both(fields.users, fields.groups, fields.serviceaccounts),
  },
  version: { text: ({ fields }) => cell(fields.version) },
  bound: { text: ({ fields }) => cell(fields.status ?? fields.phase) },
  bounds: {
    text: ({ fields }) => {
      const { minpods, maxpods } = fields;
      return minpods === undefined || maxpods === undefined ? undefined : `${minpods}–${maxpods}`;
    },
  },
  schedule: { text: ({ fields }) => cell(fields.schedule) },
  address: { text: outsideAddress },
  reaches: { text: ({ name, fields }) => `${name} ${cell(fields.selector) ?? ""}`.trim() },
  cpu: {
    text: (row) => {
      const { cpu } = usageFacts(row);
      return cpu === undefined ? undefined : formatCpu(cpu);
    },
    number: (row) => usageFacts(row).cpu,
  },
  memory: {
    text: (row) => {
      const { memory } = usageFacts(row);
      return memory === undefined ? undefined : formatBytes(memory);
    },
    number: (row) => usageFacts(row).memory,
  },
  ...objectFields,
  ...networkFields,
  ...specFields,
  ...kindFields,
  ...mountFields,
};

/** A cell that says that there is none says so; one that is not there says nothing. */
function cell(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (shown(text) ?? "");
}

function hasSpec(object: unknown): boolean {
  return isRecord(at(object, "spec"));
}

function ofContainers(row: Row, read: (container: unknown) => string): string | undefined {
  const containers = containersOf(row.object);
  if (containers.length === 0) return undefined;
  const texts = containers.map(read).filter((text) => text !== "");
  return [...new Set(texts)].join(",");
}

/** Limits or requests of each container; missing where one of the containers has none. */
function resourcesReader(which: "limits" | "requests"): FieldReader {
  const ofOne = (container: unknown) => pairs(at(container, "resources", which));
  return {
    text: (row) => {
      const containers = containersOf(row.object);
      if (containers.length === 0) return undefined;
      const set = containers.filter((container) => ofOne(container) !== "");
      return set.map((container) => `${textAt(container, "name")} ${ofOne(container)}`).join("; ");
    },
    missing: ({ object }, part) => {
      const containers = containersOf(object);
      const lacks = (container: unknown) =>
        part === undefined ? ofOne(container) === "" : textAt(container, "resources", which, part) === "";
      return containers.length === 0 ? undefined : containers.some(lacks);
    },
  };
}

function addressesOf(object: unknown): string {
  return listAt(object, "subsets")
    .flatMap((subset) => listAt(subset, "addresses").map((address) => textAt(address, "ip")))
    .join(",");
}

function pressuresOf(object: unknown): string {
  return listAt(object, "status", "conditions")
    .filter((entry) => textAt(entry, "type").endsWith("Pressure") && textAt(entry, "status") === "True")
    .map((entry) => textAt(entry, "type"))
    .join(",");
}

function portsOf({ object }: Row): string | undefined {
  const containers = containersOf(object);
  if (containers.length === 0) return undefined;
  return containers
    .flatMap((container) => listAt(container, "ports"))
    .map((port) => `${textAt(port, "containerPort")}/${textAt(port, "protocol") || "TCP"}`)
    .join(",");
}

function claimsOf({ object }: Row): string | undefined {
  if (containersOf(object).length === 0) return undefined;
  return listAt(object, "spec", "volumes")
    .map((volume) => textAt(volume, "persistentVolumeClaim", "claimName"))
    .filter((name) => name !== "")
    .join(",");
}

/** `a=1,b=2` of a flat object. */
function pairs(value: unknown): string {
  return Object.entries(isRecord(value) ? value : {})
    .map(([key, entry]) => `${key}=${scalarText(entry) ?? ""}`)
    .join(",");
}

/** `requests.cpu 2/10`: how much of each amount is used. */
function quotaOf(object: unknown): string | undefined {
  const hard = at(object, "status", "hard") ?? at(object, "spec", "hard");
  if (!isRecord(hard)) return undefined;
  const used = (name: string) => textAt(object, "status", "used", name) || "?";
  return Object.keys(hard)
    .map((name) => `${name} ${used(name)}/${textAt(hard, name)}`)
    .join(", ");
}

function both(...cells: readonly (string | undefined)[]): string | undefined {
  const told = cells.flatMap((text) => cell(text) ?? []);
  return told.length === 0 ? undefined : told.filter((text) => text !== "").join(", ");
}

/** `Role/config-reader`: what a binding gives, and to whom: `ServiceAccount billing/build-bot`. */
function roleOf(object: unknown): string {
  return `${textAt(object, "roleRef", "kind")}/${textAt(object, "roleRef", "name")}`;
}

function subjectsOf(object: unknown): string {
  return listAt(object, "subjects")
    .map((subject) => {
      const namespace = textAt(subject, "namespace");
      return `${textAt(subject, "kind")} ${namespace === "" ? "" : `${namespace}/`}${textAt(subject, "name")}`;
    })
    .join(", ");
}

/** The services that an ingress routes to, each with its path: `/cart → cart-service:80`. */
function backendsOf(object: unknown): string {
  const rules = listAt(object, "spec", "rules").flatMap((rule) =>
    listAt(rule, "http", "paths").map((path) => backendText(textAt(path, "path") || "/", at(path, "backend"))),
  );
  const fallback = at(object, "spec", "defaultBackend");
  return [...rules, ...(isRecord(fallback) ? [backendText("*", fallback)] : [])].join(", ");
}

function backendText(path: string, backend: unknown): string {
  const port = textAt(backend, "service", "port", "number") || textAt(backend, "service", "port", "name");
  return `${path} → ${textAt(backend, "service", "name")}${port === "" ? "" : `:${port}`}`;
}
