import { callsOffIn } from "../replies/calls-off.ts";
import { plainReply, replyWordsIn } from "../replies/reply-words.ts";
import { readRequest } from "../requests/request.ts";
import { normalize } from "../text/normalize.ts";
import type { Request } from "../types.ts";

/**
 * A message that answers nothing and asks for nothing: "ok", "好的", "不用了", "thanks". Undefined for any other; "ok?" asks.
 */
export const courtesyIn = (
  message: string,
  { kind }: Pick<Request, "kind"> = readRequest(message),
): "thanks" | "agreement" | undefined => {
  if (kind === "thanks") return "thanks";
  // "你好" greets, though its "好" alone would agree.
  if (kind === "greeting") return undefined;
  if (callsOffIn(message)) return "agreement";
  const { only } = replyWordsIn(normalize(message));
  const said = only === undefined ? undefined : plainReply(only, message).kind;
  return said === "yes" || said === "no" || said === "cancel" ? "agreement" : undefined;
};

const thanks = /谢|\bthanks?\b|\bthx\b|\bty\b/iu;

/** Yes to an offer: "好", "go on", "查吧"; whoever says thanks has what was wanted. */
export const assentsTo = (message: string): boolean => {
  const text = normalize(message);
  if (thanks.test(text)) return false;
  const { only } = replyWordsIn(text);
  if (only === "yes") return plainReply(only, message).kind === "yes";
  return /^(?:好[的啊呀吧]?[,，]?\s*)?(?:查|看|要|查查|看看|查一下|看一下|查查看)(?:吧|的|呗)?[。.!！]*$/u.test(text);
};

/** Nothing but "why", "为什么": about what was just said. */
export const asksWhy = (message: string): boolean => replyWordsIn(normalize(message)).only === "why";
