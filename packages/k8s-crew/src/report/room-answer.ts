import { formatBytes, formatCpu } from "../catalog/quantity.ts";
import type { Language } from "../output/output.ts";
import { nodeFacts } from "../results/cluster-facts.ts";
import { podFacts } from "../results/pod-facts.ts";
import { allocatableOf, requestedBy } from "../results/requested.ts";
import type { Row } from "../results/types.ts";
import { listAt, textAt } from "../results/values.ts";
import { sayBeside } from "../words/beside-words.ts";
import { listOf } from "../words/fill.ts";
import { hasEnded, isNowhere } from "./capacity-answer.ts";
import { formatTable } from "./table.ts";

type Asked = {
  readonly language: Language;
  readonly width: number;
  readonly now: number;
  readonly name: string;
  readonly more: number;
};

type Amounts = { readonly cpu: number; readonly memory: number };

/** How many more of a thing the nodes have room for, by what its pods request and what is requested there already. */
export function roomAnswer(nodes: readonly Row[], pods: readonly Row[], asked: Asked): string {
  const { language, width, name, more, now } = asked;
  const own = pods.filter((pod) => pod.name === name || pod.name.startsWith(`${name}-`));
  if (own.length === 0) return sayBeside(language, "noSuch", { name });
  const each = own.map(requestsOf).find((found) => found !== undefined);
  const open = nodes.filter((node) => takesPods(node, now));
  const places = open.map((node) => placeOn(node, pods, { each: each ?? { cpu: 0, memory: 0 }, now }));
  if (each === undefined || nodes.length === 0 || places.some(({ fits }) => fits === undefined))
    return sayBeside(language, "roomUntold", { name });
  const total = places.reduce((sum, { fits }) => sum + (fits ?? 0), 0);
  const asks =
    each.cpu === 0 && each.memory === 0
      ? sayBeside(language, "nothingAsked")
      : sayBeside(language, "amounts", { cpu: formatCpu(each.cpu), memory: formatBytes(each.memory) });
  const others = nodes.filter((node) => !open.includes(node)).map((node) => node.name);
  const silent = pods.filter(
    (pod) => !hasEnded(pod, now) && (requestsOf(pod) === undefined || isNowhere(pod, now)),
  ).length;
  const columns = [
    { key: "node", title: "NODE", shrink: "middle" as const },
    { key: "cpu", title: "FREE CPU", align: "right" as const },
    { key: "memory", title: "FREE MEMORY", align: "right" as const },
    { key: "pods", title: "PODS", align: "right" as const },
    { key: "room", title: "ROOM FOR", align: "right" as const },
  ];
  const rows = places.map(({ node, cpu, memory, count, fits }) => ({
    node,
    cpu: formatCpu(cpu),
    memory: formatBytes(memory),
    pods: count,
    room: String(fits ?? "?"),
  }));
  return [
    sayBeside(language, total >= more ? "fits" : "fitsNot", { total, name, more, asks }),
    "",
    formatTable({ columns, rows, width }),
    "",
    ...(others.length === 0 ? [] : [sayBeside(language, "leftOut", { names: listOf(language, others) })]),
    ...(silent === 0 ? [] : [sayBeside(language, "roomSilent", { count: silent })]),
    sayBeside(language, "roomBeyond"),
  ].join("\n");
}

const requestsOf = ({ object }: Row): Amounts | undefined => {
  const [cpu, memory] = [requestedBy(object, "cpu"), requestedBy(object, "memory")];
  return cpu === undefined || memory === undefined ? undefined : { cpu, memory };
};

/** Ready, not cordoned, and without a taint that keeps pods away. */
const takesPods = (node: Row, now: number): boolean => {
  const { ready, schedulable } = nodeFacts(node, now);
  const kept = listAt(node.object, "spec", "taints").some((taint) =>
    ["NoSchedule", "NoExecute"].includes(textAt(taint, "effect")),
  );
  return ready && schedulable && !kept;
};

function placeOn(node: Row, pods: readonly Row[], { each, now }: { readonly each: Amounts; readonly now: number }) {
  const here = pods.filter((pod) => podFacts(pod, now).node === node.name && !hasEnded(pod, now));
  const taken = here.flatMap((pod) => requestsOf(pod) ?? []);
  const all = {
    cpu: allocatableOf(node.object, "cpu"),
    memory: allocatableOf(node.object, "memory"),
    pods: allocatableOf(node.object, "pods"),
  };
  const cpu = (all.cpu ?? 0) - taken.reduce((sum, pod) => sum + pod.cpu, 0);
  const memory = (all.memory ?? 0) - taken.reduce((sum, pod) => sum + pod.memory, 0);
  const free = (all.pods ?? 0) - here.length;
  const times = (left: number, one: number) => (one === 0 ? Number.POSITIVE_INFINITY : Math.floor(left / one));
  const told = all.cpu !== undefined && all.memory !== undefined && all.pods !== undefined;
  const fits = told ? Math.max(0, Math.min(times(cpu, each.cpu), times(memory, each.memory), free)) : undefined;
  return { node: node.name, cpu, memory, count: `${here.length}/${all.pods ?? "?"}`, fits };
}
