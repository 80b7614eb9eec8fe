import type { Arguments, CallResult } from "@k8s-copilot/crew";

/** A read that a survey asks for. */
export type Read = { readonly tool: string; readonly args: Arguments };

/** A chain of reads: it yields the reads it needs next, and gets their results in the same order. */
export type Chain<Result> = Generator<readonly Read[], Result, readonly CallResult[]>;

/** Something that is wrong, and where. `what` is Kubernetes' own word (CrashLoopBackOff, NotReady, …). */
export type Trouble = {
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
  readonly what: string;
  readonly restarts?: number;
};

/** Things of one kind that were listed; `unlisted` says why there are none, in a cause of results/failures. */
export type Listing<Item> =
  | { readonly kind: "listed"; readonly items: readonly Item[]; readonly notes?: readonly ListingNote[] }
  | { readonly kind: "unlisted"; readonly cause: string; readonly detail: string };

/** Why a listing is not the whole truth. */
export type ListingNote =
  | { readonly kind: "namespaces_left"; readonly read: number; readonly total: number }
  | { readonly kind: "details_left"; readonly read: number; readonly total: number }
  | { readonly kind: "forbidden_namespaces"; readonly names: readonly string[] };

export type ClusterSurvey = {
  /** Empty when the server speaks of one cluster without a name. */
  readonly cluster: string;
  readonly current: boolean;
  /** `down`: nothing could be read at all; the cause says why. */
  readonly reach: "ok" | "down" | "not_selectable";
  readonly cause: string;
  readonly detail: string;
  readonly version: string;
  readonly nodes: { readonly ready: number; readonly total: number } | null;
  readonly pods: { readonly total: number; readonly byStatus: { readonly [status: string]: number } } | null;
  readonly capacity: { readonly cpuCores: number; readonly memoryBytes: number } | null;
  readonly usage: { readonly cpuCores: number; readonly memoryBytes: number } | null;
  readonly troubles: readonly Trouble[];
  /** What could not be seen, as `[resource, cause]`. */
  readonly unseen: readonly { readonly resource: string; readonly cause: string }[];
  readonly notes: readonly ListingNote[];
};
