import type { Language } from "../language/types.ts";
import { sayHeld } from "../words/held-words.ts";
import { otherThan } from "./claims-of-thing.ts";
import { confirmed, otherWhole } from "./claims-of-whole.ts";
import type { Group, Shown, Thing } from "./things.ts";
import { groupMeant, groupsIn } from "./things-meant.ts";

type Holding = { readonly language: Language; readonly otherwise: (sentence: string) => string };

/**
 * What a text tells of what was read, held against it: a thing's state, readiness, restarts, node, age, image, replicas
 * and the like, and how all of a place are. What says otherwise is marked with what stands there. A sentence that
 * supposes, or tells of another time, claims none of it. `otherwise`: what becomes of a sentence that nothing contradicts.
 */
export const withRowsHeld = (text: string, shown: Shown, { language, otherwise }: Holding): string => {
  let before: Group | undefined;
  const held = (sentence: string): string => {
    if (supposes.test(sentence)) return otherwise(sentence);
    const judged = clausesOf(sentence).map((clause) => {
      const group = groupMeant(clause, shown, before);
      before = group ?? before;
      if (group !== undefined) return otherThan(clause, group, shown);
      return comparedWrongly(clause, shown.things) ?? otherWhole(clause, sentence, shown);
    });
    const read = judged.flatMap((each) => each ?? []);
    // Counts that were counted need not stand in any result.
    if (read.length === 0) return judged.includes(confirmed) ? sentence : otherwise(sentence);
    const [, body = "", end = ""] = /^([\s\S]*?)([.!?。！？]?\s*)$/u.exec(sentence) ?? [];
    return sayHeld(language, "otherThanRead", { text: body, read: [...new Set(read)].join("; "), end });
  };
  return text
    .split(/(?<=[.!?](?=\s)|[。！？])|(?<=\n)/u)
    .map(held)
    .join("");
};

const supposes =
  /\b(?:if|may|might|could|would|should|can|perhaps|maybe|likely|probably|before|earlier|until)\b|\b(?:was|were|had)\b(?! (?:created|started|deployed|scheduled|assigned|placed|OOMKilled|evicted|killed|restarted|never|found|seen|bound|scaled)\b)|如果|可能|也许|大概|应该|会|之前|曾|以前|一旦|要是|当/iu;

const clausesOf = (sentence: string): readonly string[] =>
  /^\s*\|/u.test(sentence)
    ? [sentence]
    : sentence
        .split(/[,;，；]\s*|\s(?=but |while |whereas )|(?=但是?|而且?|不过)/u)
        .map((clause) => clause.replace(/^[\s:：]+/u, ""))
        .filter((clause) => clause !== "");

const moreOften =
  /(?<one>[a-z0-9][a-z0-9.-]*)\b[^.\n]{0,20}\brestart(?:ed|s)\b[^.\n]{0,10}\b(?<than>more|less) (?:often |times )?than (?<other>[a-z0-9][a-z0-9.-]*)|(?<han>[a-z0-9][a-z0-9.-]*)\s?的?重启次数比\s?(?<hanOther>[a-z0-9][a-z0-9.-]*)\s?(?:的)?(?<hanThan>[多少])/iu;

const comparedWrongly = (clause: string, things: readonly Thing[]): readonly string[] | undefined => {
  const { one, other, than, han, hanOther, hanThan } = moreOften.exec(clause)?.groups ?? {};
  const [left, right] = [one ?? han, other ?? hanOther].map((name) => {
    const group = name === undefined ? undefined : groupsIn(name, things)[0];
    const counts = group?.things.flatMap(({ fields }) =>
      fields.restarts === undefined ? [] : [Number.parseInt(fields.restarts, 10)],
    );
    return counts === undefined || counts.length === 0
      ? undefined
      : { name: group?.name ?? "", count: Math.max(...counts) };
  });
  if (left === undefined || right === undefined) return undefined;
  const isMore = (than ?? hanThan) === "more" || hanThan === "多";
  const holds = isMore ? left.count > right.count : left.count < right.count;
  return holds ? undefined : [`restarts ${left.name} ${left.count}, ${right.name} ${right.count}`];
};
