import type { Language } from "../language/types.ts";
import { sayHeld } from "../words/held-words.ts";
import { otherState, type Said } from "./claims-of-state.ts";
import { otherThan } from "./claims-of-thing.ts";
import { confirmed, otherWhole } from "./claims-of-whole.ts";
import type { Group, Shown, Thing } from "./things.ts";
import { goesOn, groupMeant, groupsIn, saidOfEach } from "./things-meant.ts";

type Holding = { readonly language: Language; readonly otherwise: (sentence: string) => string };

/**
 * What a text tells of what was read, held against it: a thing's state, readiness, restarts, node, age, image, replicas
 * and the like, and how all of a place are. What says otherwise is marked with what stands there. A sentence that
 * supposes, or tells of another time, claims none of it. `otherwise`: what becomes of a sentence that nothing contradicts.
 */
export const withRowsHeld = (text: string, shown: Shown, { language, otherwise }: Holding): string => {
  let before: Group | undefined;
  const held = (sentence: string): string => {
    if (condition.test(sentence)) return otherwise(sentence);
    let here: Group | undefined;
    let isOpen = false;
    const judged = clausesOf(sentence).map((clause) => {
      const group =
        groupMeant(clause, shown, before) ?? (here !== undefined && goesOn(clause, shown) ? here : undefined);
      before = group ?? before;
      here = group;
      isOpen = supposed.test(clause) || (isOpen && !asOfNow.test(clause));
      if (isOpen || past.test(clause)) return undefined;
      if (group !== undefined) return otherThan({ clause, sentence }, group, shown);
      return (
        comparedWrongly(clause, shown.things) ??
        otherOfEach({ clause, sentence }, shown) ??
        otherWhole(clause, sentence, shown)
      );
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

/** What holds only under a condition is no claim, whatever stands in the sentence. */
const condition = /\b(?:if|unless)\b|如果|一旦|要是|假如|(?<![适相应])当(?![前下中天日])/iu;

/** From here on a sentence supposes, or tells of another time. */
const supposed =
  /\b(?:may|might|could|would|should|can(?! (?:also )?(?:see|tell|be seen|confirm))|perhaps|maybe|likely|probably|(?<!\bas (?:it|they) (?:was|were|did) )before|earlier|until)\b|可能|也许|大概|应该|应当|会(?!话|议)|之前|曾|以前/iu;
/** Up to here. */
const asOfNow = /^(?:but|while|whereas|and now|now|currently)\b|^(?:但|不过|而)|现在|目前|当前/iu;

const past =
  /\b(?<!\bas (?:it|they) )(?:was|were|had)\b(?! (?:created|started|deployed|scheduled|assigned|placed|OOMKilled|evicted|killed|restarted|never|found|seen|bound|scaled)\b)/iu;

const otherOfEach = ({ clause, sentence }: Said, shown: Shown): readonly string[] | undefined => {
  const each = saidOfEach(clause, shown);
  if (each.length === 0) return undefined;
  return each.flatMap(([text, group]) =>
    otherState({ clause: text, sentence }, group, shown).map((other) => `${group.name} ${other}`),
  );
};

const clausesOf = (sentence: string): readonly string[] =>
  /^\s*\|/u.test(sentence)
    ? [sentence]
    : sentence
        .split(/[,;，；]\s*|\s(?=but |while |whereas )|(?=但是?|而且?|不过)/u)
        .map((clause) => clause.replace(/^[\s:：]+/u, "").replace(leadIn, ""))
        .filter((clause) => clause !== "");

const leadIn = /^(?:(?:as )?(?:you|we|one|I) can (?:also )?(?:see|tell|confirm)|it can be seen|note)(?: that)? /iu;

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
