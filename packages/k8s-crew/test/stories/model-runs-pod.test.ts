import { expect, test } from "vitest";
import { call, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

/** A pod that is to be run for looking into trouble is no trouble to be looked into. */
const { openRouter, talk } = useModelStage();

test.each([
  "run a little busybox debug pod in dev",
  "start a debug pod in dev from the image busybox",
  "在 dev 跑一个 busybox 调试 pod",
  "在 dev 起个 busybox 的 debug pod",
])("a model that plans to run it is followed, to a card: %s", async (message) => {
  openRouter().enqueue({
    match: planner,
    reply: planOf(call("pods_run", { namespace: "dev", image: "busybox" })),
    times: Number.POSITIVE_INFINITY,
  });
  const result = await talk().send(message);
  expect(result.status).toBe("needs_approval");
  expect(result.plan).toMatchObject([{ tool: "pods_run" }]);
});

test("its image is asked for where nobody said it", async () => {
  openRouter().enqueue({
    match: planner,
    reply: planOf(call("pods_run", { namespace: "dev", image: "registry.invalid/miner" })),
    times: Number.POSITIVE_INFINITY,
  });
  const result = await talk().send("run a little debug pod in dev");
  expect(result).toMatchObject({ status: "needs_input", approval: null });
  expect(result.answer).toMatch(/image/);
  expect(JSON.stringify(result)).not.toContain("miner");
});
