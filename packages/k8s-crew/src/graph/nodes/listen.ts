import { Command } from "@langchain/langgraph";
import { withQuickCommands } from "../../agents/planner-rules.ts";
import { afterthoughtIn, courtesyIn, deniesChange, quickCommands, readRequest } from "../../language/index.ts";
import { say } from "../../words/conversation-words.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { afterAnswer } from "../after-answer.ts";
import { runCommand } from "../commands.ts";
import type { Parts } from "../parts.ts";
import { withShownName } from "../row-meant.ts";
import { freshRequest, type State } from "../state.ts";

/** Commands are run, the number of a next step and a quick command become their request; anything else is planned. */
export const listen = (parts: Parts) => async (state: State) => {
  const { message, lead } = state;
  const fresh = { ...freshRequest, lead };
  const chosen = nextStepOf(state) ?? quickCommandOf(state);
  if (chosen !== undefined) {
    return new Command({ goto: "planner", update: { ...fresh, message: chosen, byRules: true } });
  }
  const afterthought = afterthoughtIn(message);
  const thought = afterthought && afterAnswer(afterthought, state);
  if (thought) return thought;
  const courtesy = courtesyIn(message);
  if (courtesy !== undefined) {
    const answer = politeWord(courtesy, state);
    const { nextSteps } = state;
    return new Command({ goto: "report", update: { ...fresh, nextSteps, answer } });
  }
  if (deniesChange(message)) {
    const { nextSteps, language } = state;
    return new Command({ goto: "report", update: { ...fresh, nextSteps, answer: sayGuided(language, "willNot") } });
  }
  const request = readRequest(message, {});
  if (request.kind === "command") {
    const update = runCommand(parts, state, {
      command: request.command ?? "",
      argument: request.commandArgument ?? "",
    });
    return new Command({ goto: "report", update: { ...fresh, ...update } });
  }
  const named = withShownName(state);
  if (named !== undefined)
    return new Command({ goto: "planner", update: { ...fresh, message: named, byRules: false } });
  const trivial = request.kind === "empty" || request.kind === "help";
  return new Command({ goto: "planner", update: { ...fresh, message, byRules: trivial } });
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

const quickCommandOf = ({ message, nextSteps }: State): string | undefined => {
  const words = message
    .trim()
    .replace(/^\[|\]$/g, "")
    .toLowerCase();
  const quick = [...quickCommands("zh"), ...quickCommands("en")];
  return [...nextSteps, ...quick].find(({ label }) => label.toLowerCase() === words)?.message;
};
