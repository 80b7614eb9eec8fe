import type { Hints } from "./hints.ts";
import type { KubernetesObject } from "./objects.ts";
import type { Store } from "./store.ts";
import type { LogFile } from "./world.ts";

/** One cluster while it runs: what controllers and handlers share. */
export interface Cluster {
  readonly name: string;
  readonly store: Store;
  readonly logs: readonly LogFile[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly hints: HintBook;
  /** While loading, pods have always been there; afterwards they start before one's eyes. */
  readonly isLoading: () => boolean;
  /** Runs the action when a new pod's containers have had time to start. */
  readonly afterPodStart: (action: () => void) => void;
  /** The next number of the cluster: for addresses and generated names. */
  readonly nextNumber: () => number;
}

/** The hints of each object by its uid, so that they are never served. */
export interface HintBook {
  of(object: KubernetesObject): Hints;
  set(object: KubernetesObject, hints: Hints): void;
}

export function createHintBook(): HintBook {
  const book = new Map<string, Hints>();
  return {
    of: (object) => book.get(object.metadata.uid ?? "") ?? {},
    set(object, hints) {
      if (object.metadata.uid !== undefined) book.set(object.metadata.uid, hints);
    },
  };
}
