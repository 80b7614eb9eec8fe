import type { Catalog } from "../../catalog/types.ts";
import type { Ask } from "../../choices/types.ts";
import { quickCommandsFor } from "../../guidance/quick-commands.ts";
import { commandIn, type Reply } from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import { sayOfModel } from "../../words/model-claims.ts";
import { sayReading } from "../../words/reading-words.ts";
import { freshRequest } from "../state.ts";
import { newRequest } from "./applied.ts";
import { again, go, type Replying, type Understood } from "./understood.ts";

/** The question which of these requests was meant; each choice is one, in words that the rules read. */
export const readingAsk = (readings: readonly string[], language: Language): Ask => ({
  kind: "reading",
  stepId: "",
  parameter: "reading",
  text: sayReading(language, readings.length === 1 ? "didYouMeanThis" : "didYouMean"),
  choices: readings.map((text) => ({ value: text, label: text, reason: "" })),
  fields: {},
  open: false,
  attempts: 0,
});

/** The question what is wanted, where no plan could be made of a message: a request that always works, or other words. */
export const requestAsk = (catalog: Catalog, language: Language): Ask => ({
  ...readingAsk([], language),
  text: sayOfModel(language, "askInstead"),
  choices: quickCommandsFor(catalog, language)
    .filter(({ message }) => commandIn(message) === undefined)
    .map(({ label, message }) => ({ value: message, label, reason: "" })),
});

/** What was picked is asked as if it had been said; whatever is no reply is the request in other words. */
export const readingReplied = (replying: Replying, reply: Reply): Understood => {
  const { state, ask } = replying;
  const [first] = ask.choices;
  switch (reply.kind) {
    case "picked":
      return chosen(replying, reply.values[0]);
    case "yes":
      return ask.choices.length === 1 ? chosen(replying, first?.value) : again(state, ask);
    case "any":
      return chosen(replying, first?.value);
    case "no":
    case "none":
    case "cancel":
      return go("report", { ...freshRequest, answer: sayReading(state.language, "neither"), status: "cancelled" });
    case "new_request":
    case "typed":
    case "did_you_mean":
    case "unclear":
      return chosen(replying, partOf(replying));
    default:
      return again(state, ask);
  }
};

/** “Logs”: the one choice that has the words of the reply. */
const partOf = ({ state: { reply }, ask }: Replying): string | undefined => {
  const said = reply?.kind === "text" ? reply.text.trim().toLowerCase() : "";
  const having = ask.choices.filter(({ value }) => said !== "" && value.toLowerCase().includes(said));
  return having.length === 1 ? having[0]?.value : undefined;
};

const chosen = (replying: Replying, message: string | undefined): Understood =>
  message === undefined
    ? newRequest(replying)
    : go("planner", { ...freshRequest, message, byRules: true, planConfirmed: true });
