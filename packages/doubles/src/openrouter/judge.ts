import { accountComplaint, type Routed, route } from "./account-rules.ts";
import type { RuleContext } from "./context.ts";
import { messageRules } from "./message-rules.ts";
import { type Complaint, isRejection, type Rejection } from "./rejection.ts";
import { requestRules } from "./request-rules.ts";
import { signatureRules } from "./signature-rules.ts";
import { toolRules } from "./tool-rules.ts";
import type { ChatRequest, Profile, State } from "./types.ts";

export type Situation = {
  readonly apiKey: string;
  readonly profile: Profile;
  readonly state: State;
  readonly signatures: ReadonlyMap<string, string>;
};

export type Judgement = {
  readonly routed: Routed;
  /** What the request breaks, the refusal that is sent first among them. */
  readonly complaints: readonly Complaint[];
};

/** All rules in the order of the real service: key and money, model, request, tools, messages, signatures. */
export function judgeRequest(request: ChatRequest, situation: Situation): Judgement {
  const { apiKey, profile, state, signatures } = situation;
  const account = accountComplaint(String(request.headers.authorization ?? ""), apiKey, state);
  if (account !== undefined) return { routed: { kind: "rejected", rejection: account }, complaints: [] };
  const routed = route(request, state);
  if (routed.kind === "rejected") return { routed, complaints: [] };
  const context: RuleContext = { request, model: routed.model, profile, state, signatures };
  const complaints = [requestRules, toolRules, messageRules, signatureRules].flatMap((rules) => rules(context));
  const refused = complaints.find(isRejection);
  return { routed: refused === undefined ? routed : { kind: "rejected", rejection: refused }, complaints };
}

export function noteOf(complaint: Complaint): string {
  return isRejection(complaint) ? messageOf(complaint) : complaint.note;
}

function messageOf({ body }: Rejection): string {
  return JSON.stringify(body.error).slice(0, 400);
}
