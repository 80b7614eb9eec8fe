import { at, isRecord, scalarText, textAt, tryJson } from "./values.ts";

/** Keys under which servers put log text, and those that show that it is an envelope and not a log line in JSON. */
const textKeys = ["logs", "log", "logText", "result"];
const envelopeKeys = ["pod", "podName", "pod_name", "name", "container", "namespace", "lineCount", "success", "result"];

/** The log itself: taken out of a JSON envelope (`{"pod":"web","logs":"…"}`) where there is one, else the text as it is. */
export function logText(text: string, structured?: unknown): string {
  return unwrap(structured) ?? unwrap(parsed(text)) ?? text;
}

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
