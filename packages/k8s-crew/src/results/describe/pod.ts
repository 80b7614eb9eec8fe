import { parseAge } from "../age.ts";
import type { UnknownRecord } from "../values.ts";
import { containersIn, type DescribedContainer } from "./containers.ts";
import { type Entry, entryIn, pairsIn, timeIn, valueIn } from "./outline.ts";
import { conditionsIn, tableIn } from "./tables.ts";

/** A pod as the API gives it, as far as its description tells. */
export const podFrom = (sections: readonly Entry[], now: number): UnknownRecord => {
  const status = valueIn(sections, "Status");
  const isRunning = status === "Running";
  const inits = containersIn(entryIn(sections, "Init Containers")).map((each) =>
    isRunning ? withSidecar(each) : each,
  );
  const mains = containersIn(entryIn(sections, "Containers"));
  const lasts = /^Terminating \(lasts ([^)]+)\)/.exec(status)?.[1];
  const ending = /^Terminating/.test(status) ? now - (parseAge(lasts ?? "") ?? 0) * 1000 : undefined;
  return {
    metadata: ending === undefined ? {} : { deletionTimestamp: new Date(ending).toISOString() },
    spec: {
      nodeName: valueIn(sections, "Node").split("/")[0] ?? "",
      serviceAccountName: valueIn(sections, "Service Account"),
      nodeSelector: pairsIn(entryIn(sections, "Node-Selectors")),
      tolerations: tolerationsIn(entryIn(sections, "Tolerations")),
      readinessGates: tableIn(entryIn(sections, "Readiness Gates")).map(({ type }) => ({ conditionType: type })),
      initContainers: inits.map(({ spec }) => spec),
      containers: mains.map(({ spec }) => spec),
      volumes: volumesIn(entryIn(sections, "Volumes")),
    },
    status: {
      phase: ending === undefined ? status : "Running",
      reason: valueIn(sections, "Reason"),
      message: valueIn(sections, "Message"),
      startTime: timeIn(valueIn(sections, "Start Time")),
      conditions: [...conditionsIn(entryIn(sections, "Conditions")), ...gatesIn(sections)],
      initContainerStatuses: statusesOf(inits),
      containerStatuses: statusesOf(mains),
    },
  };
};

/** One that was never started has no state. */
const statusesOf = (containers: readonly DescribedContainer[]): readonly UnknownRecord[] =>
  containers.flatMap(({ status }) => ("restartCount" in status ? [status] : []));

/** An init container that goes on running in a pod that runs is a sidecar. */
const withSidecar = ({ spec, status }: DescribedContainer): DescribedContainer => {
  const { state } = status;
  const runs = typeof state === "object" && state !== null && "running" in state;
  return runs ? { spec: { ...spec, restartPolicy: "Always" }, status: { ...status, started: true } } : { spec, status };
};

const gatesIn = (sections: readonly Entry[]): readonly UnknownRecord[] =>
  tableIn(entryIn(sections, "Readiness Gates")).map(({ type, status = "" }) => ({
    type,
    status: status === "<none>" ? "" : status,
  }));

/** `node.kubernetes.io/not-ready:NoExecute op=Exists for 300s`. */
const tolerationsIn = (entry: Entry | undefined): readonly UnknownRecord[] =>
  [entry?.value ?? "", ...(entry?.lines ?? [])].flatMap((line) => {
    const key = /^([^\s=:]+)/.exec(line.trim())?.[1];
    return key === undefined || key.startsWith("<") ? [] : [{ key }];
  });

const volumesIn = (entry: Entry | undefined): readonly UnknownRecord[] =>
  (entry?.entries ?? []).map(({ key, entries }) => {
    const [type = ""] = valueIn(entries, "Type").split(" ");
    const claimName = valueIn(entries, "ClaimName");
    if (type === "PersistentVolumeClaim") return { name: key, persistentVolumeClaim: { claimName } };
    if (type === "ConfigMap") return { name: key, configMap: { name: valueIn(entries, "Name") } };
    if (type === "Secret") return { name: key, secret: { secretName: valueIn(entries, "SecretName") } };
    return { name: key };
  });
