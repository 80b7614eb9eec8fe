import type { CallResult } from "@k8s-copilot/crew";
import type { Chain, Read } from "./types.ts";

/**
 * Runs chains side by side as one: each round asks for what all of them need next. The result is in the order of the
 * chains, so what one finds never depends on how fast another is.
 */
export function* together<Result>(chains: readonly Chain<Result>[]): Chain<readonly Result[]> {
  const results = new Map<number, Result>();
  let waiting = chains.map((chain, index) => ({
    chain,
    index,
    reads: start(chain, (result) => results.set(index, result)),
  }));
  waiting = waiting.filter(({ index }) => !results.has(index));
  while (waiting.length > 0) {
    const answers = yield waiting.flatMap(({ reads }) => reads);
    let taken = 0;
    waiting = waiting
      .map((entry) => {
        const own = answers.slice(taken, taken + entry.reads.length);
        taken += entry.reads.length;
        return { ...entry, reads: advance(entry.chain, own, (result) => results.set(entry.index, result)) };
      })
      .filter(({ index }) => !results.has(index));
  }
  return [...results.entries()].sort(([left], [right]) => left - right).map(([, result]) => result);
}

const start = <Result>(chain: Chain<Result>, finish: (result: Result) => void): readonly Read[] => {
  const step = chain.next([]);
  if (step.done) finish(step.value);
  return step.done ? [] : step.value;
};

const advance = <Result>(
  chain: Chain<Result>,
  answers: readonly CallResult[],
  finish: (result: Result) => void,
): readonly Read[] => {
  const step = chain.next(answers);
  if (step.done) finish(step.value);
  return step.done ? [] : step.value;
};

/** Drives a chain with a function that reads; used by the tool node, which knows how. */
export const drive = async <Result>(
  chain: Chain<Result>,
  read: (reads: readonly Read[]) => Promise<readonly CallResult[]>,
): Promise<Result> => {
  let step = chain.next([]);
  while (!step.done) step = chain.next(await read(step.value));
  return step.value;
};

/** How far a chain comes with what was read before. */
export type Reached<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "unread"; readonly reads: readonly Read[] };

/** Follows a chain without reading anything: to its end, or to the first reads whose results are not there yet. */
export const followed = <Result>(
  chain: Chain<Result>,
  lookup: (read: Read) => CallResult | undefined,
): Reached<Result> => {
  let step = chain.next([]);
  while (!step.done) {
    const pairs = step.value.map((read) => ({ read, result: lookup(read) }));
    const reads = pairs.flatMap(({ read, result }) => (result === undefined ? [read] : []));
    if (reads.length > 0) return { kind: "unread", reads };
    step = chain.next(pairs.flatMap(({ result }) => result ?? []));
  }
  return { kind: "done", result: step.value };
};

/** Two chains of different results side by side. */
export function* both<Left, Right>(left: Chain<Left>, right: Chain<Right>): Chain<readonly [Left, Right]> {
  const kept: { left?: readonly [Left]; right?: readonly [Right] } = {};
  yield* together([
    mapped(left, (result) => {
      kept.left = [result];
    }),
    mapped(right, (result) => {
      kept.right = [result];
    }),
  ]);
  if (!kept.left || !kept.right) throw new Error("A chain ended without a result");
  return [kept.left[0], kept.right[0]];
}

function* mapped<Result>(chain: Chain<Result>, keep: (result: Result) => void): Chain<void> {
  keep(yield* chain);
}
