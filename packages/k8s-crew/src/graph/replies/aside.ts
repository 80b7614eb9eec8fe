import { allChoices } from "../../choices/offer.ts";
import type { Ask } from "../../choices/types.ts";
import { explainTerms, explanationWish, unknownTerm } from "../../guidance/explain.ts";
import { type ChoiceQuestion, choiceQuestionIn, type ReplyChoice, troubleQuestionIn } from "../../language/index.ts";
import { differenceAnswer, tellsDifference } from "../../report/difference-answer.ts";
import { factLines } from "../../report/fact-answer.ts";
import { fieldReaders } from "../../results/fields.ts";
import { filterRows, tells } from "../../results/filter.ts";
import type { Row } from "../../results/types.ts";
import { sayAside } from "../../words/aside-words.ts";
import { sayChoice } from "../../words/choice-words.ts";
import { listOf } from "../../words/fill.ts";
import { sayTrouble } from "../../words/trouble-words.ts";
import { placeOf } from "../place-of.ts";
import { type Told, theseAre, withFields } from "./asked-about.ts";
import { choiceRows, closerLimit, withCloserLook } from "./choice-rows.ts";
import type { Replying } from "./understood.ts";

/**
 * What is asked beside an open question: a word to be explained, or something about the choices. It is answered from
 * what their list told, or a closer look at a few of them, and the question stands. Undefined: it asks nothing.
 */
export const aside = async (replying: Replying, text: string): Promise<Told | undefined> => {
  const { parts, state, ask } = replying;
  const { language } = state;
  const choices = withFields(ask, allChoices(ask));
  const question = ask.kind === "gap" ? choiceQuestionIn(text, { choices, parameter: ask.parameter }) : undefined;
  if (question) return aboutChoices(replying, question, choices);
  const trouble = troubleQuestionIn(text);
  if (ask.kind === "gap" && (trouble === "remedy" || trouble === "began"))
    return { lead: sayTrouble(language, "firstFind") };
  const wish = explanationWish(text);
  if (wish?.kind === "terms") return { lead: explainTerms(wish.terms, { catalog: parts.catalog, language }).answer };
  return wish?.kind === "unknown" && !isChoice(ask, wish.said) ? { lead: unknownTerm(wish.said, language) } : undefined;
};

const isChoice = (ask: Ask, said: string): boolean =>
  allChoices(ask).some(({ value }) => value.toLowerCase().includes(said.toLowerCase()));

const aboutChoices = async (
  replying: Replying,
  question: ChoiceQuestion,
  choices: readonly ReplyChoice[],
): Promise<Told | undefined> => {
  const { parts, state, ask } = replying;
  const { language } = state;
  const now = parts.settings.now();
  const resource = ask.parameter;
  const rows = choiceRows(ask, "values" in question ? question.values : []);
  switch (question.kind) {
    case "fact": {
      const lead = await factsOf(replying, rows, question.fact);
      const [only] = question.values;
      if (lead === undefined) return undefined;
      return { lead, ...(only === undefined || question.values.length > 1 ? {} : { told: only }) };
    }
    case "current": {
      const current = choices.find(({ fields }) => fields?.current === "true");
      return current === undefined
        ? theseAre(undefined, language)
        : { lead: sayChoice(language, "isCurrent", { choice: current.label }), told: current.value };
    }
    case "difference": {
      if (rows.length > closerLimit) return { lead: sayAside(language, "differMany", { count: rows.length }) };
      const seen = await withCloserLook(replying, rows, (row) => tellsDifference(row, now));
      return { lead: differenceAnswer(seen, { language, resource, now }) };
    }
    case "which": {
      const filter = { resource, now, conditions: question.conditions };
      const seen = await withCloserLook(replying, rows, (row) => tells(row, filter));
      const found = seen.every((row) => tells(row, filter)) ? filterRows(seen, filter) : undefined;
      return theseAre(found && ofRows(choices, found), language);
    }
    case "where": {
      const seen = await withCloserLook(replying, rows, (row) => nodeOf(row, now) !== undefined);
      const nodes = [...new Set(seen.flatMap((row) => nodeOf(row, now) ?? []))];
      const { word } = question;
      const there = seen.filter((row) => nodeOf(row, now)?.toLowerCase().includes(word.toLowerCase()));
      if (nodes.length === 0) return theseAre(undefined, language);
      return there.length === 0
        ? { lead: sayAside(language, "noneThere", { word, places: listOf(language, nodes) }) }
        : theseAre(ofRows(choices, there), language);
    }
  }
};

const nodeOf = (row: Row, now: number): string | undefined => fieldReaders.node.text(row, now) || undefined;

/** The choices that these rows stand for. */
const ofRows = (choices: readonly ReplyChoice[], rows: readonly Row[]): readonly ReplyChoice[] =>
  choices.filter(({ value }) =>
    rows.some(({ name, namespace }) => value === name || value === `${namespace ?? ""}/${name}`),
  );

type FactAsked = Extract<ChoiceQuestion, { kind: "fact" }>["fact"];

const factsOf = async (replying: Replying, rows: readonly Row[], fact: FactAsked): Promise<string | undefined> => {
  const { parts, state, ask } = replying;
  const context = { language: state.language, now: parts.settings.now(), resource: ask.parameter };
  const some = rows.slice(0, closerLimit);
  const seen = await withCloserLook(replying, some, (row) => tells(row, { ...context, fact }));
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const { cluster, namespace } = step ? placeOf(parts, step) : {};
  const place = {
    ...(cluster === undefined ? {} : { cluster }),
    ...(namespace === undefined ? {} : { namespace }),
  };
  const lines = factLines(seen, {
    ...context,
    ...place,
    fact,
    verb: "list",
    width: parts.turn().width,
    nameContains: "",
  });
  return lines.length === 0 ? undefined : lines.join("\n");
};
