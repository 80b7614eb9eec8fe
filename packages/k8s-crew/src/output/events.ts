import type { CallRecord, Language, PlanStep, TurnResult } from "./output.ts";

/** What happens during a turn, in order. The last event of a turn is `result`. */
export type TurnEvent =
  /** `language`: the one in which it will be answered. */
  | { readonly type: "turn.started"; readonly message: string; readonly language: Language }
  | { readonly type: "planning"; readonly by: "model" | "rules" }
  | { readonly type: "plan"; readonly steps: readonly PlanStep[] }
  | {
      readonly type: "call.started";
      readonly id: string;
      readonly server: string;
      readonly tool: string;
      readonly args: Readonly<Record<string, unknown>>;
    }
  | ({ readonly type: "call.finished"; readonly id: string } & CallRecord)
  /** The model is asked by this agent: once, or once more. */
  | { readonly type: "model.started"; readonly agent: string }
  /** The model is asked again after so many milliseconds; `reason` is `pace` or what it failed for. */
  | { readonly type: "model.waiting"; readonly ms: number; readonly reason: string }
  /** A part of the answer that is ready before the rest: a cluster's row, the list of cluster names, … */
  | { readonly type: "progress"; readonly text: string }
  /** The facts, before a model explains them: `answer` of the result begins with this text and goes on in a new line. */
  | { readonly type: "answer.begun"; readonly text: string }
  | { readonly type: "warning"; readonly text: string }
  | ({ readonly type: "result" } & TurnResult);
