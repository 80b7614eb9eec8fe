export type Lanes = {
  /** Pieces of work at a time. */
  readonly count: number;
  /** What has taken so many milliseconds goes on, but no longer keeps the next piece waiting. */
  readonly patienceMs: number;
};

/** Works on every item, a few at a time, so that neither many items nor hanging ones starve the rest. In their order. */
export const inLanes = async <Item, Result>(
  items: readonly Item[],
  { count, patienceMs }: Lanes,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const queue = [...items];
  const started: Promise<Result>[] = [];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const running = work(item);
      started.push(running);
      await settledOrLate(running, patienceMs);
    }
  };
  await Promise.all(Array.from({ length: count }, lane));
  return Promise.all(started);
};

const settledOrLate = async (running: Promise<unknown>, patienceMs: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([running.catch(() => {}), late]);
  clearTimeout(timer);
};
