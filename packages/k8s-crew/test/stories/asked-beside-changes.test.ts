import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("what is said around changes and places", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const said = async (messages: readonly string[], cluster = "dev-cluster") => {
    const conversation = stage.conversation({ cluster, guidance: "direct" });
    const [last = "", ...before] = messages.toReversed();
    for (const message of before.toReversed()) await conversation.send(message);
    return conversation.send(last);
  };

  test.each([
    ["restart search-api in dev", "did that restart change anything?", /no change was made/],
    ["重启 dev 的 search-api", "刚才那个重启改了什么吗", /什么都没改/],
  ])("“%s” that no tool does, “%s”: nothing was changed", async (message, question, holds) => {
    const told = await said([message, question]);
    expect(told.answer).toMatch(holds);
    expect(told.calls).toEqual([]);
  });

  test.each([
    ["what should I clean up in dev", "delete it all", /Nothing was deleted/],
    ["dev 有什么可以清理的", "全删了", /不会一次全删/],
  ])("“%s”, “%s” deletes nothing and says how each is asked for", async (message, wish, holds) => {
    const told = await said([message, wish]);
    expect(told).toMatchObject({ status: "ok", approval: null });
    expect(told.calls.filter(({ cached }) => !cached)).toEqual([]);
    expect(told.answer).toMatch(holds);
  });

  test.each(["restart deployment/cart-service in dev", "重启 dev 的 cart-service"])(
    "“%s” has no such Deployment: a command for each that may be meant",
    async (message) => {
      const told = await said([message]);
      expect(told.answer).toMatch(/restart deployment\/cart-service-v1 -n dev/);
      expect(told.answer).toMatch(/restart deployment\/cart-service-v2 -n dev/);
      expect(told.answer).not.toMatch(/deployment\/cart-service -n/);
    },
  );

  test.each([
    ["switch to namespace dev", /Cluster prod-cluster has no namespace dev; dev-cluster has one/],
    ["切到 dev 命名空间", /集群 prod-cluster 里没有命名空间 dev，dev-cluster 里有/],
  ])("“%s” from a cluster without it switches nothing, and offers the one that has it", async (message, holds) => {
    const told = await said([message], "prod-cluster");
    expect(told.answer).toMatch(holds);
    expect(told.nextSteps).toHaveLength(1);
    expect(told.nextSteps[0]?.message).toMatch(/dev-cluster/);
  });

  test.each([
    ["prod 有没有问题，没有的话把 dev 的 inventory 扩到 2", /还没有做：“把 dev 的 inventory 扩到 2”/],
    ["is production fine? if so scale inventory in dev to 2", /Not done yet: “scale inventory in dev to 2”/],
  ])("“%s” looks, and leaves the change to be asked for", async (message, holds) => {
    const told = await said([message]);
    expect(told.answer).toMatch(holds);
    expect(told.approval).toBeNull();
  });

  test.each([
    ["is dev ok", "exit after 3"],
    ["dev 还好吗", "做完第3步就停"],
  ])("“%s”, “%s” leaves the plan its first three steps", async (message, edit) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "guided" });
    await conversation.send(message);
    const told = await conversation.send(edit);
    expect(told.answer).toMatch(/^ {2}3\. /mu);
    expect(told.answer).not.toMatch(/^ {2}4\. .*\n.*\[(?:read|读)/mu);
  });
});
