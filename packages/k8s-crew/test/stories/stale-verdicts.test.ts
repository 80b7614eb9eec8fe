import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { behindOurBack } from "./behind-our-back.ts";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const wide = { width: 200 };

describe.each(serverKinds)("a verdict on what is past, on the %s server", (kind) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage(kind);
  });
  afterEach(() => stage.close());

  const begin = () => stage.conversation({ guidance: "direct", plans: "tell", cluster: "dev-cluster" });

  test.each([
    ["list namespaces", "is namespace dev healthy", /namespace dev was not found/],
    ["list pods in dev", "namespace dev 健康吗", /没有找到命名空间 dev/],
  ])("a namespace deleted after “%s” is not found healthy, nor in trouble: “%s”", async (list, message, told) => {
    const conversation = begin();
    await conversation.send(list, wide);
    await behindOurBack(stage).removeNamespace("dev");
    const result = await conversation.send(message, wide);
    expect(result.answer).toMatch(told);
    expect(result.answer).not.toMatch(/payment-worker|CrashLoopBackOff|from the cache|来自缓存/);
    expect(result.error?.code).toBe("not_found");
  });

  test("a namespace that is empty is looked at once, after one look at the namespaces", async () => {
    await behindOurBack(stage).makeNamespace("quiet");
    const conversation = begin();
    await conversation.send("list namespaces", wide);
    const { calls, status } = await conversation.send("is namespace quiet healthy", wide);
    const paid = calls.filter(({ cached }) => !cached).map(({ tool, args }) => JSON.stringify([tool, args]));
    expect(status).toBe("ok");
    expect(paid.toSorted()).toEqual([...new Set(paid)].toSorted());
  });

  test("a pod that was replaced after it was listed: the one in its place is looked into", async () => {
    const conversation = begin();
    await conversation.send("list pods in dev", wide);
    const { old, now } = await behindOurBack(stage).replacePod("dev", "payment-worker");
    const result = await conversation.send(`why does pod ${old} crash`, wide);
    expect(result.answer).toMatch(new RegExp(`^Pod ${old} is gone`, "m"));
    expect(result.answer).toContain(`${now} has taken its place`);
  });
});
