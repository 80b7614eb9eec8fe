import { formatAge, parseAge, secondsSince } from "./age.ts";
import type { Row } from "./types.ts";
import { listAt, textAt, toNumber } from "./values.ts";

export type PodFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  /** The STATUS word as kubectl shows it (`Running`, `CrashLoopBackOff`, `Init:0/1`, …); "" when the result has none. */
  readonly status: string;
  readonly ready: { readonly ready: number; readonly total: number } | undefined;
  readonly restarts: number | undefined;
  readonly lastRestartSeconds: number | undefined;
  readonly ageSeconds: number | undefined;
  readonly node: string | undefined;
  /** Why the pod is troubled, in the words of Kubernetes; "" when it is not, or when the result does not tell. */
  readonly reason: string;
  readonly troubled: boolean;
};

const healthyStatuses = new Set(["Running", "Completed", "Succeeded", "Terminating", ""]);

/** States that every pod passes through: trouble only when they last. */
const passingStatuses = /^(?:Pending|ContainerCreating|PodInitializing|Init:\d+\/\d+)$/;
const patienceSeconds = 120;

/** A pod that was restarted this often and this recently is in trouble, though it runs at the moment. */
const flapping = { restarts: 3, withinSeconds: 600 };

/** What counts about a pod, from a table's cells or from its object. `now`: milliseconds since the epoch. */
export function podFacts(row: Row, now: number): PodFacts {
  const { fields } = row;
  const status = fields.status ?? fields.phase ?? "";
  const ready = parseReady(fields.ready);
  const restarts = parseRestarts(fields.restarts);
  const lastRestartSeconds = restarts?.lastSeconds ?? secondsSince(fields["last restart"] ?? "", now);
  const ageSeconds = secondsSince(fields.age ?? fields.created ?? "", now);
  const facts = { status, ready, restarts: restarts?.count, lastRestartSeconds, ageSeconds };
  const trouble = troubleOf(facts);
  return {
    ...facts,
    name: row.name,
    namespace: row.namespace,
    node: shown(fields.node),
    troubled: trouble !== "",
    reason: trouble === "" ? "" : objectReason(row) || trouble,
  };
}

/** `1/2` → ready 1 of total 2; also a bare `true`/`false`. */
export function parseReady(cell: string | undefined): { readonly ready: number; readonly total: number } | undefined {
  const match = /^(\d+)\/(\d+)$/.exec(cell?.trim() ?? "");
  if (match !== null) return { ready: Number(match[1]), total: Number(match[2]) };
  if (cell === "true") return { ready: 1, total: 1 };
  return cell === "false" ? { ready: 0, total: 1 } : undefined;
}

/** A cell's value unless it is one of kubectl's words for nothing. */
export function shown(cell: string | undefined): string | undefined {
  return cell === undefined || /^(?:<none>|<unset>|<unknown>|-)?$/.test(cell) ? undefined : cell;
}

/** `2 (5m ago)` → 2, and 300 seconds since the last one. */
function parseRestarts(cell: string | undefined): { count: number; lastSeconds: number | undefined } | undefined {
  const match = /^(\d+)(?:\s+\((\S+) ago\))?/.exec(cell?.trim() ?? "");
  return match === null ? undefined : { count: Number(match[1]), lastSeconds: parseAge(match[2] ?? "") };
}

type Judged = Pick<PodFacts, "status" | "ready" | "restarts" | "lastRestartSeconds" | "ageSeconds">;

function troubleOf({ status, ready, restarts, lastRestartSeconds, ageSeconds }: Judged): string {
  if (passingStatuses.test(status)) return ageSeconds !== undefined && ageSeconds < patienceSeconds ? "" : status;
  if (!healthyStatuses.has(status)) return status;
  if (status === "Running" && ready !== undefined && ready.ready < ready.total) {
    return ageSeconds !== undefined && ageSeconds < patienceSeconds ? "" : `NotReady ${ready.ready}/${ready.total}`;
  }
  const isFlapping =
    (restarts ?? 0) >= flapping.restarts &&
    lastRestartSeconds !== undefined &&
    lastRestartSeconds <= flapping.withinSeconds;
  return isFlapping && status === "Running" ? `Restarted ${formatAge(lastRestartSeconds)} ago` : "";
}

/** What the object says of the cause: how the last run ended, or why it cannot be scheduled or started. */
function objectReason({ object }: Row): string {
  const statuses = [
    ...listAt(object, "status", "initContainerStatuses"),
    ...listAt(object, "status", "containerStatuses"),
  ];
  for (const status of statuses) {
    const ended =
      textAt(status, "lastState", "terminated", "reason") || textAt(status, "state", "terminated", "reason");
    const code = toNumber(textAt(status, "lastState", "terminated", "exitCode"));
    const waiting = textAt(status, "state", "waiting", "reason");
    if (ended !== "" && ended !== "Completed") {
      const exit = code === undefined || code === 0 ? ended : `${ended}, exit code ${code}`;
      return waiting === "" ? exit : `${waiting} (${exit})`;
    }
    const message = textAt(status, "state", "waiting", "message");
    if (waiting !== "" && message !== "") return `${waiting}: ${message}`;
  }
  const unscheduled = listAt(object, "status", "conditions").find(
    (entry) => textAt(entry, "type") === "PodScheduled" && textAt(entry, "status") === "False",
  );
  return textAt(unscheduled, "message") || textAt(object, "status", "message");
}
