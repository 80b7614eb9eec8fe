import { accountComplaint, creditComplaint, modelNames, preflightComplaint, route } from "./account-rules.ts";
import type { Admission, Judgement, RuleContext } from "./context.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { judgeForDialect, keyComplaint } from "./dialects/judge.ts";
import { messageRules } from "./message-rules.ts";
import { type CatalogModel, modelOfFamily } from "./models.ts";
import { type Complaint, isRejection, type Rejection } from "./rejection.ts";
import { readRequest } from "./request.ts";
import { bodyComplaints, requestComplaints, requestRules } from "./request-rules.ts";
import { signatureRules } from "./signature-rules.ts";
import { toolRules } from "./tool-rules.ts";
import type { ChatRequest, Headers, JsonObject, Profile, State } from "./types.ts";

/** What holds for every request. */
export type Setting = {
  readonly apiKey: string;
  readonly profile: Profile;
  readonly state: State;
  /** Undefined is OpenRouter itself. */
  readonly dialect: Dialect | undefined;
};

export type Situation = Setting & {
  readonly signatures: ReadonlyMap<string, string>;
  /** Counts a request to a free model and says what forbids it. */
  readonly freeRate: () => Rejection | undefined;
};

export type Received = { readonly body: JsonObject | undefined; readonly headers: Headers };

/** Rules that only the strict profiles have: seen at Google, never through OpenRouter, or an assumption. */
const strictOnly = new Set(
  "req.model_required req.param_ranges req.tools_on_followup tool.states rf.schema msg.first_turn msg.unique_ids msg.tool_ref".split(
    " ",
  ),
);

/** The rules in the order of the real service. First what holds for every model: key, credit, request. */
export function admit(received: Received, setting: Setting): Admission {
  const { apiKey, profile, state, dialect } = setting;
  const { body, headers } = received;
  const named = modelNames(body ?? {});
  const names = named.length === 0 ? [modelOfFamily.gemini25] : named;
  const refuse = (refusal: Rejection, complaints: readonly Complaint[] = []) => ({
    request: undefined,
    names,
    refusal,
    complaints,
  });
  const account =
    dialect === undefined
      ? (accountComplaint(String(headers.authorization ?? ""), apiKey, state) ?? creditComplaint(names, state))
      : keyComplaint(dialect, headers, apiKey);
  if (account !== undefined) return refuse(account);
  const [malformed] = bodyComplaints(body, headers).filter((complaint) => isOn(complaint, profile));
  if (malformed !== undefined) return refuse(malformed, [malformed]);
  const request = readRequest(body ?? {}, headers);
  const complaints =
    dialect === undefined ? requestComplaints(request).filter((complaint) => isOn(complaint, profile)) : [];
  const refused = complaints.find(isRejection);
  return refused === undefined ? { request, names, refusal: undefined, complaints } : refuse(refused, complaints);
}

/**
 * Then what holds for the model whose turn it is: the model, its rate, the credit for it, tools, messages, signatures. What is
 * refused on account of the model or the money is no fault of the request, and so no complaint.
 */
export function judge(request: ChatRequest, situation: Situation): Judgement {
  const { profile, state, dialect, signatures } = situation;
  if (dialect !== undefined) return judgeForDialect(request, dialect, situation);
  const model = route(request, state);
  const held = "status" in model ? model : heldBack(request, model, situation);
  if ("status" in model || held !== undefined) return { model: undefined, refusal: held, complaints: [] };
  const context: RuleContext = { request, model, profile, state, signatures };
  const complaints = [requestRules, toolRules, messageRules, signatureRules]
    .flatMap((rules) => rules(context))
    .filter((complaint) => isOn(complaint, profile));
  const refusal = complaints.find(isRejection);
  return { model: refusal === undefined ? model : undefined, refusal, complaints };
}

function heldBack(request: ChatRequest, model: CatalogModel, { state, freeRate }: Situation): Rejection | undefined {
  const isFree = model.id.endsWith(":free");
  return (isFree ? freeRate() : undefined) ?? preflightComplaint(request, model, state);
}

function isOn({ rule }: Complaint, profile: Profile): boolean {
  return profile !== "observed" || !strictOnly.has(rule);
}

export function noteOf(complaint: Complaint): string {
  return isRejection(complaint) ? messageOf(complaint) : complaint.note;
}

function messageOf({ body }: Rejection): string {
  return JSON.stringify(body.error).slice(0, 400);
}
