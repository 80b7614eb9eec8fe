import { useOpenRouter } from "@k8s-copilot/doubles";
import { HumanMessage } from "@langchain/core/messages";
import { afterEach, describe, expect, test } from "vitest";
import { createOpenRouterModel, describeModelError, type Served, whyPassedOver } from "../src/index.ts";

const startOpenRouter = useOpenRouter(afterEach);
const [first, second] = ["google/gemini-2.5-flash", "google/gemini-3.5-flash-lite"];

/** An answer of the second model, for the first. */
const passedOver = async (fault: string, state = {}) => {
  const service = await startOpenRouter({ state });
  service.enqueue({ reply: { fault } }, { reply: { text: "hello" } });
  const served: Served[] = [];
  const { apiKey, baseUrl } = service;
  const onServed = (each: Served) => void served.push(each);
  const model = createOpenRouterModel({ apiKey, baseUrl, model: first, models: [second], onServed });
  await model.invoke([new HumanMessage("hi")]);
  expect(served).toMatchObject([{ standsIn: true }]);
  return { apiKey, baseUrl, model: first, answer: served[0]?.id ?? "" };
};

/** What it tells of the first. */
const told = async (fault: string, state = {}) => {
  const why = await whyPassedOver(await passedOver(fault, state));
  return { code: why?.code, en: describeModelError(why, "en"), zh: describeModelError(why, "zh") };
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
    expect((await told("fail.502", { generationDelayMs: 600 })).code).toBe("model_unavailable");
  });

  test("is not waited for beyond the time that all looks have together", async () => {
    const asked = await passedOver("fail.502", { generationDelayMs: 60_000 });
    const since = performance.now();
    expect(await whyPassedOver({ ...asked, timeoutMs: 200 })).toBeUndefined();
    expect(performance.now() - since).toBeLessThan(900);
  });

  test("is not waited for once the turn is stopped", async () => {
    const asked = await passedOver("fail.502", { generationDelayMs: 60_000 });
    const since = performance.now();
    expect(await whyPassedOver({ ...asked, signal: AbortSignal.timeout(50) })).toBeUndefined();
    expect(performance.now() - since).toBeLessThan(900);
  });

  test("is told by the list where the model is gone, whatever the answer", async () => {
    const { apiKey, baseUrl } = await startOpenRouter({});
    const gone = await whyPassedOver({ apiKey, baseUrl, model: "google/gemini-9", answer: "" });
    expect(describeModelError(gone, "en").message).toBe("There is no such model, or it has been retired");
  });

  test("stays unknown where the service does not tell", async () => {
    const { apiKey, baseUrl, model } = await startOpenRouter({ dialect: "ollama" });
    const asked = { apiKey, model, answer: "gen-1" };
    expect(await whyPassedOver({ ...asked, baseUrl })).toBeUndefined();
    expect(await whyPassedOver({ ...asked, baseUrl: "http://127.0.0.1:9" })).toBeUndefined();
  });
});
