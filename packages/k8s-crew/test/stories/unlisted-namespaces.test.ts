import type { Tool } from "@k8s-copilot/crew";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("clusters");
});
afterAll(() => stage.close());

/** A server that shows one namespace where none is named, and that just now cannot say which there are. */
const talk = () => {
  const failing = (tool: Tool): Tool => ({
    ...tool,
    invoke: async () => {
      throw new Error("fetch failed");
    },
  });
  const tools = stage.connection.tools.map((tool) => (tool.name === "LIST_NAMESPACES" ? failing(tool) : tool));
  return stage.conversation({ tools, cluster: "dev-cluster" });
};

describe("where namespaces cannot be listed and the server shows one by itself", () => {
  test.each([
    ["list pvcs in all namespaces", /^Only namespace default was read;.*not known\.\nNo PVCs in namespace default of/],
    ["有没有 PVC", /^只读到了命名空间 default；.*其中的内容未知。\n没有 PVC（集群 dev-cluster，命名空间 default）。/],
    ["list all pods", /^Only namespace default was read;.*\n1 pod in namespace default of cluster dev-cluster/],
    ["哪些 pod 有问题", /^只读到了命名空间 default；.*\n.*命名空间 default/],
  ])("a list is not told as one of all: %s", async (message, told) => {
    const { answer, warnings } = await talk().send(message);
    expect(answer).toMatch(told);
    expect(warnings).toHaveLength(1);
  });

  test.each([
    [
      "看下 cart-service 的日志",
      "不知道，列出来",
      /^在命名空间 default 没有找到与“cart-service”匹配的 Pod。\n只读到了/,
    ],
    [
      "show the logs of cart-service",
      "not sure, list them",
      /^Found no pod.*“cart-service” in namespace default\.\nOnly/,
    ],
  ])("nothing is said to be nowhere, or only in another cluster: %s", async (message, reply, told) => {
    const conversation = talk();
    await conversation.send(message);
    const { answer, error } = await conversation.send(reply);
    expect(answer).toMatch(told);
    expect(answer).not.toContain("prod-cluster");
    expect(error?.code).toBe("unavailable");
  });
});
