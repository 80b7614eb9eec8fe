import { type OpenRouterDouble, useOpenRouter } from "@k8s-copilot/doubles";
import {
  HumanMessage,
  mapChatMessagesToStoredMessages,
  mapStoredMessagesToChatMessages,
  SystemMessage,
} from "@langchain/core/messages";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenRouterModel, type ModelUsage } from "../src/index.ts";
import { ask, beginning, resultsOf, type Way } from "./conversation.ts";

const startOpenRouter = useOpenRouter(afterEach);
let double: OpenRouterDouble;

const ways: readonly Way[] = ["invoke", "stream"];
const families = ["gemini25", "gemini3"] as const;
const combinations = ways.flatMap((way) => families.map((family) => [way, family] as const));

const twoCalls = {
  reply: {
    toolCalls: [
      { name: "list_pods", args: { namespace: "prod", label_selector: "app=cart" } },
      { name: "list_nodes", args: {} },
    ],
  },
};

describe.each(combinations)("a tool loop by %s with %s", (way, family) => {
  it("runs two parallel calls and brings the signature back", async () => {
    double = await startOpenRouter({
      family,
      scripts: [twoCalls, twoCalls, { reply: { text: "Two pods, one node." } }],
    });
    const usages: ModelUsage[] = [];
    const model = createOpenRouterModel({ ...double, onUsage: (usage) => usages.push(usage) });

    const first = await ask(model, beginning, way);
    expect(first.tool_calls?.map(({ name, args }) => ({ name, args }))).toEqual([
      { name: "list_pods", args: { namespace: "prod", "label-selector": "app=cart" } },
      { name: "list_nodes", args: {} },
    ]);
    const second = await ask(model, [...beginning, first, ...resultsOf(first)], way);
    const last = await ask(model, [...beginning, first, ...resultsOf(first), second, ...resultsOf(second)], way);

    expect(last.text).toBe("Two pods, one node.");
    expect(last.response_metadata.finish_reason).toBe("stop");
    expect(usages.map(({ costUsd }) => costUsd)).toEqual(double.log().map(({ usage }) => usage?.cost));
  });

  it("goes on with a conversation that was stored in between", async () => {
    double = await startOpenRouter({ family, scripts: [twoCalls, { reply: { text: "Done." } }] });
    const first = await ask(createOpenRouterModel(double), beginning, way);
    const stored = JSON.stringify(mapChatMessagesToStoredMessages([...beginning, first, ...resultsOf(first)]));

    const resumed = mapStoredMessagesToChatMessages(JSON.parse(stored));

    expect((await ask(createOpenRouterModel(double), resumed, way)).text).toBe("Done.");
  });

  it("gives counts and metadata once", async () => {
    double = await startOpenRouter({ family, scripts: [{ reply: { text: "Hello there." } }] });
    const answer = await ask(createOpenRouterModel(double), beginning, way);
    const usage = double.log()[0]?.usage;

    expect(answer.usage_metadata).toMatchObject({
      input_tokens: usage?.prompt_tokens,
      output_tokens: usage?.completion_tokens,
      total_tokens: usage?.total_tokens,
    });
    expect(answer.response_metadata).toMatchObject({
      finish_reason: "stop",
      model_name: double.model,
      usage: { cost: usage?.cost, total_tokens: usage?.total_tokens },
    });
  });
});

describe("signatures", () => {
  it("survive the route to a successor under the old name", async () => {
    double = await startOpenRouter({ state: { autoRoute: true }, scripts: [twoCalls, { reply: { text: "Done." } }] });
    const model = createOpenRouterModel(double);
    const first = await ask(model, beginning);
    expect((await ask(model, [...beginning, first, ...resultsOf(first)])).text).toBe("Done.");
  });

  it("do not go to another vendor's model", async () => {
    double = await startOpenRouter({ family: "gemini3", scripts: [twoCalls, { reply: { text: "Done." } }] });
    const first = await ask(createOpenRouterModel(double), beginning);
    await ask(createOpenRouterModel({ ...double, model: "openai/gpt-5-mini" }), [
      ...beginning,
      first,
      ...resultsOf(first),
    ]);
    expect(JSON.stringify(double.log()[0]?.body)).not.toContain("reasoning_details");
    expect(JSON.stringify(double.log()[1]?.body)).not.toContain("reasoning_details");
  });

  it("come back through LangChain's typed events too", async () => {
    double = await startOpenRouter({ family: "gemini3", scripts: [twoCalls, { reply: { text: "Done." } }] });
    const model = createOpenRouterModel(double);
    const first = await model.streamV2([...beginning]);
    await ask(model, [...beginning, first, ...resultsOf(first)]);
  });
});

describe("a second turn", () => {
  it("finds the beginning of the prompt in the cache", async () => {
    double = await startOpenRouter({ scripts: [{ reply: { text: "ok" }, times: 2 }] });
    const usages: ModelUsage[] = [];
    const model = createOpenRouterModel({ ...double, sessionId: "chat-1", onUsage: (usage) => usages.push(usage) });
    const long = [new SystemMessage("You look after clusters. ".repeat(300)), ...beginning.slice(1)];
    const first = await ask(model, long);
    await ask(model, [...long, first, new HumanMessage("and now?")]);

    expect(usages.map(({ cachedTokens }) => cachedTokens > 1000)).toEqual([false, true]);
  });
});
