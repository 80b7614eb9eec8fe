import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("a name with a slip of the pen, where the conversation is in another namespace", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test.each([
    ["list pods in production", "show the logs of paymnt-worker", /In other namespaces there is 1 of a similar name/],
    ["列出 production 的 pod", "看下 paymnt-worker 的日志", /其他命名空间里有名称相近的/],
  ])("%s, %s: what is like it elsewhere is offered, and read once it is taken", async (before, message, tells) => {
    const talk = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    await talk.send(before);
    const { status, answer, question } = await talk.send(message);
    expect(status).toBe("needs_input");
    expect(answer).toMatch(tells);
    expect(question?.choices.map(({ label }) => label)).toEqual([expect.stringMatching(/^dev\/payment-worker-/)]);
    const taken = await talk.send("1");
    expect(taken.calls.at(-1)).toMatchObject({ verb: "logs", args: { namespace: "dev" } });
  });
});
