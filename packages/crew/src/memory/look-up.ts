import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { createDeadline, untilAborted } from "../abort.ts";
import { headAndTail } from "../head-and-tail.ts";
import { messageOf } from "../message-of.ts";
import type { Place, Recall, Remembered } from "./types.ts";
import { likenessTo, sameTextOf } from "./words.ts";

export type Wanted = { readonly query: string; readonly without: readonly string[]; readonly signal: AbortSignal };

/**
 * Entries that a store is asked for first; twice as many each further time, up to the most at once. A store in memory copies all
 * that it has for every page.
 */
const FIRST_PAGE = 500;
const LARGEST_PAGE = 8_000;

/** How many entries are looked through at most: words of more than that take longer than a run should wait. */
const LOOKED_THROUGH = 50_000;

const TOO_MANY = `Only ${LOOKED_THROUGH} entries of the memory were looked through. Give its store an index, or delete old ones.`;

/**
 * What is most like the query. A store without an index gives its entries in an order of its own, oldest first perhaps, so all of
 * them are looked at, page by page; one that ranks them is asked until there are enough.
 */
export async function lookUp(place: Place, { query, without, signal }: Wanted): Promise<Recall> {
  const { store, namespace, limit, textLimit, timeoutMs } = place;
  const deadline = createDeadline({ signals: [signal], timeoutMs });
  const known = new Set(without.map((text) => sameTextOf(headAndTail(text, textLimit))));
  const judged = judge(place, query);
  const seen = new Set<string>();
  let best: readonly Candidate[] = [];
  let isRanked = false;
  const found = () => ({ items: best.map(({ entry }) => entry) });
  try {
    for (const wanted of pages()) {
      const searching = Promise.resolve().then(() => store.search([...namespace], { query, ...wanted }));
      const page = await untilAborted(searching, deadline.signal);
      isRanked ||= page.some(({ score }) => score !== undefined);
      const seenBefore = seen.size;
      for (const { namespace: at, key } of page) seen.add(JSON.stringify([at, key]));
      const candidates = [...best, ...page.flatMap(judged)].filter(({ sameText }) => !known.has(sameText));
      best = eachOnce(isRanked ? candidates : byLikeness(candidates)).slice(0, limit);
      const isEnd = page.length < wanted.limit || seen.size === seenBefore;
      if (isEnd || (isRanked && best.length >= limit)) return found();
      // A store in memory answers in the same turn, in which no timer fires and nothing else runs.
      await nextTurn();
    }
    return { ...found(), problem: TOO_MANY };
  } catch (error) {
    return signal.aborted ? found() : { ...found(), problem: messageOf(error) };
  } finally {
    deadline.close();
  }
}

function* pages() {
  let offset = 0;
  for (let size = FIRST_PAGE; offset < LOOKED_THROUGH; size = Math.min(size * 2, LARGEST_PAGE)) {
    const limit = Math.min(size, LOOKED_THROUGH - offset);
    yield { offset, limit };
    offset += limit;
  }
}

/**
 * How much words of what was asked for count against words of the answer. Answers to one task are asked for in nearly the
 * same words each time, so that at more they would crowd out what others found out about the very thing.
 */
const OF_REQUEST = 0.25;

const Entry = z.object({ task: z.string(), agent: z.string(), text: z.string(), request: z.string().catch("") });

type Found = { readonly namespace: readonly string[]; readonly value: unknown; readonly updatedAt?: Date };

type Candidate = {
  readonly entry: Remembered;
  readonly sameText: string;
  readonly likeness: number;
  readonly at: number;
};

/** Entries of other namespaces and other forms are none. One of another writer may be longer than ours are. */
function judge({ namespace, textLimit }: Place, query: string): (found: Found) => readonly Candidate[] {
  const likenessOf = likenessTo(query);
  return ({ namespace: where, value, updatedAt }) => {
    const { data } = Entry.safeParse(value);
    const isOurs = where.length === namespace.length && where.every((label, index) => label === namespace[index]);
    if (data === undefined || !isOurs) return [];
    const { task, agent, request } = data;
    const text = headAndTail(data.text, textLimit);
    const likeness = likenessOf(`${task} ${text}`) + OF_REQUEST * likenessOf(headAndTail(request, textLimit));
    return [{ entry: { task, agent, text }, sameText: sameTextOf(text), likeness, at: Number(updatedAt ?? 0) }];
  };
}

/** By the words that they have in common, the newer of two first, and none that has nothing in common. */
function byLikeness(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .filter(({ likeness }) => likeness > 0)
    .sort((left, right) => right.likeness - left.likeness || right.at - left.at);
}

function eachOnce(candidates: readonly Candidate[]): readonly Candidate[] {
  const texts = new Map<string, Candidate>();
  for (const candidate of candidates) if (!texts.has(candidate.sameText)) texts.set(candidate.sameText, candidate);
  return [...texts.values()];
}
