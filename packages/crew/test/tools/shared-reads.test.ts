import { expect, test } from "vitest";
import { createSharedReads } from "../../src/tools/shared-reads.ts";
import { gate } from "../fake-tools.ts";

test("nobody is let in on a read that was given up, however long it takes to end", async () => {
  const reads = createSharedReads<string>(() => 0);
  const started: AbortSignal[] = [];
  const join = (signal: AbortSignal) =>
    reads.join({
      key: "pods",
      signal,
      accepts: () => true,
      start: ({ signal: own }) => {
        started.push(own);
        return started.length === 1 ? gate<string>().promise : Promise.resolve("new");
      },
    });
  const leaver = new AbortController();
  const left = join(leaver.signal);
  leaver.abort(new Error("enough"));
  await expect(left).rejects.toThrow("enough");
  expect(started[0]?.aborted).toBe(true);
  expect(await join(new AbortController().signal)).toEqual({ value: "new", shared: false });
});
