import { helpText } from "../agents/planner-rules.ts";
import type { Language } from "../conversation/output.ts";
import type { Origin } from "../memory/entities.ts";
import { say, type Word } from "../words/conversation-words.ts";
import { nounOf } from "../words/nouns.ts";
import type { Parts } from "./parts.ts";
import type { State, Update } from "./state.ts";

type Run = (parts: Parts, state: State) => Update;

/** What `/word` does. None of these asks a model. Leaving the chat is the terminal's own affair. */
export const commands: { readonly [name: string]: Run } = {
  help: (_, { language }) => ({ answer: helpText(language) }),
  refresh: (parts, { language }) => ({
    answer: say(language, "refreshed", { count: parts.runner.drop(["*"]) }),
    known: {},
  }),
  forget: (_, { language }) => ({
    answer: say(language, "forgot"),
    entities: {},
    known: {},
    lastResource: "",
    shown: [],
    nextSteps: [],
  }),
  context: (_, state) => ({ answer: contextText(state) }),
  tools: (parts, { language }) => ({ answer: toolsText(parts, language) }),
};

export const runCommand = (parts: Parts, state: State, { command }: { command: string; argument: string }): Update => {
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (run) return run(parts, state);
  return {
    answer: say(state.language, "unknownCommand", { command: command.slice(0, 40) }),
    status: "error",
    error: {
      code: "unknown_command",
      message: say(state.language, "unknownCommand", { command: command.slice(0, 40) }),
      remedy: "/help",
    },
  };
};

const originWords = {
  typed: "originTyped",
  picked: "originPicked",
  single: "originSingle",
  result: "originResult",
  configured: "originConfigured",
} as const satisfies Record<Origin, Word>;

const contextText = ({ language, entities }: State): string => {
  const lines = Object.entries(entities).map(
    ([key, { value, origin }]) =>
      `  ${say(language, "contextLine", { key: nounOf(key, 1, language), value, origin: say(language, originWords[origin]) })}`,
  );
  return lines.length === 0 ? say(language, "contextEmpty") : [say(language, "context"), ...lines].join("\n");
};

const toolsText = ({ catalog }: Parts, language: Language): string =>
  [
    say(language, "toolsLine", { count: catalog.entries.length }),
    ...catalog.entries.map(({ tool, verb, resource, effect }) => `  ${tool}  ${verb} ${resource}  ${effect}`),
  ].join("\n");
