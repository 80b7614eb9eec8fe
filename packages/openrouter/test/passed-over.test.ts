import { useOpenRouter } from "@k8s-copilot/doubles";
import { HumanMessage } from "@langchain/core/messages";
import { afterEach, describe, expect, test } from "vitest";
import { createOpenRouterModel, type Served, whyPassedOver } from "../src/index.ts";

const startOpenRouter = useOpenRouter(afterEach);
const [first, second] = ["google/gemini-2.5-flash", "google/gemini-3.5-flash-lite"];

/** What an answer of the second model tells of the first. */
const told = async (fault: string, state = {}) => {
  const service = await startOpenRouter({ state });
  service.enqueue({ reply: { fault } }, { reply: { text: "hello" } });
  const served: Served[] = [];
  const { apiKey, baseUrl } = service;
  const onServed = (each: Served) => void served.push(each);
  const model = createOpenRouterModel({ apiKey, baseUrl, model: first, models: [second], onServed });
  await model.invoke([new HumanMessage("hi")]);
  expect(served).toMatchObject([{ standsIn: true }]);
  const asked = { apiKey, baseUrl, model: first, answer: served[0]?.id ?? "" };
  return { en: await whyPassedOver(asked), zh: await whyPassedOver({ ...asked, language: "zh" }) };
};

describe("why another model answers", () => {
  test.each([
    ["fail.429_upstream", "The model is receiving too many requests", "模型服务限流，请求过于频繁"],
    ["fail.502", "The model service has a fault of its own", "模型服务自身出现故障"],
    ["fail.408", "The model did not answer in time", "模型没有在规定时间内回答"],
  ])("is told by what its provider replied: %s", async (fault, en, zh) => {
    expect(await told(fault)).toMatchObject({ en: { message: en }, zh: { message: zh } });
  });

  test("is waited for where the service does not know of the answer yet", async () => {
    expect((await told("fail.502", { generationDelayMs: 600 })).en?.code).toBe("model_unavailable");
  });

  test("is told by the list where the model is gone, whatever the answer", async () => {
    const { apiKey, baseUrl } = await startOpenRouter({});
    const gone = await whyPassedOver({ apiKey, baseUrl, model: "google/gemini-9", answer: "" });
    expect(gone?.message).toBe("There is no such model, or it has been retired");
  });

  test("stays unknown where the service does not tell", async () => {
    const { apiKey, baseUrl, model } = await startOpenRouter({ dialect: "ollama" });
    const asked = { apiKey, model, answer: "gen-1" };
    expect(await whyPassedOver({ ...asked, baseUrl })).toBeUndefined();
    expect(await whyPassedOver({ ...asked, baseUrl: "http://127.0.0.1:9" })).toBeUndefined();
  });
});
