import type { CrewFailureCode } from "./errors.ts";

/**
 * Does a piece of work, or gives what it came to before: inside a graph that keeps checkpoints, what was finished before a
 * pause or the end of the process is not done again. The result has to be data that can be written down. `failureIn` tells
 * why all of the work fails by it, if it does: what is to be tried again is not kept.
 */
export type Remember = <Value>(
  name: string,
  work: () => Promise<Value>,
  failureIn?: (value: Value) => Failure | undefined,
) => Promise<Value>;

type Failure = { readonly code: CrewFailureCode; readonly message: string; readonly remedy: string };

type Work<Value> = {
  readonly name: string;
  readonly work: () => Promise<Value>;
  readonly failureIn?: (value: Value) => Failure | undefined;
};

/** The same, and whether it was done now: what was done before a pause was told before it too. */
export async function rememberOrDo<Value>(remember: Remember, { name, work, failureIn }: Work<Value>) {
  let isNew = false;
  const doNow = () => {
    isNew = true;
    return work();
  };
  return { value: await remember(name, doNow, failureIn), isNew };
}

export const forgetful: Remember = (_name, work) => work();
