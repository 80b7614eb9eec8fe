import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { searchesLog } from "../../report/log-search.ts";
import { type LogRead, logsTogether } from "../../report/logs-together.ts";
import { logText } from "../../results/log-text.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State } from "../state.ts";
import { contextOf } from "./lay-out.ts";

/** Logs that were read for the same lines are told together; undefined where they were not, or not all of them could be. */
export const searchedLogs = (parts: Parts, state: State, steps: readonly Step[]): string | undefined => {
  const logs = steps.map((step) => logRead(parts, state, step)).filter((log) => log !== undefined);
  const [first, ...others] = logs;
  if (first === undefined || others.length === 0 || logs.length < steps.length) return undefined;
  const places = new Set(logs.map(({ context: { cluster, namespace } }) => JSON.stringify([cluster, namespace])));
  return places.size === 1 ? logsTogether([first, ...others]) : undefined;
};

const logRead = (parts: Parts, state: State, step: Step): LogRead | undefined => {
  const result = parts.turn().shelf.results.get(callKey(step));
  const context = { ...contextOf(parts, state, step), ...placeOf(parts, step) };
  return step.verb === "logs" && step.everyOne === true && result?.outcome === "ok" && searchesLog(context)
    ? { text: logText(result.text, result.structured), context }
    : undefined;
};
