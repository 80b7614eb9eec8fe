import { randomUUID } from "node:crypto";
import { Overwrite } from "@langchain/langgraph";
import { z } from "zod";
import { CrewError } from "../errors.ts";
import { keepable } from "../keepable.ts";
import { checkOptions } from "../options/check-options.ts";
import { forEachOptions, kickoffOptions } from "../options/definitions.ts";
import type { Inputs } from "../placeholders.ts";
import { createSlots } from "../slots.ts";
import { callBounded } from "../task/bounded.ts";
import { hookFailure } from "./ending.ts";
import type { CrewLife } from "./life.ts";
import type { Prepared } from "./run-graph.ts";
import type { Results } from "./state.ts";
import type { CrewRun, ForEachOptions, KickoffOptions } from "./types.ts";
import { unfitInputs } from "./unfit-inputs.ts";

/** Those that fill placeholders stay as they are; what else somebody passed on is as a checkpoint can keep it. */
const KeptInputs = z.custom<Inputs>((value) => typeof value === "object" && value !== null);

export type Kickoff = KickoffOptions & {
  readonly inputs: Inputs | undefined;
  /** What is known already and not done again. Default: nothing. */
  readonly kept?: Results;
};

export async function kickoff(
  life: CrewLife,
  { inputs, kept = {}, threadId = randomUUID(), ...options }: Kickoff,
): Promise<CrewRun> {
  checkOptions({ ...options, threadId }, kickoffOptions);
  if (typeof (inputs ?? {}) !== "object") {
    const message = "kickoff was given inputs that are no object.";
    throw new CrewError("options_invalid", message, "Pass { name: value }, by the names in the texts' braces.");
  }
  return life.run(threadId, async () => ({ ...options, prepare: (signal) => prepare(life, { inputs, kept, signal }) }));
}

type Given = { readonly inputs: Inputs | undefined; readonly kept: Results; readonly signal: AbortSignal };

async function prepare(life: CrewLife, { inputs: given, kept, signal }: Given): Promise<Prepared> {
  const { beforeKickoff, callbackTimeoutMs: timeoutMs } = life;
  const changed = await callBounded({ signal, timeoutMs }, () => beforeKickoff?.(given ?? {}) ?? given);
  if (!changed.ok) return { error: hookFailure("beforeKickoff", changed.problem) };
  const inputs = changed.value ?? null;
  if (typeof inputs !== "object")
    return { error: hookFailure("beforeKickoff", "It has to return inputs, or nothing.") };
  const error = unfitInputs(life.inputs, inputs);
  if (error !== undefined) return { error };
  const keptInputs = inputs && KeptInputs.parse(keepable({ ...inputs }));
  return { input: { inputs: keptInputs, outputs: new Overwrite(kept) }, inputs };
}

/** One run for each, a few at a time; the results are in the order of the inputs. */
export async function kickoffForEach(
  life: CrewLife,
  list: readonly Inputs[],
  { concurrency = 4, ...options }: ForEachOptions,
): Promise<CrewRun[]> {
  checkOptions({ ...options, concurrency }, forEachOptions);
  if (!Array.isArray(list)) {
    throw new CrewError("options_invalid", "kickoffForEach was given no list.", "Pass a list of inputs.");
  }
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
