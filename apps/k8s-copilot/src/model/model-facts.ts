import type { ModelFacts } from "@k8s-copilot/openrouter";
import type { ModelInfo, ModelOptions } from "../needed-parts.ts";
import { createSay, type Say } from "../words.ts";
import { modelFound } from "./model-found.ts";

/** Milliseconds that an answer waits for the list of prices, which it asks for once. */
const pricesMs = 3_000;

/** What the service's list tells of the models that are set: read when somebody asks, or when an answer tells no price. */
export const modelInfo = ({ apiKey, baseUrl, model, models }: ModelOptions): ModelInfo => {
  const asked = { apiKey, baseUrl };
  let prices: ModelInfo["priceOf"] | undefined;
  return {
    priceOf: async (usage) => {
      const { createPriceList } = await import("@k8s-copilot/openrouter");
      prices ??= createPriceList({ ...asked, model, timeoutMs: pricesMs });
      return prices(usage);
    },
    describeModels: async (language) => {
      const { checkModel } = await import("@k8s-copilot/openrouter");
      const say = createSay(language);
      const { host } = new URL(baseUrl);
      const told: string[] = [];
      for (const [index, name] of [model, ...models].entries()) {
        const check = await checkModel({ ...asked, language, model: name });
        const found = modelFound(check, { host, model: name, say }, index === 0 ? "OPENROUTER_MODEL" : "models");
        const text = found.kind === "ok" ? found.value : say("modelsTrouble", { model: name, ...found.problem });
        told.push(
          say("modelsLine", { number: index + 1, text }),
          ...("model" in check ? factLines(check.model, say) : []),
        );
      }
      return [say("modelsOf", { host }), ...told, say("modelsThenRules")].join("\n");
    },
  };
};

const factLines = ({ contextLength, promptPrice, completionPrice }: ModelFacts, say: Say): readonly string[] => {
  const facts = [
    ...(contextLength === null ? [] : [say("modelsContext", { tokens: contextLength.toLocaleString("en-US") })]),
    ...(promptPrice === null || completionPrice === null
      ? []
      : [say("modelsPrice", { prompt: perMillion(promptPrice), completion: perMillion(completionPrice) })]),
  ];
  return facts.length === 0 ? [] : [`     ${facts.join(say("modelsComma"))}`];
};

const perMillion = (price: number): string => `$${(price * 1e6).toFixed(2)}`;
