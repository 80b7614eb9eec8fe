import type { Language } from "../language/types.ts";
import { noteSentence } from "../overview/render-notes.ts";
import type { Listing } from "../overview/types.ts";
import type { Plan } from "../plan/types.ts";
import type { Row } from "../results/types.ts";
import { isCleanUpWord, say } from "../words/clean-up-words.ts";
import { listOf } from "../words/fill.ts";
import { leftoversOf } from "./leftovers.ts";
import type { LookResult } from "./look-chain.ts";

type Sight = { readonly looks: readonly LookResult[]; readonly language: Language; readonly now: number };

/** What may be cleaned up, counted by kind over all clusters; empty where a plan looks for nothing of the sort. */
export const leftoversHeadline = ({ steps, playbook }: Plan, { looks, language, now }: Sight): string => {
  const wanted = steps.filter(({ look }) => look?.leftovers === true);
  const own = looks.filter(({ stepId }) => wanted.some(({ id }) => id === stepId));
  if (own.length === 0) return "";
  const counted = wanted.map(({ id, look }) => {
    const resource = look?.resource ?? "";
    const items = own.flatMap(({ stepId, listing }) =>
      stepId === id && listing.kind === "listed" ? listing.items : [],
    );
    return { resource, ...leftoversOf(resource, items, now) };
  });
  const kinds = counted.flatMap(({ resource, rows }) =>
    rows.length > 0 && isCleanUpWord(resource) ? [say(language, resource, { count: rows.length })] : [],
  );
  if (kinds.length > 0) return say(language, "found", { kinds: listOf(language, kinds) });
  const isWhole =
    (playbook?.unable ?? []).length === 0 &&
    own.every(({ listing }) => listing.kind === "listed" && (listing.notes ?? []).length === 0) &&
    counted.every(({ untold }) => untold === 0);
  return say(language, isWhole ? "nothing" : "nothingSeen");
};

type Told = { readonly language: Language; readonly now: number; readonly where: string };

/** That none of what was looked at may go, and how many do not tell. */
export const leftoverNotes = (
  resource: string,
  { items, notes = [] }: Extract<Listing<Row>, { kind: "listed" }>,
  { language, now, where }: Told,
): readonly string[] => {
  const { rows, untold } = leftoversOf(resource, items, now);
  if (items.length === 0) return [say(language, "noneThere", { where })];
  return [
    ...(rows.length === 0 ? [say(language, "noneOf", { where, count: items.length - untold })] : []),
    ...(untold > 0 ? [say(language, "untold", { where, count: untold })] : []),
    ...(rows.length > 0 ? notes.map((note) => noteSentence(note, language)) : []),
  ];
};
