import { fewest, mostOf, ofNodes, summed } from "../lexicon/most-of.ts";
import { keysIn } from "../sentence/spoken-of.ts";
import { readPieces } from "../text/phrases.ts";
import type { RequestFields } from "../types.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";

const longest = 200;

export const speaksOfMost = (text: string): boolean =>
  text.length <= longest && mostOf.some((pattern) => pattern.test(text));
const places: readonly string[] = ["cluster", "namespace", "node"];

/** “Which namespace has the most pods”, “哪个命名空间重启最多”: all are read, and summed up for each place. */
export const readMostOf = (text: string, situation: Situation): RequestFields | undefined => {
  if (text.length > longest) return undefined;
  for (const pattern of mostOf) {
    const match = pattern.exec(text);
    const { group = "namespace", what = "", order = "" } = match?.groups ?? {};
    if (match === null) continue;
    const per = ofNodes.test(group) ? "node" : "namespace";
    const sum = summed.find(([, words]) => words.test(what))?.[0];
    const kind = keysIn(readPieces(what)).find((key) => !places.includes(key));
    // What nodes use is measured of them themselves.
    if ((sum === undefined && kind === undefined) || (per === "node" && (sum === "cpu" || sum === "memory"))) continue;
    const { cluster, clusterWord, allClusters } = readNarrowed(text.replace(match[0], " "), situation);
    if (allClusters === true) return undefined;
    const measured = sum === "cpu" || sum === "memory";
    return {
      kind: "request",
      view: "call",
      verb: measured ? "top" : "list",
      resource: sum === undefined ? (kind ?? "pod") : "pod",
      allNamespaces: true,
      ...(cluster === undefined ? {} : { cluster }),
      ...(clusterWord === undefined ? {} : { clusterWord }),
      counted: true,
      per,
      ranked: { by: sum ?? "count", ...(fewest.test(order) ? { fewest: true as const } : {}) },
    };
  }
  return undefined;
};
