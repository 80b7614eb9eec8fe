import { describe, expect, test } from "vitest";
import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, talk } = useModelStage();

const web = { namespace: "dev", name: "web-frontend" };
const deleteRedis = call("pods_delete", { namespace: "dev", name: "redis-0" });
const lookAtRedis = call("pods_get", { namespace: "dev", name: "redis-0" });
const scaleWeb = (scale: string) =>
  call("resources_scale", { kind: "Deployment", apiVersion: "apps/v1", ...web, scale });
const silent = { match: executor, reply: answer({ hypothesis: "" }), times: Number.POSITIVE_INFINITY };

/** What the model is told when it plans once more. */
const plans = (...replies: readonly ReturnType<typeof planOf>[]) => {
  const told: string[] = [];
  openRouter().enqueue(
    ...replies.map((reply) => ({
      match: planner,
      reply: ({ lastUser }: { readonly lastUser: string }) => {
        told.push(lastUser);
        return reply;
      },
    })),
    silent,
  );
  return told;
};

describe("a change that nobody asked for", () => {
  test.each([
    ["what is wrong with redis-0 in dev?", "suggests to delete Pod redis-0 in dev"],
    ["dev 里的 redis-0 怎么了", "模型建议删除 Pod redis-0（dev）"],
    ["redis-0 in dev behaves oddly since lunch", "suggests to delete Pod redis-0 in dev"],
    ["dev 的 redis-0 从中午起就怪怪的", "模型建议删除 Pod redis-0（dev）"],
    ["don't delete redis-0 in dev, what does it do?", "suggests to delete Pod redis-0 in dev"],
  ])("is put back once, then told in words and not as a card: %s", async (message, line) => {
    const told = plans(planOf(lookAtRedis, deleteRedis), planOf(lookAtRedis, deleteRedis));
    const result = await talk().send(message);
    expect(result.approval).toBeNull();
    expect(result.status).toBe("ok");
    expect(result.answer.replaceAll(/\bpod\b/giu, "Pod")).toContain(line);
    expect(told).toHaveLength(2);
  });

  test("is told to the model, which may leave it out: then nothing is said of it", async () => {
    const told = plans(planOf(lookAtRedis, deleteRedis), planOf(lookAtRedis));
    const result = await talk().send("tell me the story of redis-0 in dev");
    expect(told[1]).toMatch(/not asked: delete pod redis-0 in dev/iu);
    expect(result.answer).not.toMatch(/suggests/);
  });

  test("is all that is said where the model plans nothing else, and the rules know no look", async () => {
    plans(planOf(deleteRedis), planOf(deleteRedis));
    const result = await talk().send("redis-0 in dev behaves oddly since lunch");
    expect(result).toMatchObject({ approval: null, status: "ok" });
    expect(result.answer).toMatch(/^The model suggests to delete pod redis-0 in dev; you did not ask for that/);
  });

  test("can be asked for by its number, and only then has a card", async () => {
    plans(planOf(deleteRedis), planOf(deleteRedis));
    const conversation = talk();
    const first = await conversation.send("tell me the story of redis-0 in dev");
    const number = first.nextSteps.findIndex(({ message }) => message.includes("delete pod redis-0 -n dev"));
    expect(number).toBeGreaterThanOrEqual(0);
    const second = await conversation.send(String(number + 1));
    expect(second.approval?.call).toMatchObject({ args: { name: "redis-0", namespace: "dev" } });
  });
});

describe("a wish that leaves open what is to be done", () => {
  test.each([
    ["web-frontend in dev is down, make it work again", /The model proposes this change/],
    ["dev 的 web-frontend 挂了，搞定它", /模型提议的/],
    ["fix web-frontend in dev", /The model proposes this change/],
    // A slip that no rule can mend.
    ["sclaewise web-frontend in dev", /The model proposes this change/],
  ])("lets the model propose one, whose number is asked for, and its card says so: %s", async (message, line) => {
    plans(planOf(scaleWeb("3")), planOf(scaleWeb("3")));
    const conversation = talk();
    expect(await conversation.send(message)).toMatchObject({ question: { parameter: "scale" }, approval: null });
    const result = await conversation.send("3");
    expect(result.approval?.call.args).toMatchObject({ name: "web-frontend" });
    expect(result.answer).toMatch(line);
  });
});

describe("a change that was named", () => {
  test.each([
    ["scale web-frontend in dev to 4 please and thanks", scaleWeb("4")],
    ["delete the pod redis-0 in dev", deleteRedis],
    ["把 dev 里的 redis-0 删了吧", deleteRedis],
  ])("has its card, with no word of who proposed it: %s", async (message, made) => {
    plans(planOf(made));
    const result = await talk().send(message);
    expect(result.approval).not.toBeNull();
    expect(result.answer).not.toMatch(/proposes|提议/);
  });
});
