import { isRecord, textAt, tryJson } from "../results/values.ts";
import { mask } from "./mask.ts";
import { redactLines } from "./redact-lines.ts";
import { isHarmless, isSecretName } from "./secret-names.ts";

/**
 * The one place where secrets are masked, before anything reaches the model, the terminal, a log, the cache or a
 * session. A masked value shows its kind and a length class and no character of it; keys and structure stay. Masking
 * twice changes nothing. Works on any text: JSON (its formatting is kept as two-space indents or none), YAML, describe
 * output, logs, and text that was cut anywhere.
 */
export function redactText(text: string): string {
  return redactNested(text, 0);
}

/** The same for a parsed value. The value itself is not changed; cycles and anything deeper than 100 levels are cut. */
export function redactValue(value: unknown): unknown {
  return walk(value, { depth: 0, secret: false });
}

const deepest = 100;
const deepestText = 4;

type Place = {
  readonly depth: number /** Inside of a list of Secrets, whose entries do not repeat their kind. */;
  readonly secret: boolean;
};

function redactNested(text: string, level: number): string {
  if (text.length < 6) return text;
  const json = level < deepestText && /^\s*[[{"]/.test(text) ? tryJson(text) : undefined;
  if (json === undefined || typeof json === "number") return redactLines(text);
  const redacted = walk(json, { depth: 0, secret: false }, level + 1);
  const written = JSON.stringify(json);
  const rewritten = JSON.stringify(redacted);
  if (rewritten === written) return text;
  const indent = /^\s*[[{]\s*\n( +|\t)/.exec(text)?.[1];
  return indent === undefined ? rewritten : JSON.stringify(redacted, null, indent) + (text.endsWith("\n") ? "\n" : "");
}

function walk(value: unknown, place: Place, level = 0): unknown {
  if (typeof value === "string") return redactNested(value, level);
  if (typeof value !== "object" || value === null) return value;
  if (place.depth > deepest) return mask("too-deep", 0);
  const next = { depth: place.depth + 1, secret: place.secret };
  if (Array.isArray(value)) return redactArray(value, next, level);
  return isRecord(value) ? redactRecord(value, next, level) : value;
}

function redactArray(values: readonly unknown[], place: Place, level: number): unknown {
  return values.map((value, index) => {
    const flag = values[index - 1];
    // A command line in parts: ["--password", "…"].
    const isFlagged =
      typeof flag === "string" && typeof value === "string" && flag.startsWith("-") && isSecretName(flag);
    return isFlagged && !value.startsWith("-") ? maskString(value) : walk(value, place, level);
  });
}

function redactRecord(record: Readonly<Record<string, unknown>>, place: Place, level: number): unknown {
  const kind = textAt(record, "kind");
  const isSecret = kind === "Secret" || place.secret || isSecretWithoutKind(record);
  const inside = { ...place, secret: kind === "SecretList" };
  const namesSecret = isSecretName(textAt(record, "name")) || isSecretName(textAt(record, "key"));
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => {
      if (isSecret && (key === "data" || key === "stringData")) return [key, maskAll(value, 0)];
      if (isRecord(value) && key === "auths") return [key, maskLogins(value)];
      if (typeof value !== "string")
        return [key, walk(value, key === "items" ? inside : { ...inside, secret: false }, level)];
      if (isSecretName(key) || (namesSecret && key === "value")) return [key, maskString(value)];
      return [key, redactNested(value, level)];
    }),
  );
}

/** Servers flatten: `{"name":"db","type":"Opaque","data":{…}}`. The type is a Secret's (kubernetes.io, "Types of Secret"). */
function isSecretWithoutKind(record: Readonly<Record<string, unknown>>): boolean {
  const type = textAt(record, "type");
  return (
    /^(?:Opaque$|kubernetes\.io\/|bootstrap\.kubernetes\.io\/|helm\.sh\/release)/.test(type) &&
    textAt(record, "kind") === ""
  );
}

/** Registry logins of a Docker config: `auth` is base64 of user and password. */
function maskLogins(auths: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(auths).map(([registry, login]) => [registry, maskAll(login, 0)]));
}

function maskAll(value: unknown, depth: number): unknown {
  if (typeof value === "string")
    return value === "" || value.startsWith("<masked:") ? value : mask("secret", value.length);
  if (typeof value === "number" || typeof value === "bigint") return mask("secret", String(value).length);
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return mask("too-deep", 0);
  if (Array.isArray(value)) return value.map((entry) => maskAll(entry, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, maskAll(entry, depth + 1)]));
}

function maskString(value: string): string {
  return isHarmless(value) ? value : mask("secret", value.length);
}
