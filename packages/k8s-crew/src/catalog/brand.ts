import type { Tool } from "@k8s-copilot/crew";
import { tokensOfName } from "./tokens.ts";
import { isUnknown } from "./verb-of.ts";

/** So many tools a server must have before a word that they share is taken for its brand. */
const fewest = 3;

/** Words that begin or end the names of more than half of a server's tools and mean nothing: `acme_list_pods`. */
export const brandOf = (tools: readonly Tool[]): ReadonlySet<string> => {
  if (tools.length < fewest) return new Set();
  const ends = tools.flatMap(({ name }) => {
    const tokens = tokensOfName(name);
    return [...new Set([tokens.at(0), tokens.at(-1)])];
  });
  const counts = new Map<string, number>();
  for (const word of ends) if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > tools.length / 2).map(([word]) => word);
  return new Set(shared.filter(isUnknown));
};
