import type { Language } from "../conversation/output.ts";
import { helpText } from "../guidance/help.ts";
import { editDistance } from "../language/edit-distance.ts";
import { commandWords } from "../language/lexicon/talk.ts";
import type { Origin } from "../memory/entities.ts";
import { say, type Word } from "../words/conversation-words.ts";
import { type CommandName, guide } from "../words/guidance-words.ts";
import { nounOf } from "../words/nouns.ts";
import type { Parts } from "./parts.ts";
import type { State, Update } from "./state.ts";

type Run = (parts: Parts, state: State, argument: string) => Update;

/** What `/word` does. None of these asks a model. Leaving the chat is the terminal's own affair. */
const commands: { readonly [name in CommandName]: Run } = {
  help: ({ catalog }, { language }) => ({ answer: helpText(catalog, language) }),
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
  tips: switchFor("tips"),
  kubectl: switchFor("kubectl"),
  tools: (parts, { language }) => ({ answer: toolsText(parts, language) }),
};

export const runCommand = (
  parts: Parts,
  state: State,
  { command, argument }: { command: string; argument: string },
): Update => {
  const run = Object.entries(commands).find(([name]) => name === command)?.[1];
  if (run) return run(parts, state, argument);
  const { language } = state;
  const said = command.slice(0, 40);
  const near = nearestCommand(said);
  const answer =
    near === undefined
      ? say(language, "unknownCommand", { command: said })
      : guide(language, "nearestCommand", { command: said, nearest: near });
  return { answer, status: "error", error: { code: "unknown_command", message: answer, remedy: "/help" } };
};

/** The command that was meant, where a letter or two are wrong; leaving and clearing are the terminal's own. */
const nearestCommand = (said: string): string | undefined => {
  const names = [...new Set([...Object.keys(commands), ...Object.keys(commandWords)])];
  const near = names
    .map((name) => ({ name, distance: editDistance(name, said.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= (name.length > 4 ? 2 : 1))
    .toSorted((one, other) => one.distance - other.distance);
  return near[0]?.name;
};

/** `/tips`, `/tips off`: what is the case now, and how to change it. */
function switchFor(what: "tips" | "kubectl"): Run {
  return (_, { language, guidanceMemory }, argument) => {
    const wish = argument.trim().toLowerCase();
    const wished = words.on.includes(wish) ? "on" : words.off.includes(wish) ? "off" : undefined;
    if (wished === undefined && wish !== "") return { answer: guide(language, "onOrOff", { command: what }) };
    const now = wished ?? guidanceMemory[what];
    return {
      answer: guide(language, `${what}${now === "on" ? "On" : "Off"}`),
      guidanceMemory: { ...guidanceMemory, [what]: now },
    };
  };
}

const words = { on: ["on", "开", "打开", "开启"], off: ["off", "关", "关闭", "关掉"] };

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
