import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const wide = { width: 200 };

describe.each(serverKinds)("no call is paid for twice on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const paidFor = (calls: readonly { readonly cached: boolean; readonly tool: string; readonly args: unknown }[]) =>
    calls.filter(({ cached }) => !cached).map(({ tool, args }) => JSON.stringify([tool, args]));

  test.each([
    ["why does payment-worker crash in dev", "describe it"],
    ["dev 里的 image-resizer 为什么重启", "看它的事件"],
  ])("in one turn, nor by what follows it at once: %s, %s", async (first, then) => {
    const conversation = stage.conversation({ guidance: "direct", cluster: "dev-cluster" });
    const diagnosed = await conversation.send(first, wide);
    const followed = await conversation.send(then, wide);
    expect(diagnosed.calls.length).toBeGreaterThan(2);
    expect(followed.status).toBe("ok");
    const paid = [...paidFor(diagnosed.calls), ...paidFor(followed.calls)];
    expect(paid.toSorted()).toEqual([...new Set(paid)].toSorted());
  });

  test("in a plan whose steps look at the same things", async () => {
    const conversation = stage.conversation({ guidance: "direct", plans: "tell" });
    const { calls } = await conversation.send("dev 健康吗", wide);
    const paid = paidFor(calls);
    expect(paid.toSorted()).toEqual([...new Set(paid)].toSorted());
  });
});
