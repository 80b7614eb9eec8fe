import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("bundled");
});
afterAll(() => stage.close());

const ask = (message: string) => stage.conversation({ cluster: "dev-cluster" }).send(message);

describe("a change of those in a certain state", () => {
  test.each(["把 dev 里失败的 pod 删掉", "delete the failed pods in dev"])("offers no others: %s", async (message) => {
    const { question, calls } = await ask(message);
    const offered = question?.choices.map(({ value }) => value) ?? [];
    expect(offered).toContainEqual(expect.stringMatching(/^database-migration-/));
    // It restarts again and again, and none of its runs is over for good.
    expect(offered).not.toContainEqual(expect.stringMatching(/^payment-worker-|^redis-0$/));
    expect(calls.filter(({ verb }) => verb === "delete")).toEqual([]);
  });

  test.each([
    ["把 production 里挂了的 pod 删掉", "集群 dev-cluster 的命名空间 production 的 Pod 都不符合条件。"],
    [
      "delete the crashed pods in production",
      "None of the pods in namespace production of cluster dev-cluster matches.",
    ],
  ])("says that there are none: %s", async (message, answer) => {
    expect(await ask(message)).toMatchObject({ question: null, approval: null, answer });
  });
});

describe.each(serverKinds)("on the %s server", (kind) => {
  let own: Stage;
  beforeAll(async () => {
    own = await openStage(kind);
  }, 60_000);
  afterAll(() => own?.close());

  test.each([
    ["看一下 dev 的日志", /^CrashLoopBackOff · 重启 14 次 · \d/, /^Running · 重启 1 次 · 5d$/],
    ["logs of a pod in dev", /^CrashLoopBackOff · 14 restarts · \d/, /^Running · 1 restart · 5d$/],
  ])(
    "state, restarts and age of what is offered are told in the person's language: %s",
    async (message, ...expected) => {
      const { question } = await own.conversation({ cluster: "dev-cluster" }).send(message);
      const reasons = question?.choices.map(({ reason }) => reason) ?? [];
      for (const one of expected) expect(reasons).toContainEqual(expect.stringMatching(one));
    },
  );

  test("“the newest” picks by what single reads told", async () => {
    const talk = own.conversation({ cluster: "dev-cluster" });
    await talk.send("logs of cart-service in dev");
    const { calls } = await talk.send("the newest");
    const [logs] = calls.filter(({ verb }) => verb === "logs");
    expect(Object.values(logs?.args ?? {})).toContain("cart-service-v2-ghijk");
  });
});
