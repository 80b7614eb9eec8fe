import type { TurnResult } from "@k8s-copilot/k8s-crew";

export const exitCodes = {
  ok: 0,
  failure: 1,
  usage: 2,
  needsInput: 3,
  needsApproval: 4,
  keyRejected: 5,
  modelUnavailable: 6,
  serverUnavailable: 7,
  limit: 8,
  interrupted: 130,
  terminated: 143,
} as const;

/** Codes of a turn's error that have an exit code of their own; all others are a plain failure. */
const byErrorCode: { readonly [code: string]: number } = {
  model_key_rejected: exitCodes.keyRejected,
  model_no_credit: exitCodes.modelUnavailable,
  model_key_limit: exitCodes.modelUnavailable,
  model_region: exitCodes.modelUnavailable,
  model_blocked: exitCodes.modelUnavailable,
  model_forbidden: exitCodes.modelUnavailable,
  model_not_found: exitCodes.modelUnavailable,
  model_no_tools: exitCodes.modelUnavailable,
  model_rate_limited: exitCodes.modelUnavailable,
  model_unavailable: exitCodes.modelUnavailable,
  model_bad_reply: exitCodes.modelUnavailable,
  budget_exceeded: exitCodes.limit,
  unavailable: exitCodes.serverUnavailable,
  read_only: exitCodes.needsApproval,
};

export const exitCodeOf = (result: TurnResult): number => {
  switch (result.status) {
    case "ok":
      return exitCodes.ok;
    case "needs_input":
      return exitCodes.needsInput;
    case "needs_approval":
      return exitCodes.needsApproval;
    case "cancelled":
      return exitCodes.needsApproval;
    case "error":
      return byErrorCode[result.error?.code ?? ""] ?? exitCodes.failure;
  }
};
