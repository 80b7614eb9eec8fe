import type { Ask } from "../../choices/types.ts";
import { readReply, withoutAmounts } from "../../language/index.ts";
import { withFields } from "./asked-about.ts";

/** What a choice is counted by. It answers one question only. */
const counted =
  /(?:选|#|no\.?|number)?\s?(?:倒数)?第?\s?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s?(?:[个号项条]|st\b|nd\b|rd\b|th\b|(?![\w-]))|\b(?:first|second|third|fourth|fifth|last|former|latter)\b(?: one\b)?|最后一?个/iu;

/** What a reply says beside the value that was taken from it: “it's in dev, the v2 one” at the question for a namespace. */
export const restOf = (text: string, value: string): string => {
  const named = withoutName(text, value);
  // The number of “last 20 lines of the second” counts no choices.
  return named === text.trim() ? withoutAmounts(named).replace(counted, " ").trim() : named;
};

const withoutName = (text: string, value: string): string =>
  text
    .split(/([\p{Script=Latin}\d][\w./-]*)/u)
    .filter((part) => part.length < 2 || !value.toLowerCase().includes(part.toLowerCase()))
    .join("")
    .trim()
    .replace(pointer, "")
    .trim();

/** What is left of “the dev one”. */
const pointer = /^(?:(?:the|that|this)\s+)?ones?\b/iu;

/** What the rest of an earlier reply answers of the next question, where that is beyond doubt. */
export const answeredByRest = (rest: string, ask: Ask): string | undefined => {
  if (!/[\p{L}\p{N}]/u.test(rest) || ask.kind !== "gap" || ask.missed === true) return undefined;
  const reply = readReply(rest, { choices: withFields(ask, ask.choices), parameter: ask.parameter });
  return reply.kind === "picked" && reply.values.length === 1 ? reply.values[0] : undefined;
};
