import { fieldReaders } from "../results/fields.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import { textAt } from "../results/values.ts";
import { jobFacts, workloadFacts } from "../results/workload-facts.ts";

/** Whether a row is of something that has done its work and may go; undefined where the row does not tell. */
type Judgement = (row: Row, now: number) => boolean | undefined;

/** A container that is restarted waits five minutes at most: what failed once and stays so for longer has ended. */
const endedAfterSeconds = 600;

const isEndedPod: Judgement = (row, now) => {
  const phase = textAt(row.object, "status", "phase");
  if (phase !== "") return phase === "Succeeded" || phase === "Failed";
  const { status, restarts, ageSeconds = 0 } = podFacts(row, now);
  if (status === "") return undefined;
  if (/^(?:completed|succeeded|failed|evicted)$/i.test(status)) return true;
  return /^(?:Error|OOMKilled)$/.test(status) && restarts === 0 && ageSeconds > endedAfterSeconds;
};

const isEndedJob: Judgement = (row, now) => {
  const { status, completions, troubled } = jobFacts(row, now);
  if (troubled || /^(?:complete|completed|succeeded)$/i.test(status)) return true;
  if (completions !== undefined && completions.ready >= completions.total) return true;
  return status === "" ? undefined : false;
};

/** What refers to it was looked for, and is told beside it. */
const isUnused: Judgement = ({ fields }) => (fields.used === undefined ? undefined : fields.used === "no");

const isUnbound: Judgement = ({ fields }) => {
  const status = fields.status ?? fields.phase ?? "";
  return status === "" ? undefined : status !== "Bound";
};

const runsNothing: Judgement = (row, now) => {
  const { desired } = workloadFacts(row, now);
  return desired === undefined ? undefined : desired === 0;
};

const judgements: Readonly<Record<string, Judgement>> = {
  pod: isEndedPod,
  job: isEndedJob,
  replicaset: runsNothing,
  deployment: runsNothing,
  statefulset: runsNothing,
  endpoint: (row, now) => {
    const addresses = fieldReaders.endpoints.text(row, now);
    return addresses === undefined ? undefined : addresses === "";
  },
  pv: isUnbound,
  pvc: isUnused,
  service: isUnused,
  configmap: isUnused,
  secret: isUnused,
  namespace: isUnused,
};

export const leftoverKinds: readonly string[] = Object.keys(judgements);

export const tellsLeftovers = (resource: string): boolean => leftoverKinds.includes(resource);

export type Leftovers = { readonly rows: readonly Row[] /** Rows that do not tell. */; readonly untold: number };

export const leftoversOf = (resource: string, rows: readonly Row[], now: number): Leftovers => {
  const judged = rows.map((row) => ({ row, isLeft: judgements[resource]?.(row, now) }));
  return {
    rows: judged.flatMap(({ row, isLeft }) => (isLeft === true ? [row] : [])),
    untold: judged.filter(({ isLeft }) => isLeft === undefined).length,
  };
};
