import type { Language, TurnError } from "../output/output.ts";
import { say } from "../words/conversation-words.ts";
import { sayFallback } from "../words/fallback-words.ts";
import type { Planner, PlannerInput, PlannerReply } from "./types.ts";

type Failed = Extract<PlannerReply, { kind: "failed" }>;

/**
 * A planner that hands the turn to another when it fails, and says so; of one conversation. What neither understands is
 * the first one's failure. As long as it fails for the same reason nothing more is said, and when it is back, that. A key
 * that was rejected stays so: it is tried, and told, once in each language.
 */
export const withFallback = (planner: Planner, rules: Planner): Planner => {
  const rejected = new Map<Language, TurnError>();
  let standing: string | undefined;
  return async (turn, options) => {
    const { language } = turn;
    const known = rejected.get(language);
    const reply: PlannerReply = known ? { kind: "failed", error: known } : await planner(turn, options);
    // Who stopped the turn waits for nobody in its place.
    if (reply.kind === "failed" && reply.error.code === "cancelled") return reply;
    const before = standing;
    standing = reply.kind === "failed" ? standingOf(reply.error, language) : undefined;
    if (reply.kind !== "failed") return before === undefined ? reply : isBack(reply, language);
    if (reply.error.code === "model_key_rejected") rejected.set(language, reply.error);
    const isTold = known !== undefined || (standing !== undefined && standing === before);
    return takeOver(reply, await rules(turn, options), { language, isTold });
  };
};

/** Why the service cannot be had; that a reply was bad is so of that reply alone. */
const standingOf = ({ code }: TurnError, language: Language): string | undefined =>
  code === "model_bad_reply" ? undefined : `${language} ${code}`;

const isBack = (reply: PlannerReply, language: Language): PlannerReply => ({
  ...reply,
  switched: sayFallback(language, "modelIsBack"),
});

type Telling = Pick<PlannerInput, "language"> & { readonly isTold: boolean };

const takeOver = (failed: Failed, second: PlannerReply, { language, isTold }: Telling): PlannerReply => {
  const { error, usage } = failed;
  const { message, remedy } = error;
  if (second.kind === "not_understood")
    return { ...failed, error: { ...error, message: `${message}${sayFallback(language, "neither")}` } };
  return {
    ...second,
    ...(second.kind === "plan" ? { fellBack: true as const } : {}),
    ...(usage === undefined ? {} : { usage }),
    ...(isTold ? {} : { switched: say(language, "modelFellBack", { message, remedy }).trim() }),
  };
};
