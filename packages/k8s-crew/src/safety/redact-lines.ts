import { maskEmbeddedData } from "./embedded-json.ts";
import { mask } from "./mask.ts";
import { maskSecretBlocks } from "./secret-blocks.ts";
import { isHarmless, isSecretName } from "./secret-names.ts";
import { maskShapes } from "./token-shapes.ts";

/** Masks secrets in text that is not JSON as a whole: YAML, describe output, logs, broken or embedded JSON. */
export function redactLines(text: string): string {
  return maskShapes(maskAssignments(maskWholeLines(maskPairs(maskSecretBlocks(maskEmbeddedData(text))))));
}

/** `name: DB_PASSWORD` followed by its `value:`, in YAML (next line) or in JSON and flow style (same line). */
const pair =
  /(\bname\\*["']?\s{0,3}:\s{0,3}\\*["']?)([\w.-]{1,100})(\\*["']?\s{0,3}(?:,\s{0,60}|\n[ \t]{0,60})\\*["']?value\\*["']?:[ \t]{0,3}\\*["']?)([^\n"'\\}]+)/g;

function maskPairs(text: string): string {
  if (!text.includes("value")) return text;
  return replaceParts(text, pair, ([found = "", before = "", name = "", between = "", value = ""]) =>
    isSecretName(name) ? before + name + between + maskNamed(value) : found,
  );
}

/** `password: the rest of the line`, as in YAML and in describe output. */
const wholeLine =
  /^([ \t]*(?:- )?["']?)([A-Za-z_\u4e00-\u9fff][\w.\u4e00-\u9fff-]{1,80})(["']?:[ \t]{1,40})(?![|>][+-]?\d?[ \t]*$)([^\s"'{[][^\n]*)$/gm;

function maskWholeLines(text: string): string {
  return replaceParts(text, wholeLine, ([found = "", before = "", name = "", colon = "", value = ""]) =>
    isSecretName(name) ? before + name + colon + maskNamed(value) : found,
  );
}

// Single characters in the group, not runs: runs in a repeated group take for ever on a quote that is not closed.
const quoted = `\\\\*"(?:[^"\\\\\\n]|\\\\(?!\\\\*")[^\\n])*\\\\*"|'[^'\\n]*'`;
const assignment = new RegExp(
  `(?<![\\w.-])([A-Za-z_\\u4e00-\\u9fff][\\w.\\u4e00-\\u9fff-]{1,80})(\\\\*["']?[ \\t]{0,3}[=:：][ \\t]{0,8})(${quoted}|[^\\s,;&"'}\\])\\\\]+)`,
  "g",
);

/**
 * `name=value`, `"name": "value"` and `name: value` anywhere in a line. After a colon in a sentence
 * (`invalid token: expired`) only a value that looks random is masked.
 */
function maskAssignments(text: string): string {
  return replaceParts(text, assignment, ([found = "", name = "", separator = "", value = ""]) => {
    if (!isSecretName(name)) return found;
    const quote = /^\\*["']/.exec(value)?.[0] ?? "";
    const inner = quote === "" ? value : value.slice(quote.length, -quote.length);
    const isProse = quote === "" && separator === ": " && !looksRandom(inner);
    return isProse ? found : name + separator + quote + maskNamed(inner) + quote;
  });
}

function looksRandom(value: string): boolean {
  return value.length >= 8 && /\d/.test(value) && /[A-Za-z]/.test(value);
}

function maskNamed(value: string): string {
  return isHarmless(value) ? value : mask("secret", value.trim().length);
}

/** String.replace with the match and its groups as one list. */
export function replaceParts(text: string, pattern: RegExp, replace: (parts: readonly string[]) => string): string {
  return text.replace(pattern, (...parts: string[]) => replace(parts));
}
