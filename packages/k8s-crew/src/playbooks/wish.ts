import { kindsIn } from "../language/sentence/spoken.ts";
import { normalize } from "../language/text/normalize.ts";
import { createPhraseIndex, phrasesOf } from "../language/text/phrase-index.ts";
import { tokenize } from "../language/text/tokens.ts";
import type { Request } from "../language/types.ts";
import type { Playbook } from "./types.ts";
import { wishPatterns } from "./wish-patterns.ts";

/**
 * The playbook that a message wishes for; `words` are those that say so, and `share` how much of the message they are
 * (0 to 1).
 */
export type Wish = { readonly playbook: Playbook; readonly share: number; readonly words: string };

export type Wishes = {
  /** A pattern decides, else the longest phrase; of equal ones the first. */
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
      const meant = patternIn(message, playbooks);
      if (meant !== undefined) return meant;
      const tokens = tokenize(normalize(message));
      const total = tokens.filter(({ kind }) => kind !== "mark").length;
      const found = tokens.flatMap((_, start) => {
        const phrase = index.at(tokens, start);
        return phrase ? [{ ...phrase, start }] : [];
      });
      const longest = found.reduce<(typeof found)[number] | undefined>(
        (best, each) => (best === undefined || each.length > best.length ? each : best),
        undefined,
      );
      if (longest === undefined) return undefined;
      const { meaning: playbook, start, length } = longest;
      const words = tokens.slice(start, start + length).map(({ text }) => text);
      return { playbook, share: length / total, words: words.join(" ") };
    },
  };
};

const patternIn = (message: string, playbooks: readonly Playbook[]): Wish | undefined => {
  const text = normalize(message);
  const named = kindsIn(text).some((kind) => !places.includes(kind));
  for (const { of, pattern, kindless } of wishPatterns) {
    const words = pattern.exec(text)?.[0];
    const playbook = playbooks.find(({ id }) => id === of);
    if (words !== undefined && playbook !== undefined && !(kindless === true && named))
      return { playbook, share: 1, words };
  }
  return undefined;
};

const places: readonly string[] = ["cluster", "namespace"];

/** Whether a stretch of the message is among the words that say what is wished for. */
export const saysWord = ({ words }: Wish, stretch: string): boolean =>
  words.toLowerCase().includes(stretch.trim().toLowerCase());

/** A name is none where it is one of the words that say what is wished for. */
export const isWord = ({ words }: Wish, name: string): boolean =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}.-]+/u)
    .includes(name.toLowerCase());

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
  // What is looked for in a log is wished for by nobody: “grep stale in the logs”.
  if (request.verb === "logs" && request.holding !== undefined) return false;
  if (request.kind === "command" || request.kind === "help" || request.hits.includes("kubectl")) return false;
  const plain = request.kind === "request" && (request.view ?? "call") === "call" && request.verb !== "diagnose";
  return !plain || share >= mainShare;
};
