import type { Arguments } from "@k8s-copilot/crew";
import type { Choice } from "../output/output.ts";

/** What the pause asks for. `settles` says what a picked value becomes part of. */
export type Ask = {
  readonly kind: "gap" | "approval" | "plan" | "reading";
  readonly stepId: string;
  /** Entity key: `cluster`, `namespace`, `container`, a resource key; the tool's parameter name for anything else. */
  readonly parameter: string;
  readonly text: string;
  /** The question alone, where the text tells more than has to be told again. */
  readonly short?: string;
  /** What is said once above the question: why the last reply did not do, or what was asked about the choices. */
  readonly lead?: string;
  /** The choice that the lead names, which “that one” means. */
  readonly told?: string;
  /** What was named does not exist: the choices stand in for it. */
  readonly missed?: true;
  readonly choices: readonly Choice[];
  /** Choices that are not shown because there are so many. */
  readonly more?: readonly Choice[];
  /** Cells and attributes of the choices, by value, for replies such as “the one that restarts most”. */
  readonly fields: { readonly [value: string]: Readonly<Record<string, string>> };
  /** When the oldest of the lists was read that the choices are from, in milliseconds since the epoch; `kept`: by an earlier request. */
  readonly read?: { readonly at: number; readonly kept: boolean };
  /** The person may also type a value that is not among the choices. */
  readonly open: boolean;
  /** Wrong replies in a row. */
  readonly attempts: number;
  /**
   * For approvals: the exact call, the word that consents (`yes`, or the name of what will be lost), what changes from
   * what to what, where that can be told, and what goes with what is deleted.
   */
  readonly consent?: {
    readonly tool: string;
    readonly args: Arguments;
    readonly word: string;
    readonly change?: { readonly from: string | null; readonly to: string };
    readonly loss?: string;
  };
};
