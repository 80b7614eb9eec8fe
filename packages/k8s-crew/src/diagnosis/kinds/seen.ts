import type { Finding, Restarts } from "../types.ts";
import type { PodSeen } from "./pods-of.ts";

/** What came of looking at one object. */
export type Seen =
  | { readonly reach: "missing" | "unseen" }
  | {
      readonly reach: "ok";
      readonly state: string;
      readonly findings: readonly Finding[];
      readonly restarts?: Restarts | undefined;
      /** Its pods that were read in full. */
      readonly pods?: readonly PodSeen[];
      /** How runs ended of what fares well now. */
      readonly past?: readonly Finding[];
    };
