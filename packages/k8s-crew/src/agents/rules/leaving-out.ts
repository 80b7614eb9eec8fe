import { leftOutIn, type Request } from "../../language/index.ts";
import type { PlannerInput } from "../types.ts";
import { contextOf } from "./reading-context.ts";

/** “Exclude completed”: the list that was shown before, without those; of a look at all places it is told that it cannot be. */
export const leavingOut = (turn: PlannerInput): Request | undefined => {
  const { last, message } = turn;
  if (last?.asked === undefined || last.open === true) return undefined;
  const left = leftOutIn(message, contextOf(turn));
  if (left === undefined) return undefined;
  const { counted: _, ...asked } = last.asked;
  if (last.view === "health") return { ...asked, unread: left.said };
  if (last.view !== "call" || (last.verb !== "list" && last.verb !== "top")) return undefined;
  return { ...asked, conditions: [...(asked.conditions ?? []), ...left.conditions] };
};
