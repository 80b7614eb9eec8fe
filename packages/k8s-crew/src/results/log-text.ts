import { at, isRecord, scalarText, textAt, tryJson } from "./values.ts";

/** Keys under which servers put log text, and those that show that it is an envelope and not a log line in JSON. */
const textKeys = ["logs", "log", "logText", "result"];
const envelopeKeys = ["pod", "podName", "pod_name", "name", "container", "namespace", "lineCount", "success", "result"];

/** The log itself: taken out of a JSON envelope (`{"pod":"web","logs":"…"}`) where there is one, else the text as it is. Empty where a server says that there is none. */
export function logText(text: string, structured?: unknown): string {
  const log = unwrap(structured) ?? unwrap(parsed(text)) ?? text;
  return saysNothing.test(log.trim()) ? "" : log;
}

/** How servers put it in a sentence of their own that there is no log. It is no line of one. */
const saysNothing =
  /^[^\n]{0,400}\b(?:has not logged any messages? yet|no logs? (?:available|found)|logs? (?:is|are) empty)\b[^\n]{0,20}$/i;

function parsed(text: string): unknown {
  return /^\s*[{"]/.test(text) ? tryJson(text) : undefined;
}

function unwrap(value: unknown): string | undefined {
  // A server that sends the log as one JSON string: a single quoted line stays as it was logged.
  if (typeof value === "string") return value.includes("\n") ? (unwrap(parsed(value)) ?? value) : undefined;
  if (!isRecord(value)) return undefined;
  const key = textKeys.find((candidate) => Object.hasOwn(value, candidate));
  if (key === undefined || !envelopeKeys.some((candidate) => Object.hasOwn(value, candidate))) return undefined;
  const inner = at(value, key);
  if (typeof inner === "string") return unwrap(parsed(inner)) ?? inner;
  if (Array.isArray(inner)) return inner.map((line) => scalarText(line) ?? textAt(line, "message")).join("\n");
  return isRecord(inner) ? sections(Object.entries(inner)) : undefined;
}

/** Logs of several pods or containers, each under its name as `tail` writes it. */
function sections(entries: readonly (readonly [string, unknown])[]): string {
  return entries.map(([name, log]) => `==> ${name} <==\n${scalarText(log) ?? ""}`).join("\n");
}
