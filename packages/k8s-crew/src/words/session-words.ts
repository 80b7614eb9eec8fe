import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of what a conversation keeps, and of what it does not. */
export const sessionWords = {
  notKept: {
    zh: "本次对话无法再保存（{cause}）；对话照常进行，但不会留下记录。",
    en: "This conversation can no longer be saved ({cause}); it goes on without.",
  },
  notRead: {
    zh: "无法读取保存的对话（{cause}）；将从头开始，并且不再保存。",
    en: "What was saved of this conversation cannot be read ({cause}); it begins anew and is not saved.",
  },
  secretLeftOut: {
    zh: "消息里像是密码或令牌的内容已略去：既不会保存，也不会发给模型。",
    en: "What looks like a password or a token in the message was left out: it is neither kept nor sent to a model.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const saySession = (language: Language, word: keyof typeof sessionWords, slots: Slots = {}): string =>
  fill(sessionWords[word][language], slots);
