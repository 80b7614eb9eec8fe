import { expect, test } from "vitest";
import { helpText } from "../../src/agents/planner-rules.ts";
import { commands } from "../../src/graph/commands.ts";
import { commandIn } from "../../src/index.ts";

test.each(["zh", "en"] as const)("the help names every command that there is (%s)", (language) => {
  for (const command of Object.keys(commands)) expect(helpText(language)).toContain(`  /${command} `);
});

test.each([
  ["/exit", "exit"],
  ["再见", "exit"],
  ["bye", "exit"],
  ["quit", "exit"],
  ["清屏", "clear"],
  ["/nope", "nope"],
  ["/var/log", undefined],
  ["exit code 137 of web-1", undefined],
  ["列出 pod", undefined],
])("“%s” is the command %s", (message, command) => {
  expect(commandIn(message)).toBe(command);
});
