import type { Parts } from "../graph/parts.ts";
import { freshRequest, type State, type Update } from "../graph/state.ts";
import { changesSoFar, sentAndLeft } from "../graph/writes/made.ts";
import { sayRenewal } from "../words/renewal-words.ts";

/**
 * Ends a plan of which a part was sent, where the rest would go elsewhere or as somebody else. Nothing is looked at: what
 * was changed may be out of sight.
 */
export const stoppedHere = (parts: Parts, { language = "en", plan = null, changes = [] }: Partial<State>): Update => ({
  ...freshRequest,
  changes: changesSoFar(parts, { language, plan, changes }),
  answer: [...sentAndLeft(parts, { language, plan }), sayRenewal(language, "leftUndone")].join("\n"),
  status: "cancelled",
});
