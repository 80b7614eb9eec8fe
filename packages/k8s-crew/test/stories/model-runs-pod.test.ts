import { describe, expect, onTestFinished, test } from "vitest";
import { call, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";
import { openStage } from "./servers.ts";

/** A pod that is to be run for looking into trouble is no trouble to be looked into. */
const { openRouter, stage, talk } = useModelStage();

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

describe("without a model", () => {
  test.each([
    ["run a little debug pod", ["dev", "busybox"], "In which namespace is it to run?", "Which image is it to run?"],
    ["起一个调试用的小 pod", ["dev", "busybox"], "要放在哪个命名空间？", "用哪个镜像"],
  ])("%s: the place and the image are asked for, then consent", async (message, [place, image], where, which) => {
    const conversation = stage().conversation({ cluster: "dev-cluster" });
    expect((await conversation.send(message)).answer).toContain(where);
    expect((await conversation.send(place ?? "")).answer).toContain(which);
    const { approval } = await conversation.send(image ?? "");
    expect(approval?.call).toMatchObject({ tool: "pods_run", args: { namespace: "dev", image: "busybox" } });
  });

  test.each([
    ["spin up a curl pod in dev", /no tool/i],
    ["在 dev 跑一个临时 pod", /没有可以做到这件事的工具/],
  ])("a server that can run none says so, and shows no pods instead: %s", async (message, cannot) => {
    const plain = await openStage("plain");
    onTestFinished(() => plain.close());
    const { answer, calls, status } = await plain.conversation().send(message);
    expect(answer).toMatch(cannot);
    expect(status).toBe("ok");
    expect(calls.filter(({ resource }) => resource === "pod")).toEqual([]);
  });
});
