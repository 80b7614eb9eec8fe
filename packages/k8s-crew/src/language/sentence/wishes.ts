import { wishes } from "../lexicon/wishes.ts";

/** A text that wishes for something without its verb, as one that asks for it outright; any other as it is. */
export const withWishes = (text: string): string => {
  if (asksWhy.test(text)) return text;
  const found = wishes.find(([wish]) => wish.test(text));
  return found === undefined ? text : text.replace(found[0], found[1]);
};

/** “Why is there one pod less” wishes for no change. */
const asksWhy = /\bwhy\b|\bhow come\b|为什么|为啥|为何|怎么(?:会|又|才|只|少|多)/iu;
