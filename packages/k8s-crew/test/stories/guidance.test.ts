import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Conversation, TurnResult } from "../../src/index.ts";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("guidance on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const answers = async (
    conversation: Conversation,
    ...messages: readonly string[]
  ): Promise<readonly TurnResult[]> => {
    const results: TurnResult[] = [];
    for (const message of messages) results.push(await conversation.send(message));
    return results;
  };
  const last = async (...messages: readonly string[]): Promise<TurnResult> => {
    const results = await answers(stage.conversation({ cluster: "dev-cluster" }), ...messages);
    const result = results.at(-1);
    if (!result) throw new Error("Nothing was said.");
    return result;
  };

  test.each(["zh", "en"] as const)(
    "every quick command offered runs without a question or a model (%s)",
    async (language) => {
      const crew = stage.crew();
      const offered = crew.quickCommands(language);
      expect(offered.length).toBeGreaterThan(4);
      for (const { label, message } of offered) {
        const { status, question, usage, error } = await crew.conversation().send(message);
        expect({ label, status, question, error, calls: usage.modelCalls }).toEqual({
          label,
          status: "ok",
          question: null,
          error: null,
          calls: 0,
        });
      }
    },
  );

  test.each([
    ["zh", "帮助"],
    ["en", "help"],
  ] as const)("in help each quick command has a number that runs it (%s)", async (language, help) => {
    const crew = stage.crew();
    for (const [index, { label, message }] of crew.quickCommands(language).entries()) {
      const [told, taken] = await answers(crew.conversation({ language }), help, String(index + 1));
      expect(told?.answer).toContain(`${index + 1}. ${label}\n`);
      expect(told?.nextSteps[index]).toEqual({ label, message });
      expect({ label, status: taken?.status, question: taken?.question }).toEqual({
        label,
        status: "ok",
        question: null,
      });
    }
  });

  testWhere(kind === "bundled", "the others offer other steps").each([
    ["en", "list clusters", ["Cluster overview", "List namespaces", "Cluster status"]],
    ["en", "recent warnings", ["List namespaces", "Cluster status", "Problem pods"]],
    ["zh", "列出所有集群", ["查看集群资源总览", "显示所有命名空间", "查看集群状态"]],
    ["zh", "最近的告警事件", ["显示所有命名空间", "查看集群状态", "有问题的 Pod"]],
  ] as const)(
    "a quick command is not offered beside a next step that does the same (%s, %s)",
    async (language, typed, left) => {
      const crew = stage.crew();
      const [told] = await answers(crew.conversation({ cluster: "dev-cluster" }), typed);
      const beside = crew.quickCommands(language, told?.nextSteps);
      const every = crew.quickCommands(language);
      expect(
        every.filter((command) => !beside.some(({ label }) => label === command.label)).map(({ label }) => label),
      ).toEqual(left);
    },
  );

  test.each(["hello", "tell me a joke", "blargh flurb"])(
    "what can be asked is said once, by number: %s",
    async (typed) => {
      const { answer, nextSteps } = await last(typed);
      expect(nextSteps).toEqual(stage.crew().quickCommands("en"));
      for (const [index, { label }] of nextSteps.entries()) expect(answer).toContain(`${index + 1}. ${label}`);
    },
  );

  test("an answer comes with the kubectl commands that show the same, until they are turned off", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    const [pods, off, again] = await answers(conversation, "list pods in dev", "/kubectl off", "list pods in dev");
    const context = kind === "plain" ? "" : " --context dev-cluster";
    expect(pods?.kubectl).toEqual([`kubectl get pods -n dev${context}`]);
    expect(off?.answer).toContain("/kubectl on");
    expect(again?.kubectl).toEqual([]);
  });

  test("a call that failed, a question and a greeting have no kubectl command", async () => {
    expect((await last("describe pod no-such-pod in dev")).kubectl).toEqual([]);
    expect((await last("logs of cart-service")).kubectl).toEqual([]);
    expect((await last("hello")).kubectl).toEqual([]);
  });

  test("a survey has a few", async () => {
    const { kubectl } = await last("cluster status");
    expect(kubectl.length).toBeGreaterThan(0);
    expect(kubectl.length).toBeLessThan(5);
    expect(new Set(kubectl).size).toBe(kubectl.length);
  });

  test.each([
    ["/tipps", "/tips"],
    ["/kubctl", "/kubectl"],
    ["/exti", "/exit"],
  ])("%s is taken for a slip of the hand", async (typed, meant) => {
    const { status, answer } = await last(typed);
    expect(status).toBe("error");
    expect(answer).toContain(`${meant}?`);
  });
});
