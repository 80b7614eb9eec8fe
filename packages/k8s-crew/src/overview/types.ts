import type { Arguments, CallResult } from "@k8s-copilot/crew";
import type { Language } from "../output/output.ts";

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
  | { readonly kind: "namespaces_failed"; readonly names: readonly string[]; readonly cause: string }
  | { readonly kind: "others_unknown"; readonly namespace: string | undefined; readonly cause: string }
  | { readonly kind: "details_left"; readonly resource: string; readonly read: number; readonly total: number }
  | { readonly kind: "details_failed"; readonly resource: string; readonly failed: number; readonly cause: string }
  | { readonly kind: "users_unread"; readonly resource: string; readonly cause: string }
  | { readonly kind: "readiness_untold" };

/** What could not be seen, and why. */
export type Unseen = { readonly resource: string; readonly cause: string; readonly detail: string };

/** CPU and memory summed over things: `of` of `total` of them could be counted. */
export type Measured =
  | {
      readonly kind: "known";
      readonly cpuCores: number;
      readonly memoryBytes: number;
      readonly of: number;
      readonly total: number;
    }
  | { readonly kind: "unknown"; readonly cause: string };

export type Resources = { readonly capacity: Measured; readonly requests: Measured; readonly usage: Measured };

export type ClusterSurvey = {
  /** Empty when the server speaks of one cluster without a name. */
  readonly cluster: string;
  readonly current: boolean;
  /** Only this namespace, only things of this name. */
  readonly namespace?: string;
  readonly name?: string;
  /**
   * `down`: nothing could be read at all; `missing`: what was asked about is not there; the cause says why.
   * `not_selectable`: the server cannot be asked about this cluster.
   */
  readonly reach: "ok" | "down" | "missing" | "not_selectable";
  readonly cause: string;
  readonly detail: string;
  readonly version: string;
  /** `unknown`: nodes that nothing tells the state of. */
  readonly nodes: { readonly ready: number; readonly total: number; readonly unknown: number } | null;
  readonly pods: { readonly total: number; readonly byStatus: { readonly [status: string]: number } } | null;
  /** For an overview only. */
  readonly resources: Resources | null;
  readonly troubles: readonly Trouble[];
  /** The kinds that were looked at, and those that could not be. */
  readonly seen: readonly string[];
  readonly unseen: readonly Unseen[];
  readonly notes: readonly ListingNote[];
};

/** How the answer of a survey is laid out. */
export type SurveyText = { readonly language: Language; readonly width: number };
