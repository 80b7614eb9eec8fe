import { CrewError } from "../errors.ts";
import { isSteering, isUnkeptPause } from "../graph-signals.ts";
import { createSlots } from "../slots.ts";
import { failureOf, thrownFor } from "../task/failure.ts";
import { unkeptAround } from "./ask-person.ts";
import type { RunContext } from "./run-context.ts";

/**
 * What takes the place of a run where the graph is run without its crew, as a node of another. Nobody brings it along to the
 * tasks, but LangGraph does all tasks of a step under one signal, and ends a step before it begins the next: so those under
 * one signal are those side by side.
 */
export function createAlone(concurrency: number | undefined): (signal: AbortSignal | undefined) => RunContext {
  const bySignal = new WeakMap<AbortSignal, RunContext>();
  return (signal) => {
    const known = signal && bySignal.get(signal);
    if (known !== undefined) return known;
    const alone = besideEachOther(concurrency);
    if (signal !== undefined) bySignal.set(signal, alone);
    return alone;
  };
}

function besideEachOther(concurrency: number | undefined): RunContext {
  let first: CrewError | undefined;
  return {
    isAlone: true,
    tasks: [],
    threadId: "",
    emit: () => {},
    meters: [],
    slots: concurrency === undefined ? undefined : createSlots(concurrency),
    memory: undefined,
    remembers: true,
    track: (work) => work(),
    used: () => {},
    finish: () => {},
    hasFinished: () => false,
    asks: () => {},
    // LangGraph makes an error without a code out of several, and tells one that is thrown more than once but once.
    thrownBy(task, error, isBrokenOff) {
      if (isSteering(error)) return error;
      if (isBrokenOff) return first ?? error;
      first ??= crewErrorOf(task, error);
      return first;
    },
  };
}

function crewErrorOf(task: string, error: unknown): CrewError {
  if (error instanceof CrewError) return error;
  return isUnkeptPause(error) ? unkeptAround(task) : thrownFor(failureOf(error, task));
}
