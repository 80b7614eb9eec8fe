import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("questions, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
  const hasAll = kind !== "plain";

  test.each([
    ["can I delete pods in dev", "kubectl auth can-i delete pods -n dev"],
    ["我能重启 dev 的 web-frontend 吗", "kubectl auth can-i patch deployments/web-frontend -n dev"],
    ["who can delete pods", "kubectl auth can-i delete pods '--as=<account>'"],
  ])("rights are told by a command, and nothing is done: %s", async (message, command) => {
    const { status, answer, calls, question } = await begin().send(message);
    expect(status).toBe("ok");
    expect(answer).toContain(command);
    expect(question).toBeNull();
    expect(calls.filter(({ effect }) => effect !== "read")).toEqual([]);
  });

  test("who was given which role is read where the server lists bindings, else told how to", async () => {
    const { answer, calls } = await begin().send("what may the service account build-bot do");
    const read = calls.map(({ resource }) => resource).filter((resource) => resource.endsWith("binding"));
    expect([...new Set(read)].toSorted()).toEqual(hasAll ? ["clusterrolebinding", "rolebinding"] : []);
    expect(answer).toContain("kubectl auth can-i --list");
  });

  test("what no tool changes is told with the command that does", async () => {
    const { answer, calls } = await begin().send("set the image of web-frontend in dev to web:1.2");
    if (kind === "clusters") return;
    expect(answer).toContain("kubectl set image deployment/web-frontend '<container>=web:1.2' -n dev");
    expect(calls.filter(({ effect }) => effect !== "read")).toEqual([]);
  });

  testWhere(kind === "bundled", "the sample servers scale nothing")("scaling asks to how many", async () => {
    const { question, calls } = await begin().send("give checkout in production some more replicas");
    expect(question?.text).toContain("How many replicas should checkout have?");
    expect(calls.filter(({ effect }) => effect !== "read")).toEqual([]);
  });

  testWhere(kind === "bundled", "the sample servers scale nothing").each([
    ["give checkout in production two more replicas", 2, 4],
    ["把 production 的 checkout 翻倍", 2, 4],
    ["scale checkout in production down by 1", 2, 1],
  ])("how many there are to be is worked out from what there is, and shown: %s", async (message, from, to) => {
    const { approval, calls } = await begin().send(message);
    expect(approval).toMatchObject({ from: `replicas=${from}`, to: `replicas=${to}` });
    expect(calls.filter(({ effect }) => effect !== "read")).toEqual([]);
  });

  testWhere(kind === "clusters", "the other servers list all there is")(
    "what is counted or put in order is asked for in full, though the tool stops at ten by itself",
    async () => {
      const { answer } = await begin().send("how many pods use more than 20Mi memory");
      expect(answer).toMatch(/^16 of 21 pods match/);
      expect((await begin().send("top 3 pods by memory")).answer).toMatch(/^21 pods .*\nThe first 3 of 21$/m);
    },
  );

  testWhere(kind !== "plain", "the plain server lists no services")(
    "the way in from outside is told by services and ingresses",
    async () => {
      const { answer } = await begin().send("how do I reach web-frontend in dev from outside");
      expect(answer).toMatch(/is reached from outside at <node IP>:30080/);
      expect(answer).toMatch(/has the host shop\.dev\.example\.com/);
      expect((await begin().send("redis 的外网 ip 是多少")).answer).toMatch(/没有集群外可用的地址/);
    },
  );

  testWhere(hasAll, "the plain server speaks of one cluster only").each([
    [
      "where is order-sync running",
      /not in dev-cluster[\s\S]*order-sync\S* in namespace production of cluster prod-cluster/,
    ],
    ["找一下 order-sync", /在 dev-cluster 里没有找到“order-sync”[\s\S]*prod-cluster/],
  ])("what is not where the conversation is, is looked for in the other clusters: %s", async (message, holds) => {
    expect((await begin().send(message)).answer).toMatch(holds);
  });

  test("how it was is not told as how it is", async () => {
    expect((await begin().send("how many pods were running last tuesday")).answer).toMatch(/keeps no history/);
  });

  test("who did it is known to the audit log only", async () => {
    const { answer } = await begin().send("who deleted pod redis-0 in dev");
    expect(answer).toContain("only the audit log of the API server knows");
  });

  test("two namespaces are held side by side", async () => {
    const { answer } = await begin().send("compare dev and production");
    expect(answer).toMatch(/^Deployments side by side: \S*dev has 9, \S*production has 2\.$/m);
    expect(answer).toMatch(/^Only in \S*production: .*checkout/m);
  });

  test("two things are held side by side, and it is said which has more", async () => {
    const { answer } = await begin().send("which has more replicas in production, cart-service or checkout");
    expect(answer).toMatch(/^(?:cart-service|checkout) has the most replicas|^Equal replicas: /m);
    expect(answer).toMatch(/^ +cart-service +checkout$/m);
  });

  testWhere(hasAll, "the plain server speaks of one cluster only")(
    "one thing of two clusters is held side by side by the image that was asked for",
    async () => {
      const { answer } = await begin().send("is cart-service in dev-cluster the same version as in prod-cluster");
      expect(answer).toMatch(/1\.8\.2/);
      expect(answer).toMatch(/1\.8\.1/);
      expect(answer).not.toMatch(/replicas/);
    },
  );

  testWhere(hasAll, "the plain server speaks of one cluster only")("two clusters are held side by side", async () => {
    const { answer } = await begin().send("compare the deployments of dev-cluster and prod-cluster");
    expect(answer).toMatch(/^web-frontend +replicas +2\/2 +3\/3$/m);
    expect(answer).toMatch(/^web-frontend +image /m);
    expect(answer).toMatch(/^Only in prod-cluster: .*order-sync/m);
  });

  test("what is wrong in two places is told of both", async () => {
    const { answer } = await begin().send("what is wrong in dev and production");
    expect(answer).toContain("only namespace dev");
    expect(answer).toContain("only namespace production");
  });

  test("events that are asked for by nothing else are those of the place that is talked about, and it is said", async () => {
    const conversation = begin();
    await conversation.send("list pods in dev");
    const { answer, calls } = await conversation.send("events");
    if (kind === "plain") return;
    expect(answer).toMatch(/dev from before/);
    expect(calls.map(({ args }) => args.namespace)).toContain("dev");
  });

  test("a slip of the pen is said", async () => {
    const { answer } = await begin().send("shwo pods in dev");
    expect(answer).toMatch(/^Read “shwo” as “show”\.$/m);
    expect(answer).toContain("redis-0");
  });

  test("what no tool can do is said with the command that does it", async () => {
    if (kind !== "plain") return;
    const { answer } = await begin().send("list services in dev");
    expect(answer).toContain("kubectl get services -n dev");
  });
});
