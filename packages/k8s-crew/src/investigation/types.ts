import type { Read } from "../overview/types.ts";

/** What one investigation may come to, whatever a model wishes. */
export const limits = { rounds: 6, reads: 12 } as const;

/** Why a proposed read is not made. */
export type Refusal = "unknown" | "not_read" | "outside" | "repeated" | "incomplete" | "over_limit";

export type RefusedRead = { readonly read: Read; readonly why: Refusal };

/** Why an investigation ends, where no model says so: nothing that it wants is left to be read, or a limit. */
export type Stop = "found" | "rounds" | "reads" | "nothing_new" | "refused" | "failed" | "budget";

/** What was thought once, from which evidence, and what was read next because of it. */
export type Round = {
  readonly hypothesis: string;
  readonly evidenceFor: readonly string[];
  readonly evidenceAgainst: readonly string[];
  readonly reads: readonly Read[];
  readonly refused: readonly RefusedRead[];
  /** Only of the last round. */
  readonly stop?: Stop;
  /** Why it ends, in the words of who investigated. */
  readonly reason?: string;
};

/** Where a person agreed that is looked: undefined means everywhere, an empty name the cluster that the server speaks of. */
export type Scope = {
  readonly clusters: readonly string[] | undefined;
  readonly namespaces: readonly string[] | undefined;
};
