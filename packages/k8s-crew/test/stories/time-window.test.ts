import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("how far back logs and events are read, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });

  test.each([
    ["events of payment-worker in dev in the last 20 minutes", "and search-api?", /Using time window 20m from before/],
    ["dev 里 payment-worker 最近 20 分钟的事件", "那 search-api 呢", /沿用之前的时间范围：20m/],
  ])("“%s”, “%s” keeps it, says so, and one word takes it back", async (message, next, kept) => {
    const conversation = begin();
    const first = await conversation.send(message);
    expect(first.answer).not.toMatch(kept);
    expect(first.answer).not.toMatch(/Scheduled/);
    const second = await conversation.send(next);
    expect(second.answer).toMatch(kept);
    expect(second.answer).toMatch(/search-api/);
    expect(second.answer).not.toMatch(/Scheduled/);
    const undone = await conversation.send("undo");
    expect(undone.answer).not.toMatch(kept);
    // Where the pod was taken without a question, that is asked for as well.
    if (undone.status === "ok") expect(undone.answer).toMatch(/Scheduled/);
  });

  test.each([
    [
      "logs of payment-worker in dev in the last 20 minutes",
      "and its events",
      /Using time window 20m/,
      "time window: 20m",
    ],
    ["dev 里 payment-worker 最近 20 分钟的日志", "它的事件呢", /沿用之前的时间范围：20m/, "时间范围：20m"],
  ])("“%s”, “%s”: what was said of the log holds for the events, and /context tells it", async (...said) => {
    const [message, next, kept, told] = said;
    const conversation = begin();
    await conversation.send(message);
    expect((await conversation.send("/context")).answer).toContain(told);
    expect((await conversation.send(next)).answer).toMatch(kept);
    expect((await conversation.send("/forget")).status).toBe("ok");
    expect((await conversation.send("/context")).answer).not.toContain(told);
  });

  test.each([
    ["events of payment-worker in dev in the last 20 minutes", "events of search-api in dev"],
    ["events of payment-worker in dev in the last 20 minutes", "show all of its events"],
  ])("“%s”, “%s” is not narrowed by what was said before", async (message, next) => {
    const conversation = begin();
    await conversation.send(message);
    const result = await conversation.send(next);
    expect(result.answer).not.toMatch(/time window/);
    expect(result.answer).toMatch(/Scheduled/);
    expect((await conversation.send("/context")).answer).not.toMatch(/time window/);
  });

  test.each([
    ["events of payment-worker in dev since yesterday", /Time window: since midnight yesterday/],
    ["payment-worker 在 dev 昨天以来的事件", /时间范围：昨天 0 点以来/],
  ])("“%s” is counted from midnight", async (message, holds) => {
    expect((await begin().send(message)).answer).toMatch(holds);
  });

  test("the container of one replica is that of the next, which is said", async () => {
    const conversation = begin();
    const asked = await conversation.send("logs of web-frontend in dev");
    expect(asked.question?.parameter).toBe("container");
    await conversation.send("proxy");
    const result = await conversation.send("the other one too");
    expect(result.calls.at(-1)).toMatchObject({ verb: "logs", args: { container: "proxy" } });
    expect(result.answer).toMatch(/Using container proxy from before/);
  });
});
