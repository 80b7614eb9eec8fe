import type { Reply, ReplyQuestion } from "../types.ts";
import { readReply } from "./reply.ts";

const aboutChoices: readonly Reply["kind"][] = ["picked", "did_you_mean", "typed", "unclear"];

/** Whether a text says something by itself (“no”, “列出来”, a request), and does not just name one of the choices. */
export const saysItself = (text: string, question: ReplyQuestion): boolean =>
  !aboutChoices.includes(readReply(text, question).kind);
