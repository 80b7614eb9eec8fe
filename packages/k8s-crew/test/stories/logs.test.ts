import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("logs on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const answerTo = async (message: string) =>
    (await stage.conversation({ cluster: "dev-cluster", guidance: "direct" }).send(message)).answer;

  test.each(["logs of the job database-migration in dev", "dev 里 job database-migration 的日志"])(
    "those of a job are those of one of its pods, and which is said: %s",
    async (message) => {
      const answer = await answerTo(message);
      expect(answer).toMatch(/SQLSTATE 42P01/);
      expect(answer).toMatch(/(?:this is|看的是) ?database-migration-\w{5}/);
    },
  );

  test.each([
    ["logs of cart-service in production", "the other one", /several like pods/],
    ["production 里 cart-service 的日志", "另一个也看下", /几个一样的 Pod/],
  ])("“%s”: of replicas one is read and said, “%s” reads the next", async (message, other, holds) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const first = await conversation.send(message);
    expect(first.status).toBe("ok");
    expect(first.answer).toMatch(holds);
    const second = await conversation.send(other);
    const podOf = ({ calls }: typeof first) => {
      const { args = {} } = calls.findLast(({ verb }) => verb === "logs") ?? {};
      return args.name ?? args.pod_name;
    };
    expect(podOf(second)).toMatch(/^cart-service-/);
    expect(podOf(second)).not.toBe(podOf(first));
  });

  test("a person who is led step by step chooses among replicas", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    const result = await conversation.send("logs of cart-service in production");
    expect(result.question?.choices).toHaveLength(2);
  });

  test("of replicas the one in trouble is read", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const result = await conversation.send("logs of database-migration in dev");
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/it is (?:Error|Failed)|they are alike/);
  });

  test.each([
    "grep discount in the logs of cart-service-v2 in dev",
    "dev 里 cart-service-v2 的日志，只看包含 discount 的行",
  ])("only the lines that hold what was said, with how many there are: %s", async (message) => {
    const answer = await answerTo(message);
    expect(answer).toMatch(/(?:1|2|3) of the|有 (?:1|2|3) 行含有/);
    expect(answer).toContain("discount code SPRING");
    expect(answer).not.toContain("multi-currency is on");
  });

  testWhere(kind === "bundled", "the others have to be told a namespace first").each([
    ["webshop is down, what is going on", /Found no “webshop”[\s\S]*payment-worker/],
    ["webshop 挂了，怎么回事", /没有找到“webshop”[\s\S]*payment-worker/],
  ])("a word that is no name here is said to be none, and what is in trouble is told: %s", async (message, holds) => {
    expect(await answerTo(message)).toMatch(holds);
  });
});
