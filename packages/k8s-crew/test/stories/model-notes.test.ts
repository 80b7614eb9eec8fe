import { describe, expect, test } from "vitest";
import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, talk } = useModelStage();

const pods = call("pods_list_in_namespace", { namespace: "dev" });
const logs = call("pods_log", { namespace: "dev", name: "redis-0" });
const look = call("pods_get", { namespace: "dev", name: "redis-0" });
const scale = call("resources_scale", {
  ...{ kind: "Deployment", apiVersion: "apps/v1", namespace: "dev", name: "web-frontend", scale: "5" },
});

const ask = async (message: string, made: ReturnType<typeof call>, times = 1) => {
  const silent = { match: executor, reply: answer({ hypothesis: "" }), times: Number.POSITIVE_INFINITY };
  openRouter().enqueue({ match: planner, reply: planOf(made), times }, silent);
  return talk().send(message);
};

describe("what the rules note of a message stands beside a plan of the model as well", () => {
  test.each([
    ["a word that was read as another", "lgos of redis-0 in dev", logs, "Read “lgos” as “logs”."],
    ["一个写错的词", "redis-0 的日至", logs, "“日至”按“日志”理解。"],
    ["a form that no answer has", "show pods in dev as csv", pods, "Answers here are text and tables; “as csv”"],
    ["做不到的形式", "把 dev 的 pod 导出为 csv", pods, "这里只能用文字和表格回答"],
    ["a time that repeats", "list pods in dev every 5 minutes", pods, "I look only when asked"],
  ])("%s", async (_, message, made, note) => {
    const { answer: text } = await ask(message, made);
    expect(text).toContain(note);
  });

  test("a word that went into nothing, where the plan does what the rules read", async () => {
    const { answer: text } = await ask("tell me the story of redis-0 in dev", look);
    expect(text).toContain("I did not understand “story” and left it out.");
  });
});

describe("a change that is asked for at another time", () => {
  test.each([
    ["scale web-frontend in dev to 5 tomorrow at 9", /cannot do that later \(“tomorrow at 9”\)/],
    ["明天早上9点把 dev 的 web-frontend 扩到 5 个副本", /我不能到时候再执行/],
  ])("is not put up now, whatever the model plans: %s", async (message, line) => {
    const result = await ask(message, scale);
    expect(result.approval).toBeNull();
    expect(result.answer).toMatch(line);
  });
});
