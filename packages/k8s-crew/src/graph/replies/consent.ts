import { argumentsFor } from "../../catalog/arguments.ts";
import type { Ask } from "../../choices/types.ts";
import { asksNow, editIn, readReply, readRequests } from "../../language/index.ts";
import { callKey } from "../../plan/source.ts";
import { say } from "../../words/conversation-words.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { spokenOf } from "../references/spoken-of.ts";
import { freshRequest } from "../state.ts";
import { again, answered, go, type Replying, type Understood } from "./understood.ts";

/**
 * Consent is a word typed for this very call; anything else is a no. Another value makes a new card, another request
 * is answered after the change is dropped.
 */
export const consented = (replying: Replying): Understood => {
  const { state, ask } = replying;
  const { reply } = state;
  if (!reply || !ask.consent) return refused(replying);
  const said = (reply.kind === "value" ? reply.value : reply.text).trim();
  if (agrees(said, ask.consent.word)) return answered({ approved: [...state.approved, callKey(ask.consent)] });
  if (reply.kind === "value") return refused(replying);
  if (ask.consent.word === "yes" && readReply(said, confirmation).kind === "yes")
    return again(state, ask, { lead: sayGuided(state.language, "typeYes"), cost: 0 });
  return edited(replying, said) ?? toldNow(replying, said) ?? elsewhere(replying, said) ?? refused(replying);
};

/** A question that is answered by yes or no. */
const confirmation = { choices: [], parameter: "approval" };

/** What cannot be undone takes its name, typed; a bare yes is for the rest. */
const agrees = (said: string, word: string): boolean =>
  word === "yes" ? said === "approve" || /^(yes|y|是|确认|同意|执行)$/i.test(said) : said === word;

/** Refused changes do not run; one that was made before in the same plan is checked and told. */
const refused = ({ parts, state, ask }: Replying): Understood => {
  const { plan, language } = state;
  const made = plan?.steps.some(({ done, effect, failed }) => done && effect !== "read" && failed === undefined);
  if (plan && made === true) {
    const steps = plan.steps.map((step) =>
      step.done || step.effect === "read"
        ? step
        : { ...step, ...notRun(sayGuided(language, "notChanged", { call: callKey(step) })) },
    );
    return go("executor", { ask: null, reply: null, plan: { ...plan, steps } });
  }
  return go("report", {
    ...freshRequest,
    ...spokenOf(parts, state, ask.stepId),
    answer: say(language, "cancelled"),
    status: "cancelled",
  });
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

/** “How many are there now?”: told as it was read for the card, which is dropped. */
const toldNow = ({ parts, state, ask }: Replying, said: string): Understood | undefined => {
  const from = ask.consent?.change?.from;
  if (!asksNow(said) || from === undefined || from === null) return undefined;
  const { language } = state;
  const answer = sayGuided(language, "standsAt", { now: from, call: callOf(ask) });
  return go("report", { ...freshRequest, ...spokenOf(parts, state, ask.stepId), answer, status: "cancelled" });
};

/** A changed subject drops the change, which is said before the other answer. */
const elsewhere = ({ parts, state, ask }: Replying, said: string): Understood | undefined => {
  const { request } =
    readRequests(said, { language: state.language, lastResource: state.lastResource }).requests[0] ?? {};
  if (request?.kind !== "request" || (request.verb === undefined && request.view === "call")) return undefined;
  const language = state.reply?.kind === "text" ? state.reply.language : state.language;
  return go("listen", {
    ...freshRequest,
    ...spokenOf(parts, state, ask.stepId),
    message: said,
    language,
    lead: sayGuided(language, "notChanged", { call: callOf(ask) }),
  });
};

const callOf = ({ consent }: Ask): string => (consent ? callKey(consent) : "");
