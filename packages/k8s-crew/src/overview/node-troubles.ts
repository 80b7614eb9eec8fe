import { type NodeFacts, nodeFacts } from "../results/cluster-facts.ts";
import type { Row } from "../results/types.ts";
import type { ClusterSurvey, Trouble } from "./types.ts";

/** A node that says nothing about its state is counted as such, not as ready. */
export const countNodes = (nodes: readonly NodeFacts[]): ClusterSurvey["nodes"] => {
  const unknown = nodes.filter(({ status }) => status === "").length;
  return { ready: nodes.filter(({ ready }) => ready).length - unknown, total: nodes.length, unknown };
};

export const nodeTroubles = (rows: readonly Row[], now: number): readonly Trouble[] =>
  rows
    .map((row) => nodeFacts(row, now))
    .filter(({ troubled }) => troubled)
    .map(({ name, reason }) => ({ resource: "node", namespace: "", name, what: reason }));
