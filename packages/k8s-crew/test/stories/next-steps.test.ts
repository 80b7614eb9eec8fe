import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { K8sCrew, TurnResult } from "../../src/index.ts";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

/** What people do, in both languages; every step offered after it is taken. */
const done = [
  "list pods in dev",
  "列出 dev 的 pod",
  "logs of payment-worker in dev",
  "描述 dev 里的 pod cart-service-v2-ghijk",
  "列出节点",
  "list namespaces",
  "cluster status",
  "dev 里的 payment-worker 为什么挂了",
  "list deployments in dev",
  "列出 dev 的 service",
  "list pvc in dev",
  "describe pod no-such-thing in dev",
  "列出 production 的 job",
  "谢谢",
];

describe.each(serverKinds)("next steps on the %s server", (kind) => {
  let stage: Stage;
  let crew: K8sCrew;
  beforeAll(async () => {
    stage = await openStage(kind);
    crew = stage.crew({ guidance: "direct" });
  });
  afterAll(() => stage.close());

  const after = async (...messages: readonly string[]): Promise<TurnResult> => {
    const conversation = crew.conversation({ cluster: "dev-cluster" });
    let result: TurnResult | undefined;
    for (const message of messages) result = await conversation.send(message);
    if (!result) throw new Error("Nothing was said.");
    return result;
  };
  const labels = ({ nextSteps }: TurnResult) => nextSteps.map(({ label }) => label).join("; ");

  test.each(done)("after “%s” there are two or three, complete, and each of them runs", async (message) => {
    const first = await after(message);
    expect({ message, offered: labels(first), count: first.nextSteps.length }).toMatchObject({
      count: expect.toBeOneOf([2, 3]),
    });
    for (const [index, { label, message: next }] of first.nextSteps.entries()) {
      expect(`${label} ${next}`).not.toMatch(/[{}]|undefined/);
      const byNumber = await after(message, String(index + 1));
      const byName = await after(message, `[${label}]`);
      // What is not in one place may be in none of the others.
      const code = byNumber.error?.code === "not_found" ? first.error?.code : byNumber.error?.code;
      const lost = byNumber.error?.code === "not_found" ? "not_found" : undefined;
      expect({ label, code, question: byNumber.question }).toEqual({ label, code: lost, question: null });
      expect(byNumber.usage.modelCalls).toBe(0);
      expect(byName.plan).toEqual(byNumber.plan);
      if (first.status === "ok") expect(byNumber.answer).not.toBe(first.answer);
    }
  });

  test("where a thing has no events, the thing itself is offered, with the command that asks for its events", async () => {
    const result = await after("logs of redis-0 in dev", "show its events");
    expect(labels(result)).toMatch(/redis-0/);
    expect(labels(result)).not.toMatch(/all namespaces/);
    for (const line of result.kubectl) expect(line).toContain("involvedObject.name=redis-0");
  });

  test("whose events say that its image cannot be pulled is not asked for its logs", async () => {
    const result = await after("events of recommendation in dev");
    expect(result.answer).toMatch(/ErrImagePull|ImagePullBackOff/);
    expect(labels(result)).toMatch(/^Find out what is wrong with recommendation/);
    expect(labels(result)).not.toMatch(/logs/);
  });

  test("where the server cannot do what was wished, there are two ways on", async () => {
    const result = await after("which pods use the most memory");
    expect({ offered: labels(result), count: result.nextSteps.length }).toMatchObject({
      count: expect.toBeOneOf([2, 3]),
    });
  });

  test.each(["list pods in no-such-place", "检查 no-such-place 的健康状况"])(
    "where the namespace does not exist, nothing in it is offered: %s",
    async (message) => {
      const { nextSteps, question } = await after(message);
      const offered = nextSteps.map(({ label, message: next }) => `${label} ${next}`).join("; ");
      if (question === null) expect(nextSteps.length).toBeGreaterThan(1);
      expect(offered).not.toContain("no-such-place");
    },
  );

  test("what a report gives the cause of is not offered to be looked into", async () => {
    const result = await after("检查 dev 的健康状况", "1");
    const causes = result.answer.split("\n").filter((line) => /^\d\. /.test(line));
    expect(causes.length).toBeGreaterThan(0);
    const [, name = "?"] = /分析 (?:节点 )?(\S+) 出了/.exec(labels(result)) ?? [];
    expect(causes.join("\n")).not.toContain(name);
  });

  testWhere(kind !== "clusters", "its lists of pods do not tell their states")(
    "the worst thing comes first, and what never started is not asked for its logs",
    async () => {
      expect(labels(await after("list pods in dev"))).toMatch(
        /^Find out what is wrong with (?:payment-worker|image-resizer)/,
      );
      expect(labels(await after("describe pod recommendation in dev"))).not.toMatch(/logs/);
      expect(labels(await after("list pending pods in dev"))).not.toMatch(/logs/);
    },
  );

  test("what is not there is looked for in another cluster where there is one to choose, and among what there is", async () => {
    const wider = kind === "plain" ? /^/ : /^(?:Find no-such-thing in cluster|在) prod-cluster/;
    const english = labels(await after("describe pod no-such-thing in dev"));
    expect(english).toMatch(wider);
    expect(english).toMatch(/List pods in namespace dev/);
    expect(english).not.toMatch(kind === "plain" ? /prod-cluster/ : /^$/);
    const chinese = labels(await after("描述 dev 里的 pod no-such-thing"));
    expect(chinese).toMatch(wider);
    expect(chinese).toMatch(/列出.*dev/);
  });

  testWhere(kind === "bundled", "the sample servers only read").each([
    ["scale deployment web-frontend in dev to 3", /See how web-frontend is doing now/],
    ["把 dev 的 deployment web-frontend 扩容到 2 个副本", /确认 web-frontend 现在的状态/],
  ])("after a change comes the look at what became of it: %s", async (message, label) => {
    const conversation = crew.conversation({ cluster: "dev-cluster" });
    const asked = await conversation.send(message);
    const result = await conversation.answer({ id: asked.approval?.id ?? "", value: "approve" });
    expect(result.status).toBe("ok");
    expect(labels(result)).toMatch(label);
  });
});
