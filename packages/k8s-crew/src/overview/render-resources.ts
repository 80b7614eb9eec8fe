import { formatBytes, formatCpu } from "../catalog/quantity.ts";
import type { Language } from "../output/output.ts";
import { formatTable } from "../report/table.ts";
import { say } from "../words/overview-words.ts";
import { nameOf, unlistedWord } from "./render-cells.ts";
import type { ClusterSurvey, Measured, Resources, SurveyText } from "./types.ts";

type Amount = "cpuCores" | "memoryBytes";

/** CPU and memory of each cluster: what there is, what is asked for, what is used. Empty unless it was asked for. */
export const resourcesTable = (surveys: readonly ClusterSurvey[], { language, width }: SurveyText): string => {
  const measured = surveys.filter(({ resources }) => resources !== null);
  if (measured.length === 0) return "";
  const columns = [
    { key: "cluster", title: say(language, "cluster"), shrink: "middle" as const },
    { key: "what", title: "" },
    { key: "capacity", title: say(language, "capacity") },
    { key: "requests", title: say(language, "requests") },
    { key: "usage", title: say(language, "usage") },
  ];
  const rows = measured.flatMap((survey) => [
    { cluster: nameOf(survey, language), what: "CPU", ...cellsOf(survey.resources, "cpuCores", language) },
    { cluster: "", what: say(language, "memory"), ...cellsOf(survey.resources, "memoryBytes", language) },
  ]);
  return formatTable({ columns, rows, width });
};

const cellsOf = (resources: Resources | null, amount: Amount, language: Language) => {
  if (resources === null) return {};
  const { capacity, requests, usage } = resources;
  return {
    capacity: amountOf(capacity, amount, language),
    requests: withShare(requests, capacity, { amount, language }),
    usage: withShare(usage, capacity, { amount, language }),
  };
};

const amountOf = (measured: Measured, amount: Amount, language: Language): string => {
  if (measured.kind === "unknown") return unlistedWord(measured.cause, language);
  return amount === "cpuCores" ? formatCpu(measured.cpuCores) : formatBytes(measured.memoryBytes);
};

type Showing = { readonly amount: Amount; readonly language: Language };

/** The share of the capacity, unless a part is missing from the sum: then of how many it is. */
const withShare = (measured: Measured, capacity: Measured, { amount, language }: Showing): string => {
  const text = amountOf(measured, amount, language);
  if (measured.kind === "unknown") return text;
  const { of, total } = measured;
  if (of < total) return say(language, "partOf", { value: text, of, total });
  if (capacity.kind === "unknown" || capacity[amount] === 0) return text;
  return say(language, "shareOf", { value: text, percent: Math.round((measured[amount] / capacity[amount]) * 100) });
};
