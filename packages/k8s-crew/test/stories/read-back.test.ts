import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TurnResult } from "../../src/index.ts";
import { openStage, type ServerKind, type Stage, serverKinds } from "./servers.ts";

const stages = new Map<ServerKind, Stage>();
beforeAll(async () => {
  for (const kind of serverKinds) stages.set(kind, await openStage(kind));
}, 90_000);
afterAll(async () => {
  await Promise.all([...stages.values()].map((stage) => stage.close()));
});

/** One conversation on one of the servers; comes back with what each message came to. */
const say = async (kind: ServerKind, ...messages: readonly string[]): Promise<readonly TurnResult[]> => {
  const conversation = stages.get(kind)?.conversation({ cluster: "dev-cluster" });
  if (!conversation) throw new Error(`no stage for ${kind}`);
  const results: TurnResult[] = [];
  try {
    for (const message of messages) results.push(await conversation.send(message, { width: 160 }));
    return results;
  } finally {
    await conversation.close();
  }
};

const lastAnswer = async (kind: ServerKind, ...messages: readonly string[]): Promise<string> =>
  (await say(kind, ...messages)).at(-1)?.answer ?? "";

describe("a list that the server would cut at its own limit", () => {
  test.each([
    ["看一下 Pod 资源占用", /^共 21 个 Pod/],
    ["resource usage of the pods", /^21 pods in all namespaces/m],
    ["which pods use the most memory", /^21 pods in all namespaces/m],
  ])("is asked for in full: %s", async (message, all) => {
    expect(await lastAnswer("clusters", message)).toMatch(all);
  });
});

describe("a headline says what, which and where", () => {
  const clusterWords: Readonly<Record<ServerKind, { zh: string; en: string }>> = {
    bundled: { zh: "当前集群，", en: " of the current cluster" },
    clusters: { zh: "集群 dev-cluster，", en: " of cluster dev-cluster" },
    plain: { zh: "", en: "" },
  };
  const requests: readonly (readonly [string, (words: { zh: string; en: string }) => string])[] = [
    ["列出 dev 里的 pod", ({ zh }) => `共 15 个 Pod（${zh}命名空间 dev）`],
    ["list pods in dev", ({ en }) => `15 pods in namespace dev${en}`],
    ["描述 dev 里的 pod redis-0", ({ zh }) => `Pod redis-0 详情（${zh}命名空间 dev）：`],
    ["describe pod redis-0 in dev", ({ en }) => `Details of pod redis-0 in namespace dev${en}:`],
    ["看一下 dev 里 pod redis-0 的日志", ({ zh }) => `Pod redis-0 的日志（${zh}命名空间 dev）：`],
    ["show the logs of pod redis-0 in dev", ({ en }) => `Log of pod redis-0 in namespace dev${en}:`],
    ["查看 dev 里 pod redis-0 的事件", ({ zh }) => `redis-0，${zh}命名空间 dev）。`],
    ["show the events of pod redis-0 in dev", ({ en }) => `redis-0 in namespace dev${en}.`],
  ];
  test.each(serverKinds.flatMap((kind) => requests.map(([message, expected]) => [kind, message, expected] as const)))(
    "on %s: “%s”",
    async (kind, message, expected) => {
      const words = clusterWords[kind];
      const answer = await lastAnswer(kind, message);
      const said = kind === "bundled" ? answer.replaceAll("集群 dev-cluster，", words.zh) : answer;
      expect(said.replaceAll(" of cluster dev-cluster", words.en)).toContain(expected(words));
    },
  );
});

describe.each(serverKinds)("events of one pod, on %s", (kind) => {
  test.each(["show the events of pod payment-worker in dev", "查看 dev 里 pod payment-worker 的事件"])(
    "%s",
    async (message) => {
      expect(await lastAnswer(kind, message)).toMatch(/Warning {2}BackOff.*\n {2}Back-off restarting failed container/);
    },
  );

  test("“it” after them is the pod, never the event", async () => {
    const events = "show the events of pod payment-worker-vfqzxx22rh-9v5mj in dev";
    const [, result] = await say(kind, events, "describe it");
    expect(result?.answer).toContain("pod payment-worker-");
    expect(result?.calls.at(-1)).toMatchObject({ resource: "pod" });
  });
});

test.each([
  ["最近的事件", "plain"],
  ["recent events", "plain"],
] as const)("“%s” of a server that has events of one pod only asks which", async (message, kind) => {
  const [result] = await say(kind, message);
  expect(result?.status).toBe("needs_input");
  expect(result?.question?.parameter).toBe("namespace");
});

