import { writtenAnnotations } from "./bookkeeping.ts";
import { isApiObject } from "./rows.ts";
import { selectorText } from "./selector-text.ts";
import { containersOf, podSpecOf } from "./templates.ts";
import type { Row } from "./types.ts";
import { at, isRecord, listAt, scalarText, textAt } from "./values.ts";
import { workloadFacts } from "./workload-facts.ts";

type Text = (row: Row) => string | undefined;

/** What a column of a list tells, or the whole object; undefined where there is neither. */
const of =
  (columns: readonly string[], read: (object: unknown) => string): Text =>
  ({ fields, object }) => {
    const column = columns.find((key) => fields[key] !== undefined);
    if (column !== undefined) return fields[column] === "<none>" ? "" : fields[column];
    return isApiObject(object) ? read(object) : undefined;
  };

const pairs = (value: unknown): string =>
  Object.entries(isRecord(value) ? value : {})
    .map(([key, entry]) => `${key}=${(scalarText(entry) ?? "").trim().replace(/\s*\n\s*/gu, " ⏎ ")}`)
    .join(", ");

const names = (list: readonly unknown[]): string => list.flatMap((each) => scalarText(each) ?? []).join(", ");

/** `80 → 8080/TCP (http)`: the port of a service and the one of the pods behind it. */
const targetPorts: Text = ({ object }) =>
  isApiObject(object) && textAt(object, "kind") === "Service"
    ? listAt(object, "spec", "ports")
        .map((port) => {
          const name = textAt(port, "name");
          const target = textAt(port, "targetPort") || textAt(port, "port");
          return `${textAt(port, "port")} → ${target}/${textAt(port, "protocol") || "TCP"}${name === "" ? "" : ` (${name})`}`;
        })
        .join(", ")
    : undefined;

/** `shop-tls (shop.example.com)`: the secrets that hold the certificates of an ingress, and for which hosts. */
const tls = (ingress: unknown): string =>
  listAt(ingress, "spec", "tls")
    .map((each) => {
      const hosts = names(listAt(each, "hosts"));
      return `${textAt(each, "secretName")}${hosts === "" ? "" : ` (${hosts})`}`;
    })
    .join(", ");

/** `allowed disruptions 1, minAvailable 2`. */
const disruptions: Text = ({ fields, object }) => {
  const allowed = fields["allowed disruptions"] ?? textAt(object, "status", "disruptionsAllowed");
  if (allowed === "" && !isApiObject(object)) return undefined;
  const least = fields["min available"] ?? textAt(object, "spec", "minAvailable");
  const most = fields["max unavailable"] ?? textAt(object, "spec", "maxUnavailable");
  const has = (text: string | undefined) => text !== undefined && text !== "" && text !== "N/A";
  return [
    `allowed disruptions ${allowed === "" ? "?" : allowed}`,
    ...(has(least) ? [`minAvailable ${least}`] : []),
    ...(has(most) ? [`maxUnavailable ${most}`] : []),
  ].join(", ");
};

/** `Container default cpu=500m,memory=512Mi; defaultRequest cpu=100m; max memory=8Gi`. */
const limitDefaults = (range: unknown): string =>
  listAt(range, "spec", "limits")
    .map((limit) => {
      const parts = ["default", "defaultRequest", "min", "max", "maxLimitRequestRatio"].flatMap((key) => {
        const text = selectorText({ matchLabels: at(limit, key) });
        return text === "" ? [] : [`${key} ${text}`];
      });
      return `${textAt(limit, "type")} ${parts.join("; ")}`.trim();
    })
    .join(" | ");

const history = (cronjob: unknown): string =>
  [
    `successful ${textAt(cronjob, "spec", "successfulJobsHistoryLimit") || "3"}`,
    `failed ${textAt(cronjob, "spec", "failedJobsHistoryLimit") || "1"}`,
  ].join(", ");

/** A Job's own rules; a CronJob's are those of the Jobs that it makes. */
const jobSpecOf = (object: unknown): unknown => at(object, "spec", "jobTemplate", "spec") ?? at(object, "spec");

