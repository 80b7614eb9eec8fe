import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("a question that gets the same reply over and over", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test.each([
    ["scale cart-service in dev to 3", "随便"],
    ["logs of redis", "what"],
  ])(
    "“%s” is put aside, with what may be done instead, when “%s” only gets the same said again",
    async (asks, reply) => {
      const talk = stage.conversation({ cluster: "dev-cluster", guidance: "guided" });
      await talk.send(asks);
      const first = await talk.send(reply);
      expect(first.question).not.toBeNull();
      const rest = [await talk.send(reply), await talk.send(reply), await talk.send(reply)];
      expect(rest.at(-2)?.question).not.toBeNull();
      expect(rest.at(-1)).toMatchObject({ status: "cancelled", question: null });
      expect(rest.at(-1)?.answer).toMatch(/leave this question/);
    },
  );
});
