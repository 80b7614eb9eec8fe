import type { Quality } from "../types.ts";

const most: ReadonlySet<Quality> = new Set(["newest", "oldest", "most_restarts", "most_cpu", "most_memory", "largest"]);

/** “The newest” is one by what it says: where several are that, they tie. */
export const isSuperlative = (quality: Quality): boolean => most.has(quality);

const several =
  /\b(?:all|both|each|every|ones|those|these|them|several|and|also|plus|as well)\b|[,，、;；&+]|[和跟与]|以及|还有|都|全|所有|每|[这那]些|[两几三四]个|们/iu;

/** Whether a reply says that more than one thing is meant, or lists them. */
export const saysSeveral = (text: string): boolean => several.test(text);
