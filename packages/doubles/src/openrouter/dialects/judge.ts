import type { Judgement } from "../context.ts";
import { messageRules } from "../message-rules.ts";
import type { CatalogModel } from "../models.ts";
import { isRejection, type Rejection } from "../rejection.ts";
import type { ChatRequest, Headers, Profile, State } from "../types.ts";
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
    supportedParameters: [],
    refusesAssistantLast: false,
    expirationDate: null,
  };
}

type Situation = { readonly profile: Profile; readonly state: State };

/** Undefined for an endpoint that wants no key. */
export function keyComplaint(dialect: Dialect, headers: Headers, apiKey: string): Rejection | undefined {
  if (!dialect.needsKey || headers.authorization === `Bearer ${apiKey}`) return undefined;
  return rejectionOf({ rule: "auth.unknown_key", status: 401, message: "Incorrect API key provided." }, dialect);
}

/** The model, what the endpoint does not take, and the order of messages, which holds for every vendor. */
export function judgeForDialect(request: ChatRequest, dialect: Dialect, situation: Situation): Judgement {
  const isKnown = request.model === dialect.model || request.model === dialect.modelWithoutTools;
  const unknown = { rule: "model.unknown", status: 404, message: `The model \`${request.model}\` does not exist.` };
  const refused = isKnown ? dialect.refuses(request) : unknown;
  if (refused !== undefined) return { model: undefined, refusal: rejectionOf(refused, dialect), complaints: [] };
  const model = dialectModel(request.model);
  const complaints = messageRules({ ...situation, request, model, signatures: new Map() });
  const broken = complaints.find(isRejection);
  if (broken === undefined) return { model, refusal: undefined, complaints };
  const { rule } = broken;
  return {
    model: undefined,
    refusal: rejectionOf({ rule, status: 400, message: `Invalid messages: ${rule}` }, dialect),
    complaints,
  };
}

function rejectionOf(refusal: Refusal, dialect: Dialect): Rejection {
  return { rule: refusal.rule, status: refusal.status, body: dialect.errorBody(refusal) };
}

/** The body of `GET /models`: names and nothing more. */
export function listedForDialect({ name, model, modelWithoutTools }: Dialect) {
  const ids = [model, ...(modelWithoutTools === undefined ? [] : [modelWithoutTools])];
  return { object: "list", data: ids.map((id) => ({ id, object: "model", created: 1_750_000_000, owned_by: name })) };
}
