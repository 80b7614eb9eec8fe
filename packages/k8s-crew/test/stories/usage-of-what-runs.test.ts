import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastAnswer } from "./last-answer.ts";
import { openStage, type Stage } from "./servers.ts";

describe("what things use is measured of their pods", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test.each(["哪个服务最费内存", "which service uses the most memory", "哪个 deployment 最吃内存"])(
    "“%s” means what runs",
    async (message) => {
      expect((await lastAnswer(stage, [message])).answer).toMatch(/search-api-\S+ ?[（(]210Mi[）)]/);
    },
  );

  test.each(["memory usage of deployment web-frontend", "deployment web-frontend 用了多少内存"])(
    "“%s” shows all its pods, and its command looks where they were found",
    async (message) => {
      const { answer, kubectl } = await lastAnswer(stage, [message]);
      expect(answer.match(/web-frontend-\S+ +web /g)).toHaveLength(2);
      expect(kubectl.join()).toMatch(/top pod (?:-A|-n dev)|top pod.* -n dev/);
    },
  );
});
