import type { Language, TurnError } from "../output/output.ts";
import { say } from "../words/conversation-words.ts";
import type { Planner, PlannerInput, PlannerReply } from "./types.ts";

type Failed = Extract<PlannerReply, { kind: "failed" }>;

/**
 * A planner that hands the turn to another when it fails, and says so. What neither understands is the first one's
 * failure. A key that was rejected stays so: it is tried, and told, once in each language.
 */
export const withFallback = (planner: Planner, rules: Planner): Planner => {
  const rejected = new Map<Language, TurnError>();
  return async (turn, options) => {
    const known = rejected.get(turn.language);
    const reply: PlannerReply = known ? { kind: "failed", error: known } : await planner(turn, options);
    if (reply.kind !== "failed") return reply;
    if (reply.error.code === "model_key_rejected") rejected.set(turn.language, reply.error);
    return takeOver(reply, await rules(turn, options), { language: turn.language, isTold: known !== undefined });
  };
};

type Telling = Pick<PlannerInput, "language"> & { readonly isTold: boolean };

const takeOver = (failed: Failed, second: PlannerReply, { language, isTold }: Telling): PlannerReply => {
  const { error, usage } = failed;
  if (second.kind === "not_understood") return failed;
  const { message, remedy } = error;
  const told = isTold ? [] : [say(language, "modelFellBack", { message, remedy }).trim()];
  return {
    ...second,
    ...(second.kind === "plan" ? { fellBack: true as const } : {}),
    ...(usage === undefined ? {} : { usage }),
    warnings: [...(second.warnings ?? []), ...told],
  };
};
