import { allChoices } from "../../choices/offer.ts";
import type { Quality } from "../../language/index.ts";
import { tells } from "../../results/filter.ts";
import { choiceRows, closerLimit, withCloserLook } from "./choice-rows.ts";
import type { Replying } from "./understood.ts";

/**
 * The question with what a closer look tells of its choices, where the reply goes by how they are (“the newest”) and
 * their list had nothing but names.
 */
export const informed = async (replying: Replying, quality: Quality | undefined): Promise<Replying> => {
  const { parts, ask } = replying;
  const count = allChoices(ask).length;
  if (quality === undefined || ask.kind !== "gap" || count < 2 || count > closerLimit) return replying;
  const filter = { resource: ask.parameter, now: parts.settings.now(), quality };
  const rows = choiceRows(ask, []);
  const seen = await withCloserLook(replying, rows, (row) => tells(row, filter));
  if (seen === rows) return replying;
  const fields = Object.fromEntries(allChoices(ask).map(({ value }, at) => [value, seen[at]?.fields ?? {}]));
  return { ...replying, ask: { ...ask, fields } };
};
