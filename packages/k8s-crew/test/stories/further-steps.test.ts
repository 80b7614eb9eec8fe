import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const wide = { width: 200 };

describe.each(serverKinds)("a step that a finding calls for, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const canTop = kind !== "plain";

  test.each([
    [
      "why does image-resizer crash in dev",
      /Added \(read · 1 call\) because .*image-resizer.* was OOMKilled: memory usage/,
    ],
    [
      "dev 里的 image-resizer 为什么重启",
      /追加（读 · 1 次调用）：因为 .*image-resizer.* 因内存被杀死（OOMKilled），看内存实际用量/,
    ],
  ])("is added with its reason and cost inside of what was asked about: %s", async (message, added) => {
    const conversation = stage.conversation({ guidance: "direct" });
    const first = await conversation.send(message, wide);
    const isAsked = first.question?.parameter === "cluster";
    const told: string[] = [];
    const listening = (async () => {
      for await (const event of conversation.events()) {
        if (event.type === "progress") told.push(event.text);
        if (event.type === "result") break;
      }
    })();
    const { answer, plan, calls } = await conversation.send(isAsked ? "dev-cluster" : message, wide);
    await listening;
    const tops = calls.filter(({ verb }) => verb === "top");
    if (!canTop) {
      expect(answer).toMatch(/kubectl top pod -n dev/);
      expect(tops).toEqual([]);
      return;
    }
    expect(answer).toMatch(added);
    expect(told.join("\n")).toMatch(/OOMKilled/);
    expect(answer).toMatch(/image-resizer\S+ .*\dMi/);
    expect(tops.map(({ args }) => Object.values(args))).toEqual([expect.arrayContaining(["dev"])]);
    expect(plan.at(-1)?.tool).toBe(tops[0]?.tool);
  });

  test("of a plan for one namespace never leaves it, and all that was read is told", async () => {
    const conversation = stage.conversation();
    await conversation.send("dev 健康吗", wide);
    const { answer, calls } = await conversation.send("", wide);
    const after = answer.slice(answer.indexOf("最要紧"));
    expect(after).toMatch(/追加/);
    const others = calls.flatMap(({ args }) => Object.entries(args)).filter(([, value]) => value === "production");
    expect(others).toEqual([]);
    expect(calls.every(({ effect }) => effect === "read")).toBe(true);
  });
});
