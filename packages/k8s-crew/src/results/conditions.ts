import { listAt, textAt, type UnknownRecord } from "./values.ts";

/**
 * What a condition's type says of the thing when it is True (kubernetes.io: "Pod Lifecycle", "Nodes", "Deployments",
 * "Jobs", "Horizontal Pod Autoscaling"). A type that is not here says nothing either way. `ContainersReady` is left out:
 * it repeats `Ready`.
 */
const typesWhenTrue: { readonly [type: string]: "good" | "bad" } = {
  Ready: "good",
  PodScheduled: "good",
  Initialized: "good",
  Available: "good",
  Progressing: "good",
  Established: "good",
  NamesAccepted: "good",
  AbleToScale: "good",
  ScalingActive: "good",
  Failed: "bad",
  ReplicaFailure: "bad",
  DisruptionTarget: "bad",
  MemoryPressure: "bad",
  DiskPressure: "bad",
  PIDPressure: "bad",
  NetworkUnavailable: "bad",
};

/** A pod that did its work is not ready any more, and nothing is wrong with it. */
const isDone = (reason: string): boolean => reason === "PodCompleted";

/** What Kubernetes itself says is wrong with a thing, one line each: `Ready=Unknown  NodeStatusUnknown: …`. */
export const badConditions = (object: UnknownRecord): readonly string[] =>
  listAt(object, "status", "conditions").flatMap((condition) => {
    const [type, status, reason] = [
      textAt(condition, "type"),
      textAt(condition, "status"),
      textAt(condition, "reason"),
    ];
    const whenTrue = typesWhenTrue[type];
    const isBad = whenTrue === "bad" ? status === "True" : whenTrue === "good" && status !== "True" && !isDone(reason);
    const why = [reason, textAt(condition, "message")].filter((part) => part !== "").join(": ");
    return isBad ? [`${type}=${status}  ${why}`.trimEnd()] : [];
  });
