import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("what changed, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const ask = async (message: string) => {
    const result = await stage.conversation({ guidance: "direct" }).send(message);
    expect({ message, status: result.status }).toEqual({ message, status: "ok" });
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
    return result.answer;
  };

  test.each([
    ["dev 最近改了什么", /命名空间 dev最近 24h|命名空间 dev 最近 24h/],
    ["what changed in dev", /namespace dev in the last 24h/],
    ["昨晚发生了什么", /昨晚(?:（\S* ?18:00 至 \S* ?08:00|以来（\S* ?18:00 至现在)，UTC\S*）(?:的变化|没有看到变化)/],
    ["what changed in dev in the last 30 minutes", /in the last 30m/],
  ])("“%s” gives a timeline of the place that was named", async (message, heading) => {
    const answer = await ask(message);
    expect(answer).toMatch(heading);
    expect(answer).toMatch(/payment-worker-\S+.*(?:退出码 1|exit code 1|Back-off restarting)/);
    expect(answer).toMatch(/集群只保留一段时间的事件|a cluster keeps them for a while only/);
  });

  testWhere(kind !== "plain", "the plain server has no replica sets").each([
    ["dev 里的 cart-service-v2 最近有什么变更", /版本 1：registry\S+cart-service:2\.0\.0-rc1/],
    ["what changed with cart-service-v2 in dev", /revision 1: registry\S+cart-service:2\.0\.0-rc1/],
  ])("“%s” tells of its revisions", async (message, revision) => {
    expect(await ask(message)).toMatch(revision);
  });
});
