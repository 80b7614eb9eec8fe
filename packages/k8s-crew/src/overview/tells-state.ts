import { nodeFacts } from "../results/cluster-facts.ts";
import { podFacts } from "../results/pod-facts.ts";
import { isApiObject } from "../results/rows.ts";
import type { Row } from "../results/types.ts";
import { jobFacts, workloadFacts } from "../results/workload-facts.ts";

const tellsReadiness = (row: Row): boolean => {
  const { ready, desired } = workloadFacts(row, 0);
  return ready !== undefined && desired !== undefined;
};

/** Whether a row of a kind says how the thing is: one that came as a bare name does not. */
const tellsState: { readonly [resource: string]: (row: Row) => boolean } = {
  node: (row) => nodeFacts(row, 0).status !== "",
  pod: (row) => podFacts(row, 0).status !== "",
  deployment: tellsReadiness,
  statefulset: tellsReadiness,
  daemonset: tellsReadiness,
  job: (row) => {
    const { status, completions } = jobFacts(row, 0);
    return status !== "" || completions !== undefined || row.fields.failed !== undefined;
  },
  pvc: (row) => (row.fields.status ?? "") !== "",
  pv: (row) => (row.fields.status ?? "") !== "",
  certificate: ({ fields }) => fields.expires !== undefined,
  endpoint: (row) => row.fields.endpoints !== undefined || isApiObject(row.object),
};

/** A row that leaves open how the thing is; what is of a kind whose state nobody asks for leaves nothing open. */
export const isBareOf = (resource: string) => {
  const tells = tellsState[resource];
  return (row: Row): boolean => tells !== undefined && !tells(row);
};
