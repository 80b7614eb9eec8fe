import { expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/catalog.ts";
import { helpFor } from "../../src/guidance/help.ts";
import { commandIn } from "../../src/index.ts";
import { commandLines } from "../../src/words/guidance-words.ts";

test.each(["zh", "en"] as const)("the help names every command that there is (%s)", (language) => {
  const help = helpFor(createCatalog([]), language).text;
  for (const [command, line] of Object.entries(commandLines))
    expect(help).toMatch(new RegExp(`^  /${command} +${line[language]}$`, "m"));
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
