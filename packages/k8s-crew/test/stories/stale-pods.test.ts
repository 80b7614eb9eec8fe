import type { Tool } from "@k8s-copilot/crew";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { behindOurBack } from "./behind-our-back.ts";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const wide = { width: 200 };

describe.each(serverKinds)("a pod that is no longer what was known of it, on the %s server", (kind) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage(kind);
  });
  afterEach(() => stage.close());

  const begin = (guidance: "guided" | "direct" = "direct") =>
    stage.conversation({ guidance, cluster: "dev-cluster", namespace: "dev" });

  test("replaced between the choice and its use: the pods that there are now are to choose from", async () => {
    const conversation = begin("guided");
    const offered = await conversation.send("logs of web-frontend", wide);
    const { old, now } = await behindOurBack(stage).replacePod("dev", "web-frontend");
    const asked = await conversation.answer({ id: offered.question?.id ?? "", value: old }, wide);
    expect(asked.answer).toMatch(new RegExp(`^Pod ${old} is gone`, "m"));
    expect(asked.question?.parameter).toBe("pod");
    const choices = asked.question?.choices.map(({ value }) => value);
    expect(choices).toContain(now);
    expect(choices).not.toContain(old);
  });

  test.each([
    ["describe inventory", "see its logs", (now: string) => new RegExp(`^${now} has taken its place`, "m")],
    ["描述一下 inventory", "看它的日志", (now: string) => new RegExp(`^现在由 ${now} 接替它`, "m")],
  ])("replaced after “%s”: “%s” shows the one that took its place, and says so", async (first, then, told) => {
    const conversation = begin();
    await conversation.send(first, wide);
    const { old, now } = await behindOurBack(stage).replacePod("dev", "inventory");
    const result = await conversation.send(then, wide);
    expect(result.status).toBe("ok");
    expect(result.answer).toContain(old);
    expect(result.answer).toMatch(told(now));
    expect(result.answer).toMatch(/stock snapshot written/);
    const followed = await conversation.send("describe it", wide);
    expect(followed.answer).toContain(now);
    expect(followed.answer).not.toContain(old);
  });

  test("replaced after it was listed: why it is not ready is told of the one in its place", async () => {
    const conversation = begin();
    await conversation.send("list pods", wide);
    const { old, now } = await behindOurBack(stage).replacePod("dev", "search-api");
    const result = await conversation.send(`why is ${old} not ready`, wide);
    expect(result.answer).toMatch(new RegExp(`^Pod ${old} is gone`, "m"));
    expect(result.answer).toContain(`${now} has taken its place`);
  });

  test("gone for good: what there is now is to choose from, and the request goes on with it", async () => {
    await behindOurBack(stage).makePod("dev", "debugger");
    const conversation = begin();
    await conversation.send("list pods", wide);
    await behindOurBack(stage).removePod("dev", "debugger");
    const asked = await conversation.send("describe pod debugger", wide);
    expect(asked.answer).toMatch(/^Pod debugger is gone/m);
    expect(asked.question?.choices.map(({ value }) => value)).toContain("redis-0");
    const described = await conversation.answer({ id: asked.question?.id ?? "", value: "redis-0" }, wide);
    expect(described.status).toBe("ok");
    expect(described.answer).toMatch(/redis-0/);
  });

  test.each([
    ["list pods", "describe newcomer", /^Pod newcomer is new/m],
    ["列出 pod", "描述 newcomer", /^Pod newcomer 是新出现的/m],
  ])("made after “%s”: “%s” finds it with one look at the list more", async (list, message, told) => {
    const conversation = begin();
    await conversation.send(list, wide);
    await behindOurBack(stage).makePod("dev", "newcomer");
    const result = await conversation.send(message, wide);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(told);
    expect(result.answer).toMatch(/newcomer/);
  });

  const withLogs = (invoke: (tool: Tool) => Tool["invoke"]): readonly Tool[] =>
    stage.connection.tools.map((tool) => (/logs?$/i.test(tool.name) ? { ...tool, invoke: invoke(tool) } : tool));

  const notFound = { kind: "result" as const, text: 'pods "redis-0" not found', isError: true };

  test("still there by the list though its log is not found: it is tried once more, and never a third time", async () => {
    let sent = 0;
    const tools = withLogs(() => async () => {
      sent += 1;
      return notFound;
    });
    const conversation = stage.conversation({ guidance: "direct", cluster: "dev-cluster", namespace: "dev", tools });
    const result = await conversation.send("logs of redis-0", wide);
    expect(result.error?.code).toBe("not_found");
    expect(sent).toBe(2);
  });

  test("not found only for a moment: the second look succeeds, and nothing is said of it", async () => {
    let sent = 0;
    const tools = withLogs((tool) => async (...call) => {
      sent += 1;
      return sent === 1 ? notFound : tool.invoke(...call);
    });
    const conversation = stage.conversation({ guidance: "direct", cluster: "dev-cluster", namespace: "dev", tools });
    const result = await conversation.send("logs of redis-0", wide);
    expect(result.status).toBe("ok");
    expect(result.answer).not.toMatch(/gone|not found/i);
  });
});
