import { accountComplaint, route } from "./account-rules.ts";
import type { Judgement, RuleContext } from "./context.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { judgeForDialect } from "./dialects/judge.ts";
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
  /** Undefined is OpenRouter itself. */
  readonly dialect: Dialect | undefined;
  readonly signatures: ReadonlyMap<string, string>;
};

/** All rules in the order of the real service: key and money, model, request, tools, messages, signatures. */
export function judgeRequest(request: ChatRequest, situation: Situation): Judgement {
  const { apiKey, profile, state, dialect, signatures } = situation;
  if (dialect !== undefined) return judgeForDialect(request, dialect, situation);
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
