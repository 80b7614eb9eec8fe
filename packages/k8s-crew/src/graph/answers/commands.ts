import { helpFor } from "../../guidance/help.ts";
import { commandWords } from "../../language/lexicon/talk.ts";
import { editDistance } from "../../language/text/edit-distance.ts";
import type { Language } from "../../output/output.ts";
import { say } from "../../words/conversation-words.ts";
import { sayCost } from "../../words/cost-words.ts";
import { type CommandName, guide } from "../../words/guidance-words.ts";
import { sayGuided } from "../../words/guided-words.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";
import { cacheText } from "./cache-text.ts";
import { contextText } from "./context-text.ts";
import { costText } from "./cost-text.ts";
import { refreshed } from "./refresh.ts";

type Run = (parts: Parts, state: State, argument: string) => Update | Promise<Update>;

/** What `/word` does. None of these asks a model. Leaving the chat is the terminal's own affair. */
const commands: { readonly [name in CommandName]: Run } = {
  help: ({ catalog }, { language }) => {
    const { text, nextSteps } = helpFor(catalog, language);
    return { answer: text, nextSteps };
  },
  refresh: refreshed,
  cache: (parts, { language }) => ({ answer: cacheText(parts, language) }),
  forget: (_, { language }) => ({
    answer: say(language, "forgot"),
    entities: {},
    known: {},
    lastResource: "",
    last: null,
    answered: null,
    subjects: [],
    shown: [],
    remedies: [],
    parked: null,
    nextSteps: [],
  }),
  guided: (_, { language }) => ({ answer: sayGuided(language, "nowGuided"), guidance: "guided" }),
  direct: (_, { language }) => ({ answer: sayGuided(language, "nowDirect"), guidance: "direct" }),
  context: (parts, state) => ({ answer: contextText(parts, state) }),
  tips: switchFor("tips"),
  kubectl: switchFor("kubectl"),
  tools: (parts, { language }) => ({ answer: toolsText(parts, language) }),
  cost: (parts, { language }) => ({ answer: costText(parts, language) }),
  models: async (parts, { language }) => ({ answer: await modelsText(parts, language) }),
};

export const runCommand = async (
  parts: Parts,
  state: State,
  { command, argument }: { command: string; argument: string },
): Promise<Update> => {
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

const modelsText = async ({ executor, describeModels }: Parts, language: Language): Promise<string> => {
  if (executor === undefined) return sayCost(language, "noModelHelp");
  return (await describeModels?.(language)) ?? sayCost(language, "noDescription");
};

const toolsText = ({ catalog }: Parts, language: Language): string =>
  [
    say(language, "toolsLine", { count: catalog.entries.length }),
    ...catalog.entries.map(({ tool, verb, resource, effect }) => `  ${tool}  ${verb} ${resource}  ${effect}`),
  ].join("\n");
