import type { Language } from "../../output/output.ts";
import { normalize } from "../text/normalize.ts";
import { callsOffAtLast, callsOffIn } from "./calls-off.ts";
import { replyWordsIn } from "./reply-words.ts";

/** The word that a person is told to type; it is one of those below. */
export const consentWord: Readonly<Record<Language, string>> = { en: "yes", zh: "确认" };

/** Others of those below, for a person to know what else agrees. */
export const consentToo: Readonly<Record<Language, string>> = { en: "y, go ahead, do it", zh: "是、可以、执行" };

/** What agrees to a change without doubt: a word for yes, or one that says to do it. “OK” and “好” may only mean that it was read. */
const words: readonly string[] = [
  "yes, y, yep, yup, yeah, approve, approved, confirm, confirmed, agreed, go ahead, go for it, do it, run it, apply it, make it so, please do, yes please",
  "是, 是的, 对, 确认, 确认执行, 同意, 批准, 可以, 可以的, 执行, 执行吧, 做吧, 改吧, 就这么办, 就这么做, 没问题",
];

/** What may stand before such a word, and does not agree by itself. */
const openings = "ok|okay|alright|all right|sure|yes|yep|yeah|right|please|好|好的|行|嗯|是|是的|对|可以";

const consents = words.flatMap((row) => row.split(", ")).map((word) => word.replaceAll(" ", "\\s+"));
const plain = new RegExp(
  `^(?:(?:${openings})[\\s,，.。!！、]*)?(?:${consents.join("|")})(?:[\\s,，]+please)?[.。!！\\s]*$`,
  "iu",
);

/** Whether a message agrees and says nothing else: neither a doubt (“I guess”, “行吧”) nor a wish of its own. */
export const consentsPlainly = (message: string): boolean => plain.test(message.trim());

/** “Cancel”, “不要了”, and nothing else: a no, whatever is called so. */
export const refusesPlainly = (message: string): boolean => {
  const { only } = replyWordsIn(normalize(message));
  return only === "cancel" || only === "no" || callsOffIn(message) || callsOffAtLast(message);
};
