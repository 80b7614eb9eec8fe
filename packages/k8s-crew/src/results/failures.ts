import type { Outcome, ToolOutput } from "@k8s-copilot/crew";
import { at, isRecord, textAt, tryJson } from "./values.ts";

export type Cause =
  | "choose_container"
  | "expired"
  | "certificate"
  | "forbidden"
  | "unknown_context"
  | "unknown_kind"
  | "no_metrics"
  | "timeout"
  | "dead"
  | "not_found"
  | "missing_argument"
  | "unknown";

type Row = { readonly cause: Cause; readonly outcome: Outcome; readonly pattern: RegExp };

/**
 * What the texts of failures mean; the first row that fits wins. The texts are those of Kubernetes' API server and
 * client-go, kubectl, and the MCP servers built on them.
 */
const rows: readonly Row[] = [
  { cause: "choose_container", outcome: "invalid", pattern: /must be specified for pod .* choose one of/i },
  {
    cause: "expired",
    outcome: "forbidden",
    pattern:
      /\bunauthorized\b|provide credentials|token (is |has )?expired|getting credentials: exec|\b401\b|凭证.*过期/i,
  },
  {
    cause: "certificate",
    outcome: "unavailable",
    pattern: /x509|certificate (has expired|signed by unknown|is not)|tls: /i,
  },
  { cause: "forbidden", outcome: "forbidden", pattern: /forbidden|cannot \w+ resource|没有权限|\b403\b/i },
  {
    cause: "unknown_context",
    outcome: "not_found",
    pattern:
      /context "[^"]*" does not exist|unknown target|(cluster|context) ['"“]?[^'"”]*['"”]? (was )?not found|no context exists|集群.*不存在/i,
  },
  {
    cause: "unknown_kind",
    outcome: "invalid",
    pattern: /no matches for kind|doesn't have a resource type|could not find the requested resource/i,
  },
  { cause: "no_metrics", outcome: "unavailable", pattern: /metrics api (is )?not available|metrics-server/i },
  {
    cause: "timeout",
    outcome: "timeout",
    pattern: /i\/o timeout|deadline exceeded|timed? ?out|did not answer within|Client\.Timeout/i,
  },
  {
    cause: "dead",
    outcome: "unavailable",
    pattern:
      /connection refused|was refused|no such host|dial tcp|ECONNREFUSED|ECONNRESET|unable to connect|no route to host|network is unreachable|EOF$/i,
  },
  { cause: "not_found", outcome: "not_found", pattern: /not[ _-]?found|NotFound|does not exist|不存在|未找到/i },
  {
    cause: "missing_argument",
    outcome: "invalid",
    pattern: /(parameter|argument|field)?s? ?(is )?required|missing (required )?(parameter|argument)|缺少/i,
  },
];

/** Why something failed, by its text. `detail` is the sentence that says it. */
export const causeOf = (text: string): { readonly cause: Cause; readonly detail: string } => {
  const row = rows.find(({ pattern }) => pattern.test(text));
  return { cause: row?.cause ?? "unknown", detail: oneLine(text) };
};

/** The outcome of a tool's own answer: a failure that it reports, in any of the ways that servers have to do so. */
export const classifyOutput = (output: Extract<ToolOutput, { kind: "result" }>): Outcome => {
  if (output.isError) return rows.find(({ pattern }) => pattern.test(output.text))?.outcome ?? "failed";
  const failure = failureInSuccess(output.text);
  return failure === undefined ? "ok" : (rows.find(({ pattern }) => pattern.test(failure))?.outcome ?? "failed");
};

/** Longest success text that is looked into for a failure: failures are short, lists are long. */
const failureLimit = 4_000;

/** A “successful” text that says that it failed: `{"success": false, "message": …}`, `{"error": …}`, `{"status": "not_found"}`. */
const failureInSuccess = (text: string): string | undefined => {
  if (text.length > failureLimit || !/^\s*\{/.test(text)) return undefined;
  const value = tryJson(text.trim());
  if (!isRecord(value) || isRecord(value.metadata)) return undefined;
  const error = textAt(value, "error") || textAt(value, "error", "message");
  if (error !== "" && Object.keys(value).length <= 4) return `${error} ${textAt(value, "status")}`;
  if (at(value, "success") === false) return textAt(value, "message") || text;
  return textAt(value, "status") === "not_found" ? `not found ${textAt(value, "message")}` : undefined;
};

/** The names in “choose one of: [a b]”. */
export const containersToChoose = (text: string): readonly string[] =>
  /choose one of:?\s*\[([^\]]*)\]/i
    .exec(text)?.[1]
    ?.split(/[\s,]+/)
    .filter((name) => name !== "") ?? [];

const oneLine = (text: string): string => {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 160 ? `${line.slice(0, 157)}…` : line;
};
