import type { World } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("bundled");
});
afterAll(() => stage.close());

const asked = async (message: string, guidance: "guided" | "direct") => {
  const conversation = stage.conversation({ guidance });
  expect((await conversation.send(message)).status).toBe("needs_input");
  return conversation;
};

describe.each(["guided", "direct"] as const)("a reply to an open question, %s", (guidance) => {
  test.each([
    ["看一下 cart-service 的日志", "算了，看一下节点", ["node"]],
    ["show the logs of cart-service", "never mind, show me the nodes", ["node"]],
    ["show the logs of cart-service", "list pods in dev and show nodes", ["pod", "node"]],
    ["看一下 cart-service 的日志", "列出 dev 的 pod，然后看节点", ["pod", "node"]],
  ])("“%s”, “%s” is taken as the new request", async (message, reply, kinds) => {
    const result = await (await asked(message, guidance)).send(reply);
    expect(result.status).toBe("ok");
    // What places are called is looked up for every message.
    const places = ["cluster", "namespace"];
    const lists = result.calls.filter(({ verb, resource }) => verb === "list" && !places.includes(resource));
    expect(lists.map(({ resource }) => resource).toSorted()).toEqual([...kinds].toSorted());
  });

  test.each([
    ["logs of cart-service", "no, I meant payment"],
    ["看一下 cart-service 的日志", "不对，我说的是 payment"],
  ])("“%s”, “%s” corrects the request, not the answer", async (message, reply) => {
    const conversation = await asked(message, guidance);
    const next = await conversation.send(reply);
    const result = next.status === "needs_input" ? await conversation.send("dev") : next;
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/payment-worker[\s\S]*connecting to postgres/);
  });
});

test.each([
  ["logs of cart-service in dev", "no, I meant production"],
  ["看 dev 里 cart-service 的日志", "不是，我说的是 production"],
])("“%s”, “%s” moves the question to the other namespace", async (message, reply) => {
  const result = await (await asked(message, "direct")).send(reply);
  // Its replicas there are alike: one of them is read.
  expect(result.answer).toMatch(/cart-service-rz58qw7trv-/);
  expect(result.calls.at(-1)?.args).toMatchObject({ namespace: "production" });
});

describe("a pod of several, each with several containers", () => {
  const pod = (version: string): World["objects"][number] => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: `porter-${version}`, namespace: "mail" },
    spec: {
      containers: [
        { name: "porter", image: "porter:1" },
        { name: "seal", image: "seal:1" },
      ],
    },
  });
  let mail: Stage;
  beforeAll(async () => {
    mail = await openStage("bundled", { worlds: [{ name: "post", objects: [pod("v1"), pod("v2")] }] });
  });
  afterAll(() => mail.close());

  test.each(["1", "第一个", "the first one", "last 20 lines of the first"])(
    "“%s” answers the question for the pod, not the next one as well",
    async (reply) => {
      const conversation = mail.conversation({ guidance: "guided" });
      expect((await conversation.send("logs of porter in mail")).question?.parameter).toBe("pod");
      expect((await conversation.send(reply)).question?.parameter).toBe("container");
    },
  );
});

test.each([
  ["logs of cart-service in dev", "bananas are nice today", /no pod that matches “bananas”[\s\S]*“cancel” gives up/],
  ["看 dev 里 cart-service 的日志", "香蕉 bananas", /没有找到与“bananas”匹配的 Pod[\s\S]*输入“取消”可以放弃/],
])(
  "what is neither an answer nor a request is asked again with a way out: “%s”, “%s”",
  async (message, reply, holds) => {
    const conversation = await asked(message, "direct");
    const again = await conversation.send(reply);
    expect(again.status).toBe("needs_input");
    expect(again.answer).toMatch(holds);
    expect(again.question?.choices).toHaveLength(2);
    const result = await conversation.send("2");
    expect(result.answer).toMatch(/cart-service-v2-ghijk/);
  },
);

test("a new request is answered in its own language", async () => {
  const result = await (await asked("logs of cart-service in dev", "direct")).send("算了，看一下节点");
  expect(result.language).toBe("zh");
  expect(result.answer).toMatch(/个节点/);
});

test("three replies for which nothing is found put the question aside", async () => {
  const conversation = await asked("logs of cart-service in dev", "direct");
  for (const status of ["needs_input", "needs_input", "cancelled"])
    expect((await conversation.send("bananas")).status).toBe(status);
});
