import type { Catalog } from "../catalog/types.ts";
import type { Language, NextStep } from "../output/output.ts";
import { say } from "../words/conversation-words.ts";
import { commandLines, guide } from "../words/guidance-words.ts";
import { quickCommandsFor } from "./quick-commands.ts";

type Offered = { readonly text: string; readonly nextSteps: readonly NextStep[] };

/** A sentence, and by number the quick commands that this server can serve: they are the next steps then. */
export const withQuickCommands = (catalog: Catalog, language: Language, text: string): Offered => {
  const nextSteps = quickCommandsFor(catalog, language);
  const numbered = nextSteps.map(({ label }, index) => `  ${index + 1}. ${label}`);
  return { text: [text, ...numbered].join("\n"), nextSteps };
};

/** What can be said, the quick commands, and what the conversation itself does on a word. */
export const helpFor = (catalog: Catalog, language: Language): Offered => {
  const { text, nextSteps } = withQuickCommands(catalog, language, say(language, "help"));
  return { text: [text, "", commandsText(language)].join("\n"), nextSteps };
};

const commandsText = (language: Language): string => {
  const rows = Object.entries(commandLines);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    guide(language, "helpCommands"),
    ...rows.map(([name, line]) => `  /${name.padEnd(width)}  ${line[language]}`),
  ].join("\n");
};
