import type { Language } from "../output/output.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import { workloadFacts } from "../results/workload-facts.ts";
import { listOf } from "../words/fill.ts";
import { say } from "../words/report-words.ts";

export type Group = { readonly label: string; readonly count: number };

const workloads = new Set(["deployment", "statefulset", "daemonset", "replicaset", "replicationcontroller"]);

/**
 * Rows counted by what tells their state: status, readiness of workloads, type of services and events. Largest group
 * first. A pod that runs but is not ready counts apart from those that are. Empty when nothing tells.
 */
export function groupsOf(
  rows: readonly Row[],
  { resource, language, now }: { resource: string; language: Language; now: number },
): readonly Group[] {
  const label = (row: Row) => {
    if (workloads.has(resource)) return workloadLabel(row, language, now);
    if (resource === "pod") return podLabel(row, language, now);
    if (resource === "service" || resource === "event" || resource === "secret") return row.fields.type ?? "";
    return row.fields.status ?? "";
  };
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(label(row), (counts.get(label(row)) ?? 0) + 1);
  if (counts.size === 1 && counts.has("")) return [];
  return [...counts]
    .map(([text, count]) => ({ label: text === "" ? say(language, "unknown") : text, count }))
    .toSorted((a, b) => b.count - a.count);
}

/** `9 Running、2 CrashLoopBackOff`, `9 Running, 2 CrashLoopBackOff`. */
export function groupsText(groups: readonly Group[], language: Language): string {
  const texts = groups.map(({ label, count }) => `${count} ${label}`);
  return listOf(language, texts);
}

function workloadLabel(row: Row, language: Language, now: number): string {
  const { ready, troubled } = workloadFacts(row, now);
  return ready === undefined ? "" : say(language, troubled ? "notReady" : "ready");
}

function podLabel(row: Row, language: Language, now: number): string {
  const { status, ready } = podFacts(row, now);
  const isPartly = status === "Running" && ready !== undefined && ready.ready < ready.total;
  return isPartly ? `${status} (${say(language, "notReady")})` : status;
}
