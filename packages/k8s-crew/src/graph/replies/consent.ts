import { argumentsFor } from "../../catalog/arguments.ts";
import type { Ask } from "../../choices/types.ts";
import {
  asksOwnChanges,
  consentsPlainly,
  consentToo,
  consentWord,
  correctionIn,
  editIn,
  isPutAsQuestion,
  readReply,
  readRequests,
  refusesPlainly,
} from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import { callKey } from "../../plan/source.ts";
import { dropsSteps } from "../../playbooks/read-edits.ts";
import { sayPlaced } from "../../words/card-place-words.ts";
import { sayCard } from "../../words/card-words.ts";
import { listOf } from "../../words/fill.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { saySafety } from "../../words/safety-words.ts";
import { cancelledNote } from "../answers/left-notes.ts";
import { ownChanges } from "../answers/own-changes.ts";
import { spokenOf } from "../references/spoken-of.ts";
import { freshRequest } from "../state.ts";
import { changeInWords, changesSoFar, madeAndLeft, madeIn } from "../writes/made.ts";
import { correctedTarget } from "./corrected-target.ts";
import { askedOfChange, unansweredOfChange } from "./question-of-change.ts";
import { smallTalk } from "./small-talk.ts";
import { again, answered, go, inWordsOfReply, type Replying, type Understood } from "./understood.ts";

/**
 * Consent is a word typed for this very call; anything else is a no. Another value makes a new card, another request
 * is answered after the change is dropped.
 */
export const consented = async (replying: Replying): Promise<Understood> => {
  const { state, ask } = replying;
  const { reply } = state;
  if (!reply || !ask.consent) return refused(replying);
  const said = (reply.kind === "value" ? reply.value : reply.text).trim();
  if (agrees(said, ask.consent.word)) return answered({ approved: [...state.approved, callKey(ask.consent)] });
  if (reply.kind === "value" || refusesPlainly(said) || dropsSteps(said)) return refused(replying);
  const told = asksOwnChanges(said) ? ownChanges(state) : askedOfChange(replying, said);
  if (told !== undefined) return again(state, ask, { lead: told, cost: 0 });
  const talked = smallTalk(replying, said);
  if (talked !== undefined) return talked;
  if (wavers(said)) return again(state, ask, { lead: wordWanted(ask, state.language), cost: 0 });
  // What is put as a question changes neither the target nor a value: it goes elsewhere, or the card stands.
  if (isPutAsQuestion(said))
    return (await elsewhere(replying, said)) ?? unansweredOfChange(replying, said) ?? refused(replying);
  return (
    edited(replying, said) ??
    correctedTarget(replying, said) ??
    (await elsewhere(replying, said)) ??
    refused(replying, unread(replying, said))
  );
};

/** What was neither a no nor anything else that is understood is told, so that nobody waits for what it asked for. */
const unread = ({ state }: Replying, said: string): string => {
  if (said === "" || refusesPlainly(said) || correctionIn(said)?.meant === "") return "";
  const shown = said.length > longestShown ? `${said.slice(0, longestShown)}…` : said;
  return `${sayCard(inWordsOfReply(state).language, "notConsent", { said: shown })}\n`;
};

const longestShown = 60;

/** “Yeah I guess”, “行吧”, “hmm”: no consent, and no refusal either. */
const wavers = (said: string): boolean =>
  readReply(said, confirmation).kind === "yes" || /^(?:h+m+|u+h*m+|e+r+m*|嗯+|呃+|额+)[\s.。…?？]*$/iu.test(said);

const wordWanted = ({ consent }: Ask, language: Language): string =>
  consent === undefined || consent.word === "yes"
    ? sayGuided(language, "typeYes", { word: consentWord[language], too: consentToo[language] })
    : sayCard(language, "typeName", { word: consent.word });

/** A question that is answered by yes or no. */
const confirmation = { choices: [], parameter: "approval" };

/** What cannot be undone takes its name, typed; a bare yes is for the rest. */
const agrees = (said: string, word: string): boolean => (word === "yes" ? consentsPlainly(said) : said === word);

/** Refused changes do not run; one that was made before in the same plan is checked and told. */
const refused = (replying: Replying, told = ""): Understood => {
  const { parts, state, ask } = replying;
  const { plan, language } = state;
  if (plan && madeIn(plan).length > 0) {
    const steps = plan.steps.map((step) =>
      step.done || step.effect === "read"
        ? step
        : { ...step, ...notRun(saySafety(language, "notRun", { change: changeInWords(parts, state, step) })) },
    );
    return go("executor", { ask: null, reply: null, plan: { ...plan, steps } });
  }
  return go("report", {
    ...freshRequest,
    ...spokenOf(parts, state, ask.stepId),
    answer: [`${told}${cancelledNote(inWordsOfReply(state))}`, ...othersToo(replying)].join("\n"),
    status: "cancelled",
  });
};

/** The changes that waited behind the refused one are none of them run either. */
const othersToo = ({ parts, state, ask }: Replying): readonly string[] => {
  const spoken = inWordsOfReply(state);
  const others = (state.plan?.steps ?? []).filter(
    ({ id, done, effect, look }) => id !== ask.stepId && !done && effect !== "read" && look === undefined,
  );
  if (others.length === 0) return [];
  const changes = listOf(
    spoken.language,
    others.map((step) => changeInWords(parts, spoken, step)),
  );
  return [sayPlaced(spoken.language, "othersToo", { count: others.length, changes })];
};

const notRun = (text: string) => ({ ready: true, done: true, failed: { text, code: "cancelled" } });

/** The same change with another value: nothing was consented to, and what stands in its place is read anew. */
const edited = ({ parts, state, ask }: Replying, said: string): Understood | undefined => {
  const edit = editIn(said);
  const { plan } = state;
  const step = plan?.steps.find(({ id }) => id === ask.stepId);
  const entry = step && parts.catalog.get(step.tool);
  if (!edit || !plan || !entry) return undefined;
  const args = argumentsFor(entry, step.resource, edit);
  const changes = Object.keys(args).filter((name) => name in step.args);
  if (changes.length === 0) return undefined;
  const steps = plan.steps.map((each) => (each === step ? { ...each, args: { ...each.args, ...args } } : each));
  return answered({ plan: { ...plan, steps }, checked: "" });
};

/** A changed subject drops what was not sent; that, and how what was sent stands now, is said before the other answer. */
const elsewhere = async ({ parts, state, ask }: Replying, said: string): Promise<Understood | undefined> => {
  if (correctionIn(said)?.meant === "") return undefined;
  const { request } =
    readRequests(said, { language: state.language, lastResource: state.lastResource }).requests[0] ?? {};
  if (request?.kind !== "request" || (request.verb === undefined && request.view === "call")) return undefined;
  const { language } = inWordsOfReply(state);
  return go("listen", {
    ...freshRequest,
    ...spokenOf(parts, state, ask.stepId),
    message: said,
    language,
    changes: changesSoFar(parts, state),
    lead: await madeAndLeft(parts, { ...state, language }),
  });
};
