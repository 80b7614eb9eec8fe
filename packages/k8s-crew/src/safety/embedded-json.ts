import { mask } from "./mask.ts";

/**
 * Masks the string values of objects under `data` and `stringData` in JSON that stands inside of other text, is escaped
 * (in a string, perhaps twice), or was cut, so that it cannot be parsed. Only where the text speaks of a Secret.
 */
export function maskEmbeddedData(text: string): string {
  if (!/"data\\*"|"stringData\\*"/.test(text) || !/Secret|Opaque|kubernetes\.io\//.test(text)) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const match of text.matchAll(/\\*"(?:data|stringData)\\*"\s{0,5}:\s{0,5}\{/g)) {
    if (match.index < done) continue;
    const start = match.index + match[0].length;
    const { masked, end } = maskObject(text, start);
    pieces.push(text.slice(done, start), masked);
    done = end;
  }
  return pieces.join("") + text.slice(done);
}

/** From behind a `{` to its `}` or the text's end: strings behind a colon are masked. */
function maskObject(text: string, start: number): { readonly masked: string; readonly end: number } {
  const pieces: string[] = [];
  const mark = /[{}:,]|\\{0,7}"/g;
  let depth = 1;
  let isValue = false;
  let position = start;
  while (depth > 0) {
    mark.lastIndex = position;
    const found = mark.exec(text);
    const end = found === null ? text.length : found.index + found[0].length;
    pieces.push(text.slice(position, end));
    position = end;
    if (found === null) break;
    if (found[0].endsWith('"')) {
      const close = endOfString(text, end, found[0].length - 1);
      const content = text.slice(end, close);
      const closing = text.slice(close, close + found[0].length);
      pieces.push(isValue ? maskContent(content) : content, closing);
      position = close + closing.length;
      isValue = false;
    } else if (found[0] === "{") depth += 1;
    else if (found[0] === "}") depth -= 1;
    else isValue = found[0] === ":";
  }
  return { masked: pieces.join(""), end: position };
}

/**
 * Where the closing quote of a string begins, its backslashes included. Behind n backslashes a quote that belongs to the
 * content has more of them: at n = 0 an odd number, at n = 1 (escaped once) 3 modulo 4.
 */
function endOfString(text: string, open: number, escapes: number): number {
  for (let quote = text.indexOf('"', open); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (quote - backslashes > open && text[quote - backslashes - 1] === "\\") backslashes += 1;
    if (backslashes % (2 * (escapes + 1)) === escapes) return quote - escapes;
  }
  return text.length;
}

function maskContent(content: string): string {
  return content === "" || content.startsWith("<masked:") ? content : mask("secret", content.length);
}
