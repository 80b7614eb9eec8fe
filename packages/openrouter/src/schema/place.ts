import type { JsonSchema } from "../json.ts";
import type { Loss, NoteLoss } from "./losses.ts";

/** Where a node stands. */
export type Place = {
  readonly root: JsonSchema;
  /** 1 is the root. */
  readonly level: number;
  /** The references on the way here, to notice that a schema contains itself. */
  readonly followed: readonly string[];
  /** From the root, `spec.containers[].env`. */
  readonly path: string;
  readonly lose: (loss: Loss) => void;
  /** Takes one step of work; false when the schema has had all that it may have. */
  readonly spend: () => boolean;
};

export function noteAt({ path, lose }: Place): NoteLoss {
  return (loss) => lose({ path, ...loss });
}

/** Schemas can be written so that following every reference never ends; what is past the limit is asked for as text. */
export function createBudget(steps: number): () => boolean {
  let left = steps;
  return () => {
    left -= 1;
    return left >= 0;
  };
}
