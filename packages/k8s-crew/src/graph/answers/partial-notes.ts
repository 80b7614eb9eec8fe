import { callKey } from "../../plan/source.ts";
import { partialOf } from "../../results/partial.ts";
import { partialNote } from "../../words/partial-words.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";

/**
 * Where a list that was read for the answer goes on beyond what the server gave: counts of it are too low, and what it
 * does not have may be there. After a change nothing is listed but what was changed.
 */
export const partialNotes = (parts: Parts, { language, plan }: State): readonly string[] => {
  if (plan?.steps.some(({ effect, done }) => done && effect !== "read")) return [];
  const { record, shelf } = parts.turn();
  const cut = record.calls.flatMap((call) => {
    const result = call.verb === "list" ? shelf.results.get(callKey(call)) : undefined;
    const partial = result?.outcome === "ok" ? partialOf(result.text, result.structured) : undefined;
    return partial === undefined ? [] : [{ key: callKey(call), resource: call.resource, left: partial.left }];
  });
  if (cut.length === 0) return [];
  const kinds = [...new Set(cut.map(({ resource }) => resource))];
  const [first] = cut;
  const isOne = new Set(cut.map(({ key }) => key)).size === 1;
  return [partialNote(language, kinds, isOne ? first?.left : undefined)];
};
