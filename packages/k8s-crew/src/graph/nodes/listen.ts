import { Command } from "@langchain/langgraph";
import { effectOfVerb } from "../../catalog/verbs.ts";
import { withQuickCommands } from "../../guidance/help.ts";
import { bare, quickMessage } from "../../guidance/quick-commands.ts";
import {
  afterthoughtIn,
  allOfSo,
  asksIfChanged,
  asksOwnChanges,
  assentsTo,
  courtesyIn,
  dataApart,
  deniesChange,
  type Request,
  readChoiceNumbers,
  readFreshWish,
  readRefresh,
  readRequest,
  refreshesCache,
  refusesPlainly,
} from "../../language/index.ts";
import { readingKey } from "../../memory/entities.ts";
import { attached } from "../../safety/attached.ts";
import { say } from "../../words/conversation-words.ts";
import { sayDialogue } from "../../words/dialogue-words.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { sayStep } from "../../words/step-words.ts";
import { sayWhere } from "../../words/where-words.ts";
import { afterAnswer } from "../answers/after-answer.ts";
import { runCommand } from "../answers/commands.ts";
import { explanation } from "../answers/explanation.ts";
import { ownChanges } from "../answers/own-changes.ts";
import { pastedOf, pastedTrouble } from "../answers/pasted.ts";
import { emptied, namesKept } from "../answers/refresh.ts";
import { remedy } from "../answers/remedy.ts";
import type { Parts } from "../parts.ts";
import { withFullWords } from "../references/full-words.ts";
import { withShownName } from "../references/row-meant.ts";
import { cameBack } from "../replies/parked.ts";
import { freshRequest, type State, type Update } from "../state.ts";

/** Commands are run, the number of a next step and a quick command become their request; anything else is planned. */
export const listen = (parts: Parts) => async (given: State) => {
  const wish = readFreshWish(given.message);
  const state = { ...given, message: wish.message };
  const fresh = { ...freshRequest, lead: state.lead, fresh: wish.fresh };
  const taken = takenStep(state);
  const chosen = quickCommandOf(parts, { ...state, ...taken }) ?? taken ?? takenOffer(state);
  const { message, language } = { ...state, ...chosen };
  const full = chosen === undefined ? withFullWords(state) : undefined;
  const told =
    chosen === undefined
      ? (toldAtOnce(parts, state, { fresh, inFull: full !== undefined }) ?? aboutData(state, fresh))
      : undefined;
  if (told) return told;
  const vain = chosen === undefined ? noSuchStep(state) : undefined;
  if (vain) return new Command({ goto: "report", update: { ...fresh, ...vain } });
  const request = readRefresh(message, namesKept(parts, state)) ?? readRequest(message);
  if (request.kind === "command") return commanded(parts, { ...state, language }, { request, fresh });
  if (chosen !== undefined) {
    // What was offered in full and picked needs no plan to be agreed to.
    const update = { ...fresh, ...chosen, byRules: true, planConfirmed: true };
    return new Command({ goto: "planner", update });
  }
  const named = pastedOf(state) ?? withShownName(state);
  if (named !== undefined) {
    // What a person points at was just shown: a closer look at it needs no plan to be agreed to.
    const update = { ...fresh, message: named, pointed: true, byRules: false, planConfirmed: true };
    return new Command({ goto: "planner", update });
  }
  const trivial = request.kind === "empty" || request.kind === "help";
  return (
    cameBack(state) ??
    new Command({ goto: "planner", update: { ...fresh, message: full ?? message, byRules: trivial } })
  );
};

type Commanding = { readonly request: Pick<Request, "command" | "commandArgument">; readonly fresh: Update };

const commanded = async (parts: Parts, state: State, { request, fresh }: Commanding): Promise<Command> => {
  const { command = "", commandArgument: argument = "" } = request;
  if (command === "refresh" && argument === "" && meansLastList(state)) return lastListAgain(parts, state, fresh);
  const update = await runCommand(parts, state, { command, argument });
  return new Command({ goto: "report", update: { ...fresh, language: state.language, ...update } });
};

/** A bare “refresh” after a list asks for that list; of the cache speaks who names it. */
const meansLastList = ({ message, answered, last }: State): boolean =>
  answered !== null && last?.verb === "list" && !refreshesCache(message);

const lastListAgain = (parts: Parts, { language, answered }: State, fresh: Update): Command => {
  const update = { ...fresh, language, message: answered?.message ?? "", lead: emptied(parts, language), known: {} };
  return new Command({ goto: "planner", update: { ...update, fresh: true, byRules: true, planConfirmed: true } });
};

type Telling = { readonly fresh: Update; readonly inFull: boolean };

