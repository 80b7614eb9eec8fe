import { effectOfVerb } from "../../catalog/verbs.ts";
import type { Request } from "../../language/index.ts";
import { sayTurn } from "../../words/turn-words.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";

const meansAll = /\b(?:all|everything|the lot)\b|[都全]|通通|统统/iu;
const hanDeletes =
  /^(?:那就?|把)?(?:它们?|这些|上面的?)?(?:都|全都?|全部|通通|统统)(?:给我|帮我)?(?:删|清理|清)(?:了|掉|除|干净)*(?:吧|呗)?[\s。.!！]*$/u;

/**
 * “Delete it all”, “全删了” after a report on a place: nothing that was shown there is one thing, and none of it is changed
 * for a word. How each of them is asked for is said.
 */
export const ofAllShown = (
  { verb, name, resource }: Request,
  { message, last, many = [], language }: PlannerInput,
): PlannerReply | undefined => {
  const changes = verb !== undefined && effectOfVerb(verb) !== "read" && meansAll.test(message);
  const isReport = last !== undefined && last.view !== "call" && many.length === 0;
  if (!isReport || name !== undefined || resource !== undefined || !(changes || hanDeletes.test(message.trim())))
    return undefined;
  return { kind: "answer", text: sayTurn(language, "oneAtATime") };
};
