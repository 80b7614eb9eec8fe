import type { Outcome, Tool } from "@k8s-copilot/crew";
import { type Cause, failureTable } from "./failure-table.ts";
import { at, isRecord, scalarText, textAt, tryJson, type UnknownRecord } from "./values.ts";

export type Failure = {
  readonly outcome: Exclude<Outcome, "ok">;
  readonly cause: Cause;
  /** What the cause speaks of: the missing name, the parameter, the containers to choose from (`app sidecar`); may be "". */
  readonly detail: string;
  /** The cause in one line, for people: no stack traces, no repeated prefixes. */
  readonly message: string;
};

export type OutputToJudge = { readonly text: string; readonly structured?: unknown; readonly isError: boolean };

/** What became of a call, from what its tool gave back. Fits the tool runner's `classify`. */
export function classifyOutput(output: OutputToJudge, tool?: Pick<Tool, "name">): Outcome {
  return failureIn(output, tool)?.outcome ?? "ok";
}

/**
 * The failure in a tool's output, on any of the ways that servers take: `isError`, a text that only says so, or JSON
 * with `success: false`, `error`, or a Kubernetes Status. Undefined when it is no failure. `tool`: log texts are
 * believed to be logs, whatever they say.
 */
export function failureIn(output: OutputToJudge, tool?: Pick<Tool, "name">): Failure | undefined {
  if (output.isError) return describeFailure(wordsOf(parsedOf(output)) ?? output.text);
  const told = toldFailure(parsedOf(output));
  if (told !== undefined) return describeFailure(told);
  const isLog = tool !== undefined && /logs?(?:$|[^a-z])|日志/i.test(tool.name);
  return !isLog && saysFailure(output.text) ? describeFailure(output.text) : undefined;
}

/** A failure from its words alone: a JSON-RPC error, an exception, the text of an `isError` result. */
export function describeFailure(text: string): Failure {
  const { cause, detail, outcome, line } = match(text);
  return { outcome, cause, detail, message: oneLine(line) };
}

export function causeOf(text: string): { readonly cause: Cause; readonly detail: string } {
  const { cause, detail } = match(text);
  return { cause, detail };
}

function match(text: string): Pick<Failure, "cause" | "detail" | "outcome"> & { readonly line: string } {
  const bounded = text.slice(0, 20_000);
  for (const { cause, outcome, patterns } of failureTable) {
    for (const pattern of patterns) {
      const found = pattern.exec(bounded);
      if (found === null) continue;
      const detail = found.slice(1).find((group) => group !== undefined && group !== "") ?? "";
      return { cause, outcome, detail: detail.trim(), line: lineAt(bounded, found.index) };
    }
  }
  const lines = bounded.split("\n").filter((line) => line.trim() !== "");
  return { cause: "unknown", outcome: "failed", detail: "", line: lines.at(-1) ?? "" };
}

/** Prefixes that servers put before what happened, once or several times. */
const prefixes =
  /^(?:MCP error -?\d+:|Error(?: executing tool [\w.-]+)?:|error:|Command failed:|McpError(?: code=-?\d+|:)|E\d{4} [\d:.]+\s+\d+ \S+\]|"Unhandled Error" err=)\s*/i;
const longestMessage = 300;

function oneLine(text: string): string {
  let line = text.trim();
  for (let previous = ""; previous !== line; ) {
    previous = line;
    line = line.replace(prefixes, "");
  }
  const clean = line.replace(/\s+/g, " ").replace(/^"(.*)"$/, "$1");
  return clean.length > longestMessage ? `${clean.slice(0, longestMessage)}..` : clean;
}

function lineAt(text: string, index: number): string {
  const start = text.lastIndexOf("\n", index - 1) + 1;
  const end = text.indexOf("\n", index);
  return text.slice(start, end === -1 ? undefined : end);
}

function parsedOf({ text, structured }: OutputToJudge): UnknownRecord | undefined {
  if (isRecord(structured)) return structured;
  const value = /^\s*\{/.test(text) && text.length < 200_000 ? tryJson(text) : undefined;
  return isRecord(value) ? value : undefined;
}

/** JSON that says that it failed. A log line in JSON has an `error` too: it is told by its time and level. */
function toldFailure(value: UnknownRecord | undefined): string | undefined {
  if (
    value === undefined ||
    isRecord(at(value, "metadata")) ||
    ["level", "severity", "logs", "msg"].some((key) => key in value)
  ) {
    return toldStatus(value);
  }
  const status = textAt(value, "status").toLowerCase();
  const failed =
    [at(value, "success"), at(value, "ok")].some((flag) => flag === false || flag === "false") ||
    at(value, "isError") === true ||
    (/^(?:not_found|error|general_error|failed|failure|forbidden|unauthorized|timeout)$/.test(status) &&
      !("name" in value) &&
      wordsOf(value) !== undefined) ||
    (hasError(value) && Object.keys(value).length <= 6);
  return failed ? (wordsOf(value) ?? JSON.stringify(value)) : undefined;
}

function toldStatus(value: UnknownRecord | undefined): string | undefined {
  const isStatus = textAt(value, "kind") === "Status" && textAt(value, "status") === "Failure";
  return isStatus ? `${textAt(value, "message")} (${textAt(value, "reason")})` : undefined;
}

function hasError(value: UnknownRecord): boolean {
  const error = at(value, "error");
  return (typeof error === "string" && error.trim() !== "") || (isRecord(error) && textAt(error, "message") !== "");
}

/** The words of a failure in JSON: `error` (text or object), else `message`; with the status, which often is the clearer word. */
function wordsOf(value: UnknownRecord | undefined): string | undefined {
  if (value === undefined) return undefined;
  const words =
    scalarText(at(value, "error")) ||
    textAt(value, "error", "message") ||
    textAt(value, "message") ||
    textAt(value, "detail");
  const status = textAt(value, "status");
  if (words === "" && status === "") return undefined;
  return words === "" ? status : words;
}

/** A success that is none: a short text that begins as errors do. */
function saysFailure(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > 2_000 || trimmed.split("\n").length > 4) return false;
  return (
    /^(?:Error from server|error: |Unable to connect to the server|The connection to the server|Error executing tool)/.test(
      trimmed,
    ) ||
    (!trimmed.includes("\n") && /^(?:Error|Failed to \w+|错误|失败)\s?.*[:：]/i.test(trimmed))
  );
}
