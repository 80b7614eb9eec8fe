import { formatBytes, formatCpu } from "../catalog/quantity.ts";
import { filterRows, sortByQuality } from "../results/filter.ts";
import type { Row } from "../results/types.ts";
import { usageFacts } from "../results/usage-facts.ts";
import { say } from "../words/report-words.ts";
import type { Answer, AnswerContext } from "./answer-context.ts";
import { tellsNamespace } from "./columns.ts";
import { cutToFirst, filterOf, headline, nothingText } from "./list-answer.ts";
import { superlative } from "./superlative.ts";
import { formatTable, type TableColumn } from "./table.ts";

const columns: readonly TableColumn[] = [
  { key: "namespace", title: "NAMESPACE" },
  { key: "name", title: "NAME", shrink: "middle" },
  { key: "container", title: "CONTAINER", shrink: "middle" },
  { key: "cpu", title: "CPU", align: "right" },
  { key: "cpuPercent", title: "CPU%", align: "right" },
  { key: "memory", title: "MEMORY", align: "right" },
  { key: "memoryPercent", title: "MEMORY%", align: "right" },
];

/** CPU and memory in use, the hungriest first: by memory when that was asked for, else by CPU. */
export function usageAnswer(rows: readonly Row[], context: AnswerContext): Answer {
  const quality = context.quality === "most_memory" ? "most_memory" : "most_cpu";
  const filter = { ...filterOf(context), quality } as const;
  const all = sortByQuality(filterRows(rows, filter), filter);
  if (all.length === 0) return { text: nothingText(rows, context), rows: [] };
  const wanted = things(all).slice(0, context.first);
  const found = context.first === undefined ? all : all.filter((row) => wanted.some((one) => isSame(one, row)));
  const cells = found.map(usageCells);
  const placed = tellsNamespace(found, context.everywhere);
  const table = formatTable({
    columns: columns.filter(({ key }) => (key !== "namespace" || placed) && cells.some((cell) => cell[key] !== "")),
    rows: cells,
    width: context.width,
    more: (count) => say(context.language, "more", { count }),
  });
  const head = [
    ...(context.quality === undefined ? [] : superlative(all, context)),
    headline(things(all), things(rows).length, context),
    ...cutToFirst(things(all), context),
  ];
  return { text: [...head, "", table].join("\n"), rows: found };
}

const isSame = (one: Row, other: Row): boolean => one.name === other.name && one.namespace === other.namespace;

/** One row per pod, though `top` may list its containers. */
function things(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [`${row.namespace ?? ""}/${row.name}`, row])).values()];
}

function usageCells(row: Row): Readonly<Record<string, string>> {
  const { cpu, memory, cpuPercent, memoryPercent, container } = usageFacts(row);
  return {
    namespace: row.namespace ?? "",
    name: row.name,
    container: container ?? "",
    cpu: cpu === undefined ? "" : formatCpu(cpu),
    cpuPercent: cpuPercent === undefined ? "" : `${cpuPercent}%`,
    memory: memory === undefined ? "" : formatBytes(memory),
    memoryPercent: memoryPercent === undefined ? "" : `${memoryPercent}%`,
  };
}
