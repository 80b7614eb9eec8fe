import type { TurnResult } from "@k8s-copilot/k8s-crew";

/** What the process tells the shell. Scripts depend on these numbers. */
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
};

/** An error's code → exit code. The first row whose pattern matches counts; no row: plain failure. */
const errorCodes: readonly (readonly [RegExp, number])[] = [
  [/^usage|^settings_/, exitCodes.usage],
  [/^model_key_/, exitCodes.keyRejected],
  [/^model_/, exitCodes.modelUnavailable],
  [/^(mcp|kubeconfig|bundled)_/, exitCodes.serverUnavailable],
  [/^(limit|budget)_|_limit$|^too_big$/, exitCodes.limit],
  [/^(unavailable|timeout)$/, exitCodes.serverUnavailable],
  [/^read_only$/, exitCodes.needsApproval],
];

export const exitCodeOfError = (code: string): number =>
  errorCodes.find(([pattern]) => pattern.test(code))?.[1] ?? exitCodes.failure;

/** A turn that was cancelled without a signal was refused at an approval. */
export const exitCodeOf = (result: TurnResult): number => {
  switch (result.status) {
    case "ok":
      return exitCodes.ok;
    case "needs_input":
      return exitCodes.needsInput;
    case "needs_approval":
    case "cancelled":
      return exitCodes.needsApproval;
    case "error":
      return exitCodeOfError(result.error?.code ?? "");
  }
};
