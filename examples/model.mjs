// The model of the examples: yours, or without a key one that plays what stands in the example.
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { AIMessage } from "@langchain/core/messages";
import { fakeModel } from "@langchain/core/testing";

const { OPENROUTER_API_KEY, OPENROUTER_BASE_URL, OPENROUTER_MODEL } = process.env;

/** @param {...(string | { name: string, args: Record<string, unknown> })} replies What it says without a key: words, or a call. */
export const modelOr = (...replies) => {
  if (OPENROUTER_API_KEY !== undefined && OPENROUTER_API_KEY !== "")
    return createOpenRouterModel({
      apiKey: OPENROUTER_API_KEY,
      baseUrl: OPENROUTER_BASE_URL ?? "https://openrouter.ai/api/v1",
      model: OPENROUTER_MODEL ?? "google/gemini-2.5-flash",
    });
  const model = fakeModel();
  for (const reply of replies)
    if (typeof reply === "string") model.respond(new AIMessage(reply));
    else model.respondWithTools([reply]);
  return model;
};
