import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Question } from "../../src/index.ts";
import { behindOurBack } from "./behind-our-back.ts";
import { openStage, type Stage } from "./servers.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("bundled");
});
afterAll(() => stage.close());

const talk = () => stage.conversation({ cluster: "dev-cluster" });
const valuesOf = (question: Question | null) => question?.choices.map(({ value }) => value);
const sentIn = (calls: readonly { readonly cached: boolean }[]) => calls.filter(({ cached }) => !cached).length;

describe("the cache, seen and emptied by a word", () => {
  test("tells what is kept, and what that saved", async () => {
    const conversation = talk();
    await conversation.send("list pods in dev");
    await conversation.send("list pods in dev");
    const { answer } = await conversation.send("/cache");
    expect(answer).toMatch(/pods, (?:dev-cluster\/)?dev: \d+, the oldest read/);
    expect(answer).toMatch(/\d+ reads? (?:was|were) answered from the cache/);
    expect((await conversation.send("缓存里有什么")).answer).toContain("缓存里有");
  });

  test("a part of it is dropped by its name, and everything else stays", async () => {
    const conversation = talk();
    await conversation.send("list configmaps in dev");
    await conversation.send("list configmaps in kube-system");
    const { answer } = await conversation.send("/refresh namespace dev");
    expect(answer).toMatch(/Dropped \d+ kept results? that may tell of namespace dev/);
    expect(sentIn((await conversation.send("list configmaps in dev")).calls)).toBeGreaterThan(0);
    const { calls } = await conversation.send("list configmaps in kube-system");
    expect(calls.find(({ resource }) => resource === "configmap")).toMatchObject({ cached: true });
  });

  test("nothing is dropped for a word that means nothing, and what can be said is told", async () => {
    const conversation = talk();
    await conversation.send("list configmaps in dev");
    const { answer } = await conversation.send("/refresh whatnot");
    expect(answer).toContain("nothing was dropped");
    expect(answer).toContain("/refresh namespace <name>");
    expect(sentIn((await conversation.send("list configmaps in dev")).calls)).toBe(0);
  });

  test("what nothing is kept of is said to be nothing", async () => {
    const { answer } = await talk().send("/refresh 命名空间 nowhere-at-all");
    expect(answer).toMatch(/缓存里没有与命名空间 nowhere-at-all 有关的内容|Nothing is kept that tells of/);
  });
});

test.each([
  ["refresh the cache of namespace dev", /namespace dev/],
  ["刷新 dev", /命名空间 dev|namespace dev/],
  ["清空 dev 的缓存", /命名空间 dev/],
  ["delete the dev cache", /namespace dev/],
  ["刷新集群 dev-cluster", /集群 dev-cluster/],
])("“%s” drops that part, and changes nothing", async (say, told) => {
  const conversation = talk();
  await conversation.send("list configmaps in dev");
  const { answer, calls, question } = await conversation.send(say);
  expect(answer).toMatch(told);
  expect(answer).toMatch(/Dropped \d+ kept|已清除缓存里/);
  expect([calls, question]).toEqual([[], null]);
  expect(sentIn((await conversation.send("list configmaps in dev")).calls)).toBeGreaterThan(0);
});

test.each([
  ["/refresh cluster nosuch", /No cluster nosuch is known here; those that are known: .*dev-cluster/],
  ["刷新集群 nosuch", /没有读到叫 nosuch 的集群；已知的集群：.*dev-cluster/],
])("“%s” is told that there is none", async (say, told) => {
  const conversation = talk();
  await conversation.send("list clusters");
  expect((await conversation.send(say)).answer).toMatch(told);
});

test("the places of the conversation are known though nothing is kept any more", async () => {
  const conversation = talk();
  await conversation.send("list configmaps in dev");
  await conversation.send("/refresh");
  for (const say of ["refresh dev", "refresh cluster dev-cluster"]) {
    const { answer, calls } = await conversation.send(say);
    expect(answer).toMatch(
      /^Nothing is kept that tells of (?:namespace dev|cluster dev-cluster); nothing was dropped\.$/,
    );
    expect(calls).toEqual([]);
  }
});

test("who is told in English what was dropped is told in English what is there", async () => {
  const conversation = talk();
  await conversation.send("列出 dev 的 configmap");
  const { answer } = await conversation.send("refresh");
  expect(answer).toMatch(/^The cache is empty now/);
  expect(answer).not.toMatch(/\p{Script=Han}/u);
});

describe.each([
  ["list configmaps in dev", "refresh"],
  ["列出 dev 的 configmap", "重新读取一下"],
  ["列出 dev 的 configmap", "刷新下"],
  ["list configmaps in dev", "refresh the list"],
  ["列出 dev 的 configmap", "刷新一下刚才的列表"],
  ["列出 dev 的 configmap", "刷新一下"],
])("after “%s”, “%s”", (list, again) => {
  test("reads the list anew, and says that the cache is empty", async () => {
    const conversation = talk();
    const first = await conversation.send(list);
    const { answer, calls } = await conversation.send(again);
    expect(answer).toMatch(/The cache is empty now|已清空缓存/);
    expect(calls.filter(({ resource }) => resource === "configmap")).toMatchObject([{ cached: false }]);
    expect(answer).toContain(first.answer.split("\n").at(-1)?.split(" ")[0]);
  });
});

test.each([
  ...["刷新缓存", "clear the cache", "重新扫描", "/refresh", "删除缓存", "drop the cache", "empty cache"],
  ...["/refresh all", "/refresh everything", "/refresh 全部", "/refresh 所有", "/refresh cache", "/refresh 缓存"],
])("“%s” empties the cache, and reads nothing", async (say) => {
  const conversation = talk();
  await conversation.send("list configmaps in dev");
  const { calls, answer } = await conversation.send(say);
  expect(calls).toEqual([]);
  expect(answer).toMatch(/The cache is empty now|已清空缓存/);
  expect(sentIn((await conversation.send("list configmaps in dev")).calls)).toBeGreaterThan(0);
});

