import type { Language } from "../../output/output.ts";
import type { Step } from "../../plan/types.ts";
import { at, listAt, textAt } from "../../results/values.ts";
import { workloadFacts } from "../../results/workload-facts.ts";
import { sayWrite } from "../../words/write-words.ts";
import type { Parts } from "../parts.ts";
import { targetBefore } from "./current-value.ts";

/** Controllers that put another pod in the place of one that is gone: kubernetes.io, “Workload Management”. */
const remaking: ReadonlySet<string> = new Set(["ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController"]);

const workloads: ReadonlySet<string> = new Set(["deployment", "statefulset", "replicaset", "daemonset"]);

/** What goes with a thing that is deleted, as far as its state tells; "" where nothing does. */
export const lossNote = (parts: Parts, step: Step, language: Language): string => {
  if (step.verb !== "delete") return "";
  if (step.resource === "namespace") return sayWrite(language, "allGoes");
  if (step.resource === "pvc" || step.resource === "pv") return sayWrite(language, "dataGoes");
  const row = targetBefore(parts, step);
  if (row === undefined) return "";
  if (step.resource === "pod") return row.object === undefined ? "" : remade(row.object, language);
  const { desired } = workloadFacts(row, parts.settings.now());
  const count = Number(at(row.object ?? {}, "spec", "replicas") ?? desired ?? 0);
  return workloads.has(step.resource) && count > 0 ? sayWrite(language, "podsGo", { count }) : "";
};

const remade = (pod: object, language: Language): string => {
  const owner = listAt(pod, "metadata", "ownerReferences").find((each) => at(each, "controller") === true);
  if (owner === undefined) return sayWrite(language, "notMadeAnew");
  const kind = textAt(owner, "kind");
  return remaking.has(kind) ? sayWrite(language, "madeAnew", { owner: `${kind} ${textAt(owner, "name")}` }) : "";
};
