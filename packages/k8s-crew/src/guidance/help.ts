import type { Catalog } from "../catalog/types.ts";
import type { Language, NextStep } from "../output/output.ts";
import { say } from "../words/conversation-words.ts";
import { commandLines, guide } from "../words/guidance-words.ts";
import { quickCommandsFor } from "./quick-commands.ts";

/** A sentence, and the quick commands that this server can serve. */
export const withQuickCommands = (catalog: Catalog, language: Language, text: string): string =>
  [text, ...quickCommandsFor(catalog, language).map(({ label }) => `  [${label}]`)].join("\n");

/** What can be said, the quick commands by number, and what the conversation itself does on a word. */
export const helpFor = (
  catalog: Catalog,
  language: Language,
): { readonly text: string; readonly nextSteps: readonly NextStep[] } => {
  const nextSteps = quickCommandsFor(catalog, language);
  const numbered = nextSteps.map(({ label }, index) => `  ${index + 1}. ${label}`);
  return { text: [say(language, "help"), ...numbered, "", commandsText(language)].join("\n"), nextSteps };
};

const commandsText = (language: Language): string => {
  const rows = Object.entries(commandLines);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    guide(language, "helpCommands"),
    ...rows.map(([name, line]) => `  /${name.padEnd(width)}  ${line[language]}`),
  ].join("\n");
};
