import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("on the server “%s”", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const ask = async (message: string): Promise<string> => {
    const talk = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const { answer } = await talk.send(message);
    await talk.close();
    return answer;
  };

  // Where a list of the plain server tells no such thing, the answer says so or shows the command that does.
  const orOwned = (expected: RegExp): RegExp =>
    kind === "plain" ? new RegExp(`${expected.source}|kubectl |could not|does not tell|cannot`, "i") : expected;

  test("which namespace has the most pods begins with its name", async () => {
    expect(await ask("which namespace has the most pods")).toMatch(/^Most Pods?: dev \(\d+\)/im);
  });

  test("a service is found by the labels of the pods that it selects", async () => {
    expect(await ask("which service selects the cart-service-v2 pods")).toMatch(
      orOwned(/Service cart-service selects the pods of cart-service-v2/),
    );
  });

  test("use is told beside its limit", async () => {
    expect(await ask("how close is image-resizer to its memory limit")).toMatch(orOwned(/image-resizer\S* .*\d+%/));
  });
});

describe("on a server that can read logs", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test("the logs of all pods of a name are read, one after the other", async () => {
    const talk = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const { status, answer } = await talk.send("logs of all cart-service pods in dev");
    expect(status).toBe("ok");
    expect(answer.match(/^Log of pod cart-service-/gm)?.length).toBeGreaterThan(1);
    await talk.close();
  });
});
