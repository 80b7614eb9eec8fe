import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { describe, expect, test } from "vitest";
import { call, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { stage, openRouter, talk } = useModelStage();

const works = { match: planner, reply: planOf(call("pods_list_in_namespace", { namespace: "dev" })) };
const fails = (fault: string) => ({ match: planner, reply: { fault } });
const away = "fail.403_region";

const words = {
  en: { ask: "list pods in dev", rules: "Built-in rules take this turn.", back: "The model is back" },
  zh: { ask: "列出 dev 的 pod", rules: "本次由内置规则回答。", back: "模型恢复了" },
};

describe.each(["en", "zh"] as const)("who answers is told when that changes (%s)", (language) => {
  const { ask, rules, back } = words[language];
  const toldIn = async (...scripts: readonly ReturnType<typeof fails | (() => typeof works)>[]) => {
    const conversation = talk();
    const told: string[] = [];
    for (const script of scripts) {
      openRouter().enqueue(script);
      const result = await conversation.send(ask);
      expect(result.answer).toContain("redis-0");
      expect(result.switches).toEqual(result.warnings);
      told.push(result.switches.join(" "));
    }
    return told;
  };

  test("away, back, and away again: one line each", async () => {
    const [first, second, third] = await toldIn(fails(away), works, fails(away));
    expect(first).toContain(rules);
    expect(second).toContain(back);
    expect(third).toContain(rules);
  });

  test("as long as it stays away for the same reason, once", async () => {
    const [first, ...others] = await toldIn(fails(away), fails(away), fails(away), works, works);
    expect(first).toContain(rules);
    expect(others).toEqual(["", "", expect.stringContaining(back), ""]);
  });

  test("away for another reason: that too", async () => {
    const told = await toldIn(fails(away), fails("fail.403_key_limit"));
    expect(told.filter((line) => line.includes(rules))).toHaveLength(2);
    expect(new Set(told).size).toBe(2);
  });
});

test("a reply that is no use says nothing of the next one: each is told, and no word of being back", async () => {
  const conversation = talk();
  const told: string[] = [];
  for (const tool of ["pods_erase", "pods_vanish"]) {
    openRouter().enqueue({ match: planner, reply: planOf(call(tool, {})), times: 2 });
    told.push(...(await conversation.send("list pods in dev")).warnings);
  }
  openRouter().enqueue(works);
  const { warnings } = await conversation.send("list pods in dev");
  expect(told.map((line) => /pods_\w+/.exec(line)?.[0])).toEqual(["pods_erase", "pods_vanish"]);
  expect(warnings).toEqual([]);
});

test("each conversation is told for itself", async () => {
  const told: number[] = [];
  for (const conversation of [talk(), talk()]) {
    openRouter().enqueue(fails(away));
    told.push((await conversation.send("list pods in dev")).warnings.length);
  }
  expect(told).toEqual([1, 1]);
});

describe.each([
  ["en", "otters in the basement want carrots", "Nor did the built-in rules understand this"],
  ["zh", "给我唱一首关于水獭的歌", "内置规则也没看懂这句话"],
])("what neither the model nor the rules understand (%s)", (_language, message, neither) => {
  test("is told of both, with the model's cause", async () => {
    openRouter().enqueue(fails(away));
    const { answer, error } = await talk().send(message);
    expect(answer).toContain(neither);
    expect(error?.code).toBe("model_region");
  });
});

test("a model that failed for a turn is not asked to explain it either, and is told once", async () => {
  const away = createOpenRouterModel({ ...openRouter(), baseUrl: "http://127.0.0.1:9/api/v1" });
  const conversation = stage().conversation({ model: away, plans: "tell" });
  const { warnings, answer } = await conversation.send("支付那个服务最近怎么老出毛病");
  expect(answer).toContain("payment");
  expect(warnings.filter((line) => line.includes("无法连接模型服务"))).toHaveLength(1);
});
