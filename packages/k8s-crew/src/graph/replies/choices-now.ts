import { allChoices, among } from "../../choices/offer.ts";
import type { Ask } from "../../choices/types.ts";
import { fill } from "../../plan/fill.ts";
import { knowledgeOf } from "../filling/knowledge.ts";
import type { Parts } from "../parts.ts";
import type { Retry, State } from "../state.ts";

/** A question that is put again, with the choices that there are by what was read since it was put first. */
export const withChoicesNow = (parts: Parts, state: State, { ask, plan }: Retry): Retry => {
  const step = plan?.steps.find(({ id, ready }) => id === ask.stepId && !ready);
  if (!plan || !step || ask.choices.length === 0) return { ask, plan };
  const filling = fill(step, plan, knowledgeOf(parts, state, state));
  if (filling.kind === "ask" && filling.ask.parameter === ask.parameter)
    return { ask: isSame(filling.ask, ask) ? ask : { ...filling.ask, attempts: ask.attempts }, plan };
  const left = filling.kind === "ready" ? filling.taken.find(({ key }) => key === ask.parameter) : undefined;
  const isOffered = allChoices(ask).some(({ value }) => value === left?.entity.value);
  return { ask: left !== undefined && isOffered ? among(ask, [left.entity.value]) : ask, plan };
};

const isSame = (one: Ask, other: Ask): boolean => valuesOf(one) === valuesOf(other);

const valuesOf = (ask: Ask): string => JSON.stringify(allChoices(ask).map(({ value }) => value));
