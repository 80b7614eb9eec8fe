import type { ToolRunner } from "@k8s-copilot/crew";
import type { Clarifier, Executor, Planner } from "../agents/types.ts";
import type { Catalog } from "../catalog/types.ts";
import type { Language } from "../output/output.ts";
import type { Budgets } from "./account.ts";
import type { Turn } from "./turn.ts";

/** What `/models` answers; absent where nobody set a model or can tell of it. */
export type DescribeModels = ((language: Language) => Promise<string>) | undefined;

/** All that the nodes are given when the graph is built. */
export type Parts = {
  readonly catalog: Catalog;
  readonly runner: Pick<ToolRunner, "run" | "drop" | "entries" | "stats">;
  /** The planner of the crew, and the one made of tables, which reads commands and picks and stands in when a model fails. */
  readonly planner: Planner;
  readonly rules: Planner;
  /** Asked only for replies that the rules cannot map; absent without a model. */
  readonly clarifier: Clarifier | undefined;
  /** Explains results after the facts; absent without a model. */
  readonly executor: Executor | undefined;
  readonly settings: Settings;
  /** What the model may use. */
  readonly budgets: Budgets;
  /** What is told of the models that are set. */
  readonly describeModels: DescribeModels;
  /** The turn that is running: one at a time in a conversation. */
  readonly turn: () => Turn;
};

export type Settings = {
  readonly guidance: "guided" | "direct";
  /**
   * A plan for a vague wish: is asked about, is told and runs, or is all that happens, as for any other request. By
   * default who is led step by step is asked.
   */
  readonly plans?: "ask" | "tell" | "only";
  readonly readOnly: boolean;
  readonly sandbox: boolean;
  /** Wall clock, milliseconds: for ages only. */
  readonly now: () => number;
  /** A value no older than this may answer; 0 reads everything anew. Undefined: the cache policy decides. */
  readonly maxAgeMs?: number;
};
