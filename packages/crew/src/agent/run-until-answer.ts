import type { RequestedCall } from "../read-reply.ts";
import type { CallResult, Tool } from "../types.ts";
import type { Answer, ReadAnswer } from "./answer.ts";
import type { Batch } from "./run-calls.ts";

export type Calling = {
  readonly tools: readonly Tool[];
  readonly answer: Answer;
  readonly signal: AbortSignal;
  readonly runBatch: (requested: readonly RequestedCall[]) => Promise<Batch>;
};

/** What became of the calls of a turn; with `given` those after the one that gave the answer were not sent. */
export type Called = Batch & { readonly given?: Extract<ReadAnswer, { fits: true }> };

/** Runs the calls of one turn. A tool whose result is the answer ends them, unless it failed or its result does not fit. */
export async function runUntilAnswer(
  { tools, answer, signal, runBatch }: Calling,
  requested: readonly RequestedCall[],
): Promise<Called> {
  const answering = tools.filter((tool) => tool.resultAsAnswer).map(({ name }) => name);
  const results: CallResult[] = [];
  let isFruitless = true;
  for (let from = 0; from < requested.length; ) {
    const rest = requested.slice(from);
    const at = rest.findIndex(({ call }) => answering.includes(call.tool));
    const batch = await runBatch(at < 0 ? rest : rest.slice(0, at + 1));
    results.push(...batch.results);
    isFruitless &&= batch.isFruitless;
    from += batch.results.length;
    const last = batch.results.at(-1);
    const read = at >= 0 && last?.outcome === "ok" ? await answer.readText(last.text, signal) : undefined;
    if (read?.fits) return { results, isFruitless, given: read };
  }
  return { results, isFruitless };
}
