import type { Condition } from "../condition.ts";
import { nodeLike } from "../sentence/places.ts";

const offNode: readonly RegExp[] = [
  /[,\s]*(?<![\w-])(?:(?:(?:that|which)\s+)?(?:are|is|aren't|isn't|do|does|don't|doesn't)\s+)?(?:(?:but|and)\s+)?(?:not|(?<=n't\s+)|except(?:\s+for)?|excluding|other\s+than)\s*(?:(?:those|the ones|ones|pods|run|running|scheduled)\s+)*on\s+(?:the\s+)?(?<kind>node\s+)?(?<node>[a-z\d][\w.-]*\w)(?![\w-])/iu,
  /[，,]?\s?不(?:是)?(?:跑|运行|调度)?在\s?(?<kind>节点)?\s?(?<node>[a-z\d][\w.-]*\w)\s?(?:这个)?(?<after>节点)?(?:上面?)?(?:跑|运行)?的?/iu,
];

type Taken = { readonly conditions: readonly Condition[]; readonly said: readonly string[]; readonly rest: string };

/** “Pods that are not on worker-2”: those of all other nodes, and those that no node has taken yet. */
export const takeOtherNodes = (text: string): Taken => {
  const match = offNode.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  const { node = "", kind, after } = match?.groups ?? {};
  if (!match || ((kind ?? after) === undefined && !nodeLike.test(node)))
    return { conditions: [], said: [], rest: text };
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { conditions: [{ field: "node", comparison: "not", value: node }], said: [match[0].trim()], rest };
};
