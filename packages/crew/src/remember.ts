/**
 * Does a piece of work, or gives what it came to before: inside a graph that keeps checkpoints, what was finished before a
 * pause or the end of the process is not done again. The result has to be data that can be written down.
 */
export type Remember = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

/** The same, and whether it was done now: what was done before a pause was told before it too. */
export async function rememberOrDo<Value>(remember: Remember, name: string, work: () => Promise<Value>) {
  let isNew = false;
  const value = await remember(name, () => {
    isNew = true;
    return work();
  });
  return { value, isNew };
}

export const forgetful: Remember = (_name, work) => work();