test.each([
  ["list configmaps in dev, no cache", "list configmaps in dev"],
  ["不要用缓存，列出 dev 的 configmap", "列出 dev 的 configmap"],
])("“%s” is answered by the server", async (live, kept) => {
  const conversation = talk();
  await conversation.send(kept);
  expect(sentIn((await conversation.send(kept)).calls)).toBe(0);
  const { calls, answer } = await conversation.send(live);
  expect(calls.filter(({ resource }) => resource === "configmap")).toMatchObject([{ cached: false }]);
  expect(answer).not.toMatch(/没看懂|not understood|“cache”|“缓存”/);
});

test.each([
  ["is namespace dev healthy", "is namespace dev healthy, no cache"],
  ["dev 的 payment-worker 为什么一直重启", "不要用缓存，dev 的 payment-worker 为什么一直重启"],
  ["dev 健康吗", "不要用缓存，dev 健康吗"],
])("after “%s”, “%s” is judged by the server alone", async (kept, live) => {
  const conversation = stage.crew({ guidance: "direct", plans: "tell" }).conversation({ cluster: "dev-cluster" });
  await conversation.send(kept);
  const { calls, answer } = await conversation.send(live);
  const sent = new Set(calls.filter(({ cached }) => !cached).map(({ tool, args }) => JSON.stringify([tool, args])));
  const answered = calls.filter(({ cached }) => cached).map(({ tool, args }) => JSON.stringify([tool, args]));
  expect(sent.size).toBeGreaterThan(3);
  expect(answered.filter((call) => !sent.has(call))).toEqual([]);
  expect(answer).not.toMatch(/from the cache|来自缓存/);
});

test.each([
  ["is namespace dev healthy", "/refresh", /The cache is empty now/],
  ["dev 健康吗", "刷新缓存", /已清空缓存/],
  ["is namespace dev healthy", "/cache", /So far \d+ reads? (?:was|were) answered/],
])("a plan that “%s” asks to agree to stands after “%s”", async (say, command, told) => {
  const conversation = stage.crew({ guidance: "guided", plans: "ask" }).conversation({ cluster: "dev-cluster" });
  const first = await conversation.send(say);
  expect(first.question?.parameter).toBe("plan");
  const { answer, question } = await conversation.send(command);
  expect(answer).toMatch(told);
  expect(valuesOf(question)).toEqual(valuesOf(first.question));
  expect((await conversation.send("1")).status).toBe("ok");
});

describe("choices that were kept", () => {
  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
  // Only the clock that results age by: all else goes on as it is.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ["logs of cart-service in dev", /\(choices from the cache, read 1\ds ago; “\/refresh” reads them anew\)$/],
    ["看 dev 里 cart-service 的日志", /（选项来自缓存，1\ds 前读取；输入“刷新缓存”可重新读取）$/],
  ])("say how old they are, once, with the question: “%s”", async (say, told) => {
    const conversation = begin();
    const live = await conversation.send("list pods in dev");
    expect(live.answer).not.toMatch(/cache|缓存/);
    vi.advanceTimersByTime(10_000);
    const { question, answer } = await conversation.send(say);
    expect(question?.text).toMatch(told);
    expect(answer.match(/1\ds/g)).toHaveLength(1);
  });

  test.each([
    ["logs of cart-service in dev", "/refresh", /The cache is empty now/],
    ["看 dev 里 cart-service 的日志", "刷新缓存", /已清空缓存/],
  ])("are read anew where “%s” asks and “%s” is said, and the question stands", async (say, refresh, told) => {
    const conversation = begin();
    const first = await conversation.send(say);
    const { question, answer, calls } = await conversation.send(refresh);
    expect(answer).toMatch(told);
    expect(valuesOf(question)).toEqual(valuesOf(first.question));
    expect(calls.filter(({ resource, cached }) => resource === "pod" && !cached)).toHaveLength(1);
    expect((await conversation.send("2")).answer).toMatch(/cart-service-v2-ghijk/);
  });

  test("stand as they were where it is not understood what to refresh", async () => {
    const conversation = begin();
    const first = await conversation.send("logs of cart-service in dev");
    const { question, answer, calls } = await conversation.send("/refresh whatnot");
    expect(answer).toContain("nothing was dropped");
    expect(valuesOf(question)).toEqual(valuesOf(first.question));
    expect(calls).toEqual([]);
  });
});

test.each([
  [
    ["cart-a", "cart-b", "cart-c"],
    ["cart-a", "cart-c"],
  ],
  [["cart-a", "cart-b"], ["cart-a"]],
])("a question that is put again shows none that is gone meanwhile: of %j", async (pods, left) => {
  const cluster = behindOurBack(stage);
  await cluster.makeNamespace(`carts-${pods.length}`);
  for (const pod of pods) await cluster.makePod(`carts-${pods.length}`, pod);
  const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
  const first = await conversation.send(`describe pod in carts-${pods.length}`);
  expect(valuesOf(first.question)).toEqual(pods);
  await cluster.removePod(`carts-${pods.length}`, "cart-b");
  const again = await conversation.send("zzz");
  expect(again.calls.filter(({ resource, cached }) => resource === "pod" && !cached)).not.toEqual([]);
  expect(again.answer).toMatch(/zzz/);
  expect(valuesOf(again.question)).toEqual(left);
  expect((await conversation.send("1")).answer).toMatch(/cart-a/);
});
