import type { ModelOptions, WhyPassedOver } from "../needed-parts.ts";

/** Milliseconds for all looks at what the service knows: an answer that is ready waits no longer for its cause. */
const looksMs = 1_500;

/** What the model's service tells of an answer that another model gave. */
export const whyPassedOver =
  ({ apiKey, baseUrl, model }: ModelOptions): WhyPassedOver =>
  async (answer, signal) => {
    const { describeModelError, whyPassedOver: ask } = await import("@k8s-copilot/openrouter");
    const asked = { apiKey, baseUrl, model, answer, timeoutMs: looksMs };
    const why = await ask({ ...asked, ...(signal === undefined ? {} : { signal }) });
    return why && ((language) => describeModelError(why, language).message);
  };
