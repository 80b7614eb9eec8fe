import type { Step } from "../../plan/types.ts";
import { compareAnswer } from "../../report/compare-answer.ts";
import { type ComparedThing, compareThings } from "../../report/compare-things.ts";
import { compareUsage } from "../../report/compare-usage.ts";
import { sayCompared } from "../../words/compare-words.ts";
import { allOf } from "../../words/fill.ts";
import { nounOf } from "../../words/nouns.ts";
import type { Parts } from "../parts.ts";
import { rowsOf } from "../reads/rows-of.ts";
import type { State } from "../state.ts";
import { isRead, nameOf, type Side, sidesOf, type Tell } from "./compared-sides.ts";

type Section = { readonly steps: readonly Step[]; readonly tell: Tell };

/** The same lists of several places, or several things, side by side; each kind by itself where nobody said which. */
export const comparedText = (parts: Parts, state: State, tell: Tell): string => {
  const steps = state.plan?.steps ?? [];
  const kinds = [...new Set(steps.map(({ resource }) => resource))];
  if (kinds.length < 2 || steps.some((step) => nameOf(step) !== undefined))
    return sectionText(parts, state, { steps, tell });
  const sections = kinds.map((kind) => steps.filter(({ resource }) => resource === kind));
  // A kind that no side has is no difference.
  const filled = sections.filter((section) =>
    section.some((step) => !isRead(parts, step) || rowsOf(parts, step).length > 0),
  );
  const { language } = state;
  const noun = allOf(
    language,
    kinds.map((kind) => nounOf(kind, 2, language)),
  );
  const told = (filled.length > 0 ? filled : sections).map((section) =>
    sectionText(parts, state, { steps: section, tell }),
  );
  return [...told, sayCompared(language, "onlyKind", { noun })].join("\n\n");
};

const sectionText = (parts: Parts, { language, message }: State, { steps, tell }: Section): string => {
  const sides = sidesOf(parts, steps, tell);
  const looked = { language, width: parts.turn().width, now: parts.settings.now() };
  const { resource = "", verb, part } = steps[0] ?? {};
  const { comparedBy: asked, counted = false } = part?.focus ?? {};
  const ofPlaces = new Set(sides.filter(({ missing }) => !missing).map(({ label }) => label)).size > 1;
  const names = new Set(sides.map(({ name }) => name));
  const [name] = names;
  const unread = sides.some(({ why }) => why !== undefined);
  if (verb === "top" && !unread) {
    const measured = sides.map((side) => ({ label: titleOf(side, ofPlaces), rows: side.rows }));
    return compareUsage(measured, { ...looked, resource, by: /cpu/iu.test(message) ? "cpu" : "memory" });
  }
  const few = !ofPlaces || sides.every(({ rows }) => rows.length < 2);
  if (name !== undefined && few && !unread && !counted) {
    const things = sides.flatMap((side) => thingsOf(side, ofPlaces));
    return compareThings(things, { ...looked, asked, name: ofPlaces && names.size === 1 ? name : undefined });
  }
  const titled = sides.map((side) => ({ ...side, label: titleOf(side, ofPlaces) }));
  return compareAnswer(titled, { ...looked, resource, named: name !== undefined, asked, counted });
};

/** What a side is called: by what it differs from the others. */
const titleOf = ({ label, name }: Side, ofPlaces: boolean): string => (ofPlaces ? label : (name ?? label));

const thingsOf = (side: Side, ofPlaces: boolean): readonly ComparedThing[] => {
  const { rows, resource, label } = side;
  if (rows.length === 0) return [{ label: titleOf(side, ofPlaces), resource, row: undefined }];
  return rows.map((row) => ({ label: ofPlaces ? label : row.name, resource, row }));
};
