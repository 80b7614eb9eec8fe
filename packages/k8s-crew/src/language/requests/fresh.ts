import { cacheAside, cacheItself, liveWords } from "../lexicon/fresh-words.ts";

/** A request, and whether it asks for how things are now. */
export type FreshWish = { readonly message: string; readonly fresh: boolean };

/** “list pods in dev, no cache”: what is asked, and that nothing kept may answer it. Who says only that asks for nothing. */
export const readFreshWish = (message: string): FreshWish => {
  const rest = message.replace(cacheAside, " ").trim();
  const said = rest.replace(/^[\s,，;；。.!！]+/u, "");
  const aside = said !== message.trim();
  return { message: aside && said !== "" ? said : message, fresh: aside || liveWords.test(message) };
};

/** Whether a wish to refresh is about the cache, as `/refresh` is, and not about what was shown. */
export const refreshesCache = (message: string): boolean => /^\s*\//u.test(message) || cacheItself.test(message);
