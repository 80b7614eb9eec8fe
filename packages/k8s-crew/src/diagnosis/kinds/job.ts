import type { Chain } from "../../overview/types.ts";
import { rowOf } from "../../results/rows.ts";
import { at, numberAt, textAt, type UnknownRecord } from "../../results/values.ts";
import { jobFacts } from "../../results/workload-facts.ts";
import { conditionEvidence, conditionOf, eventEvidence, fieldEvidence, quoted } from "../evidence.ts";
import type { Scout } from "../scout.ts";
import type { Finding, Thing } from "../types.ts";
import { inspectPods, merged, podsOf } from "./pods-of.ts";
import type { Seen } from "./seen.ts";
import { refused } from "./workload.ts";

/** A job: how it ended, and what its pods say. */
export function* job(scout: Scout, thing: Thing): Chain<Seen> {
  const [found, events] = yield* scout.whole(thing);
  if (found.kind !== "found") return { reach: found.kind };
  const { object } = found;
  const rows = yield* podsOf(scout, { owner: thing, selector: `job-name=${thing.name}` });
  const pods = yield* inspectPods(scout, rows ?? []);
  const refusal = events.find(({ reason }) => reason === "FailedCreate");
  const row = rowOf(object, "job");
  const { status, completions } = row ? jobFacts(row, scout.now) : { status: "", completions: undefined };
  return {
    reach: "ok",
    pods,
    state: `${status}${completions ? `, ${completions.ready}/${completions.total} succeeded` : ""}`,
    findings: [
      ...ownFindings(thing, object),
      ...(refusal ? [refused(thing, { message: refusal.message, evidence: eventEvidence(thing, refusal) })] : []),
      ...merged(pods.flatMap(({ findings }) => findings)),
    ],
  };
}

const ownFindings = (thing: Thing, object: UnknownRecord): readonly Finding[] => {
  if (at(object, "spec", "suspend") === true)
    return [
      { object: thing, cause: "job_suspended", slots: {}, evidence: [fieldEvidence(thing, "spec.suspend", "true")] },
    ];
  const failed = conditionOf(object, "Failed");
  if (!failed || textAt(failed, "status") !== "True") return [];
  const reason = textAt(failed, "reason");
  const evidence = [conditionEvidence(thing, failed)];
  if (reason === "BackoffLimitExceeded") {
    const slots = {
      failed: numberAt(object, "status", "failed") ?? 0,
      limit: textAt(object, "spec", "backoffLimit") || "6",
    };
    return [{ object: thing, cause: "job_backoff", slots, evidence }];
  }
  if (reason === "DeadlineExceeded")
    return [
      {
        object: thing,
        cause: "job_deadline",
        slots: { limit: textAt(object, "spec", "activeDeadlineSeconds") },
        evidence,
      },
    ];
  return [
    {
      object: thing,
      cause: "job_failed",
      slots: { what: reason, detail: quoted(textAt(failed, "message")) },
      evidence,
    },
  ];
};

/** A cron job: whether it runs at all, and how its last job ended. */
export function* cronJob(scout: Scout, thing: Thing): Chain<Seen> {
  const [found, events] = yield* scout.whole(thing);
  if (found.kind !== "found") return { reach: found.kind };
  const { object } = found;
  const schedule = textAt(object, "spec", "schedule");
  const last = textAt(object, "status", "lastScheduleTime");
  const missed = events.find(({ reason }) =>
    /^(?:MissSchedule|TooManyMissedTimes|FailedNeedsStart|JobAlreadyActive)$/.test(reason),
  );
  const own: Finding[] = [];
  if (at(object, "spec", "suspend") === true)
    own.push({
      object: thing,
      cause: "cronjob_suspended",
      slots: {},
      evidence: [fieldEvidence(thing, "spec.suspend", "true")],
    });
  else if (last === "")
    own.push({
      object: thing,
      cause: "cronjob_never",
      slots: { what: schedule },
      evidence: [fieldEvidence(thing, "spec.schedule", schedule)],
    });
  if (missed)
    own.push({
      object: thing,
      cause: "cronjob_missed",
      slots: { detail: quoted(missed.message) },
      evidence: [eventEvidence(thing, missed)],
    });
  const ran = yield* lastJob(scout, thing);
  const latest = ran?.reach === "ok" ? ran : undefined;
  return { reach: "ok", state: schedule, findings: [...own, ...(latest?.findings ?? [])], pods: latest?.pods ?? [] };
}

/** Jobs of a cron job are called after it and the time of their run: the last one sorts last. */
function* lastJob(scout: Scout, { namespace, name }: Thing): Chain<Seen | undefined> {
  const rows = yield* scout.list("job", namespace);
  const latest = (rows ?? [])
    .map((row) => row.name)
    .filter((each) => each.startsWith(`${name}-`) && /-\d+$/.test(each))
    .toSorted()
    .at(-1);
  return latest === undefined ? undefined : yield* job(scout, { resource: "job", namespace, name: latest });
}
