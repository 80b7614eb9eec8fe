import { Command } from "@langchain/langgraph";
import { withQuickCommands } from "../../agents/planner-rules.ts";
import type { Language } from "../../conversation/output.ts";
import { courtesyIn, quickCommands, readRequest, shownMention } from "../../language/index.ts";
import type { ShownRow } from "../../memory/shown.ts";
import { say } from "../../words/conversation-words.ts";
import { namedThing } from "../../words/nouns.ts";
import { runCommand } from "../commands.ts";
import type { Parts } from "../parts.ts";
import { freshRequest, type State } from "../state.ts";

/** Commands are run, the number of a next step and a quick command become their request; anything else is planned. */
export const listen = (parts: Parts) => async (state: State) => {
  const { message } = state;
  const chosen = nextStepOf(state) ?? quickCommandOf(state);
  if (chosen !== undefined) {
    // What was offered in full and picked needs no plan to be agreed to.
    const update = { ...freshRequest, message: chosen, byRules: true, planConfirmed: true };
    return new Command({ goto: "planner", update });
  }
  const courtesy = courtesyIn(message);
  if (courtesy !== undefined) {
    const answer = politeWord(courtesy, state);
    const { nextSteps } = state;
    return new Command({ goto: "report", update: { ...freshRequest, nextSteps, answer } });
  }
  const request = readRequest(message, {});
  if (request.kind === "command") {
    const update = runCommand(parts, state, {
      command: request.command ?? "",
      argument: request.commandArgument ?? "",
    });
    return new Command({ goto: "report", update: { ...freshRequest, ...update } });
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
const politeWord = (courtesy: "thanks" | "agreement", { language, nextSteps }: State): string => {
  const word = say(language, courtesy === "thanks" ? "thanks" : nextSteps.length > 0 ? "agreed" : "agreedFresh");
  return courtesy === "thanks" || nextSteps.length > 0 ? word : withQuickCommands(language, word);
};

/** A bare number takes the next step that stands under it in the last answer. */
const nextStepOf = ({ message, nextSteps }: State): string | undefined => {
  const number = /^\s*[[#]?(\d{1,2})[\].。]?\s*$/.exec(message.normalize("NFKC"))?.[1];
  return number === undefined ? undefined : nextSteps[Number(number) - 1]?.message;
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

const quickCommandOf = ({ message, nextSteps }: State): string | undefined => {
  const words = message
    .trim()
    .replace(/^\[|\]$/g, "")
    .toLowerCase();
  const quick = [...quickCommands("zh"), ...quickCommands("en")];
  return [...nextSteps, ...quick].find(({ label }) => label.toLowerCase() === words)?.message;
};
