import { expect, onTestFinished, test } from "vitest";
import { createMemoryStore, createToolRunner } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";

test("of what another runner kept, a runner takes only what its own time allows", async () => {
  let time = 0;
  const now = () => time;
  const store = createMemoryStore({ now });
  const look = fakeTool("look");
  const runnerFor = (ttlMs: number) => {
    const policyOf = () => ({ ttlMs, tags: ["things"], drops: [] });
    const runner = createToolRunner({ tools: [look], cache: store, now, policyOf });
    onTestFinished(() => runner.close());
    return async () => (await runner.run({ id: "1", tool: "look", args: {} })).cached;
  };
  const [patient, hasty] = [runnerFor(3_600_000), runnerFor(5_000)];
  expect(await patient()).toBe(false);
  time += 4_000;
  expect(await hasty()).toBe(true);
  time += 600_000;
  expect([await patient(), await hasty()]).toEqual([true, false]);
});