describe("a row of the list that was shown", () => {
  const shownNames = (answer: string): readonly string[] => {
    const lines = answer.split("\n");
    const head = lines.findIndex((line) => line.startsWith("NAME"));
    const rows = lines.slice(head + 1);
    const end = rows.findIndex((line) => !/^[a-z]/.test(line));
    return rows.slice(0, end < 0 ? rows.length : end).map((line) => line.split(" ")[0] ?? "");
  };
  test.each(serverKinds)("on %s is meant by its place, also after another answer", async (kind) => {
    const [listed, second, third, last] = await say(
      kind,
      "列出 dev 里的 pod",
      "第二个的日志",
      "show me the logs of the third one",
      "看最后一个",
    );
    const names = shownNames(listed?.answer ?? "");
    expect(names.length).toBeGreaterThan(3);
    expect(second?.calls.at(-1)).toMatchObject({ verb: "logs" });
    expect(JSON.stringify(second?.calls.at(-1)?.args)).toContain(names[1]);
    expect(JSON.stringify(third?.calls.at(-1)?.args)).toContain(names[2]);
    expect(JSON.stringify(last?.calls.at(-1)?.args)).toContain(names.at(-1));
  });

  test("is meant by what sets it apart", async () => {
    const [, newest] = await say("bundled", "list pods in dev", "show the logs of the newest one");
    expect(newest?.calls.at(-1)?.args).toMatchObject({ name: "cart-service-v2-ghijk" });
  });

  test("is not what a bare number takes: that is a next step", async () => {
    const [listed, taken] = await say("bundled", "list pods in dev", "2");
    expect(listed?.nextSteps[1]?.label).toContain("See the logs of");
    expect(taken?.plan[0]?.tool).toBe("pods_log");
  });

  test.each(["[{}]", "［{}］", "【{}】", "「{}」", "{}"])(
    "is offered by a name that runs, written %s",
    async (frame) => {
      const [listed, taken] = await say("bundled", "列出 dev 的 pod", frame.replace("{}", "查看集群状态"));
      expect(taken?.answer).toContain("dev-cluster");
      expect(taken?.calls.length).toBeGreaterThan(1);
      const [, step] = listed?.nextSteps ?? [];
      const [, next] = await say("bundled", "列出 dev 的 pod", frame.replace("{}", step?.label ?? ""));
      expect(next?.status).toBe("ok");
      expect(next?.plan[0]?.tool).toBe("pods_log");
    },
  );

  test("is deleted only after its name was typed", async () => {
    const [listed, asked] = await say("bundled", "list pods in dev", "delete the second one");
    expect(asked?.status).toBe("needs_approval");
    expect(asked?.approval?.call.args).toMatchObject({ name: shownNames(listed?.answer ?? "")[1] });
  });
});

describe("an approval says what changes", () => {
  test.each([
    ["把 dev 的 deployment web-frontend 扩容到 5 个副本", "修改（由 replicas=2 改为 replicas=5）"],
    ["scale deployment web-frontend in dev to 5", "write (from replicas=2 to replicas=5)"],
  ])("%s", async (message, shown) => {
    const [asked] = await say("bundled", message);
    expect(asked?.status).toBe("needs_approval");
    expect(asked?.approval).toMatchObject({ from: "replicas=2", to: "replicas=5" });
    expect(asked?.answer).toContain(shown);
  });
});

describe("a wish that the server has no tool for", () => {
  test.each(serverKinds)("on %s is answered with what is lacking and what can be done", async (kind) => {
    const [answered, looked] = await say(kind, "dev 的 redis 重启一下", "2");
    expect(answered?.answer).toContain("没有可以做到这件事的工具（重启 redis）");
    expect(answered?.nextSteps.map(({ label }) => label)).toContain("查看 redis 的日志");
    expect(looked?.calls.at(-1)).toMatchObject({ verb: "logs", effect: "read" });
  });

  test("a way around that loses something is offered where there is one, and waits for a name", async () => {
    const [answered, picking, asked] = await say("bundled", "restart redis in dev", "3", "1");
    expect(answered?.nextSteps.at(-1)?.label).toContain("Delete a pod of redis");
    expect(picking?.status).toBe("needs_input");
    expect(asked?.status).toBe("needs_approval");
    expect(asked?.approval?.effect).toBe("destructive");
    const [readOnly] = await say("clusters", "restart redis in dev");
    expect(JSON.stringify(readOnly?.nextSteps)).not.toContain("elete");
  });

  test("a node's name is not taken for that of a pod", async () => {
    const [answered] = await say("clusters", "cordon node dev-worker-1");
    expect(answered?.answer).toContain("Cordon node dev-worker-1");
    expect(JSON.stringify(answered?.nextSteps)).not.toContain("dev-worker-1");
  });
});
