import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

/** What is asked in both languages, and what the report has to say in both: object, cause and evidence. */
const troubles: readonly (readonly [zh: string, en: string, holds: readonly RegExp[]])[] = [
  [
    "dev 里的 payment-worker 为什么挂了",
    "why does payment-worker crash in dev",
    [
      /payment-worker-\w+-\w+/,
      /ENOTFOUND payments-db/,
      /退出码 1|code 1/,
      /14/,
      /logs payment-worker-\S+ -c worker --previous/,
    ],
  ],
  [
    "dev 里的 recommendation 为什么起不来",
    "why is recommendation not starting in dev",
    [/recommendation:2\.1\.0-typo(?: does not exist| 不存在)/, /ImagePullBackOff/, /code = NotFound/],
  ],
  ["dev 里的 image-resizer 怎么了", "what's wrong with image-resizer in dev", [/128Mi/, /OOMKilled/, /137/]],
  [
    "dev 里的 analytics 为什么一直 pending",
    "why is analytics pending in dev",
    [/cpu 32/, /FailedScheduling/, /2 Insufficient cpu/],
  ],
  [
    "dev 里的 search-api 为什么没就绪",
    "why is search-api not ready in dev",
    [/Readiness probe failed/, /statuscode: 503/, /index products-v7 is missing/, /httpGet :http\/ready/],
  ],
];

/** The same for kinds that a server of pods alone has no tools for. */
const beyondPods: readonly (readonly [zh: string, en: string, holds: readonly RegExp[]])[] = [
  [
    "dev 里的 job database-migration 为什么失败",
    "why did job database-migration fail in dev",
    [/BackoffLimitExceeded/, /relation "orders" does not exist/, /(?:另有 2 个|2 more)/],
  ],
  [
    "dev 里的 service inventory 为什么不通",
    "why is service inventory not working in dev",
    [/app=inventory-service/, /app=inventory\b(?!-)/, /0 endpoints/],
  ],
  [
    "dev 里的 pvc analytics-data 为什么不可用",
    "why is pvc analytics-data failing in dev",
    [/StorageClass fast-ssd/, /fast-ssd" not found/, /standard/],
  ],
];

describe.each(serverKinds)("why something fails, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const ask = (message: string) => stage.conversation({ cluster: "dev-cluster", guidance: "direct" }).send(message);

  const inBoth = (rows: typeof troubles) =>
    rows.flatMap(([zh, en, holds]) => [[zh, holds] as const, [en, holds] as const]);

  testWhere(kind !== "plain", "the plain server reads no log of a run before and no services").each(inBoth(troubles))(
    "one report names object, cause and evidence: %s",
    async (message, holds) => {
      const { status, answer } = await ask(message);
      expect({ status, answer }).toMatchObject({ status: "ok" });
      for (const words of holds) expect(answer).toMatch(words);
      expect(answer).toMatch(/可能的原因[\s\S]*下一步|Likely cause[\s\S]*What to do/);
    },
  );

  testWhere(kind !== "plain", "the plain server has tools for pods only").each(inBoth(beyondPods))(
    "what is no pod is looked into as well: %s",
    async (message, holds) => {
      const { status, answer } = await ask(message);
      expect({ status, answer }).toMatchObject({ status: "ok" });
      for (const words of holds) expect(answer).toMatch(words);
    },
  );

  testWhere(kind === "plain", "the others can look at more").each([
    ["dev 里的 image-resizer 怎么了", /128Mi[\s\S]*没有看到：[^\n]*Deployment image-resizer[^\n]*没有可用的工具/],
    ["why is recommendation not starting in dev", /does not exist[\s\S]*Not looked at: [^\n]*no tool for it/],
  ])("with tools for pods only it says what it could not look at: %s", async (message, holds) => {
    expect((await ask(message)).answer).toMatch(holds);
  });

  test("no call is made twice, and the report stands in place of what the calls returned", async () => {
    const result = await ask("dev 里的 payment-worker 为什么挂了");
    const calls = result.calls.map(({ tool, args }) => JSON.stringify([tool, Object.entries(args).toSorted()]));
    expect(new Set(calls).size).toBe(calls.length);
    expect(result.answer).not.toMatch(/apiVersion:|containerStatuses/);
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test("an application that is well is not called broken, and healthy is said only of what was seen", async () => {
    const { answer } = await ask("why does web-frontend fail in dev");
    expect(answer).toMatch(
      kind === "plain"
        ? /nothing found in what was looked at/
        : /nothing wrong found \(what was looked at stands below\)/,
    );
  });

  test.each([
    ["why does redis-0 keep restarting in dev", /^It has not restarted: 0 restarts since it was created 20d ago\.$/m],
    ["dev 里的 redis-0 怎么一直重启", /^它没有重启过：从 20d 前创建到现在，重启 0 次。$/m],
    ["why does inventory keep restarting in dev", /^1 restart since it was created 5d ago, the last one 2d12h ago/m],
  ])("what has not restarted, or no more, is said so: %s", async (message, holds) => {
    const { answer } = await ask(message);
    if (kind === "plain" && message.includes("inventory")) return;
    expect(answer).toMatch(holds);
    if (!message.includes("inventory")) expect(answer).toMatch(/what the log says, CPU and memory usage|日志内容、CPU/);
  });

  test("several pods of one workload are no reason to ask which", async () => {
    const { status, answer } = await ask("dev 里的 web-frontend 怎么了");
    expect({ status, answer }).toMatchObject({ status: "ok" });
    if (kind !== "plain") expect(answer).toMatch(/^Deployment web-frontend/);
  });

  test("the pod to blame is offered for a closer look, not the same question again", async () => {
    const { nextSteps } = await ask("why does payment-worker crash in dev");
    const messages = nextSteps.map(({ message }) => message).join("\n");
    expect(messages).toMatch(/pod payment-worker-\w+-\w+/);
    expect(messages).not.toMatch(/why/);
  });

  test.each([
    ["payment-worker", kind !== "plain"],
    ["cart-service-v2", false],
  ])("the log of %s before its last restart is offered where there is one to read", async (name, offered) => {
    const { nextSteps } = await ask(`show the logs of pod ${name} in dev`);
    expect(nextSteps.some(({ label }) => label.includes("before its last restart"))).toBe(offered);
    expect(nextSteps.map(({ label }) => label).join()).toContain("Check the events");
  });

  test.each(["dev-worker-3 怎么了", "what is wrong with node dev-worker-3"])(
    "a node is judged by its conditions and by its events, wherever the conversation was: %s",
    async (message) => {
      const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct", namespace: "production" });
      const { status, answer } = await conversation.send(message);
      expect(status).toBe("ok");
      expect(answer).toContain("NotReady");
      if (kind !== "plain") expect(answer).toMatch(/NodeStatusUnknown[\s\S]*NodeNotReady[\s\S]*status is now/);
      // Which pods run there is a step that was added, and told as one.
      expect(answer.split(/^.*(?:追加|Added|Not added)/m)[0]).not.toContain("production");
    },
  );
});
