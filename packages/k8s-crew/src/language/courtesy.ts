import { normalize } from "./normalize.ts";
import { plainReply, replyWordsIn } from "./reply-words.ts";
import { readRequest } from "./request.ts";

/**
 * A message that answers nothing and asks for nothing: "ok", "好的", "不用了", "thanks". Undefined for any other; "ok?" asks.
 */
export const courtesyIn = (message: string): "thanks" | "agreement" | undefined => {
  if (readRequest(message).kind === "thanks") return "thanks";
  const { only } = replyWordsIn(normalize(message));
  const said = only === undefined ? undefined : plainReply(only, message).kind;
  return said === "yes" || said === "no" || said === "cancel" ? "agreement" : undefined;
};
