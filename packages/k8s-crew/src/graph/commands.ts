import { helpText } from "../agents/planner-rules.ts";
import type { Language } from "../conversation/output.ts";
import { say } from "../words/conversation-words.ts";
import { sayGuided } from "../words/guided-words.ts";
import { contextText } from "./context-text.ts";
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
    last: null,
    answered: null,
    subjects: [],
    shown: [],
    nextSteps: [],
  }),
  guided: (_, { language }) => ({ answer: sayGuided(language, "nowGuided"), guidance: "guided" }),
  direct: (_, { language }) => ({ answer: sayGuided(language, "nowDirect"), guidance: "direct" }),
  context: (parts, state) => ({ answer: contextText(parts, state) }),
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

const toolsText = ({ catalog }: Parts, language: Language): string =>
  [
    say(language, "toolsLine", { count: catalog.entries.length }),
    ...catalog.entries.map(({ tool, verb, resource, effect }) => `  ${tool}  ${verb} ${resource}  ${effect}`),
  ].join("\n");
