/** What stands for a name in an example, and in a message that is held against the examples. */
export const slots = ["{name}", "{other}"] as const;

/** The slots of a text. */
export const slotsIn = (text: string): readonly string[] => slots.filter((slot) => text.includes(slot));

/**
 * A text as it is compared: English words without their endings, Chinese characters one by one, slots as they are.
 * Marks and capitals say nothing.
 */
export const unitsOf = (text: string): readonly string[] =>
  (wholeWords(text).match(unit) ?? []).map((each) => (/^[a-z]/u.test(each) ? stemOf(each) : each));

const unit = /\{(?:name|other)\}|[a-z0-9][a-z0-9_./-]*[a-z0-9]|[a-z0-9]|\p{Script=Han}/gu;

/** “What's”, “whats” and “what is” are one; so are “can't” and “cant”. */
const wholeWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<=[a-z}])'s\b/gu, " ")
    .replace(/\b(what|who|where|how|that)s\b/gu, "$1")
    .replaceAll("'", "")
    .replace(fillers, " ");

/** Words that are in any sentence. */
const fillers =
  /\b(?:is|are|was|am|be|the|an?|please|pls|plz|just|actually|really|so|hey|hi|oh|ok|okay|dude|man|guys|buddy|right|now)\b|请问|请|麻烦|帮我|帮忙|一下|到底|究竟|呀|呢|啊|吧|嘛|哦|哈|话说/gu;

/** “Moaning”, “moans” and “moan” are one word. */
const stemOf = (word: string): string => {
  if (word.length < 4 || /[^a-z]/u.test(word)) return word;
  const cut = word.replace(/(?:ings?|ed|es|s)$/u, "");
  const base = cut.length < 3 ? word : cut;
  return base.replace(/([b-df-hj-np-tv-z])\1$/u, "$1").replace(/e$/u, "");
};

/** The units of a text, and the pairs that follow one another in it. */
export const partsOf = (units: readonly string[]): ReadonlySet<string> =>
  new Set([...units, ...units.slice(1).map((each, index) => `${units[index] ?? ""} ${each}`)]);
