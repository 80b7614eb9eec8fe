import { type ErrorText, errorTexts } from "../lexicon/error-texts.ts";

/**
 * A text with an error that Kubernetes wrote in it, as a question for what the error is about: its words are none of the
 * person's own. An error that names nothing only says that what the person names does not start.
 */
export const askedOfError = (text: string): string => {
  for (const error of errorTexts) {
    const match = error.pattern.exec(text);
    if (match !== null) return asked(text, error, match);
  }
  return text;
};

const asked = (text: string, { kind = "", denied }: ErrorText, match: RegExpExecArray): string => {
  const { name = nameOfImage(match.groups?.image), namespace } = match.groups ?? {};
  const before = text.slice(0, match.index).replace(/[:：]\s*$/u, " ");
  const after = text.slice(match.index + match[0].length);
  const isHan = /\p{Script=Han}/u.test(before + after);
  // “… on web”: where an error was seen is what has it.
  const seenOn = after.replace(/^\s*(?:on|for|of|at|with)\s+/iu, "");
  if (name === undefined)
    return /[\p{L}\p{N}]/u.test(before)
      ? `${before} ${isHan ? "起不来" : "is stuck"} ${after}`
      : `${seenOn} ${isHan ? "起不来" : "is stuck"}`;
  const place = namespace === undefined ? "" : isHan ? ` ${namespace} 里的` : ` in ${namespace}`;
  if (denied) return isHan ? `${place} ${kind} ${name} 有哪些权限` : `what can the ${kind} ${name} do${place}`;
  return isHan ? `${place} ${kind} ${name} 怎么了` : `what's wrong with ${kind} ${name}${place}`;
};

/** An image is mostly called as what runs it: `shop` of `registry.example/team/shop:1.2`. */
const nameOfImage = (image: string | undefined): string | undefined =>
  image
    ?.split("/")
    .at(-1)
    ?.replace(/:[\w.-]+$/u, "");
