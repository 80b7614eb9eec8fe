import { z } from "zod";

export type ModelFailure = {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
};

/** Errors that already know what they are (a vendor's room makes such). */
const typed = z.object({
  code: z.string().regex(/^model_/),
  message: z.string(),
  remedy: z.string(),
  retryable: z.boolean().optional(),
  retryAfterMs: z.number().optional(),
});

const withStatus = z.object({ status: z.number() });

/** What HTTP statuses mean for a chat model of any vendor. */
const byStatus: { readonly [status: number]: Omit<ModelFailure, "message"> } = {
  401: { code: "model_key_rejected", remedy: "Check the API key.", retryable: false },
  402: { code: "model_no_credit", remedy: "Add credit to the account, or lower the token limit.", retryable: false },
  403: { code: "model_forbidden", remedy: "Check what the key is allowed to do.", retryable: false },
  404: { code: "model_not_found", remedy: "Check the model's name and the base URL.", retryable: false },
  408: { code: "model_unavailable", remedy: "Try again.", retryable: true },
  429: { code: "model_rate_limited", remedy: "Wait a moment and try again.", retryable: true },
};

/** What a chat model threw, as a value. */
export const modelFailure = (error: unknown, signal: AbortSignal): ModelFailure => {
  const message = error instanceof Error ? error.message : String(error);
  if (signal.aborted) return { code: "cancelled", message: "The run was stopped.", remedy: "", retryable: false };
  const known = typed.safeParse(error);
  if (known.success) {
    const { retryAfterMs, retryable = false, ...rest } = known.data;
    return { ...rest, message, retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  const status = withStatus.safeParse(error);
  if (status.success) {
    const row = byStatus[status.data.status];
    if (row) return { ...row, message };
    if (status.data.status < 500)
      return {
        code: "model_bad_request",
        message,
        remedy: "This is a fault of the program, not of your question.",
        retryable: false,
      };
  }
  return {
    code: "model_unavailable",
    message,
    remedy: "Check the network and the base URL, or try again.",
    retryable: true,
  };
};
