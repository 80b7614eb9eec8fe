import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { behindOurBack } from "./behind-our-back.ts";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const wide = { width: 200 };

describe.each(serverKinds)("a namespace that the cache is wrong about, on the %s server", (kind) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage(kind);
  });
  afterEach(() => stage.close());

  const begin = (guidance: "guided" | "direct" = "direct") => stage.conversation({ guidance, cluster: "dev-cluster" });
  const values = (choices: readonly { readonly value: string }[] | undefined) => choices?.map(({ value }) => value);

  test.each([
    ["list namespaces", "which deployments are in dev", /^Namespace dev is gone/m],
    ["显示所有命名空间", "dev 里有哪些 deployment", /^命名空间 dev 已经不在了/m],
  ])("deleted by somebody else after “%s”: “%s” says so and goes on where it is told", async (list, message, gone) => {
    const conversation = begin();
    await conversation.send(list, wide);
    await behindOurBack(stage).removeNamespace("dev");
    const asked = await conversation.send(message, wide);
    expect(asked.status).toBe("needs_input");
    expect(asked.answer).toMatch(gone);
    expect(values(asked.question?.choices)).toEqual(["default", "kube-system", "production"]);
    const answered = await conversation.answer({ id: asked.question?.id ?? "", value: "production" }, wide);
    expect(answered.status).toBe("ok");
    expect(answered.answer).toMatch(/checkout/);
  });

  test("deleted while it stood among the choices: the next choices are what there is now", async () => {
    const conversation = begin("guided");
    const offered = await conversation.send("查看 pod 日志", wide);
    expect(values(offered.question?.choices)).toContain("dev");
    await behindOurBack(stage).removeNamespace("dev");
    const asked = await conversation.answer({ id: offered.question?.id ?? "", value: "dev" }, wide);
    expect(asked.answer).toMatch(/^命名空间 dev 已经不在了/m);
    expect(values(asked.question?.choices)).toEqual(["default", "kube-system", "production"]);
    const pods = await conversation.answer({ id: asked.question?.id ?? "", value: "production" }, wide);
    expect(pods.question?.parameter).toBe("pod");
  });

  test("deleted after the conversation was there: it is not taken from memory again", async () => {
    const conversation = begin();
    await conversation.send("list pods in dev", wide);
    await behindOurBack(stage).removeNamespace("dev");
    const asked = await conversation.send("describe pod redis-0", wide);
    expect(asked.answer).toMatch(/^Namespace dev is gone/m);
    expect(values(asked.question?.choices)).toEqual(["default", "kube-system", "production"]);
  });

  test.each([
    [
      "list namespaces",
      "list deployments in billing",
      /^Namespace billing is new.*\n[\s\S]*No Deployments in namespace billing/m,
    ],
    [
      "显示所有命名空间",
      "billing 里有哪些 deployment",
      /^命名空间 billing 是新出现的.*\n[\s\S]*没有 Deployment（.*命名空间 billing/m,
    ],
  ])("made by somebody else after “%s”: “%s” finds it", async (list, message, told) => {
    const conversation = begin();
    await conversation.send(list, wide);
    await behindOurBack(stage).makeNamespace("billing");
    const result = await conversation.send(message, wide);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(told);
  });

  test.each([
    ["how many pods are in dev", "billing 有几个 pod", /^命名空间 billing 是新出现的[\s\S]*命名空间 billing/m],
    ["dev 有几个 pod", "how many pods in billing", /^Namespace billing is new[\s\S]*namespace billing/m],
  ])("made after the conversation knew all names, by “%s”: “%s” is about it", async (first, message, told) => {
    const conversation = begin();
    await conversation.send(first, wide);
    await behindOurBack(stage).makeNamespace("billing");
    const result = await conversation.send(message, wide);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(told);
    expect(result.answer).not.toMatch(/without that word|不看名称|no namespace/);
  });

  test("made after namespaces were listed: one can turn to it", async () => {
    const conversation = begin();
    await conversation.send("list namespaces", wide);
    await conversation.send("list clusters", wide);
    await behindOurBack(stage).makeNamespace("billing");
    expect((await conversation.send("switch to billing", wide)).answer).toMatch(/namespace billing/);
    expect((await conversation.send("list pods", wide)).answer).toMatch(/No pods in namespace billing/);
  });

  test("that there never was: it is denied after one live look at the list, and after none where that is live", async () => {
    const first = await begin().send("list deployments in billing", wide);
    const lists = ({ calls }: typeof first) => calls.filter(({ resource }) => resource === "namespace");
    expect(lists(first).filter(({ cached }) => !cached)).toHaveLength(1);
    const other = begin();
    await other.send("list namespaces", wide);
    const second = await other.send("list deployments in billing", wide);
    expect(second.question?.parameter).toBe("namespace");
    expect(lists(second).filter(({ cached }) => !cached)).toHaveLength(1);
  });

  test("an empty list of a namespace that is there costs one look at the namespaces, and a full one none", async () => {
    await behindOurBack(stage).makeNamespace("quiet");
    const conversation = begin();
    await conversation.send("list namespaces", wide);
    const empty = await conversation.send("list pods in quiet", wide);
    expect(empty.status).toBe("ok");
    expect(empty.calls.filter(({ resource, cached }) => resource === "namespace" && !cached)).toHaveLength(1);
    const full = await conversation.send("list services in dev", wide);
    expect(full.calls.filter(({ resource, cached }) => resource === "namespace" && !cached)).toHaveLength(0);
  });
});
