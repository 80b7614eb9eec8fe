import { Command } from "@langchain/langgraph";
import type { Language } from "../../conversation/output.ts";
import { withQuickCommands } from "../../guidance/help.ts";
import { bare, quickMessage } from "../../guidance/quick-commands.ts";
import { courtesyIn, readRequest, shownMention } from "../../language/index.ts";
import type { ShownRow } from "../../memory/shown.ts";
import { say } from "../../words/conversation-words.ts";
import { namedThing } from "../../words/nouns.ts";
import { runCommand } from "../commands.ts";
import type { Parts } from "../parts.ts";
import { freshRequest, type State } from "../state.ts";

/** Commands are run, the number of a next step and a quick command become their request; anything else is planned. */
export const listen = (parts: Parts) => async (state: State) => {
  const chosen = takenStep(state) ?? quickCommandOf(parts, state);
  const { message, language } = { ...state, ...chosen };
  const courtesy = chosen === undefined ? courtesyIn(message) : undefined;
  if (courtesy !== undefined) {
    const answer = politeWord(parts, courtesy, state);
    const { nextSteps } = state;
    return new Command({ goto: "report", update: { ...freshRequest, nextSteps, answer } });
  }
  const request = readRequest(message, {});
  if (request.kind === "command") {
    const { command = "", commandArgument: argument = "" } = request;
    const update = runCommand(parts, { ...state, language }, { command, argument });
    return new Command({ goto: "report", update: { ...freshRequest, language, ...update } });
  }
  if (chosen !== undefined) {
    // What was offered in full and picked needs no plan to be agreed to.
    const update = { ...freshRequest, ...chosen, byRules: true, planConfirmed: true };
    return new Command({ goto: "planner", update });
  }
  const named = withShownName(state);
  if (named !== undefined) {
    // What a person points at was just shown: a closer look at it needs no plan to be agreed to.
    const update = { ...freshRequest, message: named, byRules: false, planConfirmed: true };
    return new Command({ goto: "planner", update });
  }
  const trivial = request.kind === "empty" || request.kind === "help";
  return new Command({ goto: "planner", update: { ...freshRequest, message, byRules: trivial } });
};

/** A short word; where nothing was offered before, with what can be asked. */
const politeWord = ({ catalog }: Parts, courtesy: "thanks" | "agreement", { language, nextSteps }: State): string => {
  const word = say(language, courtesy === "thanks" ? "thanks" : nextSteps.length > 0 ? "agreed" : "agreedFresh");
  return courtesy === "thanks" || nextSteps.length > 0 ? word : withQuickCommands(catalog, language, word);
};

/** What was chosen instead of said. */
type Chosen = Pick<State, "message"> & Partial<Pick<State, "language" | "everyCluster">>;

/** A bare number takes the next step that stands under it in the last answer; so do its words. */
const takenStep = ({ message, nextSteps }: State): Chosen | undefined => {
  const number = /^\s*[[#]?(\d{1,2})[\].。]?\s*$/.exec(message.normalize("NFKC"))?.[1];
  const words = bare(message);
  const step =
    number === undefined ? nextSteps.find(({ label }) => bare(label) === words) : nextSteps[Number(number) - 1];
  return step && { message: step.message };
};

/** A quick command asks nothing back: it looks where the conversation is, else into every cluster. */
const quickCommandOf = ({ catalog }: Parts, { message, entities }: State): Chosen | undefined => {
  const quick = quickMessage(catalog, message, { namespace: entities.namespace?.value });
  return quick && { ...quick, everyCluster: true };
};

/** “The logs of the second one”: with the name of the row that is meant, so that whoever plans reads a plain request. */
const withShownName = ({ message: written, shown, language }: State): string | undefined => {
  const message = written.normalize("NFKC");
  const rows = shown.map(({ name, fields }) => ({ value: name, label: name, fields }));
  const mention = shownMention(message, rows);
  const row = mention && shown[mention.index];
  if (!mention || !row) return undefined;
  const said = rowWords(row, language);
  const rest = [message.slice(0, mention.start), message.slice(mention.end)];
  const bare = rest.every((part) => readRequest(part, {}).kind !== "request");
  return bare ? say(language, "lookAt", { what: said }) : rest.join(` ${said} `).trim();
};

const rowWords = ({ resource, name, namespace, cluster }: ShownRow, language: Language): string => {
  const [plain, ofCluster] =
    namespace === undefined ? (["rowMeant", "rowMeantOf"] as const) : (["rowMeantIn", "rowMeantInOf"] as const);
  const slots = { thing: namedThing(language, resource, name), namespace: namespace ?? "", cluster: cluster ?? "" };
  return say(language, cluster === undefined ? plain : ofCluster, slots);
};
