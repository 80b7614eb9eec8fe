import type { ModelOptions, WhyPassedOver } from "../needed-parts.ts";

/** Milliseconds for each look at what the service knows. */
const lookMs = 1_500;

/** What the model's service tells of an answer that another model gave. */
export const whyPassedOver =
  ({ apiKey, baseUrl, model }: ModelOptions): WhyPassedOver =>
  async (answer, language) => {
    const { whyPassedOver: ask } = await import("@k8s-copilot/openrouter");
    return (await ask({ apiKey, baseUrl, model, answer, language, timeoutMs: lookMs }))?.message;
  };
