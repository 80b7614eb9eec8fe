import { formatBytes, formatCpu } from "../catalog/quantity.ts";
import type { Language } from "../output/output.ts";
import { podFacts } from "../results/pod-facts.ts";
import { allocatableOf } from "../results/requested.ts";
import type { Row } from "../results/types.ts";
import { usageFacts } from "../results/usage-facts.ts";
import { sayBeside } from "../words/beside-words.ts";
import { listOf } from "../words/fill.ts";
import { formatTable } from "./table.ts";

type Looked = { readonly language: Language; readonly width: number; readonly now: number };
type Read = { readonly usage: readonly Row[]; readonly nodes: readonly Row[]; readonly pods: readonly Row[] };

/** A share from which on a node counts as full, in percent. */
const fullAt = 90;

/** Pods that have ended take no place on a node. */
export const hasEnded = (row: Row, now: number): boolean =>
  ["Completed", "Succeeded", "Failed", "Error", "Evicted"].includes(podFacts(row, now).status);

/** It runs somewhere, and the list does not tell where. */
export const isNowhere = (pod: Row, now: number): boolean => {
  const { node, status } = podFacts(pod, now);
  return node === undefined && pod.fields.node === undefined && status !== "Pending";
};

/** How full nodes are: by the CPU and memory in use, and by their pods, each against what the node has. */
export function capacityAnswer(read: Read, { language, width, now }: Looked): string {
  const places = namesOf(read).map((name) => placeOn(name, read, now));
  const ordered = places.toSorted((one, other) => (other.most ?? -1) - (one.most ?? -1));
  const [fullest] = ordered.filter(({ most }) => most !== undefined);
  if (fullest === undefined) return sayBeside(language, "nothingOfNodes");
  const how = sayBeside(language, "howFull", { cpu: fullest.cpu, memory: fullest.memory, pods: fullest.pods });
  const nowhere = read.pods.filter((pod) => !hasEnded(pod, now) && isNowhere(pod, now)).length;
  const full = ordered.filter(({ most }) => (most ?? 0) * 100 >= fullAt).map(({ name }) => name);
  const slots = { name: fullest.name, how, full: fullAt, names: listOf(language, full) };
  const columns = [
    { key: "name", title: "NODE", shrink: "middle" as const },
    { key: "status", title: "STATUS" },
    { key: "cpu", title: "CPU", align: "right" as const },
    { key: "memory", title: "MEMORY", align: "right" as const },
    { key: "pods", title: "PODS", align: "right" as const },
  ];
  const rows = ordered.map(({ name, status, cpu, memory, pods }) => ({ name, status, cpu, memory, pods }));
  return [
    sayBeside(language, full.length === 0 ? "noneFull" : "full", slots),
    "",
    formatTable({ columns, rows, width }),
    "",
    ...(nowhere === 0 ? [] : [sayBeside(language, "nowhere", { count: nowhere })]),
    sayBeside(language, "byUse"),
  ].join("\n");
}

const namesOf = ({ usage, nodes }: Read): readonly string[] => [
  ...new Set([...nodes, ...usage].map(({ name }) => name)),
];

function placeOn(name: string, { usage, nodes, pods }: Read, now: number) {
  const node = nodes.find((row) => row.name === name);
  const used = usage.find((row) => row.name === name);
  const facts = used && usageFacts(used);
  const running = pods.filter((row) => podFacts(row, now).node === name && !hasEnded(row, now)).length;
  const has = (what: "cpu" | "memory" | "pods") => allocatableOf(node?.object, what);
  const cpu = share(facts?.cpu, has("cpu"), facts?.cpuPercent);
  const memory = share(facts?.memory, has("memory"), facts?.memoryPercent);
  const count = pods.length === 0 ? undefined : share(running, has("pods"), undefined);
  const shares = [cpu, memory, count].flatMap((each) => each ?? []);
  return {
    name,
    status: node?.fields.status ?? "",
    cpu: amount(facts?.cpu, cpu, formatCpu),
    memory: amount(facts?.memory, memory, formatBytes),
    pods: pods.length === 0 ? "?" : has("pods") === undefined ? String(running) : `${running}/${has("pods")}`,
    most: shares.length === 0 ? undefined : Math.max(...shares),
  };
}

const share = (used: number | undefined, all: number | undefined, percent: number | undefined): number | undefined =>
  percent !== undefined ? percent / 100 : used === undefined || !all ? undefined : used / all;

const amount = (used: number | undefined, part: number | undefined, format: (used: number) => string): string =>
  used === undefined ? "-" : `${format(used)}${part === undefined ? "" : ` (${Math.round(part * 100)}%)`}`;
