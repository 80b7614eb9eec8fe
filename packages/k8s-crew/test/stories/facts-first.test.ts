import { describe, expect, test } from "vitest";
import type { TurnEvent } from "../../src/output/events.ts";
import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, stage, model } = useModelStage();

const logs = call("pods_log", { name: "redis-0", namespace: "dev" });
const survey = answer({ view: "health", calls: [] });

/** What a turn tells until its result, and the result. */
const toldOf = async (message: string) => {
  const conversation = stage().conversation({ model: model(), cluster: "dev-cluster", plans: "tell" });
  const events: TurnEvent[] = [];
  const listening = (async () => {
    for await (const event of conversation.events()) {
      events.push(event);
      if (event.type === "result") return;
    }
  })();
  const result = await conversation.send(message, { width: 200 });
  await listening;
  return { ...result, events, begun: events.flatMap((event) => (event.type === "answer.begun" ? [event.text] : [])) };
};

const positionOf = (events: readonly TurnEvent[], is: (event: TurnEvent) => boolean) => events.findIndex(is);

describe("the facts are told before a model is asked to explain them", () => {
  test.each([
    ["a log", "show the logs of redis-0 in dev", planOf(logs), "What this suggests:\nIt is calm."],
    ["一段日志", "看 dev 里 redis-0 的日志", planOf(logs), "分析：\nIt is calm."],
    ["a survey", "check the health of dev-cluster", survey, "What this suggests:\nIt is calm."],
  ])("%s: the answer begins with them and goes on", async (_what, message, plan, suggests) => {
    openRouter().enqueue(
      { match: planner, reply: plan },
      { match: executor, reply: answer({ hypothesis: "It is calm." }), times: Number.POSITIVE_INFINITY },
    );
    const { answer: whole, events, begun } = await toldOf(message);
    expect(begun).toHaveLength(1);
    expect(whole).toBe(`${begun[0]}\n${suggests}`);
    const at = positionOf(events, ({ type }) => type === "answer.begun");
    const explaining = positionOf(events, (event) => event.type === "model.started" && event.agent === "executor");
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(explaining);
  });

  test("further reads of an investigation tell them no second time", async () => {
    openRouter().enqueue(
      { match: planner, reply: planOf(logs) },
      {
        match: executor,
        reply: answer({ hypothesis: "A config?", reads: [call("pods_list_in_namespace", { namespace: "dev" })] }),
      },
      { match: executor, reply: answer({ hypothesis: "No." }) },
    );
    const { answer: whole, begun } = await toldOf("show the logs of redis-0 in dev");
    expect(begun).toHaveLength(1);
    expect(whole.startsWith(`${begun[0]}\nWhat this suggests:\nNo.`)).toBe(true);
  });

  test.each([
    ["English", "is namespace dev healthy", "What this suggests:", /read \d+s ago/g],
    ["中文", "dev 命名空间健康吗", "分析：", /\d+s 前读取/g],
  ])("%s: they stay as they were told though they grow older meanwhile", async (_, message, suggests, age) => {
    let skipped = 0;
    const conversation = stage().conversation({
      model: model(),
      cluster: "dev-cluster",
      plans: "tell",
      now: () => Date.now() + skipped,
    });
    openRouter().enqueue(
      { match: planner, reply: answer({ view: "health", calls: [] }), times: Number.POSITIVE_INFINITY },
      { match: executor, reply: answer({ hypothesis: "It is calm." }), times: Number.POSITIVE_INFINITY },
    );
    await conversation.send(message, { width: 200 });
    const begun: string[] = [];
    const listening = (async () => {
      for await (const event of conversation.events()) {
        if (event.type === "call.finished" && event.cached) skipped = 5_000;
        if (event.type !== "answer.begun") continue;
        begun.push(event.text);
        skipped += 7_000;
        return;
      }
    })();
    const { answer: whole } = await conversation.send(message, { width: 200 });
    await listening;
    expect(whole.match(age)).toHaveLength(1);
    expect(whole).toBe(`${begun.join()}\n${suggests}\nIt is calm.`);
  });

  test("they are the whole answer where the explanation fails", async () => {
    openRouter().enqueue(
      { match: planner, reply: planOf(logs) },
      { match: executor, reply: { fault: "fail.403_region" } },
    );
    const { answer: whole, begun, warnings } = await toldOf("show the logs of redis-0 in dev");
    expect([whole]).toEqual(begun);
    expect(warnings.join()).toContain("The model explained nothing.");
  });

  const said = "Redis is calm, and that is because ".repeat(20);
  test.each([
    ["in the arguments of its call", { ...answer({ hypothesis: said }), cut: "length_in_arguments" as const }],
    ["in words", { text: said, cut: "length" as const }],
  ])(
    "one that the length limit cut %s is not shown as if it were whole: that is said in its place",
    async (_, reply) => {
      const words = [
        [
          "show the logs of redis-0 in dev",
          "The model explained nothing. The model's answer reached its length limit.",
        ],
        ["看 dev 里 redis-0 的日志", "没有得到模型的分析。模型的回答达到了长度上限。"],
      ] as const;
      for (const [message, told] of words) {
        openRouter().enqueue(
          { match: planner, reply: planOf(logs) },
          { match: executor, reply, times: Number.POSITIVE_INFINITY },
        );
        const { answer: whole, warnings } = await toldOf(message);
        expect(whole).not.toContain("Redis is calm");
        expect(warnings).toEqual([expect.stringContaining(told)]);
      }
    },
  );

  test("evidence that is too long for a line ends in a sign that it goes on", async () => {
    openRouter().enqueue(
      { match: planner, reply: planOf(logs) },
      { match: executor, reply: answer({ hypothesis: "It is calm.", evidence_for: [said] }) },
    );
    const { answer: whole } = await toldOf("show the logs of redis-0 in dev");
    expect(whole).toMatch(/For: Redis is calm,[^\n]{250,300}…$/m);
  });

  test("a list, which no model explains, is told with the result alone", async () => {
    openRouter().enqueue({ match: planner, reply: planOf(call("pods_list_in_namespace", { namespace: "dev" })) });
    expect((await toldOf("list pods in dev")).begun).toEqual([]);
  });
});
