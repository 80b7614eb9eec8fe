import { allChoices } from "../../choices/offer.ts";
import { meansOther } from "../../language/index.ts";
import { sayPlaced } from "../../words/card-place-words.ts";
import { sayDialogue } from "../../words/dialogue-words.ts";
import { picked } from "./applied.ts";
import { again, type Replying, type Understood } from "./understood.ts";

/** “The other one” of two choices: not the one that was just told of, or used before. Undefined: nothing of that is said. */
export const otherChoice = (replying: Replying, text: string): Understood | undefined => {
  const { parts, state, ask } = replying;
  const values = allChoices(ask).map(({ value }) => value);
  if (ask.kind !== "gap" || values.length < 2 || !meansOther(text)) return undefined;
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const isRead = step?.effect === "read";
  // A change goes by what was told at this very question alone, never by what was used for something else.
  const present = ask.told ?? (isRead ? state.entities[ask.parameter]?.value : undefined);
  const others = values.filter((value) => value !== present);
  const [other] = others;
  if (other !== undefined && others.length === 1) {
    parts.turn().record.notes.push(sayPlaced(state.language, "took", { value: other }));
    return picked(replying, [other]);
  }
  return again(state, ask, { lead: sayDialogue(state.language, "whichOther") });
};
