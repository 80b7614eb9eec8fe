import type { Conversation, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Assembled } from "./assemble.ts";
import type { Io } from "./io.ts";
import { type Showing, showEvent, showResult } from "./show-turn.ts";
import { createSpinner } from "./spinner.ts";
import type { AppLanguage } from "./words.ts";

export type PlaceFlags = {
  readonly context?: string | undefined;
  readonly namespace?: string | undefined;
  readonly allNamespaces?: boolean | undefined;
};

/** One message through a conversation, shown as it happens. */
export type Session = { turn(text: string, signal: AbortSignal): Promise<TurnResult>; close(): Promise<void> };

export const openSession = (
  io: Io,
  assembled: Assembled,
  options: { showing: Showing; place: PlaceFlags; language: AppLanguage; fixedLanguage: boolean },
): Session => {
  const { showing, place, language } = options;
  const conversation: Conversation = assembled.crew.conversation({
    ...(place.context === undefined ? {} : { cluster: place.context }),
    ...(place.namespace === undefined ? {} : { namespace: place.namespace }),
    ...(place.allNamespaces ? { allNamespaces: true } : {}),
    ...(options.fixedLanguage ? { language } : {}),
  });
  return {
    turn: async (text, signal) => {
      const spinner = createSpinner(io, language);
      const events = conversation.events();
      const shown = (async () => {
        for await (const event of events) {
          showEvent(io, event, { ...showing, spinner, language });
          if (event.type === "result") break;
        }
      })();
      const result = await conversation.send(text, {
        signal,
        width: io.stdout.isTTY ? (io.stdout.columns ?? 100) : 200,
      });
      await shown;
      spinner.stop();
      showResult(io, result, showing);
      return result;
    },
    close: () => conversation.close(),
  };
};
