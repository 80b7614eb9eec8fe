import type { KeyFacts, ModelCheck, ModelFailure } from "@k8s-copilot/openrouter";
import type { ModelOptions } from "../needed-parts.ts";
import { type Attempt, failed, ok } from "../problem.ts";
import type { ModelProbes, OpenRequest } from "../session.ts";
import type { Say } from "../words.ts";
import { type Asked, problemOf } from "./asked.ts";
import { createModelFetch } from "./model-fetch.ts";
import { modelFound } from "./model-found.ts";
import { tryModel } from "./try-model.ts";

/** Looks at the service of a model, one thing at a time: whether it is one, the key, the model's name, and an answer. */
export const modelProbes = (
  options: ModelOptions,
  { say, spoken, io }: Pick<OpenRequest, "say" | "spoken" | "io">,
): ModelProbes => {
  const { apiKey, baseUrl, model, models } = options;
  // As patient with a service that takes no connection as a conversation is.
  const fetch = createModelFetch(io.environment);
  const asked = { apiKey, baseUrl, host: new URL(baseUrl).host, language: spoken, say, fetch };
  const look = async (name: string) => (await import("@k8s-copilot/openrouter")).checkModel({ ...asked, model: name });
  return {
    service: async () => serviceFound(await look(model), asked),
    key: async () => keyFound({ ...asked, model }),
    model: async (index) => {
      const name = [model, ...models][index] ?? model;
      const setting = index === 0 ? "OPENROUTER_MODEL" : "models";
      return modelFound(await look(name), { ...asked, model: name }, setting);
    },
    reply: () => tryModel({ ...asked, model }),
  };
};

/** Whatever it has to say of keys and names, it is a model service that answered. */
const serviceFound = (check: ModelCheck, { host, say }: Pick<Asked, "host" | "say">): Attempt<string> =>
  check.kind === "failure" && unserved.includes(check.failure.because)
    ? problemOf(check.failure, { say })
    : ok(say("modelServiceFine", { host }));

const unserved: readonly ModelFailure["because"][] = [
  "no_connection",
  "unreachable",
  "timeout",
  "not_a_model_service",
  "redirected",
  "no_models",
  "overloaded",
];

/** What stands where a service has no such path, whatever it says there: that it is a model service was seen before. */
const untold: readonly ModelFailure["because"][] = ["not_offered", "not_a_model_service", "no_models"];

const keyFound = async (asked: Asked): Promise<Attempt<string>> => {
  const { checkKey, listModels } = await import("@k8s-copilot/openrouter");
  const { host, say } = asked;
  const check = await checkKey(asked);
  if (check.kind === "ok") return keyTold(check.key, say);
  if (!untold.includes(check.failure.because)) return problemOf(check.failure, asked);
  // Most endpoints tell nothing of keys, but look at the key before they list their models.
  const list = await listModels(asked);
  if (list.kind === "failure" && list.failure.code === "model_key_rejected") return problemOf(list.failure, asked);
  return ok(say(asked.apiKey === "" ? "keyNone" : "keyUntold", { host }));
};

const keyTold = (key: KeyFacts, say: Say): Attempt<string> => {
  const { limitUsd, limitRemainingUsd, isFreeTier, expiresAt } = key;
  const limit = dollars(limitUsd ?? 0);
  const day = (expiresAt ?? "").slice(0, 10);
  if (Date.parse(expiresAt ?? "") <= Date.now())
    return failed("model_key_rejected", say("keyEnded", { day }), say("keyEndedRemedy"));
  if (limitRemainingUsd !== null && limitRemainingUsd <= 0)
    return failed("model_key_limit", say("keyUsedUp", { limit }), say("keyUsedUpRemedy"));
  let text = limitRemainingUsd === null ? say("keyFine") : say("keyLeft", { left: dollars(limitRemainingUsd), limit });
  if (isFreeTier) text = say("keyFree", { text });
  if (expiresAt !== null) text = say("keyEnds", { text, day });
  return ok(text);
};

const dollars = (usd: number): string => `$${usd.toFixed(2)}`;
