import { accessQuestions, mayI, whoDid } from "../lexicon/access.ts";
import type { Access } from "../types.ts";

/** A question for rights, and the text that says what they are for. */
export type TakenAccess = { readonly access: Access; readonly rest: string };

/** Whether somebody may do something, said outright or, where it is a change, by “can I”. */
export const takeAccess = (text: string, changes: (text: string) => boolean): TakenAccess | undefined => {
  for (const [access, patterns] of accessQuestions)
    for (const pattern of patterns) if (pattern.test(text)) return { access, rest: text.replace(pattern, " ") };
  if (asksSafety.test(text)) return undefined;
  const asked = mayI.test(text) && /[吗么?]|能不能|可不可以|能否|\b(?:can|could|may|am)\b/iu.test(text);
  return asked && changes(text) ? { access: "self", rest: text.replace(mayI, " ") } : undefined;
};

/** What a change would do is asked, and not for the right to it. */
const asksSafety = /\bsafe(?:ly)?\b|\bwithout\b|安全/iu;

/** Whether the text asks who did something. */
export const asksWhoDid = (text: string): boolean => whoDid.some((pattern) => pattern.test(text));

export const withoutWhoDid = (text: string): string =>
  whoDid.reduce((rest, pattern) => rest.replace(pattern, " "), text);
