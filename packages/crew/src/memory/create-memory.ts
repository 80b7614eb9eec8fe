import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { memoryOptions } from "../options/entries.ts";
import { createSession } from "./session.ts";
import type { Memory, MemoryOptions, Place } from "./types.ts";

/**
 * Throws `options_invalid` for an option that there is not or that holds what it cannot, `memory_limit_invalid` for a limit or a time below 1 or a `textLimit` below 100, and `memory_namespace_invalid` for
 * one that a store takes no entries in.
 */
export function createMemory(options: MemoryOptions): Memory {
  checkOptions(options, memoryOptions);
  const { store, namespace = ["crew"], limit = 5, textLimit = 10_000, timeoutMs = 5_000 } = options;
  const place: Place = { store, namespace, limit, textLimit, timeoutMs };
  checkLimits(place);
  checkNamespace(place);
  return { ...createSession(place), session: () => createSession(place) };
}

function checkLimits({ limit, textLimit, timeoutMs }: Place): void {
  for (const [field, value, least] of [
    ["limit", limit, 1],
    ["textLimit", textLimit, 100],
    ["timeoutMs", timeoutMs, 1],
  ] as const) {
    if (value >= least) continue;
    const message = `The memory has a ${field} of ${value}.`;
    throw new CrewError("memory_limit_invalid", message, `Pass a number of at least ${least}.`);
  }
}

/** LangGraph's rules for every write. A search takes an empty namespace for all that there is. */
function checkNamespace({ namespace }: Place): void {
  const isFit = (label: string) => label !== "" && !/[.:\0]/.test(label);
  if (namespace.length > 0 && namespace[0] !== "langgraph" && namespace.every(isFit)) return;
  const message = `A store keeps nothing under the namespace ${JSON.stringify(namespace)}.`;
  const remedy = 'Pass at least one label, each without "." and ":", the first other than "langgraph".';
  throw new CrewError("memory_namespace_invalid", message, remedy);
}
