import { currentOfSeveral } from "../../memory/cluster-here.ts";
import type { Knowledge } from "../../plan/fill-types.ts";
import { callKey } from "../../plan/source.ts";
import type { Parts } from "../parts.ts";
import { guidanceOf, type State } from "../state.ts";

/** What a gap may be filled from: the conversation, the server, and what was read of it. */
export const knowledgeOf = (
  parts: Parts,
  state: State,
  { entities, settled }: Pick<State, "entities" | "settled">,
): Knowledge => ({
  catalog: parts.catalog,
  entities,
  here: currentOfSeveral(state.known),
  clusters: state.known.cluster,
  language: state.language,
  guidance: guidanceOf(state, parts.settings),
  doubted: state.doubted,
  settled,
  listed: state.listed,
  lookup: (call) => parts.turn().shelf.results.get(callKey(call)),
  now: parts.settings.now(),
});
