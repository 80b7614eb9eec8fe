import { formatCpu, formatMemory, parseQuantity } from "../../quantities.ts";
import { type KubernetesObject, listOf, memberOf, textOf } from "../kubernetes-client.ts";

/** Cores and bytes. */
type Amounts = { readonly cpu: number; readonly memory: number };
type Sized = Amounts & { readonly capacity: Amounts };

/** How the rows of a result may be ordered: most first, names as in a dictionary. */
const orders: { readonly [sortBy: string]: (row: { name: string; sized: Sized }) => number } = {
  cpu: ({ sized }) => sized.cpu,
  memory: ({ sized }) => sized.memory,
  cpu_percent: ({ sized }) => share(sized, "cpu"),
  memory_percent: ({ sized }) => share(sized, "memory"),
};

const share = ({ capacity, ...used }: Sized, resource: keyof Amounts): number =>
  capacity[resource] === 0 ? 0 : used[resource] / capacity[resource];

export const sorted = <Row extends { name: string; sized: Sized }>(
  rows: readonly Row[],
  sortBy: string,
): readonly Row[] => {
  const amount = orders[sortBy];
  return rows.toSorted(
    (one, other) => (amount ? amount(other) - amount(one) : 0) || one.name.localeCompare(other.name),
  );
};

/** What a node uses, or all containers of a pod together. */
export const sizedOf = (object: KubernetesObject, capacity: Amounts = { cpu: 0, memory: 0 }): Sized => {
  const parts = [
    memberOf(object, "usage"),
    ...listOf(object, "containers").map((container) => memberOf(container, "usage")),
  ].map(amountsIn);
  return {
    cpu: parts.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: parts.reduce((sum, { memory }) => sum + memory, 0),
    capacity,
  };
};

export const amountsIn = (usage: unknown): Amounts => ({
  cpu: parseQuantity(textOf(usage, "cpu")) ?? 0,
  memory: parseQuantity(textOf(usage, "memory")) ?? 0,
});

export const quantitiesOf = ({ cpu, memory }: Amounts) => ({ cpu: formatCpu(cpu), memory: formatMemory(memory) });

/** The share of a node's capacity; nothing where that is not known. */
export const percentagesOf = (sized: Sized) =>
  sized.capacity.cpu === 0
    ? {}
    : { cpuPercent: percent(share(sized, "cpu")), memoryPercent: percent(share(sized, "memory")) };

const percent = (part: number): string => `${Math.round(part * 100)}%`;
