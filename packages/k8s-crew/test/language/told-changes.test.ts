import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/index.ts";

const context = { clusters: ["north", "lab"], namespaces: ["default", "billing"] };
const readingOf = (message: string) => readRequests(message, context).requests[0]?.request;

describe("what is told or asked of a change asks for none", () => {
  test.each([
    "ledger 老重启，是不是内存爆了呀",
    "ledger 总重启",
    "ledger 又重启",
    "ledger 动不动就重启",
    "ledger 隔一会儿就重启",
    "ledger 时不时重启一下",
    "ledger 一天到晚重启",
    "ledger restarts constantly",
    "ledger is always restarting",
    "ledger is in a restart loop",
  ])("a complaint is looked into: %s", (message) => {
    expect(readingOf(message)).toMatchObject({ kind: "request", verb: "diagnose", name: "ledger" });
  });

  test.each([
    ["ledger 会不会重启", "list"],
    ["ledger 什么时候重启的", "list"],
    ["does ledger restart a lot", "list"],
    ["有没有 pod 重启", "list"],
    ["does anything restart a lot", "list"],
    ["do my pods restart often", "list"],
    ["who restarted the most and how often", "list"],
  ])("a question is answered by a look: %s", (message, verb) => {
    expect(readingOf(message)).toMatchObject({ kind: "request", verb });
    expect(readingOf(message)?.whoDid).toBeUndefined();
  });

  test.each(["who's allowed to evict pods around here", "who all can drain nodes", "谁能驱逐 pod"])(
    "who may is a question for rights: %s",
    (message) => {
      expect(readingOf(message)).toMatchObject({ kind: "request", access: "who" });
    },
  );

  test.each([
    "does a restart help",
    "when did ledger restart",
    "will k8s restart ledger by itself",
    "kubernetes will restart ledger right?",
    "did anybody scale ledger",
    "ledger 会自动扩容吗",
    "ledger 又缩容",
    "ledger 抽风似的重启",
    "ledger 没日没夜地重启",
  ])("nothing is changed by: %s", (message) => {
    expect(["restart", "scale"]).not.toContain(readingOf(message)?.verb);
  });

  test.each([
    "restart ledger",
    "restart ledger?",
    "can you restart ledger",
    "could you pls restart ledger",
    "谁帮我重启一下 ledger",
    "ledger 重启一下",
    "ledger 立即重启",
    "把 ledger 重启了吧",
    "再重启一次 ledger",
  ])("a wish is still one: %s", (message) => {
    expect(readingOf(message)).toMatchObject({ kind: "request", verb: "restart", name: "ledger" });
  });
});

describe("whether something was stopped or has no replicas is no wish to stop it", () => {
  test.each([
    "ledger 是不是停了，副本归零",
    "ledger 副本归零是什么意思",
    "ledger 停，副本归零了？",
    "副本归零的有哪些",
    "ledger 停了",
    "ledger 下线了",
    "ledger 停掉了",
    "ledger 副本归零了",
    "谁把 ledger 停了",
    "ledger 副本怎么归零了",
    "ledger 的副本数归零会怎样",
    "ledger 昨晚下线了。",
    "ledger 停了，副本归零",
    "如果把 ledger 停了会怎样",
    "把 ledger 停了会影响谁",
    "ledger 停掉之后怎么恢复",
    "停掉的有哪些",
    "副本归零",
  ])("nothing is stopped by: %s", (message) => {
    expect(readingOf(message)?.verb).not.toBe("scale");
  });

  test.each([
    "把 ledger 停了",
    "把 ledger 停了吧",
    "给我把 ledger 下线",
    "ledger 停掉",
    "ledger 先停了吧",
    "停掉 ledger，副本归零",
    "把 ledger 停掉，副本归零",
    "ledger 停掉，副本数降到零",
    "把 ledger 副本归零",
    "ledger 副本清零吧",
    "麻烦把 ledger 暂时下线",
    "帮我把 ledger 副本数缩到零",
    "把 ledger 缩到零个",
    "ledger 缩成零个副本",
    "把 ledger 副本数调成零个吧",
    "ledger 停掉吧，副本缩到零",
    "将 ledger 先暂时关掉，也就是副本归零",
  ])("it is stopped by: %s", (message) => {
    expect(readingOf(message)).toMatchObject({ kind: "request", verb: "scale", name: "ledger" });
    expect(readingOf(message)?.replicas).toBe(0);
  });
});
