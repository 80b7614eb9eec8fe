import { reservedCost } from "./accounting.ts";
import type { Routed } from "./context.ts";
import { type CatalogModel, findModel } from "./models.ts";
import { type Rejection, refusal, unavailable } from "./rejection.ts";
import { type ChatRequest, isObject, type State } from "./types.ts";

/** Key, money and region: what OpenRouter decides before any model is asked. */
export function accountComplaint(
  authorization: string | undefined,
  apiKey: string,
  state: State,
): Rejection | undefined {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  if (token === undefined) return refusal("auth.missing", 401, "Missing Authentication header");
  if (token !== apiKey) return refusal("auth.unknown_key", 401, "User not found.");
  if (state.keyLimitRemaining !== null && state.keyLimitRemaining <= 0)
    return refusal(
      "auth.key_limit",
      403,
      `Key limit exceeded (${state.keyLimitReset ?? "total"} limit). Manage it using https://openrouter.ai/settings/keys`,
    );
  if (state.balance <= 0)
    return refusal("credit.empty", 402, "Insufficient credits. Add more using https://openrouter.ai/settings/credits");
  return undefined;
}

/** The first model of the list that can serve; the last one's refusal when none can. */
export function route(request: ChatRequest, state: State): Routed {
  const { models } = request.body;
  const fallbacks = Array.isArray(models) ? models.map(String) : [];
  const names = [...new Set([request.model, ...fallbacks].filter((name) => name !== ""))];
  const tried = names.map((name) => routeTo(name, request, state));
  const last = tried.at(-1);
  const served = tried.find((routed) => routed.kind === "model") ?? last;
  return served ?? { kind: "rejected", rejection: refusal("req.model_required", 400, "No models provided") };
}

function routeTo(name: string, request: ChatRequest, state: State): Routed {
  const model = findModel(name, state);
  const requested_models = [name];
  const rejected = (rejection: Rejection): Routed => ({ kind: "rejected", rejection });
  if (model === undefined)
    return rejected(
      unavailable("model.unknown", `${name} is not a valid model ID`, {
        code: "model_not_found",
        requested_models,
      }),
    );
  if (model.state === "deprecated")
    return rejected(
      unavailable("model.deprecated", `${name} has been deprecated`, {
        code: "model_deprecated",
        requested_models,
        fallback_models: model.successor === undefined ? [] : [model.successor],
      }),
    );
  if (model.state === "no_endpoints")
    return rejected(
      unavailable("model.no_endpoints", `No endpoints found for ${name}.`, {
        code: "no_endpoints",
        requested_models,
      }),
    );
  return restricted(model, request, state) ?? { kind: "model", model };
}

function restricted(model: CatalogModel, request: ChatRequest, state: State): Routed | undefined {
  const requested_models = [model.id];
  const rejected = (rejection: Rejection): Routed => ({ kind: "rejected", rejection });
  if (request.tools.length > 0 && !model.callsTools)
    return rejected(
      refusal(
        "model.no_tool_endpoints",
        404,
        "No endpoints found that support tool use. To learn more about provider routing, visit: https://openrouter.ai/docs/guides/routing/provider-selection",
      ),
    );
  const { provider } = request.body;
  if (isObject(provider) && provider.require_parameters === true && request.body.response_format && !model.callsTools)
    return rejected(
      unavailable("model.require_parameters", "No endpoints found that can handle the requested parameters.", {
        code: "constraint_filtered",
        requested_models,
        excluded_by: ["require_parameters"],
      }),
    );
  if (state.privacyBlocked)
    return rejected(
      unavailable(
        "model.data_policy",
        "No endpoints found matching your data policy. Configure: https://openrouter.ai/settings/privacy",
        { code: "privacy_restricted", requested_models, excluded_by: ["data_policy:training"] },
      ),
    );
  if (state.regionBlocked)
    return rejected(
      unavailable("model.region", "This model is not available in your region.", {
        code: "region_restricted",
        requested_models,
      }),
    );
  const { cost, output } = reservedCost(request, model);
  if (state.balance >= cost) return undefined;
  const affordable = Math.max(0, Math.floor(state.balance / model.completionPrice));
  return rejected(
    refusal(
      "credit.preflight",
      402,
      `This request requires more credits, or fewer max_tokens. You requested up to ${output} tokens, but can only afford ${affordable}. To increase, visit https://openrouter.ai/settings/credits and upgrade to a paid account`,
    ),
  );
}
