import { type ChatRequest, type OpenRouterDouble, startOpenRouter } from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

const isFrom = (role: string) => (request: ChatRequest) => JSON.stringify(request.messages[0]).includes(role);
const planner = isFrom("Kubernetes planner");
const executor = isFrom("Kubernetes analyst");
const answer = (args: Record<string, unknown>) => ({ toolCalls: [{ name: "final_answer", args }] });
const call = (tool: string, args: Readonly<Record<string, string>>, reason = "asked for") => ({
  tool,
  arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
  reason,
});
const planOf = (...calls: readonly ReturnType<typeof call>[]) => answer({ view: "call", calls });
const plain = (reply: string) => answer({ view: "none", calls: [], reply });

let stage: Stage;
let openRouter: OpenRouterDouble;
beforeAll(async () => {
  stage = await openStage("bundled");
});
beforeEach(async () => {
  openRouter = await startOpenRouter();
});
afterEach(async () => {
  await openRouter.close();
  expect(openRouter.violations()).toEqual([]);
  expect(openRouter.leftovers()).toEqual([]);
});
afterAll(() => stage.close());

const talk = () =>
  stage.conversation({
    model: createOpenRouterModel({ ...openRouter, model: openRouter.model }),
    cluster: "dev-cluster",
  });

describe("a reply of the model without a call", () => {
  test.each([
    ["qzx the blorp thing", "There are 99 pods in dev.", "Not verified"],
    ["qzx the blorp thing", "Everything is healthy.", "Not verified"],
    ["qzx the blorp thing", "The rollout ended 3 hours ago.", "Not verified"],
    ["qzx the blorp thing", "That is what ghost-db-0 does.", "Not verified"],
    ["把那个玩意儿弄一下呗", "dev 里有 99 个 Pod。", "未经核实"],
    ["把那个玩意儿弄一下呗", "目前全部正常运行。", "未经核实"],
    ["把那个玩意儿弄一下呗", "它 3 小时前重启过。", "未经核实"],
  ])("that tells of the cluster is marked: %s → %s", async (message, reply, mark) => {
    openRouter.enqueue({ match: planner, reply: plain(reply) });
    const result = await talk().send(message);
    expect(result.answer.startsWith(mark)).toBe(true);
    expect(result.answer).toContain(reply);
  });

  test.each([
    ["qzx the blorp thing", "I restarted web-frontend for you."],
    ["qzx the blorp thing", "Done! The deployment has been scaled."],
    ["把那个玩意儿弄一下呗", "好的，我已经帮你重启了 web-frontend。"],
    ["把那个玩意儿弄一下呗", "已成功删除。"],
  ])("that says that something was done is left out, and the person is asked: %s → %s", async (message, reply) => {
    openRouter.enqueue({ match: planner, reply: plain(reply) });
    const result = await talk().send(message);
    expect(result.status).toBe("needs_input");
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
    expect(result.answer).not.toContain(reply);
    expect(result.warnings.join()).toMatch(/nothing has changed|什么都没有改变/);
  });

  test.each([
    ["how is everything?", "There are 99 pods in dev, all are healthy; I restarted web-1 for you.", "CrashLoopBackOff"],
    ["哪里有问题吗", "一切正常，没有任何问题。", "CrashLoopBackOff"],
    ["how is everything?", "I have no tool that does this.", "CrashLoopBackOff"],
    ["哪里有问题吗", "这个服务器没有能做到这件事的工具。", "CrashLoopBackOff"],
  ])("gives way to what is read, where the rules know what to read: %s", async (message, reply, fact) => {
    openRouter.enqueue({ match: planner, reply: plain(reply), times: 1 });
    openRouter.enqueue({ match: executor, reply: answer({ hypothesis: "" }), times: 1 });
    const conversation = talk();
    const first = await conversation.send(message);
    const result = first.status === "ok" ? first : await conversation.send(message === "哪里有问题吗" ? "是" : "yes");
    expect(result.answer).toContain(fact);
    expect(`${first.answer}${result.answer}`).not.toContain(reply);
    expect(first.warnings.join()).toMatch(/without looking|没有查看集群|nothing has changed/);
  });

  test.each([
    ["should I be worried tonight about qzx", "You can relax: all 27 pods are healthy.", "Not verified"],
    ["把那个玩意儿弄一下呗", "请放心，所有 pod 都在正常运行。", "未经核实"],
    ["qzx the blorp thing", "It was probably OOMKilled because its limit is low.", "Not verified"],
    ["qzx the blorp thing", "Run kubectl delete ns dev --force and all is well.", "Not verified"],
    ["把那个玩意儿弄一下呗", "可以放心，执行 kubectl delete ns dev 就行。", "未经核实"],
  ])("is marked for being a model's, however it is put: %s → %s", async (message, reply, mark) => {
    openRouter.enqueue({ match: planner, reply: plain(reply) });
    const { answer: text } = await talk().send(message);
    expect(text.startsWith(mark)).toBe(true);
    expect(text).not.toMatch(/delete ns/);
  });

  test("gives way to what the rules answer: whether something may be deleted", async () => {
    openRouter.enqueue({ match: planner, reply: plain("可以放心删，没有人在用它。") });
    const result = await talk().send("redis 可以删吗");
    expect(result.answer).not.toContain("放心删");
    expect(result.answer).toContain("什么都没有改");
  });

  test("is shown without the signs of Markdown, and cut where it is long, which is said", async () => {
    openRouter.enqueue({ match: planner, reply: plain(`**Pods** ${"are waiting for a disk. ".repeat(200)}`) });
    const { answer: text } = await talk().send("qzx the blorp thing");
    expect(text.length).toBeLessThan(800);
    expect(text).not.toContain("**");
    expect(text).toContain("the model said more than is shown");
  });

  test.each([
    ["qzx the blorp thing", "A Deployment keeps so many replicas running as you asked for. Which one do you mean?"],
    ["qzx the blorp thing", "This server has no tool for that."],
    ["qzx the blorp thing", "I can only help with Kubernetes. Shall I list the pods?"],
    ["什么是那个玩意儿", "Pending 表示还没有节点可以运行它。要我查看哪个命名空间？"],
    ["什么是那个玩意儿", "请说清楚要删什么。"],
    ["什么是那个玩意儿", "我可以帮你重启它，要重启哪一个？"],
  ])("that claims nothing is shown as it is: %s → %s", async (message, reply) => {
    openRouter.enqueue({ match: planner, reply: plain(reply) });
    const result = await talk().send(message);
    expect(result).toMatchObject({ status: "ok", answer: reply, warnings: [] });
  });

  test("in another language than the message is asked for once more", async () => {
    openRouter.enqueue({ match: planner, reply: plain("Which of these things do you mean exactly?") });
    openRouter.enqueue({ match: planner, reply: plain("你指的是哪一个？") });
    const result = await talk().send("把那个玩意儿弄一下呗");
    expect(result).toMatchObject({ status: "ok", answer: "你指的是哪一个？", usage: { modelCalls: 2 } });
  });

  test("in another language twice is never shown: the person is asked in their own", async () => {
    openRouter.enqueue({ match: planner, reply: plain("请问你想查看哪一个资源？"), times: 2 });
    const result = await talk().send("qzx the blorp thing");
    expect(result.status).toBe("needs_input");
    expect(result.answer).not.toMatch(/\p{Script=Han}/u);
  });

  test("stands before a question only if it claims nothing", async () => {
    openRouter.enqueue({
      match: planner,
      reply: answer({
        view: "call",
        calls: [call("pods_log", { name: "cart-service" })],
        lead_in: "I found 12 pods of cart-service.",
      }),
    });
    const result = await talk().send("qzx logs of cart-service");
    expect(result.status).toBe("needs_input");
    expect(result.answer).not.toContain("12 pods");
  });
});

