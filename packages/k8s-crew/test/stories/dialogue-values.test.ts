import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("what is said after a question, a list or a comparison", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const begun = (guidance: "guided" | "direct" = "guided") => stage.conversation({ cluster: "dev-cluster", guidance });

  test.each([
    ["scale web-frontend", "actually 3", "3"],
    ["scale web-frontend to 4", "scale to 5", "5"],
    ["把 web-frontend 扩到 4", "改成 6 个", "6"],
  ])("“%s”, “%s” changes the amount, and where it is stays the question", async (message, reply, amount) => {
    const conversation = begun();
    expect((await conversation.send(message)).question?.parameter).toBe("namespace");
    const told = await conversation.send(reply);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "namespace" } });
    expect(told.answer).toContain(amount);
    const card = await conversation.send("dev");
    expect(card.approval?.call.args).toMatchObject({ name: "web-frontend", namespace: "dev", scale: Number(amount) });
  });

  test("a number alone still picks what stands under it", async () => {
    const conversation = begun("direct");
    await conversation.send("scale cart-service in dev to 4");
    const card = await conversation.send("1");
    expect(card.approval?.call.args).toMatchObject({ scale: 4 });
  });

  test.each([
    ["list pods in dev", "2 and 3", 2],
    ["列出 dev 的 pod", "2 和 3", 2],
    ["列出 dev 的 pod", "三个都要", 2],
  ])("“%s”, “%s” takes several next steps, one after another", async (message, numbers, logs) => {
    const conversation = begun();
    await conversation.send(message);
    const told = await conversation.send(numbers);
    expect(told.status).toBe("ok");
    expect(told.calls.filter(({ verb }) => verb === "logs").length).toBeGreaterThanOrEqual(logs);
  });

  test.each([
    ["compare dev and production", "i meant dev and default", /dev has \d+, default has \d+/],
    ["compare dev and production", "no, default and dev", /default has \d+, dev has \d+/],
    ["对比 dev 和 default 命名空间", "不对，是 production 和 dev 的", /production 有 \d+ 个、dev 有 \d+ 个/],
  ])("“%s”, “%s” compares those", async (message, correction, holds) => {
    const conversation = begun();
    await conversation.send(message);
    expect((await conversation.send(correction)).answer).toMatch(holds);
  });

  test.each([
    ["compare the deployments of dev and production", "and default?", /dev and production were held side by side/],
    ["对比 dev 和 production 的 deployment", "不对，是 default 的", /default 要和哪一个比/],
  ])("“%s”, “%s” asks which side it replaces", async (message, correction, holds) => {
    const conversation = begun();
    await conversation.send(message);
    const asked = await conversation.send(correction);
    expect(asked).toMatchObject({ status: "ok", nextSteps: [{}, {}] });
    expect(asked.answer).toMatch(holds);
    expect((await conversation.send("2")).answer).toMatch(/production.*default/);
  });

  test("“no, in prod-cluster” after two clusters were compared is about the deployments there alone", async () => {
    const conversation = begun();
    await conversation.send("compare dev-cluster and prod-cluster");
    const told = await conversation.send("no, in prod-cluster");
    expect(told.answer).toMatch(/Deployments in all namespaces of cluster prod-cluster/);
  });

  test("a place is not compared with itself", async () => {
    const conversation = begun();
    expect((await conversation.send("比较 dev 和 staging 的 pod")).question?.parameter).toBe("namespace");
    const told = await conversation.send("不对，是 dev 的");
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "namespace" } });
    expect(told.answer).toMatch(/dev 已经是比的另一边了/);
  });

  test.each([
    ["logs of inventory in dev", "and the same for production", "inventory-"],
    ["看 dev 的 inventory 日志", "那 production 呢", "inventory-"],
  ])("“%s”, “%s” looks there for the workload, never for the pod of the other place", async (message, other, pod) => {
    const conversation = begun();
    const first = await conversation.send(message);
    expect(first.answer).toContain(pod);
    const name = first.calls.find(({ verb }) => verb === "logs")?.args.name;
    const told = await conversation.send(`logs of ${String(name)} in dev`).then(() => conversation.send(other));
    expect(told.answer.split("\n")[0]).not.toContain(String(name));
  });

  test.each([
    ["set image deployment/cart-service-v1 in dev", "nginx:1.2", "'<container>=nginx:1.2'"],
    ["set image deployment/cart-service-v1 in dev", "cart=nginx:1.2", "cart=nginx:1.2"],
  ])("“%s”, “%s” is the image that was lacking", async (message, image, command) => {
    const conversation = begun();
    expect((await conversation.send(message)).answer).toContain("<image>");
    const told = await conversation.send(image);
    expect(told.answer).toContain(`kubectl set image deployment/cart-service-v1 ${command} -n dev`);
    expect(told.calls.filter(({ resource }) => resource === "pod")).toEqual([]);
  });
});
