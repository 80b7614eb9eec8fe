import type { Conversation, Language, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Served, WhyPassedOver } from "../needed-parts.ts";
import { createSay } from "../words.ts";

type Known = { readonly model: string; readonly why: WhyPassedOver };

/** Which model answers in the place of the one that is set. A turn in which that changes says so, and why. */
export const createStandIns = ({ model: asked, why }: Known) => {
  let standing: string | undefined;
  const news: Served[] = [];

  const told = async (served: Served, language: Language): Promise<string> => {
    const say = createSay(language);
    if (!served.standsIn) return say("modelIsBack", { asked });
    const { served: model, id } = served;
    const cause = await why(id, language);
    return cause === undefined
      ? say("modelStandsIn", { model, asked })
      : say("modelStandsInFor", { model, asked, cause: inSentence(cause) });
  };

  const withNews = async (result: TurnResult): Promise<TurnResult> => {
    const lines: string[] = [];
    for (const served of news.splice(0)) lines.push(await told(served, result.language));
    return lines.length === 0
      ? result
      : { ...result, warnings: [...lines, ...result.warnings], switches: [...lines, ...result.switches] };
  };

  return {
    served: (served: Served): void => {
      const now = served.standsIn ? served.served : undefined;
      if (now !== standing) news.push(served);
      standing = now;
    },
    toldIn: (conversation: Conversation): Conversation => ({
      ...conversation,
      send: async (text, options) => withNews(await conversation.send(text, options)),
      answer: async (reply, options) => withNews(await conversation.answer(reply, options)),
    }),
  };
};

/** A sentence within another one. */
const inSentence = (text: string): string =>
  text.replace(/[.。]$/u, "").replace(/^[A-Z](?=[a-z ])/u, (first) => first.toLowerCase());
