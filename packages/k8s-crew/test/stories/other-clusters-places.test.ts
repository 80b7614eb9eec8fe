import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe.each(["bundled", "clusters"] as const)("places of another cluster, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const said = async (...messages: readonly string[]) => {
    const conversation = stage.conversation({ guidance: "guided" });
    let answer = "";
    for (const message of messages) answer = (await conversation.send(message)).answer;
    return answer;
  };

  test.each(["restart web-frontend in prod", "prod 的 web-frontend 重启一下", "roll back web-frontend in prod"])(
    "the command for “%s” names the place where it is",
    async (message) => {
      expect(await said(message)).toMatch(/deployment\/web-frontend -n production --context prod-cluster$/m);
    },
  );

  test("the command is for what the thing is, where it is the only one of its name", async () => {
    expect(await said("restart redis in dev")).toContain("statefulset/redis -n dev --context dev-cluster");
  });

  test("a namespace that nothing is called is said to be none, and stands open in the command", async () => {
    const answer = await said("roll back web-frontend in staging");
    expect(answer).toContain("-n '<namespace>'");
    expect(answer).toContain("No namespace is called staging");
  });

  test.each(["and prod?", "那 prod 呢"])("“%s” leaves a namespace behind that is not there", async (message) => {
    const answer = await said("list pods in dev on dev-cluster", message);
    expect(answer).toContain("order-sync");
    expect(answer).toMatch(/no namespace dev|没有命名空间 dev/);
  });

  test("a thing that was looked at is looked for there, and where that was is said", async () => {
    const answer = await said("describe pod payment-worker in dev on dev-cluster", "and prod?");
    expect(answer).toMatch(/payment-worker[^.]* of cluster prod-cluster/);
  });

  test("a namespace that only another cluster has is read there", async () => {
    const answer = await said("list pods in production on prod-cluster", "list deployments in dev");
    expect(answer).toContain("payment-worker");
    expect(answer).toContain("dev-cluster has one");
  });

  test("the cluster that was used last comes first where one is asked for", async () => {
    const answer = await said("list pods in production on prod-cluster", "delete the first");
    expect(answer).not.toMatch(/1\. dev-cluster/);
  });

  test("a quick command says that it keeps to the namespace from before", async () => {
    const answer = await said("list pods in production on prod-cluster", "Problem pods");
    expect(answer).toContain("Only namespace production from before");
  });
});
