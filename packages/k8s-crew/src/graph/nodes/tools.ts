import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { CallResult } from "@k8s-copilot/crew";
import { Command } from "@langchain/langgraph";
import { verdictMaxAgeMs } from "../../cache-policy.ts";
import { drive } from "../../overview/chains.ts";
import { inLanes } from "../../overview/lanes.ts";
import { surveyLine } from "../../overview/render.ts";
import { surveyCluster, unread } from "../../overview/survey.ts";
import type { ClusterSurvey, Read } from "../../overview/types.ts";
import { admit } from "../../plan/admit.ts";
import { callKey } from "../../plan/source.ts";
import { bareLists, detailsOf } from "../bare-lists.ts";
import type { Parts } from "../parts.ts";
import { lateResult, patienceFor } from "../patience.ts";
import type { State } from "../state.ts";
import { type ClusterTarget, surveyTargets } from "../survey-targets.ts";

/** A cluster that says nothing for so long is a row with its cause, and the others are not kept waiting. */
const clusterDeadlineMs = 5_000;

/** A cluster's deadline begins with its turn: one that was never asked must not pass for one that is slow. */
const lanes = { count: 4, patienceMs: 1_000 };

/**
 * The caching tool node: every call of the conversation goes through it, side by side where they do not need each
 * other. A survey's clusters are chains of their own, so that a slow one delays nobody.
 */
export const runTools = (parts: Parts) => async (state: State) => {
  const { work } = state;
  if (!work) return new Command({ goto: "executor" });
  if (work.kind === "reads")
    await readAll(
      parts,
      work.reads.filter((read) => !isRead(parts, read)),
      { signal: parts.turn().signal, maxAgeMs: parts.settings.maxAgeMs },
    );
  else if (work.kind === "survey") await runSurvey(parts, state);
  else await lookCloser(parts, state);
  return new Command({ goto: work.for, update: { work: null } });
};

/** What this turn has read and nothing has been written since is not read again. */
const isRead = (parts: Parts, read: Read): boolean => {
  const { record, shelf } = parts.turn();
  const sinceWrite = record.calls.slice(record.calls.findLastIndex(({ effect }) => effect !== "read") + 1);
  return (
    parts.catalog.effectOf(read.tool, read.args) === "read" &&
    shelf.results.get(callKey(read))?.outcome === "ok" &&
    sinceWrite.some((call) => callKey(call) === callKey(read))
  );
};

type Limits = { readonly signal: AbortSignal; readonly maxAgeMs: number | undefined };

/** Reads side by side through the runner; each is announced, recorded and put on the shelf. */
export const readAll = (parts: Parts, reads: readonly Read[], limits: Limits): Promise<readonly CallResult[]> =>
  Promise.all(reads.map((read) => readOne(parts, read, limits)));

const readOne = async (parts: Parts, read: Read, { signal, maxAgeMs }: Limits): Promise<CallResult> => {
  const turn = parts.turn();
  const id = randomUUID();
  const entry = parts.catalog.get(read.tool);
  turn.emit({ type: "call.started", id, server: entry?.server ?? "", tool: read.tool, args: read.args });
  const effect = parts.catalog.effectOf(read.tool, read.args);
  const patience = effect === "read" ? patienceFor(turn.record.calls, entry?.server ?? "") : undefined;
  const answered = await parts.runner.run(
    { id, tool: read.tool, args: read.args },
    {
      signal: patience === undefined ? signal : AbortSignal.any([signal, patience]),
      ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
    },
  );
  const isLate = answered.outcome === "cancelled" && patience?.aborted === true && !signal.aborted;
  const result = isLate ? lateResult(answered) : answered;
  const admission = admit({ ...read, reason: "" }, parts.catalog, id);
  const record = {
    server: result.server,
    tool: read.tool,
    verb: entry?.verb ?? "other",
    resource: admission.kind === "admitted" ? admission.step.resource : "other",
    effect,
    args: { ...read.args },
    outcome: result.outcome,
    cached: result.cached,
    ageMs: Math.round(result.ageMs),
    ms: Math.round(result.ms),
  };
  turn.record.calls.push(record);
  turn.emit({ type: "call.finished", id, ...record });
  turn.shelf.results.set(callKey(read), result);
  return result;
};

/** Lists of bare names, with what single reads tell of them: for each cluster at most as many as for a survey. */
const lookCloser = async (parts: Parts, { plan }: State): Promise<void> => {
  const turn = parts.turn();
  const lists = plan ? bareLists(parts, plan) : [];
  const clusters = [...new Set(lists.map(({ cluster }) => cluster))];
  const limits = { signal: turn.signal, maxAgeMs: verdictAge(parts) };
  await Promise.all(
    clusters.map(async (cluster) => {
      const own = lists.filter((list) => list.cluster === cluster);
      const chain = detailsOf(parts, own, cluster);
      const detailed = await drive(chain, (reads) => readAll(parts, reads, limits));
      for (const { key, rows } of detailed) turn.shelf.details.set(key, rows);
    }),
  );
};

const verdictAge = ({ settings }: Parts): number => Math.min(settings.maxAgeMs ?? verdictMaxAgeMs, verdictMaxAgeMs);

const runSurvey = async (parts: Parts, state: State): Promise<void> => {
  const turn = parts.turn();
  const targets = surveyTargets(state, { catalog: parts.catalog, shelf: turn.shelf });
  const surveys = await inLanes(targets, lanes, (target) => surveyOne(parts, state, target));
  // A namespace that was named stands in some clusters only; the others are not what was asked about.
  const found = surveys.filter(({ cause }) => cause !== "no_namespace");
  turn.shelf.surveys = found.length > 0 ? found : surveys;
};

const surveyOne = async (parts: Parts, state: State, target: ClusterTarget): Promise<ClusterSurvey> => {
  const turn = parts.turn();
  if (!target.selectable) return { ...unread(target), reach: "not_selectable" };
  const deadline = AbortSignal.timeout(clusterDeadlineMs);
  const signal = AbortSignal.any([turn.signal, deadline]);
  // Many reads listen to one signal; Node warns at the eleventh as if they had been forgotten.
  setMaxListeners(0, signal);
  const maxAgeMs = verdictAge(parts);
  const chain = surveyCluster({
    catalog: parts.catalog,
    cluster: target.cluster,
    current: target.current,
    view: state.plan?.view ?? "status",
    now: parts.settings.now(),
    ...(target.namespace === undefined ? {} : { namespace: target.namespace }),
  });
  const survey = await drive(chain, async (reads) => {
    const results = await readAll(parts, reads, { signal, maxAgeMs });
    return results.map((result) => (deadline.aborted && !turn.signal.aborted ? asLate(result) : result));
  });
  turn.emit({ type: "progress", text: surveyLine(survey, state.language) });
  return survey;
};

/** Nobody cancelled what the deadline ended. */
const asLate = (result: CallResult): CallResult =>
  result.outcome === "cancelled" ? { ...result, outcome: "timeout", message: "" } : result;
