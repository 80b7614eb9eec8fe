import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Conversation } from "../../src/index.ts";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const wide = { width: 200 } as const;

/** Where things are may always be looked up. */
const ofThings = (calls: Awaited<ReturnType<Conversation["send"]>>["calls"]) =>
  calls.filter(({ resource }) => resource !== "cluster" && resource !== "namespace");

describe.each(serverKinds)("a thing that was named with a wish that nobody read, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
  const send = (message: string) => begin().send(message, wide);

  test.each([
    ["payment-worker 怎么个意思", "没太听懂你想知道 Deployment payment-worker 的什么，先看看它的情况：", "0/1"],
    ["payment-worker, thoughts?", "I was not sure what you wanted to know about Deployment payment-worker", "0/1"],
    ["dev-worker-1 vibes?", "I was not sure what you wanted to know about node dev-worker-1", "image-resizer-"],
  ])("is shown, and that is said (%s)", async (message, told, fact) => {
    const { status, answer } = await send(message);
    expect(status).toBe("ok");
    expect(answer).toContain(told);
    expect(answer).toContain(fact);
    // What counts is enough where nobody asked for the whole.
    expect(answer).not.toContain("apiVersion:");
  });

  test("is told with what is wrong with it, and only then", async () => {
    expect((await send("payment-worker 怎么个意思")).answer).toContain("退出码 1");
    expect((await send("web-frontend 怎么个意思")).answer).not.toContain("发现");
  });

  test("is a namespace where nothing in it was named", async () => {
    const { status, answer } = await send("production 那边怎么个意思");
    expect(status).toBe("ok");
    expect(answer).toContain("没太听懂你想知道命名空间 production 的什么，先看看那里的情况：");
    expect(answer).toContain("production");
  });

  test("is nothing where nothing is called so: what can be asked is told", async () => {
    const { status, error, nextSteps } = await send("nosuch-thing, thoughts?");
    expect({ status, code: error?.code }).toEqual({ status: "error", code: "not_understood" });
    expect(nextSteps.length).toBeGreaterThan(2);
  });

  test.each(["nosuch-thing 怎么个意思", "payment-worker 跟 web-frontend 合得来吗"])(
    "stays a question where nothing is called so, or two are (%s)",
    async (message) => {
      expect(await send(message)).toMatchObject({ status: "needs_input", question: { parameter: "reading" } });
    },
  );

  test.each(["kick search-api in dev", "踹一脚 dev 的 search-api"])(
    "is never shown for a change (%s)",
    async (message) => {
      const { question, answer } = await send(message);
      expect(question?.parameter).toBe("reading");
      expect(answer).not.toContain("I was not sure");
    },
  );

  test.each(["thx ur a lifesaver", "lol whatever mate", "你可真逗"])(
    "is looked for by no call in talk (%s)",
    async (message) => {
      expect(ofThings((await send(message)).calls)).toEqual([]);
    },
  );
});

describe("what is known of a thing that was named", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });

  test("is a Secret's keys and never its values", async () => {
    const { answer } = await begin().send("cart-database credentials, thoughts?", wide);
    expect(answer).toContain("Secret cart-database");
    expect(answer).toMatch(/KEYS +\w/);
    for (const secret of stage.secrets) expect(answer).not.toContain(secret);
  });

  test.each(["cart-database, thoughts?", "cart-database 怎么个意思", "nosuch-thing, thoughts?"])(
    "takes no look at Secrets, roles or bindings where none are spoken of (%s)",
    async (message) => {
      const kinds = (await begin().send(message, wide)).calls.map(({ resource }) => resource);
      expect(kinds).toContain("configmap");
      expect(kinds.filter((kind) => kind === "secret" || kind?.includes("role"))).toEqual([]);
    },
  );

  test("is a CronJob's schedule in words", async () => {
    expect((await begin().send("nightly-report, thoughts?", wide)).answer).toMatch(/RUNS +every day at \d\d:\d\d/);
    expect((await begin().send("nightly-report 怎么个意思", wide)).answer).toMatch(/RUNS +每天 \d\d:\d\d/);
  });

  test("is what its service of the same name says of ports", async () => {
    const { answer } = await begin().send("search-api, thoughts?", wide);
    expect(answer).toContain("Deployment search-api");
    expect(answer).toMatch(/TARGET +.*→/);
  });

  test("is no more than was likely: what else may have been meant stands under a number", async () => {
    const conversation = begin();
    const { nextSteps } = await conversation.send("payment-worker 怎么个意思", wide);
    expect(nextSteps[0]?.message).toBe("payment-worker 的详情");
    const { status, answer } = await conversation.send("1", wide);
    expect(status).toBe("ok");
    expect(answer).toContain("payment-worker");
    expect(answer).not.toContain("没太听懂");
  });

  test("is not what a guess supposes where nothing of its kind has that", async () => {
    const { answer, calls } = await begin().send("cart-config tight?", wide);
    expect(answer).toContain("I was not sure what you wanted to know about ConfigMap cart-config");
    expect(calls.map(({ verb }) => verb)).not.toContain("top");
  });

  test("is “it” in what is said next", async () => {
    const conversation = begin();
    await conversation.send("payment-worker, thoughts?", wide);
    const { status, calls } = await conversation.send("its events", wide);
    expect(status).toBe("ok");
    expect(calls.at(-1)?.resource).toBe("event");
  });
});
