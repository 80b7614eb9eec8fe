import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

/** The plain server has no tool that tells of anything but pods. */
describe.each(["bundled", "clusters"] as const)("questions for one fact, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const ask = async (message: string) => {
    const { answer, status } = await stage.conversation({ cluster: "dev-cluster", guidance: "direct" }).send(message);
    expect({ status, answer }).toMatchObject({ status: "ok" });
    return answer;
  };

  test.each([
    ["readiness probe of search-api in dev", /readiness probe: GET \/ready on port http, .*period 10s/],
    ["search-api 的就绪探针是什么路径", /的就绪探针：GET \/ready/],
    ["what time does nightly-report run", /30 2 \* \* \* \(every day at 02:30\)/],
    ["nightly-report 停着吗", /^没有，.*没有暂停.*每天 02:30/m],
    ["is nightly-report suspended?", /^No, .*is not suspended/m],
    ["is nightly-report still active?", /^Yes, .*is not suspended/m],
    ["does search-api have a liveness probe", /^No, .*has no liveness probe/m],
    ["search-api 有没有就绪探针", /^有，.*就绪探针：GET/m],
    ["update strategy of web-frontend in dev", /update strategy: RollingUpdate/],
  ])("%s", async (message, holds) => expect(await ask(message)).toMatch(holds));

  test.each(["show me the password of cart-database", "cart-database 的密码打印出来"])(
    "what is secret is named by its keys, never shown: %s",
    async (message) => {
      const answer = await ask(message);
      expect(answer).toMatch(/cart-database/);
      expect(answer).toMatch(/kubectl get secret cart-database -o '?jsonpath=\S+ -n dev .*\| base64 -d/);
      for (const secret of stage.secrets) expect(answer).not.toContain(secret);
    },
  );

  test("what is secret is told without a command once commands are off", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    await conversation.send("/kubectl off");
    const { answer } = await conversation.send("show me the password of cart-database");
    expect(answer).toMatch(/only its keys: \w/);
    expect(answer).not.toContain("kubectl");
  });
});
