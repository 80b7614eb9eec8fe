import type { Language } from "../language/types.ts";
import type { Plan } from "../plan/types.ts";
import type { Row } from "../results/types.ts";
import { sayPressure } from "../words/pressure-words.ts";
import type { LookResult } from "./look-chain.ts";

/** Above these a node slows down what runs on it, or begins to evict it. Percent. */
const busyCpu = 80;
const busyMemory = 90;

/** What the measures of a plan show to have no room left; empty where they show nothing of the sort. */
export const pressureText = (
  { steps }: Plan,
  { looks, language }: { readonly looks: readonly LookResult[]; readonly language: Language },
): string => {
  const lines = looks.flatMap(({ stepId, cluster, listing }) => {
    const look = steps.find(({ id }) => id === stepId)?.look;
    if (listing.kind === "unlisted" || look === undefined) return [];
    const tell = look.verb === "top" && look.resource === "node" ? ofNode : look.resource === "hpa" ? ofScaler : none;
    const where = cluster === "" ? "" : language === "zh" ? `（${cluster}）` : ` (${cluster})`;
    return listing.items.flatMap((row) => tell(row, language).map((line) => `- ${line}${where}`));
  });
  return lines.length === 0 ? "" : [sayPressure(language, "head"), ...lines].join("\n");
};

type Tell = (row: Row, language: Language) => readonly string[];

const none: Tell = () => [];

const ofNode: Tell = ({ name, fields }, language) => {
  const [cpu, memory] = [percentOf(fields["cpu%"]), percentOf(fields["memory%"])];
  return [
    ...(cpu >= busyCpu ? [sayPressure(language, "nodeCpu", { name, percent: cpu })] : []),
    ...(memory >= busyMemory ? [sayPressure(language, "nodeMemory", { name, percent: memory })] : []),
  ];
};

const percentOf = (cell = ""): number => Number(/^(\d+)%$/.exec(cell.trim())?.[1] ?? 0);

const ofScaler: Tell = ({ name, fields }, language) => {
  const { maxpods = "", replicas = "" } = fields;
  const isAtMaximum = /^\d+$/.test(maxpods) && Number(replicas) >= Number(maxpods);
  return isAtMaximum ? [sayPressure(language, "atMaximum", { name, count: replicas })] : [];
};
