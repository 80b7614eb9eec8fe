import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("lists that are narrowed, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const ask = async (message: string) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    return (await conversation.send(message)).answer;
  };

  test.each(["pods with more than 5 restarts", "重启超过 5 次的 pod"])(
    "show what meets the condition, in one list, and say which it was: %s",
    async (message) => {
      const answer = await ask(message);
      expect(answer).toMatch(/payment-worker-\S+/);
      expect(answer).not.toContain("redis-0");
      expect(answer).toMatch(/Filter: restarts > 5|筛选条件：重启次数 > 5/);
      expect(answer.match(/NAMESPACE/g)).toHaveLength(1);
    },
  );

  test("read one by one what the list does not tell", async () => {
    const answer = await ask("pods without limits in dev");
    expect(answer).toContain("redis-0");
    expect(answer).not.toContain("image-resizer");
    expect(answer).toContain("Filter: no resource limits");
  });

  test("are cut to the first ones in the order asked for", async () => {
    const answer = await ask("重启最多的两个 pod");
    expect(answer).toMatch(/payment-worker-[\s\S]*image-resizer-/);
    expect(answer).not.toContain("inventory");
    expect(answer).toContain("只显示前 2 个");
  });

  test("are counted by namespace", async () => {
    expect(await ask("how many pods per namespace")).toMatch(/NAMESPACE +COUNT\ndev +15\n/);
  });

  test.each([
    ["which node is redis-0 on", /^Pod redis-0 in namespace dev(?: of cluster \S+)? runs on node dev-worker-2\.$/m],
    ["redis-0 用的什么镜像", /^(?:集群 \S+ )?命名空间 dev 的 Pod redis-0 用的镜像是 redis:\S+。$/m],
    ["who owns pod redis-0", /^Pod redis-0 in namespace dev(?: of cluster \S+)? is managed by StatefulSet\/redis\.$/m],
    [
      "how many replicas does web-frontend have",
      /^Deployment web-frontend in namespace dev(?: of cluster \S+)? has all of its 2 replicas ready\.$/m,
    ],
  ])("one fact is told in one line: %s", async (message, line) => {
    expect(await ask(message)).toMatch(line);
  });
});
