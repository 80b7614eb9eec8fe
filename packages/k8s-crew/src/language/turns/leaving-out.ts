import type { Condition } from "../condition.ts";
import { takeExceptions } from "../conditions/conditions-except.ts";
import { meantPieces } from "../sentence/sentence.ts";
import { normalize } from "../text/normalize.ts";
import { readPieces } from "../text/phrases.ts";
import type { RequestContext } from "../types.ts";

/** What a message that says nothing else leaves out, and the words in which it says so. */
export type LeftOut = { readonly conditions: readonly Condition[]; readonly said: readonly string[] };

/** “Exclude completed”, “all of them but the failed jobs”, “不要已完成的”: of what was shown before. */
export const leftOutIn = (message: string, context: RequestContext): LeftOut | undefined => {
  const { conditions, said, rest } = takeExceptions(normalize(message), context);
  const others = meantPieces(readPieces(rest)).some(
    ({ text, meaning }) => !["grammar", "mark"].includes(meaning.is) && !light.test(text),
  );
  return conditions.length === 0 || others ? undefined : { conditions, said };
};

/** Words for all that was shown. */
const light = /^(?:all|show|list|ones?|please|pls|now|just|和|把|请|再|都|的|了|吧|看|列出|显示|所有)$/iu;
