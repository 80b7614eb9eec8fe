import type { Language } from "../output/output.ts";
import { fill } from "./fill.ts";

/** What is said where a list of all namespaces came to those that may be read. */
const words = {
  onlyThat: {
    zh: "只读到了命名空间 {namespace}；还有哪些命名空间无法得知（{cause}），其中的内容未知",
    en: "only namespace {namespace} was read; which others there are could not be listed ({cause}), so what is in them is not known",
  },
  onlyOne: {
    zh: "可能只读到了一个命名空间；还有哪些命名空间无法得知（{cause}），其中的内容未知",
    en: "perhaps only one namespace was read; which others there are could not be listed ({cause}), so what is in them is not known",
  },
} as const;

export const othersUnread = (language: Language, namespace: string | undefined, cause: string): string =>
  namespace === undefined
    ? fill(words.onlyOne[language], { cause })
    : fill(words.onlyThat[language], { namespace, cause });

/** The same as a sentence beside a list. */
export const othersLeft = (language: Language, namespace: string | undefined, cause: string): string => {
  const text = othersUnread(language, namespace, cause);
  return language === "zh" ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** Of a list over several namespaces, those that were refused. */
export const refusedIn = (language: Language, names: string): string => fill(refused[language], { names });

const refused = {
  zh: "当前身份无权查看这些命名空间，其中的内容未知：{names}。",
  en: "The current identity may not look into these namespaces, so what is in them is not known: {names}.",
} as const;
