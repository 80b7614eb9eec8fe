import { formatBytes, formatCpu } from "../catalog/quantity.ts";
import type { Language } from "../output/output.ts";
import type { Row } from "../results/types.ts";
import { usageFacts } from "../results/usage-facts.ts";
import { sayCompared } from "../words/compare-words.ts";
import { fieldWords } from "../words/condition-words.ts";
import { listOf } from "../words/fill.ts";
import { formatTable } from "./table.ts";

/** What is in use on one side: all that was measured there. */
export type MeasuredSide = { readonly label: string; readonly rows: readonly Row[] };

type Looked = {
  readonly language: Language;
  readonly width: number;
  readonly by: "cpu" | "memory";
  /** Nodes are measured as such, all else by its pods. */
  readonly resource: string;
};

/** What each side uses in all, and which uses most. */
export function compareUsage(sides: readonly MeasuredSide[], { language, width, by, resource }: Looked): string {
  const measured = sides.filter(({ rows }) => rows.length > 0).map(totalOf);
  const lacking = sides.filter(({ rows }) => rows.length === 0).map(({ label }) => label);
  const missing = lacking.length === 0 ? [] : [sayCompared(language, "noUsage", { names: listOf(language, lacking) })];
  const [first, ...others] = measured.toSorted((one, other) => other[by] - one[by]);
  if (first === undefined) return missing.join("\n");
  const value = by === "cpu" ? formatCpu(first.cpu) : formatBytes(first.memory);
  const most =
    others.length === 0
      ? []
      : [sayCompared(language, "usesMost", { name: first.label, field: fieldWords[by][language], value })];
  const rows = measured.map(({ label, pods, cpu, memory }) => ({
    label,
    pods: String(pods),
    cpu: formatCpu(cpu),
    memory: formatBytes(memory),
  }));
  const columns = [
    { key: "label", title: "", shrink: "middle" as const },
    ...(resource === "node" ? [] : [{ key: "pods", title: "PODS", align: "right" as const }]),
    { key: "cpu", title: "CPU", align: "right" as const },
    { key: "memory", title: "MEMORY", align: "right" as const },
  ];
  return [
    ...missing,
    ...most,
    sayCompared(language, resource === "node" ? "usageOfNodes" : "usage"),
    "",
    formatTable({ columns, rows, width }),
  ].join("\n");
}

function totalOf({ label, rows }: MeasuredSide) {
  const facts = rows.map(usageFacts);
  const sum = (values: readonly (number | undefined)[]) =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const names = new Map(rows.map(({ namespace, name }) => [`${namespace ?? ""}/${name}`, name]));
  const pods = names.size;
  // What was said may be a part of the name of the only one.
  const [only] = names.values();
  const isPart = pods === 1 && only?.toLowerCase().includes(label.toLowerCase()) === true;
  return {
    label: isPart && only !== undefined ? only : label,
    pods,
    cpu: sum(facts.map(({ cpu }) => cpu)),
    memory: sum(facts.map(({ memory }) => memory)),
  };
}
