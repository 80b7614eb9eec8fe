/**
 * Words as people type them who are in a hurry, and what they stand for: contractions without their apostrophe, and what
 * is only said. A word that is one by itself (`its`, `were`, `well`, `im`) is none of them.
 */
export const spokenForms: readonly (readonly [typed: string, meant: string])[] = [
  ["arent", "aren't"],
  ["isnt", "isn't"],
  ["wasnt", "wasn't"],
  ["werent", "weren't"],
  ["aint", "isn't"],
  ["ain't", "isn't"],
  ["dont", "don't"],
  ["doesnt", "doesn't"],
  ["didnt", "didn't"],
  ["havent", "haven't"],
  ["hasnt", "hasn't"],
  ["hadnt", "hadn't"],
  ["cant", "can't"],
  ["couldnt", "couldn't"],
  ["wont", "won't"],
  ["wouldnt", "wouldn't"],
  ["shouldnt", "shouldn't"],
  ["mustnt", "mustn't"],
  ["neednt", "needn't"],
  ["thatre", "that are"],
  ["whichre", "which are"],
  ["theyre", "they're"],
  ["whatre", "what are"],
  ["em", "them"],
  ["'em", "them"],
  ["y'all", "you all"],
  ["yall", "you all"],
];

/** What says how far something is so, and changes nothing about whether it is. */
export const degrees: readonly string[] = [
  "yet, still, even, currently, really, quite, actually, properly, so",
  "完全, 真正, 正常, 怎么, 彻底",
];

/** What says that some of it is so, of what should be so as a whole. */
export const wholly: readonly string[] = [
  "all, fully, completely, entirely, totally, 100%",
  "全, 全部, 都, 完全, 全都, 完完全全",
];

/** Words before “em” that speak of several, and are no deed of the tables. */
export const spokenThem: readonly string[] = [
  "of, some, all, both, most, half, any, either, each",
  "see, fix, kill, let, make, tell, give, got, have, need, want, put, move, take, bring, try, leave",
];

/** What follows a name and nothing that is denied: “scale wont to 3”, “logs of dont in dev please”. */
export const behindForms: readonly string[] = [
  "in, on, to, of, from, at, for, by, with, into, within, inside, and, or, then, up, down, back, now, again, too",
  "namespace, ns, cluster, please, pls, plz, thanks, called, named",
];
