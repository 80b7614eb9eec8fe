import { randomUUID } from "node:crypto";
import { type CallResult, createDeadline } from "@k8s-copilot/crew";
import type { CallRecord } from "../../output/output.ts";
import type { Read } from "../../overview/types.ts";
import { admit } from "../../plan/admit.ts";
import { callKey } from "../../plan/source.ts";
import type { Parts } from "../parts.ts";
import { lateResult, patienceFor } from "./patience.ts";

type Limits = { readonly signal: AbortSignal; readonly maxAgeMs: number | undefined };

/** Reads side by side through the runner; each is announced, recorded and put on the shelf. */
export const readAll = (parts: Parts, reads: readonly Read[], limits: Limits): Promise<readonly CallResult[]> =>
  Promise.all(reads.map((read) => readOne(parts, read, limits)));

/** The same, without reading again what this turn has read. */
export const readAnew = (parts: Parts, reads: readonly Read[], limits: Limits): Promise<readonly CallResult[]> =>
  Promise.all(reads.map(async (read) => readBefore(parts, read, limits) ?? readOne(parts, read, limits)));

/** What this turn has read, nothing has been written since, and is young enough. */
const readBefore = (parts: Parts, read: Read, { maxAgeMs }: Limits): CallResult | undefined => {
  if (parts.catalog.effectOf(read.tool, read.args) !== "read") return undefined;
  const known = parts.turn().shelf.results.get(callKey(read));
  const isYoung = known !== undefined && (!known.cached || maxAgeMs === undefined || known.ageMs <= maxAgeMs);
  const isOfTurn = sinceChange(parts).some((call) => callKey(call) === callKey(read));
  return known?.outcome === "ok" && isYoung && isOfTurn ? known : undefined;
};

/** The calls of this turn since it last changed something. */
export const sinceChange = (parts: Parts): readonly CallRecord[] => {
  const { calls } = parts.turn().record;
  return calls.slice(calls.findLastIndex(({ effect }) => effect !== "read") + 1);
};

const readOne = async (parts: Parts, read: Read, { signal, maxAgeMs }: Limits): Promise<CallResult> => {
  const turn = parts.turn();
  const id = randomUUID();
  const entry = parts.catalog.get(read.tool);
  turn.emit({ type: "call.started", id, server: entry?.server ?? "", tool: read.tool, args: read.args });
  const effect = parts.catalog.effectOf(read.tool, read.args);
  if (effect !== "read") {
    await turn.writeDown();
    if (!signal.aborted) turn.record.changes.push({ tool: read.tool, args: read.args });
  }
  const timeoutMs = effect === "read" ? patienceFor(turn.record.calls, entry?.server ?? "") : undefined;
  const patience = createDeadline({ signals: [signal], timeoutMs });
  const answered = await parts.runner
    .run(
      { id, tool: read.tool, args: read.args },
      { signal: patience.signal, ...(maxAgeMs === undefined ? {} : { maxAgeMs }) },
    )
    .finally(patience.close);
  const isLate = answered.outcome === "cancelled" && patience.timedOut();
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
  turn.account.toolCall(record.cached);
  turn.emit({ type: "call.finished", id, ...record });
  const readAt = parts.settings.now() - result.ageMs;
  turn.shelf.results.set(callKey(read), { ...result, readAt, readings: new Map() });
  return result;
};
