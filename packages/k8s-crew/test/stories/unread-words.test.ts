import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("no word is dropped without a sound, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const send = (message: string) =>
    stage.conversation({ cluster: "dev-cluster", guidance: "direct" }).send(message, { width: 200 });

  test.each([
    ["list delpoyments in dev", "Read “delpoyments” as “deployments”.", "payment-worker"],
    ["dev 里的部暑有哪些", "“部暑”按“部署”理解。", "payment-worker"],
    ["list pods in dev sorted by flavour", "I did not understand “sorted” and “flavour” and left them out.", "redis-0"],
    ["show pods in dev as csv", "“as csv” cannot be done", "redis-0"],
    ["list blorp pods in dev", "No pod has “blorp” in its name", "redis-0"],
  ])("“%s”", async (message, told, fact) => {
    const { answer, status } = await send(message);
    expect(status).toBe("ok");
    expect(answer).toContain(told);
    expect(answer).toContain(fact);
  });

  test("“all pods but those of a namespace” shows the others, and says so", async () => {
    const { answer } = await send("show pods in all namespaces but dev");
    expect(answer).toContain("namespace not dev");
    expect(answer).toContain("checkout");
    expect(answer).not.toContain("redis-0");
  });

  test.each([
    ["restrat cart-service in production", "restart cart-service in production"],
    ["重起 cart-service", "重启 cart-service"],
  ])("“%s” changes nothing and is offered as it was meant", async (message, offered) => {
    const { answer, approval, calls, nextSteps } = await send(message);
    expect(answer).toContain(offered);
    expect(nextSteps[0]).toMatchObject({ message: offered });
    expect(approval).toBeNull();
    expect(calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test("a change for later is not made now", async () => {
    const { answer, approval } = await send("scale cart-service in production to 5 tomorrow at 9");
    expect(answer).toContain("tomorrow at 9");
    expect(approval).toBeNull();
  });

  test("what can be no name is told, and the place beside it is kept", async () => {
    const { answer, question } = await send("describe pod ../../etc/passwd in dev");
    expect(answer).toContain("../../etc/passwd");
    expect(question?.text).toContain("dev");
  });
});