describe("a step of the model", () => {
  test("that calls a deletion a look is shown and asked for as a deletion", async () => {
    const wrong = call(
      "pods_delete",
      { name: "redis-0", namespace: "dev" },
      "read-only look at the pod, changes nothing",
    );
    openRouter.enqueue({ match: planner, reply: planOf(wrong) });
    const result = await talk().send("delete pod redis-0 in dev");
    expect(result).toMatchObject({ status: "needs_approval", approval: { effect: "destructive" } });
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test("does not leave the cluster of the conversation, though lists have shown another", async () => {
    openRouter.enqueue({
      match: planner,
      reply: planOf(call("pods_list_in_namespace", { namespace: "dev", context: "prod-cluster" })),
    });
    const conversation = talk();
    await conversation.send("/context");
    const result = await conversation.send("qzx blorp frobs of dev");
    expect(JSON.stringify(result.calls)).not.toContain("prod-cluster");
  });

  test("goes to another cluster that was said, in full or in part", async () => {
    openRouter.enqueue({
      match: planner,
      reply: planOf(call("pods_list_in_namespace", { namespace: "production", context: "prod-cluster" })),
    });
    const result = await talk().send("qzx blorp frobs of production on prod please");
    expect(JSON.stringify(result.calls)).toContain("prod-cluster");
  });
});

describe("an explanation of the model", () => {
  const logs = planOf(call("pods_log", { name: "redis-0", namespace: "dev" }));
  const explained = async (hypothesis: string, message = "show the logs of redis-0 in dev") => {
    openRouter.enqueue({ match: planner, reply: logs });
    openRouter.enqueue({ match: executor, reply: answer({ hypothesis }) });
    return talk().send(message);
  };

  test("with a count that no result has is marked", async () => {
    const { answer: text } = await explained("All 42 pods wait for the disk.");
    expect(text).toContain("42 pods (no result says so many)");
  });

  test("that says that it did something is left out, which is said", async () => {
    const { answer: text, warnings } = await explained("I restarted redis-0 and it works now.");
    expect(text).not.toContain("I restarted");
    expect(warnings.join()).toContain("nothing has changed");
  });

  test("in another language is asked for once more, then left out, which is said", async () => {
    openRouter.enqueue({ match: planner, reply: logs });
    openRouter.enqueue({
      match: executor,
      reply: answer({ hypothesis: "The disk is full and nothing can be written to it." }),
      times: 2,
    });
    const result = await talk().send("看一下 dev 的 redis-0 的日志");
    expect(result.status).toBe("ok");
    expect(result.answer).not.toContain("The disk is full");
    expect(result.warnings.join()).toContain("不是中文");
  });
});

describe("what a model says beside its explanation", () => {
  const logs = planOf(call("pods_log", { name: "redis-0", namespace: "dev" }));
  const told = async (round: Record<string, unknown>, times = 2) => {
    openRouter.enqueue({ match: planner, reply: logs });
    openRouter.enqueue({ match: executor, reply: answer({ hypothesis: "磁盘满了。", ...round }), times });
    return talk().send("看一下 dev 的 redis-0 的日志", { width: 200 });
  };

  test.each([
    ["evidence for it", { evidence_for: ["The disk is full and nothing can be written to it.", "日志里有写入错误"] }],
    ["evidence against it", { evidence_against: ["The disk is full and nothing can be written to it."] }],
    ["why it ends", { stop_reason: "The disk is full and nothing can be written to it." }],
  ])("in another language is asked for once more, then left out alone, which is said: %s", async (_, round) => {
    const { answer: text, warnings, usage } = await told(round);
    expect(text).toContain("磁盘满了。");
    expect(text).not.toContain("The disk is full");
    if ("evidence_for" in round) expect(text).toContain("日志里有写入错误");
    expect(warnings).toEqual(["模型的说明有一部分不是中文，没有显示。"]);
    expect(usage.modelCalls).toBe(3);
  });

  test("that a result says word for word stays in the language that it is in", async () => {
    const text = (await stage.conversation({ cluster: "dev-cluster" }).send("show the logs of redis-0 in dev")).answer;
    const line = /Ready to accept connections[^\n]*/.exec(text)?.[0] ?? "";
    expect(line).not.toBe("");
    const result = await told({ evidence_for: [`“${line}”`] }, 1);
    expect(result.answer).toContain(line);
    expect(result.warnings).toEqual([]);
  });

  test.each([
    ["evidence for it", { evidence_for: ["我已经帮你重启了 redis-0。"] }],
    ["why it ends", { stop_reason: "我已经帮你重启了 redis-0。" }],
  ])("that says that it did something is left out, which is said: %s", async (_, round) => {
    const { answer: text, warnings } = await told(round, 1);
    expect(text).toContain("磁盘满了。");
    expect(text).not.toContain("帮你重启");
    expect(warnings.join()).toContain("什么都没有改变");
  });

  test("stays where it tells what became of a thing by itself", async () => {
    const { answer: text, warnings } = await told({ evidence_for: ["容器已经重启了 5 次", "容器被内核终止"] }, 1);
    expect(text).toMatch(/支持：容器已经重启了 5 次[^\n]*\n\s*支持：容器被内核终止/);
    expect(warnings).toEqual([]);
  });

  test("about a step of its plan is said by code where it is in another language", async () => {
    const said = "to see what the database says about the disk";
    const reply = answer({
      view: "call",
      calls: [
        call("pods_log", { name: "redis-0", namespace: "dev" }, said),
        call("pods_list_in_namespace", { namespace: "dev" }, "看看有哪些 Pod"),
      ],
    });
    openRouter.enqueue({ match: planner, reply }, { match: executor, reply: answer({ hypothesis: "" }) });
    const result = await talk().send("qzx 弄一下 dev 的 redis-0 呗");
    expect(result.plan.map(({ reason }) => reason)).toEqual(["读取 Pod redis-0 的日志", "看看有哪些 Pod"]);
  });
});

describe("why a model makes a call", () => {
  test.each([
    ["show me redis-0 in dev please qzx", "All pods of dev are healthy, so only its log counts.", false],
    ["show me redis-0 in dev please qzx", "redis-0 has restarted 9 times.", false],
    ["show me redis-0 in dev please qzx", "to see whether it is healthy and why it was restarted", true],
    ["show me redis-0 in dev please qzx", "Check the pods of dev, all 12 of them are healthy", false],
    ["show me redis-0 in dev please qzx", "Find redis-0, which is down since yesterday", false],
    ["show me redis-0 in dev please qzx", "Read its log to find out which of its parts is down", true],
    ["qzx 弄一下 dev 的 redis-0 呗", "查看 Pod，目前全部正常", false],
    ["qzx 弄一下 dev 的 redis-0 呗", "dev 里的 Pod 都正常，只看日志就行", false],
    ["qzx 弄一下 dev 的 redis-0 呗", "看看它是不是挂了", true],
  ])("is told as it says it unless it tells how things are: %s, %s", async (message, reason, isShown) => {
    const logs = call("pods_log", { name: "redis-0", namespace: "dev" }, reason);
    openRouter.enqueue({ match: planner, reply: planOf(logs) }, { match: executor, reply: answer({ hypothesis: "" }) });
    const { plan } = await talk().send(message);
    expect(plan.map((step) => step.reason === reason)).toEqual([isShown]);
  });
});

describe("a model service that refuses what a tool returned", () => {
  test("is asked once more without it, which is said", async () => {
    const seen: string[] = [];
    openRouter.enqueue(
      { match: planner, reply: planOf(call("pods_log", { name: "redis-0", namespace: "dev" })) },
      { match: executor, reply: { fault: "fail.403_guardrail" } },
      {
        match: executor,
        reply: ({ lastUser }) => {
          seen.push(lastUser);
          return answer({ hypothesis: "EXPLAINED." });
        },
      },
    );
    const result = await talk().send("show the logs of redis-0 in dev");
    expect(result.answer).toContain("EXPLAINED.");
    expect(result.warnings).toEqual([
      "The model service refused what pods_log returned; it was asked once more without that.",
    ]);
    expect(seen.join()).not.toContain("result of pods_log");
  });

  test("twice leaves the facts as they are, and says so", async () => {
    openRouter.enqueue(
      { match: planner, reply: planOf(call("pods_log", { name: "redis-0", namespace: "dev" })) },
      { match: executor, reply: { fault: "fail.403_guardrail" }, times: 2 },
    );
    const result = await talk().send("show the logs of redis-0 in dev");
    expect(result.status).toBe("ok");
    expect(result.warnings.length).toBeGreaterThan(0);
  });
});
