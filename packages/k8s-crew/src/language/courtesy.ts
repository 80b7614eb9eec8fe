import { normalize } from "./normalize.ts";
import { plainReply, replyWordsIn } from "./reply-words.ts";
import { readRequest } from "./request.ts";

/**
 * A message that answers nothing and asks for nothing: "ok", "好的", "不用了", "thanks". Undefined for any other; "ok?" asks.
 */
export const courtesyIn = (message: string): "thanks" | "agreement" | undefined => {
  const { kind } = readRequest(message);
  if (kind === "thanks") return "thanks";
  // "你好" greets, though its "好" alone would agree.
  if (kind === "greeting") return undefined;
  const { only } = replyWordsIn(normalize(message));
  const said = only === undefined ? undefined : plainReply(only, message).kind;
  return said === "yes" || said === "no" || said === "cancel" ? "agreement" : undefined;
};
