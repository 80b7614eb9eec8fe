import { say } from "../words/conversation-words.ts";
import type { Planner } from "./types.ts";

/** A planner that hands the turn to another when it fails, and says so. What neither understands is the first one's failure. */
export const withFallback =
  (planner: Planner, rules: Planner): Planner =>
  async (turn, options) => {
    const reply = await planner(turn, options);
    if (reply.kind !== "failed") return reply;
    const second = await rules(turn, options);
    const usage = reply.usage === undefined ? {} : { usage: reply.usage };
    if (second.kind === "not_understood") return { ...reply, ...usage };
    const { message, remedy } = reply.error;
    return {
      ...second,
      ...(second.kind === "plan" ? { fellBack: true as const } : {}),
      ...usage,
      warnings: [...(second.warnings ?? []), say(turn.language, "modelFellBack", { message, remedy }).trim()],
    };
  };
