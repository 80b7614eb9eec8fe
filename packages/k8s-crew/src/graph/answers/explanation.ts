import {
  explainFurther,
  explainShown,
  explainTerms,
  explainTip,
  explanationWish,
  unknownTerm,
} from "../../guidance/explain.ts";
import { statesIn } from "../../guidance/glossary/glossary.ts";
import type { Term } from "../../guidance/glossary/types.ts";
import { asksWhy, goesOn, kindsIn, type Quality } from "../../language/index.ts";
import { sayDialogue } from "../../words/dialogue-words.ts";
import { sayInTalk } from "../../words/talk-words.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";

/** A tip that is asked about, a word of the glossary, or what the last answer showed: no tool and no model is needed. */
export const explanation = (parts: Parts, state: State): Update | undefined => {
  const { message, language, tip, nextSteps, answer, lastResource: resource } = state;
  // What came with the message is what it is about.
  if (state.attachment !== "") return undefined;
  if (tip && asksWhy(message) && !isInTrouble(state)) return { answer: explainTip(tip, language), nextSteps, tip };
  const before = termsBefore(state);
  if (asksWhy(message) && before.length === 0 && isUnspoken(state)) return { answer: sayInTalk(language, "whyWhat") };
  const { catalog } = parts;
  const wish = explanationWish(message);
  if (wish === undefined || isOfList(state)) return undefined;
  if (wish.kind === "terms") return explainTerms(wish.terms, { catalog, language });
  if (wish.kind === "unknown")
    return parts.planner === parts.rules && !isName(state, wish.said)
      ? { answer: unknownTerm(wish.said, language) }
      : undefined;
  if (before.length > 0) return explainFurther(before, { catalog, language });
  // A word about pods does not explain why one was not found.
  if (state.error?.code === "not_found") return { answer: sayDialogue(language, "notFoundMeans"), nextSteps };
  const explained = explainShown({ answer, resource }, { catalog, language });
  // What was offered about the thing itself stays offered.
  return nextSteps.length > 0 ? { ...explained, nextSteps } : explained;
};

/** The terms that were explained last, where nothing but that was talked of since. */
const termsBefore = ({ messages }: State): readonly Term[] => {
  const said = messages.flatMap(({ role, text }) => (role === "user" ? [explanationWish(text)] : []));
  const wish = said.findLast((each) => each?.kind !== "shown");
  return wish?.kind === "terms" ? wish.terms : [];
};

/** Nothing was looked at yet: there is nothing whose cause could be asked for. */
const isUnspoken = ({ last, remedies, answered }: State): boolean =>
  last === null && answered === null && remedies.length === 0;

/** Of what was seen to be in trouble it is asked why that is so, not why the tip says so. */
const isInTrouble = ({ last, answer, shown }: State): boolean => {
  if (last?.view !== "call") return false;
  const { verb, asked, name = asked?.name } = last;
  if (verb === "list" && asked?.quality !== undefined && inTrouble.has(asked.quality)) return true;
  // How one thing is was asked, or its log was looked at because of how it was in the list.
  const isOfOne = name !== undefined && (verb !== "list" || asked?.fact !== undefined);
  const status = shown.find((row) => row.name === name)?.fields.status ?? "";
  return isOfOne && statesIn(verb === "logs" ? `${answer}\n${status}` : answer).length > 0;
};

const inTrouble: ReadonlySet<Quality> = new Set<Quality>(["broken", "errors", "not_ready", "pending"]);

/** “Deployment 呢” after a list of pods asks for the deployments there, not what one is. */
const isOfList = ({ message, last }: State): boolean =>
  last?.view === "call" && last.verb === "list" && goesOn(message) && kindsIn(message).length > 0;

const isName = ({ known, shown }: State, said: string): boolean =>
  [...Object.values(known).flat(), ...shown.map(({ name }) => name)].some((name) => name.toLowerCase().includes(said));
