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
    const asked = match === null ? undefined : askedIn(match.groups ?? {});
    if (match === null || asked === undefined) continue;
    const { cluster, clusterWord, allClusters } = readNarrowed(text.replace(match[0], " "), situation);
    if (allClusters === true) return undefined;
    const place = {
      ...(cluster === undefined ? {} : { cluster }),
      ...(clusterWord === undefined ? {} : { clusterWord }),
    };
    return { kind: "request", view: "call", ...asked, ...place, allNamespaces: true, counted: true };
  }
  return undefined;
};

type Groups = Readonly<Record<string, string | undefined>>;

/** What is counted or summed up, and for which places. */
const askedIn = ({ group = "namespace", what = "", order = "" }: Groups): RequestFields | undefined => {
  const per = ofNodes.test(group) ? "node" : "namespace";
  const sum = summed.find(([, words]) => words.test(what))?.[0];
  const kind = keysIn(readPieces(what)).find((key) => !places.includes(key));
  const measured = sum === "cpu" || sum === "memory";
  // What nodes use is measured of them themselves.
  if ((sum ?? kind) === undefined || (per === "node" && measured)) return undefined;
  return {
    verb: measured ? "top" : "list",
    resource: sum === undefined ? (kind ?? "pod") : "pod",
    per,
    ...(sum === "restarts" ? { quality: "most_restarts" as const } : {}),
    ranked: { by: sum ?? "count", ...(fewest.test(order) ? { fewest: true } : {}) },
  };
};
