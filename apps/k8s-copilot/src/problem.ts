import type { TurnError } from "@k8s-copilot/k8s-crew";

/** What stands in the way, as a value: `code` for scripts, one sentence for a person, and what helps. */
export type Problem = TurnError;

/** A result, or what stood in the way of it. */
export type Attempt<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "problem"; readonly problem: Problem };

export const ok = <T>(value: T): Attempt<T> => ({ kind: "ok", value });

export const failed = (code: string, message: string, remedy: string): { kind: "problem"; problem: Problem } => ({
  kind: "problem",
  problem: { code, message, remedy },
});

/** The cause of a thrown thing in one line, for a sentence of ours. */
export const causeOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return String(thrown);
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : undefined;
  return code ?? (thrown.message.split("\n")[0] || thrown.name);
};
