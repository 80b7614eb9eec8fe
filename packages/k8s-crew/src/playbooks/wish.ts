import { normalize } from "../language/text/normalize.ts";
import { createPhraseIndex, phrasesOf } from "../language/text/phrase-index.ts";
import { tokenize } from "../language/text/tokens.ts";
import type { Request } from "../language/types.ts";
import type { Playbook } from "./types.ts";

/** The playbook whose phrase a message holds, and how much of the message that phrase is (0 to 1). */
export type Wish = { readonly playbook: Playbook; readonly share: number };

export type Wishes = {
  /** The longest phrase decides; of equal ones the first. */
  in(message: string): Wish | undefined;
};

/** Finds the phrases of playbooks in messages; prepared at the first use. */
export const createWishes = (playbooks: readonly Playbook[]): Wishes => {
  const index = createPhraseIndex<Playbook>(() =>
    playbooks.flatMap((playbook) =>
      phrasesOf({ lines: [...(playbook.wishes.zh ?? []), ...(playbook.wishes.en ?? [])] }, () => playbook),
    ),
  );
  return {
    in: (message) => {
      const tokens = tokenize(normalize(message));
      const total = tokens.filter(({ kind }) => kind !== "mark").length;
      const found = tokens.flatMap((_, start) => index.at(tokens, start) ?? []);
      const longest = found.reduce<(typeof found)[number] | undefined>(
        (best, each) => (best === undefined || each.length > best.length ? each : best),
        undefined,
      );
      return longest && { playbook: longest.meaning, share: longest.length / total };
    },
  };
};

/** From this share on a phrase says what the message is about, whatever else could be read into its words. */
const mainShare = 0.5;

/**
 * Whether a message is meant as the wish that it holds. “The logs that say timeout” asks for logs; “what can I clean
 * up” deletes nothing though its words could be read so.
 */
export const isMeant = ({ share }: Wish, request: Request): boolean => {
  // Who may do what to which kind has an answer of its own.
  if (request.access !== undefined && request.resource !== undefined) return false;
  // What users say of a host is of what serves it, and of nothing else.
  if (request.verb === "diagnose" && request.resource === "ingress" && request.name !== undefined) return false;
  if (request.kind === "command" || request.kind === "help" || request.hits.includes("kubectl")) return false;
  const plain = request.kind === "request" && (request.view ?? "call") === "call" && request.verb !== "diagnose";
  return !plain || share >= mainShare;
};
