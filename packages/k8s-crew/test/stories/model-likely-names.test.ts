import { expect, test } from "vitest";
import { call, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

/** Names that a model thinks of, and that nobody said. */
const { openRouter, talk } = useModelStage();

const always = Number.POSITIVE_INFINITY;

const plans = (name: string) =>
  openRouter().enqueue({ match: planner, reply: planOf(call("pods_log", { name, namespace: "dev" })), times: always });

test.each(["what did the basket print in dev", "dev 里的购物车打印了啥"])(
  "what has such a name is offered first, and not taken: %s",
  async (message) => {
    plans("cart");
    const result = await talk().send(message);
    expect(result.status).toBe("needs_input");
    const offered = result.question?.choices.map(({ value }) => value.replace(/^dev\//, "")) ?? [];
    expect(offered.slice(0, 2)).toEqual(["cart-service-v1-abcdef", "cart-service-v2-ghijk"]);
    expect(result.calls.filter(({ tool }) => tool === "pods_log")).toEqual([]);
  },
);

test("a word that was said and that nothing is called is told beside it", async () => {
  plans("cart");
  const { answer, question } = await talk().send("what did the basket print in dev");
  expect(answer).toMatch(/no pod named “basket”\. Did you mean/);
  expect(question?.choices).toHaveLength(2);
});

test("a name that nothing has changes nothing", async () => {
  plans("ghost");
  const { answer } = await talk().send("what did the basket print in dev");
  expect(answer).toContain("“basket”");
  expect(answer).not.toContain("ghost");
});

test("of what is to be changed nothing is offered first because a model named it", async () => {
  openRouter().enqueue({
    match: planner,
    reply: planOf(call("pods_delete", { name: "web-frontend", namespace: "dev" })),
    times: always,
  });
  const { question } = await talk().send("delete a pod in dev");
  expect(question?.choices[0]?.value).not.toContain("web-frontend");
});
