import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const wide = { width: 200 };

/** The first line of a plan, which says where it looks. */
const headOf = (answer: string): string => /^.*(?:我打算这样做|I plan to do this).*$/m.exec(answer)?.[0] ?? "";

describe.each(serverKinds)("the place of a vague wish on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each([
    ["prod 还好吗", /没有叫 prod 的命名空间/],
    ["is prod ok?", /No namespace is called prod/],
  ])("is named as it really is called before anybody agrees to it: %s", async (message, taken) => {
    const conversation = stage.conversation();
    const { answer, status } = await conversation.send(message, wide);
    // It cannot be asked about another cluster than its own, and says so.
    if (kind === "plain") return expect(answer).toMatch(/prod-cluster|production/);
    expect(status).toBe("needs_input");
    expect(headOf(answer)).toMatch(/prod-cluster/);
    expect(headOf(answer)).not.toMatch(/dev-cluster|(?:命名空间|namespace) prod\b/);
    expect(answer).toMatch(taken);
    const done = await conversation.send("", wide);
    expect(done.status).toBe("ok");
    expect(done.answer).not.toContain("pod/payment-worker");
  });

  test.each(["dev 健康吗", "is dev healthy?"])("is only where that namespace is: %s", async (message) => {
    const { answer } = await stage.conversation().send(message, wide);
    expect(headOf(answer)).toMatch(/(?:命名空间|namespace) dev/);
    expect(headOf(answer)).not.toContain("prod-cluster");
    expect(answer).not.toMatch(/prod-cluster/);
  });

  test.each(["staging 健康吗", "is staging healthy?"])(
    "that is nowhere is said at once, without a plan: %s",
    async (message) => {
      const { answer, status } = await stage.conversation().send(message, wide);
      expect(status).not.toBe("needs_input");
      expect(headOf(answer)).toBe("");
      expect(answer).toMatch(/没有这个命名空间|no such namespace/);
      expect(answer).toMatch(/production/);
    },
  );

  test("in a changed plan is held against the lists as well, and an edit that may be said is one of the plan", async () => {
    const conversation = stage.conversation();
    const first = await conversation.send("检查服务健康状况", wide);
    const example = /“只看 (\S+?)”/.exec(first.answer)?.[1];
    if (example !== undefined) expect(headOf(first.answer)).toContain(example);
    const { answer } = await conversation.send("只看 dev", wide);
    expect(headOf(answer)).toMatch(/命名空间 dev/);
    expect(headOf(answer)).not.toContain("prod-cluster");
    expect(answer).not.toMatch(/“只看 default”/);
  });

  test("is not told again when a reply is not understood: only the question is", async () => {
    const conversation = stage.conversation();
    await conversation.send("检查服务健康状况", wide);
    const { answer, status } = await conversation.send("9", wide);
    expect(status).toBe("needs_input");
    expect(answer).toContain("要执行吗");
    expect(headOf(answer)).toBe("");
  });
});
