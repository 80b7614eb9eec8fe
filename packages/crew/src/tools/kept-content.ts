import { jsonCopy } from "../json-copy.ts";
import type { Answer } from "./send-call.ts";

/** What is kept of an answer, and about how many bytes it takes. */
export type KeptContent = { readonly text: string; readonly structured?: unknown; readonly bytes: number };

/**
 * A copy of the answer that nobody can change, or undefined when it is larger than `maxBytes` or holds what JSON cannot: a
 * store may be another process, and what comes back from it has to be what was put in.
 */
export function keptContent({ text, structured }: Answer, maxBytes: number): KeptContent | undefined {
  if (text.length > maxBytes) return undefined;
  const textBytes = Buffer.byteLength(text);
  if (textBytes > maxBytes) return undefined;
  if (structured === undefined) return { text, bytes: textBytes };
  const copy = jsonCopy(structured, maxBytes - textBytes);
  return copy && { text, structured: copy.value, bytes: textBytes + copy.bytes };
}

export function answerFrom({ text, structured }: KeptContent): Answer {
  return { outcome: "ok", message: "", text, ...(structured === undefined ? {} : { structured }) };
}