/** What needs neither a plan nor a tool: an explanation, a word about the last answer, a polite one, a change denied. */
const toldAtOnce = (parts: Parts, state: State, { fresh, inFull }: Telling): Command | undefined => {
  const { message, nextSteps } = state;
  // What is said in short of the thing that was looked at asks for no word to be explained.
  const explained = remedy(state) ?? pastedTrouble(state) ?? (inFull ? undefined : explanation(parts, state));
  if (explained) return new Command({ goto: "report", update: { ...fresh, ...explained } });
  if (asksOwnChanges(message) || (isAfterChange(state) && asksIfChanged(message)))
    return new Command({ goto: "report", update: { ...fresh, nextSteps, answer: ownChanges(state) } });
  const afterthought = deniesReading(state) ? "undo" : afterthoughtIn(message);
  const thought = afterthought && afterAnswer(afterthought, state);
  if (thought) return thought;
  // “别删” in the open says what is not to be done, and agrees to nothing.
  const courtesy = deniesChange(message) ? "denied" : courtesyIn(message, readRequest(message));
  const told = courtesy && politeWord(parts, courtesy, state);
  return told === undefined ? undefined : new Command({ goto: "report", update: { ...fresh, ...told } });
};

/** What was copied below a question for its meaning is looked at as data that came with it, never read as a request. */
const aboutData = ({ message, attachment }: State, fresh: Update): Command | undefined => {
  const apart = attachment === "" ? dataApart(message) : undefined;
  return (
    apart &&
    new Command({
      goto: "planner",
      update: { ...fresh, message: apart.asks, attachment: attached({ attachment: apart.data }) },
    })
  );
};

/** What was asked for last would have changed something, whether it did or not. */
const isAfterChange = ({ last }: State): boolean =>
  last !== null && effectOfVerb(last.asked?.verb ?? last.verb) !== "read";

/** “No” to what a message was taken for. */
const deniesReading = ({ message, answered }: State): boolean =>
  answered?.assumed.includes(readingKey) === true && refusesPlainly(message);

/** A short word; where nothing was offered before, with what can be asked. */
const politeWord = (
  { catalog }: Parts,
  courtesy: "thanks" | "agreement" | "denied",
  { language, nextSteps }: State,
): Pick<State, "answer" | "nextSteps"> => {
  if (courtesy === "denied") return { answer: sayGuided(language, "willNot"), nextSteps };
  if (courtesy === "thanks") return { answer: say(language, "thanks"), nextSteps };
  if (nextSteps.length > 0) return { answer: say(language, "agreed"), nextSteps };
  const fresh = withQuickCommands(catalog, language, say(language, "agreedFresh"));
  return { answer: fresh.text, nextSteps: fresh.nextSteps };
};

/** What was chosen instead of said. */
type Chosen = Pick<State, "message"> & Partial<Pick<State, "language" | "everyCluster">>;

/** A bare number takes the next step that stands under it in the last answer; so do its words. */
const takenStep = ({ message, nextSteps, language }: State): Chosen | undefined => {
  const several = severalSteps(message, nextSteps.length);
  if (several !== undefined) {
    const messages = several.flatMap((index) => nextSteps[index]?.message ?? []);
    return { message: messages.join(sayDialogue(language, "thenNext")) };
  }
  const number = /^\s*[[#]?(\d{1,2})[\].。]?\s*$/.exec(message.normalize("NFKC"))?.[1];
  const words = bare(message);
  const step =
    number === undefined ? nextSteps.find(({ label }) => bare(label) === words) : nextSteps[Number(number) - 1];
  return step && { message: step.message };
};

/** “1 and 3”, “all three”: places of several next steps, counted from none; a number that none has takes nothing. */
const severalSteps = (message: string, count: number): readonly number[] | undefined => {
  const indexes = allOfSo(message) === count ? [...Array(count).keys()] : readChoiceNumbers(message, count);
  return indexes === undefined || indexes.length < 2 ? undefined : indexes;
};

/** Numbers of which a next step has not every one take none, which is said. */
const noSuchStep = ({ message, nextSteps, language }: State): Pick<State, "answer" | "nextSteps"> | undefined => {
  const count = nextSteps.length;
  if (count === 0 || readChoiceNumbers(message, count)?.length !== 0) return undefined;
  return { answer: sayStep(language, "noSuch", { count }), nextSteps };
};

/** Yes takes what the tip offered. */
const takenOffer = ({ message, tip }: State): Chosen | undefined =>
  tip?.offer && assentsTo(message) ? { message: tip.offer.message } : undefined;

/** A quick command asks nothing back: it looks where the conversation is, else into every cluster. */
const quickCommandOf = (parts: Parts, { message, entities }: State): Chosen | undefined => {
  const namespace = entities.namespace?.value;
  const quick = quickMessage(parts.catalog, message, { namespace });
  if (quick === undefined) return undefined;
  const { within, ...chosen } = quick;
  if (within !== undefined && entities.namespace?.origin !== "configured")
    parts.turn().record.notes.push(sayWhere(quick.language, "onlyThere", { namespace: within }));
  return { ...chosen, everyCluster: true };
};
