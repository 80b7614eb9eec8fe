import { callKey } from "../../plan/source.ts";
import { refreshed } from "../answers/refresh.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { again, answered, type Replying, type Understood } from "./understood.ts";

/** “Refresh” at a question: what was kept is dropped, and the question is put again with what there is now. */
export const choicesAnew = ({ parts, state, ask }: Replying, argument: string): Understood => {
  const { answer = "", known } = refreshed(parts, state, argument);
  // Nothing was dropped where it was not understood what.
  if (known === undefined) return again(state, ask, { lead: answer, cost: 0 });
  forgetLists(parts, state);
  return answered({ lead: answer, fresh: true });
};

/** What the request has read, but for the calls that were asked for. */
const forgetLists = (parts: Parts, { plan }: State): void => {
  const { results } = parts.turn().shelf;
  const asked = new Set((plan?.steps ?? []).filter(({ done }) => done).map(callKey));
  for (const key of results.keys()) if (!asked.has(key)) results.delete(key);
};
