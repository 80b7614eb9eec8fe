import { randomUUID } from "node:crypto";
import { type CallResult, createDeadline } from "@k8s-copilot/crew";
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
  Promise.all(reads.map(async (read) => readBefore(parts, read) ?? readOne(parts, read, limits)));

/** What this turn has read and nothing has been written since. */
const readBefore = (parts: Parts, read: Read): CallResult | undefined => {
  const { record, shelf } = parts.turn();
  if (parts.catalog.effectOf(read.tool, read.args) !== "read") return undefined;
  const sinceWrite = record.calls.slice(record.calls.findLastIndex(({ effect }) => effect !== "read") + 1);
  const known = shelf.results.get(callKey(read));
  return known?.outcome === "ok" && sinceWrite.some((call) => callKey(call) === callKey(read)) ? known : undefined;
};

const readOne = async (parts: Parts, read: Read, { signal, maxAgeMs }: Limits): Promise<CallResult> => {
  const turn = parts.turn();
  const id = randomUUID();
  const entry = parts.catalog.get(read.tool);
  turn.emit({ type: "call.started", id, server: entry?.server ?? "", tool: read.tool, args: read.args });
  const effect = parts.catalog.effectOf(read.tool, read.args);
  if (effect !== "read") await turn.writeDown();
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
  turn.shelf.results.set(callKey(read), { ...result, readings: new Map() });
  return result;
};
