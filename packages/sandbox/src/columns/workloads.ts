import { type KubernetesObject, listAt, numberAt, recordAt, textAt, valueAt } from "../objects.ts";
import { age, humanDuration } from "../time.ts";
import {
  ageColumn,
  type Column,
  countColumn,
  looseCountColumn,
  nameColumn,
  selectorText,
  templateColumns,
  textColumn,
} from "./column.ts";

export const deploymentColumns: readonly Column[] = [
  nameColumn,
  readyColumn("status.readyReplicas"),
  looseCountColumn("Up-to-date", "status.updatedReplicas"),
  looseCountColumn("Available", "status.availableReplicas"),
  ageColumn,
  ...templateColumns("selector"),
];

export const replicaSetColumns: readonly Column[] = [
  nameColumn,
  countColumn("Desired", "spec.replicas"),
  countColumn("Current", "status.replicas"),
  countColumn("Ready", "status.readyReplicas"),
  ageColumn,
  ...templateColumns("selector"),
];

export const statefulSetColumns: readonly Column[] = [
  nameColumn,
  readyColumn("status.readyReplicas"),
  ageColumn,
  ...templateColumns(),
];

export const daemonSetColumns: readonly Column[] = [
  nameColumn,
  countColumn("Desired", "status.desiredNumberScheduled"),
  countColumn("Current", "status.currentNumberScheduled"),
  countColumn("Ready", "status.numberReady"),
  countColumn("Up-to-date", "status.updatedNumberScheduled"),
  countColumn("Available", "status.numberAvailable"),
  { name: "Node Selector", cell: (set) => selectorText(recordAt(set, "spec.template.spec.nodeSelector")) },
  ageColumn,
  ...templateColumns("selector"),
];

export const jobColumns: readonly Column[] = [
  nameColumn,
  { name: "Status", cell: jobStatus },
  {
    name: "Completions",
    cell: (job) => `${numberAt(job, "status.succeeded")}/${numberAt(job, "spec.completions", 1)}`,
  },
  { name: "Duration", cell: jobDuration },
  ageColumn,
  ...templateColumns("selector"),
];

export const cronJobColumns: readonly Column[] = [
  nameColumn,
  textColumn("Schedule", "spec.schedule"),
  textColumn("Timezone", "spec.timeZone"),
  { name: "Suspend", type: "boolean", cell: (job) => (valueAt(job, "spec.suspend") === true ? "True" : "False") },
  { name: "Active", type: "integer", cell: (job) => listAt(job, "status.active").length },
  {
    name: "Last Schedule",
    cell: (job, now) => {
      const last = textAt(job, "status.lastScheduleTime");
      return last === "" ? "<none>" : age(last, now);
    },
  },
  ageColumn,
  ...templateColumns("selector"),
];

export const autoscalerColumns: readonly Column[] = [
  nameColumn,
  {
    name: "Reference",
    cell: (scaler) => `${textAt(scaler, "spec.scaleTargetRef.kind")}/${textAt(scaler, "spec.scaleTargetRef.name")}`,
  },
  { name: "Targets", cell: autoscalerTargets },
  textColumn("MinPods", "spec.minReplicas", "<unset>"),
  looseCountColumn("MaxPods", "spec.maxReplicas"),
  looseCountColumn("Replicas", "status.currentReplicas"),
  ageColumn,
];

function readyColumn(path: string): Column {
  return { name: "Ready", cell: (set) => `${numberAt(set, path)}/${numberAt(set, "spec.replicas", 1)}` };
}

function jobStatus(job: KubernetesObject): string {
  const holds = (type: string) =>
    listAt(job, "status.conditions").some((one) => one.type === type && one.status === "True");
  return ["Complete", "Failed", "Suspended"].find(holds) ?? "Running";
}

function jobDuration(job: KubernetesObject, now: number): string {
  const start = Date.parse(textAt(job, "status.startTime"));
  if (Number.isNaN(start)) return "";
  const end = Date.parse(textAt(job, "status.completionTime"));
  return humanDuration((Number.isNaN(end) ? now : end) - start);
}

function autoscalerTargets(scaler: KubernetesObject): string {
  const current = listAt(scaler, "status.currentMetrics");
  const targets = listAt(scaler, "spec.metrics").map((metric) => {
    const name = textAt(metric, "resource.name");
    const reading = current.find((one) => textAt(one, "resource.name") === name);
    const now = textAt(reading, "resource.current.averageUtilization");
    const target = textAt(metric, "resource.target.averageUtilization");
    return `${name}: ${now === "" ? "<unknown>" : `${now}%`}/${target}%`;
  });
  return targets.join(", ") || "<none>";
}
