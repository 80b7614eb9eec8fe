import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastAnswer } from "./last-answer.ts";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("what was chosen is what the conversation is about, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const scales = testWhere(kind === "bundled", "the sample servers change nothing");

  scales.each([
    ["cart-service 扩到 3", "dev", "v2", "算了", "现在几个了"],
    ["scale cart-service to 3", "dev", "the v2 one", "no", "how many are there now"],
  ])("“%s”, “%s”, “%s”, “%s”, “%s” tells of the one that was chosen", async (...messages) => {
    const { answer } = await lastAnswer(stage, messages);
    expect(answer).toMatch(/cart-service-v2/);
    expect(answer).not.toMatch(/production/);
  });

  scales("one more is one more of the one that was chosen, and not asked for again", async () => {
    const result = await lastAnswer(stage, ["cart-service 扩到 3", "dev", "v2", "算了", "再加一个"]);
    expect(result.approval?.call.args).toMatchObject({ name: "cart-service-v2", namespace: "dev", scale: 2 });
  });

  test.each([
    ["logs of cart-service in dev", "2", "no the v1 one"],
    ["logs of cart-service in dev", "the v2 one", "sorry, I meant the v1 one"],
    ["看 dev 里 cart-service 的日志", "v2 那个", "不对，是 v1 那个"],
  ])("“%s”, “%s”, “%s” reads the log of the other", async (...messages) => {
    const result = await lastAnswer(stage, messages);
    expect(result.calls.at(-1)).toMatchObject({ verb: "logs" });
    expect(result.answer).toMatch(/(?:Log of pod|Pod) cart-service-v1-abcdef/);
  });

  test.each([
    ["logs of cart-service in dev", "2", "its events", "and the same for production"],
    ["看 dev 里 cart-service 的日志", "v2 那个", "它的事件", "production 的呢"],
  ])("“%s”, “%s”, “%s”, “%s”: a pod that is not there is said so, and its like are offered", async (...messages) => {
    const result = await lastAnswer(stage, messages);
    expect(result.answer).not.toMatch(/^No events of|没有.*发生/m);
    const offered = [...(result.question?.choices ?? []), ...result.nextSteps].map(({ label }) => label);
    expect(offered.join("\n")).toMatch(/cart-service-\w+-\w+/);
  });

  scales.each([
    ["cart-service v2 的副本改成 3", "5个吧", "dev"],
    ["scale cart-service v2 to 5 replicas", "in dev"],
  ])("“%s”, … “%s” means the v2 one from the start", async (...messages) => {
    const result = await lastAnswer(
      stage,
      messages.filter((message) => message !== undefined),
    );
    expect(result.approval?.call.args).toMatchObject({ name: "cart-service-v2", namespace: "dev", scale: 5 });
  });

  scales("where the version is not there, that is said before anything else is put up", async () => {
    const result = await lastAnswer(stage, ["cart-service v2 的副本改成 3", "dev", "不是，是 production"]);
    expect(result.approval).toBeNull();
    expect(result.answer).toMatch(/没有(?:找到)?.*cart-service-v2/);
  });

  test.each([
    ["帮我看看日志", "两个集群有啥区别"],
    ["show me some logs", "what's the difference between the two clusters"],
  ])("“%s”, “%s”: a difference between other things is no question about the choices", async (...messages) => {
    expect((await lastAnswer(stage, messages)).answer).not.toMatch(/看不出它们|no difference|tells? them apart/i);
  });
});
