import { argumentsFor } from "../../catalog/arguments.ts";
import { editIn, readChoiceNumbers } from "../../language/index.ts";
import { sayDialogue } from "../../words/dialogue-words.ts";
import { isPlainValue } from "./settle.ts";
import { again, type Replying, type Understood } from "./understood.ts";

/**
 * “Actually 3”, “改成 5 个” while it is asked where: the amount is another one, and the question stands. A number alone
 * is one of the choices.
 */
export const correctedAmount = ({ parts, state, ask }: Replying, text: string): Understood | undefined => {
  const { plan, language } = state;
  const step = plan?.steps.find(({ id }) => id === ask.stepId);
  const entry = step && parts.catalog.get(step.tool);
  if (ask.kind !== "gap" || !plan || !entry || isPlainValue(ask)) return undefined;
  const edit =
    /\p{L}/u.test(text) && readChoiceNumbers(text, ask.choices.length) === undefined ? editIn(text) : undefined;
  const args = edit === undefined ? {} : argumentsFor(entry, step.resource, edit);
  const [value] = Object.values(args);
  if (value === undefined) return undefined;
  const isMeant = (id: string) => id === step.id || id.startsWith(`${step.id}.`);
  const steps = plan.steps.map((each) => (isMeant(each.id) ? { ...each, args: { ...each.args, ...args } } : each));
  const lead = sayDialogue(language, "amountNow", { value: String(value) });
  return again(state, ask, { lead, cost: 0, plan: { ...plan, steps } });
};
