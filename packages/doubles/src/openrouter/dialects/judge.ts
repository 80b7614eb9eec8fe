import type { Judgement } from "../context.ts";
import { messageRules } from "../message-rules.ts";
import type { CatalogModel } from "../models.ts";
import { isRejection, type Rejection } from "../rejection.ts";
import type { ChatRequest, Profile, State } from "../types.ts";
import type { Dialect, Refusal } from "./dialect.ts";

/** A model of an endpoint, for what the double shares among vendors: no prices, the rules of OpenAI. */
export function dialectModel(id: string): CatalogModel {
  return {
    id,
    canonicalSlug: id,
    family: "openai",
    state: "ok",
    contextLength: 131_072,
    maxCompletionTokens: 32_768,
    promptPrice: 0,
    completionPrice: 0,
    cachedPrice: 0,
    cacheFrom: Number.POSITIVE_INFINITY,
    callsTools: true,
    refusesAssistantLast: false,
    expirationDate: null,
  };
}

type Situation = { readonly apiKey: string; readonly profile: Profile; readonly state: State };

/** Key, model, what the endpoint does not take, and the order of messages, which holds for every vendor. */
export function judgeForDialect(request: ChatRequest, dialect: Dialect, situation: Situation): Judgement {
  const refused = accountRefusal(request, dialect, situation.apiKey) ?? dialect.refuses(request);
  if (refused !== undefined)
    return { routed: { kind: "rejected", rejection: rejectionOf(refused, dialect) }, complaints: [] };
  const model = dialectModel(request.model);
  const complaints = messageRules({ ...situation, request, model, signatures: new Map() });
  const broken = complaints.find(isRejection);
  const rejection =
    broken === undefined
      ? undefined
      : rejectionOf({ rule: broken.rule, status: 400, message: `Invalid messages: ${broken.rule}` }, dialect);
  return { routed: rejection === undefined ? { kind: "model", model } : { kind: "rejected", rejection }, complaints };
}

function accountRefusal(request: ChatRequest, dialect: Dialect, apiKey: string): Refusal | undefined {
  const { needsKey, model, modelWithoutTools } = dialect;
  if (needsKey && request.headers.authorization !== `Bearer ${apiKey}`)
    return { rule: "auth.unknown_key", status: 401, message: "Incorrect API key provided." };
  const isKnown = request.model === model || request.model === modelWithoutTools;
  if (isKnown) return undefined;
  return { rule: "model.unknown", status: 404, message: `The model \`${request.model}\` does not exist.` };
}

function rejectionOf(refusal: Refusal, dialect: Dialect): Rejection {
  return { rule: refusal.rule, status: refusal.status, body: dialect.errorBody(refusal) };
}

/** The body of `GET /models`: names and nothing more. */
export function listedForDialect({ name, model, modelWithoutTools }: Dialect) {
  const ids = [model, ...(modelWithoutTools === undefined ? [] : [modelWithoutTools])];
  return { object: "list", data: ids.map((id) => ({ id, object: "model", created: 1_750_000_000, owned_by: name })) };
}
