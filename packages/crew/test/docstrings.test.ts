import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The comment right before what it is about. */
function docstringOf(file: string, what: string): string {
  const source = readFileSync(new URL(`../src/${file}`, import.meta.url), "utf8");
  const at = source.indexOf(what);
  expect(source.slice(0, at).trimEnd()).toMatch(/\*\/$/);
  return source.slice(source.lastIndexOf("/**", at), at);
}

test.each([
  ["agent/run-agent.ts", "export function runAgent", ["messages_invalid", "model_without_tools", "tool_name_taken"]],
  [
    "agent/define-agent.ts",
    "export function defineAgent",
    ["agent_incomplete", "model_without_tools", "tool_name_taken", "tool_schema_invalid", "agent_limit_invalid"],
  ],
  ["tools/tool-runner.ts", "export function createToolRunner", ["runner_limit_invalid", "tool_name_taken"]],
  ["tools/caching-tool-node.ts", "export function createCachingToolNode", ["node_input_invalid"]],
  [
    "task/define-task.ts",
    "export function defineTask",
    ["task_incomplete", "task_name_invalid", "task_limit_invalid", "tool_name_taken", "tool_schema_invalid"],
  ],
  ["crew/types.ts", "kickoff(...parameters", ["thread_busy", "input_missing"]],
  [
    "crew/types.ts",
    "resume(options",
    ["checkpointer_missing", "thread_unknown", "thread_unreadable", "answer_unknown", "answer_invalid", "thread_busy"],
  ],
  ["crew/types.ts", "replay(options", ["task_unknown", "checkpointer_missing", "thread_unknown", "thread_unreadable"]],
])("in %s the docstring of %s names the code of every mistake that it throws", (file, what, codes) => {
  expect(docstringOf(file, what).match(/`[a-z]+(_[a-z]+)+`/g)).toEqual(
    expect.arrayContaining(codes.map((code) => `\`${code}\``)),
  );
});
