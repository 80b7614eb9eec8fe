import type { Ask } from "../choices/types.ts";
import { readReply } from "../language/index.ts";
import { withFields } from "./asked-about.ts";

/** What a reply says beside the value that was taken from it: “it's in dev, the v2 one” at the question for a namespace. */
export const restOf = (text: string, value: string): string =>
  text
    .split(/([\p{Script=Latin}\d][\w./-]*)/u)
    .filter((part) => part.length < 2 || !value.toLowerCase().includes(part.toLowerCase()))
    .join("")
    .trim();

/** What the rest of an earlier reply answers of the next question, where that is beyond doubt. */
export const answeredByRest = (rest: string, ask: Ask): string | undefined => {
  if (!/[\p{L}\p{N}]/u.test(rest) || ask.kind !== "gap" || ask.missed === true) return undefined;
  const reply = readReply(rest, { choices: withFields(ask, ask.choices), parameter: ask.parameter });
  return reply.kind === "picked" && reply.values.length === 1 ? reply.values[0] : undefined;
};
