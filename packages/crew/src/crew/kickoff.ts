import { randomUUID } from "node:crypto";
import { Overwrite } from "@langchain/langgraph";
import { CrewError } from "../errors.ts";
import type { Inputs } from "../placeholders.ts";
import { createSlots } from "../slots.ts";
import { callBounded } from "../task/bounded.ts";
import type { CrewFailure } from "../task/failure.ts";
import type { CrewLife } from "./life.ts";
import { hookFailure, type Prepared } from "./run-graph.ts";
import type { Results } from "./state.ts";
import type { CrewRun, ForEachOptions, KickoffOptions } from "./types.ts";

export type Kickoff = KickoffOptions & {
  readonly inputs: Inputs | undefined;
  /** What is known already and not done again. Default: nothing. */
  readonly kept?: Results;
};

export function kickoff(
  life: CrewLife,
  { inputs, kept = {}, threadId = randomUUID(), ...options }: Kickoff,
): Promise<CrewRun> {
  return life.run(threadId, async () => ({ ...options, prepare: (signal) => prepare(life, { inputs, kept, signal }) }));
}

type Given = { readonly inputs: Inputs | undefined; readonly kept: Results; readonly signal: AbortSignal };

async function prepare(life: CrewLife, { inputs: given, kept, signal }: Given): Promise<Prepared> {
  const { beforeKickoff, callbackTimeoutMs: timeoutMs } = life;
  const changed = await callBounded({ signal, timeoutMs }, () => beforeKickoff?.(given ?? {}) ?? given);
  if (!changed.ok) return { error: hookFailure("beforeKickoff", changed.problem) };
  const inputs = changed.value;
  const missing = inputs === undefined ? [] : life.inputs.filter((name) => inputs[name] === undefined);
  if (missing.length > 0) return { error: missingInputs(missing) };
  return { input: { inputs: inputs ?? null, outputs: new Overwrite(kept) } };
}

function missingInputs(names: readonly string[]): CrewFailure {
  const braces = names.map((name) => `{${name}}`).join(", ");
  const message = `There is no input for ${braces}.`;
  return { code: "input_missing", message, remedy: `Pass ${names.join(", ")} to kickoff.`, task: "" };
}

/** One run for each, a few at a time; the results are in the order of the inputs. */
export async function kickoffForEach(
  life: CrewLife,
  list: readonly Inputs[],
  { concurrency = 4, ...options }: ForEachOptions,
): Promise<CrewRun[]> {
  if (!(concurrency >= 1)) {
    const message = `With a concurrency of ${concurrency} no run would begin.`;
    throw new CrewError("crew_limit_invalid", message, "Pass a number of at least 1.");
  }
  const slots = createSlots(concurrency);
  const never = new AbortController().signal;
  return Promise.all(
    list.map(async (inputs) => {
      const release = await slots.take(never);
      return kickoff(life, { ...options, inputs }).finally(release);
    }),
  );
}
