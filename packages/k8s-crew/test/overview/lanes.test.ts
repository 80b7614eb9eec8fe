import { expect, test } from "vitest";
import { inLanes } from "../../src/overview/lanes.ts";

/** Work that ends when it is told to; `order` is the order of the starts. */
const bench = () => {
  const order: string[] = [];
  const ends = new Map<string, (result: string) => void>();
  const work = (item: string): Promise<string> => {
    order.push(item);
    return new Promise((resolve) => ends.set(item, resolve));
  };
  const end = async (item: string) => {
    ends.get(item)?.(`${item} done`);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { order, work, end };
};

test("so many begin at once, the next when one has ended, and the results are in order", async () => {
  const { order, work, end } = bench();
  const all = inLanes(["a", "b", "c", "d"], { count: 2, patienceMs: 60_000 }, work);
  expect(order).toEqual(["a", "b"]);
  await end("b");
  expect(order).toEqual(["a", "b", "c"]);
  await end("a");
  expect(order).toEqual(["a", "b", "c", "d"]);
  await end("d");
  await end("c");
  expect(await all).toEqual(["a done", "b done", "c done", "d done"]);
});

test("what hangs goes on, but the others do not wait for it", async () => {
  const { order, work, end } = bench();
  const all = inLanes(["hangs", "hangs too", "quick"], { count: 2, patienceMs: 20 }, work);
  await expect.poll(() => order).toEqual(["hangs", "hangs too", "quick"]);
  for (const item of order) await end(item);
  expect(await all).toEqual(["hangs done", "hangs too done", "quick done"]);
});

test("work that fails fails the whole, after the others had their turn", async () => {
  const done: number[] = [];
  const all = inLanes([1, 2, 3], { count: 1, patienceMs: 1_000 }, async (item) => {
    done.push(item);
    if (item === 1) throw new Error("broken");
  });
  await expect(all).rejects.toThrow("broken");
  expect(done).toEqual([1, 2, 3]);
});

test("nothing to do is done", async () => {
  expect(await inLanes([], { count: 4, patienceMs: 10 }, async () => "never")).toEqual([]);
});