const jobLimits = (object: unknown): string =>
  ["backoffLimit", "parallelism", "completions", "activeDeadlineSeconds", "ttlSecondsAfterFinished"]
    .flatMap((key) => {
      const value = textAt(jobSpecOf(object), key);
      return value === "" ? [] : [`${key} ${value}`];
    })
    .join(", ");

const nodeInfo: Text = ({ fields, object }) => {
  const info = at(object, "status", "nodeInfo");
  const parts = isRecord(info)
    ? ["kubeletVersion", "osImage", "kernelVersion", "containerRuntimeVersion", "architecture"].map((key) =>
        textAt(info, key),
      )
    : [fields.version, fields["os-image"], fields["kernel-version"], fields["container-runtime"]];
  const told = parts.filter((text) => text !== undefined && text !== "");
  return told.length === 0 ? undefined : told.join(", ");
};

/**
 * Whether a CronJob or a rollout is paused, or what runs pods is scaled to none. Of what runs pods a list does not tell
 * whether its rollout is paused.
 */
const suspended: Text = (row) => {
  const { fields, object } = row;
  if (fields.suspend !== undefined) return fields.suspend.toLowerCase();
  if (isPaused(row)) return "true";
  const { desired } = workloadFacts(row, 0);
  if (desired === 0) return "true";
  if (desired !== undefined) return isApiObject(object) ? "false" : undefined;
  return isApiObject(object) ? textAt(object, "spec", "suspend") || "false" : undefined;
};

/** Changes of a paused Deployment wait; its pods run on. */
export const isPaused = ({ object }: Row): boolean => textAt(object, "spec", "paused") === "true";

/** `cpu 71%/80%`, as a list tells it. */
const metrics: Text = ({ fields }) => fields.targets;

/** What the containers of a pod really run: the digests that their images had when they were pulled. */
const digest: Text = ({ object }) => {
  const statuses = listAt(object, "status", "containerStatuses");
  if (containersOf(object).length === 0 || statuses.length === 0) return undefined;
  return [...new Set(statuses.map((each) => textAt(each, "imageID")).filter((id) => id !== ""))].join(", ");
};

/** What of a kind with no pods of its own is asked for, and what every object carries. */
export const kindFields = {
  annotations: {
    text: ({ object }: Row) => (isApiObject(object) ? pairs(writtenAnnotations(object)) : undefined),
  },
  finalizers: {
    text: ({ object }: Row) => (isApiObject(object) ? names(listAt(object, "metadata", "finalizers")) : undefined),
  },
  targetPorts: { text: targetPorts },
  serviceType: { text: of(["type"], (object) => textAt(object, "spec", "type") || "ClusterIP") },
  tls: { text: ({ object }: Row) => (isApiObject(object) ? tls(object) : undefined) },
  ingressClass: {
    text: of(["class"], (object) => textAt(object, "spec", "ingressClassName")),
  },
  disruptions: { text: disruptions },
  limitDefaults: { text: ({ object }: Row) => (isApiObject(object) ? limitDefaults(object) : undefined) },
  concurrency: {
    text: ({ object }: Row) => ofJob(object, (job) => textAt(job, "spec", "concurrencyPolicy") || "Allow"),
  },
  history: { text: ({ object }: Row) => ofJob(object, history) },
  timeZone: { text: ({ object }: Row) => ofJob(object, (job) => textAt(job, "spec", "timeZone")) },
  jobLimits: { text: ({ object }: Row) => ofJob(object, jobLimits) },
  provisioner: { text: of(["provisioner"], (object) => textAt(object, "provisioner")) },
  bindingMode: { text: of(["volumebindingmode"], (object) => textAt(object, "volumeBindingMode")) },
  metrics: { text: metrics },
  nodeInfo: { text: nodeInfo },
  suspended: { text: suspended },
  digest: { text: digest },
  qos: { text: ({ object }: Row) => (isApiObject(object) ? textAt(object, "status", "qosClass") : undefined) },
  revision: {
    text: ({ object }: Row) =>
      isApiObject(object) ? textAt(object, "metadata", "annotations", "deployment.kubernetes.io/revision") : undefined,
  },
};

function ofJob(object: unknown, read: (object: unknown) => string): string | undefined {
  return isApiObject(object) && podSpecOf(object) !== undefined ? read(object) : undefined;
}
