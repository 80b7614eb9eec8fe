import type { Conversation, Language, SendOptions, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Served, WhyPassedOver } from "../needed-parts.ts";
import { createSay } from "../words.ts";

type Known = { readonly model: string; readonly why: WhyPassedOver };

type News = { readonly served: Served; readonly cause: ReturnType<WhyPassedOver> };

/**
 * Which model answers in the place of the one that is set. A turn in which that changes says so, and why: that is asked
 * while the turn goes on, and no longer than until it is stopped.
 */
export const createStandIns = ({ model: asked, why }: Known) => {
  let standing: string | undefined;
  let stopped: AbortSignal | undefined;
  const news: News[] = [];

  const told = async ({ served, cause }: News, language: Language): Promise<string> => {
    const say = createSay(language);
    if (!served.standsIn) return say("modelIsBack", { asked });
    const { served: model } = served;
    const because = (await cause)?.(language);
    return because === undefined
      ? say("modelStandsIn", { model, asked })
      : say("modelStandsInFor", { model, asked, cause: inSentence(because) });
  };

  const withNews = async (turn: () => Promise<TurnResult>, options: SendOptions | undefined): Promise<TurnResult> => {
    stopped = options?.signal;
    const result = await turn();
    const lines: string[] = [];
    for (const each of news.splice(0)) lines.push(await told(each, result.language));
    return lines.length === 0
      ? result
      : { ...result, warnings: [...lines, ...result.warnings], switches: [...lines, ...result.switches] };
  };

  return {
    served: (served: Served): void => {
      const now = served.standsIn ? served.served : undefined;
      if (now !== standing)
        news.push({ served, cause: served.standsIn ? why(served.id, stopped) : Promise.resolve(undefined) });
      standing = now;
    },
    toldIn: (conversation: Conversation): Conversation => ({
      ...conversation,
      send: (text, options) => withNews(() => conversation.send(text, options), options),
      answer: (reply, options) => withNews(() => conversation.answer(reply, options), options),
    }),
  };
};

/** A sentence within another one. */
const inSentence = (text: string): string =>
  text.replace(/[.。]$/u, "").replace(/^[A-Z](?=[a-z ])/u, (first) => first.toLowerCase());
