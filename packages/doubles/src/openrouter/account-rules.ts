import { reservedCost } from "./accounting.ts";
import { type CatalogModel, callsTools, findModel } from "./models.ts";
import { type Rejection, refusal, unavailable } from "./rejection.ts";
import { type ChatRequest, isObject, type JsonObject, type State } from "./types.ts";

/** Key and money: what OpenRouter decides before it looks at the request. */
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
  return undefined;
}

/** Without credit no paid model answers. */
export function creditComplaint(names: readonly string[], state: State): Rejection | undefined {
  const isFree = (name: string) => findModel(name, state)?.completionPrice === 0;
  if (state.balance > 0 || (names.length > 0 && names.every(isFree))) return undefined;
  return refusal("credit.empty", 402, "Insufficient credits. Add more using https://openrouter.ai/settings/credits");
}

/** The names that a request gives, in the order in which they are tried. */
export function modelNames(body: JsonObject): readonly string[] {
  const { model, models } = body;
  const fallbacks = Array.isArray(models) ? models.map(String) : [];
  return [...new Set([typeof model === "string" ? model : "", ...fallbacks])].filter((name) => name !== "");
}

/** Why a model of that name cannot be asked at all, or the model. */
export function route(request: ChatRequest, state: State): CatalogModel | Rejection {
  const name = request.model;
  const requested_models = [name];
  const model = findModel(name, state);
  if (model === undefined)
    return unavailable("model.unknown", `${name} is not a valid model ID`, {
      code: "model_not_found",
      requested_models,
    });
  if (model.state === "deprecated")
    return unavailable("model.deprecated", `${name} has been deprecated`, {
      code: "model_deprecated",
      requested_models,
      fallback_models: model.successor === undefined ? [] : [model.successor],
    });
  if (model.state === "no_endpoints")
    return unavailable("model.no_endpoints", `No endpoints found for ${name}.`, {
      code: "no_endpoints",
      requested_models,
    });
  return restricted(model, request, state) ?? model;
}

function restricted(model: CatalogModel, request: ChatRequest, state: State): Rejection | undefined {
  const requested_models = [model.id];
  if (request.tools.length > 0 && !callsTools(model))
    return refusal(
      "model.no_tool_endpoints",
      404,
      "No endpoints found that support tool use. To learn more about provider routing, visit: https://openrouter.ai/docs/guides/routing/provider-selection",
    );
  const detail = unsupported(model, request.body);
  if (detail !== undefined)
    return unavailable("model.require_parameters", "No endpoints found that can handle the requested parameters.", {
      code: "constraint_filtered",
      requested_models,
      excluded_by: ["require_parameters"],
      constraint: { field: "require_parameters", detail },
    });
  if (state.privacyBlocked)
    return unavailable(
      "model.data_policy",
      "No endpoints found matching your data policy. Configure: https://openrouter.ai/settings/privacy",
      { code: "privacy_restricted", requested_models, excluded_by: ["data_policy:training"] },
    );
  if (state.regionBlocked)
    return unavailable("model.region", "This model is not available in your region.", {
      code: "region_restricted",
      requested_models,
    });
  return undefined;
}

const parameters = `temperature top_p top_k min_p top_a stop seed frequency_penalty presence_penalty repetition_penalty
  logit_bias logprobs top_logprobs tools tool_choice parallel_tool_calls response_format structured_outputs reasoning
  include_reasoning max_tokens verbosity prediction`.split(/\s+/);

/** With `require_parameters` every parameter must be supported; a strict schema for the answer always must. */
function unsupported(model: CatalogModel, body: JsonObject): string | undefined {
  const { provider, response_format: format } = body;
  const isRequired = isObject(provider) && provider.require_parameters === true;
  const isStrict = isObject(format) && isObject(format.json_schema) && format.json_schema.strict === true;
  const asked = isRequired ? parameters.filter((name) => body[name] != null) : [];
  return [...asked, ...(isStrict ? ["structured_outputs"] : [])].find(
    (name) => !model.supportedParameters.includes(name),
  );
}

/** Credit is held back for the longest answer that the request allows. */
export function preflightComplaint(
  request: ChatRequest,
  model: CatalogModel,
  { balance }: State,
): Rejection | undefined {
  const { cost, output } = reservedCost(request, model);
  if (balance >= cost) return undefined;
  const affordable = Math.max(0, Math.floor(balance / model.completionPrice));
  return refusal(
    "credit.preflight",
    402,
    `This request requires more credits, or fewer max_tokens. You requested up to ${output} tokens, but can only afford ${affordable}. To increase, visit https://openrouter.ai/settings/credits and upgrade to a paid account`,
  );
}
