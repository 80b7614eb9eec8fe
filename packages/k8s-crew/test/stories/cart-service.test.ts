import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { turnResultSchema } from "../../src/index.ts";
import { openStage, type Stage, serverKinds } from "./servers.ts";

/** What a person says, and what the answer has to hold and must not. */
type Turn = {
  readonly say: string;
  readonly status: string;
  readonly holds: readonly RegExp[];
  readonly lacks?: readonly RegExp[];
};

const chinese: readonly Turn[] = [
  { say: "hi，帮我看一下 `cart-service` 的日志", status: "needs_input", holds: [/命名空间/, /列出/] },
  { say: "我不确定，你列出来吧", status: "needs_input", holds: [/default/, /dev/, /production/] },
  {
    say: "应该在 `dev`",
    status: "needs_input",
    holds: [/cart-service-v1-abcdef/, /cart-service-v2-ghijk/],
    lacks: [/kube-system/],
  },
  { say: "v2 那个", status: "ok", holds: [/cart-service-v2-ghijk 的日志/], lacks: [/cart-service-v1-abcdef/] },
];

const english: readonly Turn[] = [
  { say: "hi, show me the logs of cart-service please", status: "needs_input", holds: [/namespace/, /list/] },
  { say: "not sure, list them", status: "needs_input", holds: [/default/, /dev/, /production/] },
  { say: "it should be in dev", status: "needs_input", holds: [/cart-service-v1-abcdef/, /cart-service-v2-ghijk/] },
  { say: "the v2 one", status: "ok", holds: [/Logs? of .*cart-service-v2-ghijk/], lacks: [/cart-service-v1-abcdef/] },
];

describe.each(serverKinds)("the cart-service story on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each([
    ["Chinese", chinese],
    ["English", english],
  ] as const)("in %s: namespace asked, list shown, choice understood, log read, without a model", async (_, turns) => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    for (const turn of turns) {
      const result = turnResultSchema.parse(await conversation.send(turn.say));
      expect({ say: turn.say, status: result.status, answer: result.answer }).toMatchObject({ status: turn.status });
      for (const part of turn.holds) expect(result.answer).toMatch(part);
      for (const part of turn.lacks ?? []) expect(result.answer).not.toMatch(part);
      expect(result.usage.modelCalls).toBe(0);
    }
  });

  test("a pick by its id is the same as one by words, and an old id is refused", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    const first = await conversation.send("logs of cart-service in dev");
    const { question } = first;
    expect(question?.parameter).toBe("pod");
    const id = question?.id ?? "";
    const result = await conversation.answer({ id, value: "cart-service-v1-abcdef" });
    expect(result.status).toBe("ok");
    expect(result.calls.at(-1)).toMatchObject({ verb: "logs", outcome: "ok" });
    await expect(conversation.answer({ id, value: "cart-service-v2-ghijk" })).rejects.toMatchObject({
      code: "stale_answer",
    });
  });

  test("what was picked is remembered: “its events” needs no further question", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    await conversation.send("看一下 dev 命名空间里 cart-service-v2-ghijk 的日志");
    const result = await conversation.send("再看下它的事件");
    expect(result.status).toBe("ok");
    expect(JSON.stringify(result.calls.at(-1)?.args)).toMatch(kind === "bundled" ? /dev/ : /cart-service-v2-ghijk/);
  });
});
