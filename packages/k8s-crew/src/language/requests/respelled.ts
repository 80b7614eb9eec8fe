import { effectOfVerb } from "../../catalog/verbs.ts";
import { hasPart } from "../text/has-part.ts";
import { normalize } from "../text/normalize.ts";
import { readPieces } from "../text/phrases.ts";
import { type Corrected, corrections } from "../text/spelling.ts";
import type { ReadAs, Request } from "../types.ts";

/** A message as it is read; `offered`: as it would be read, were that not a change. */
export type Respelled = { readonly text: string; readonly corrected: readonly ReadAs[]; readonly offered?: string };

type Reading = { readonly read: (text: string) => Request; readonly names: readonly string[] };

/** Slips that are mended in one message, and words that are tried for one. A longer text is a story, or pasted. */
const mostSlips = 3;
const mostTried = 6;
const longest = 500;

/** Mends one slip after another, each where the message means more without it. */
export const withoutSlips = (message: string, reading: Reading): Respelled => {
  const text = normalize(message);
  return slipsIn(text, reading).length === 0
    ? { text: message, corrected: [] }
    : mended({ text, corrected: [] }, reading);
};

/** A word of a name that was shown is that name's. */
const slipsIn = (text: string, { names }: Reading): readonly Corrected[] =>
  text.length > longest
    ? []
    : corrections(text)
        .slice(0, mostTried)
        .filter(({ said }) => !names.some((name) => hasPart(name.toLowerCase(), said.toLowerCase())));

const mended = (spelled: Respelled, reading: Reading): Respelled => {
  const { read } = reading;
  const before = read(spelled.text);
  const found = slipsIn(spelled.text, reading)
    .map((slip) => ({ slip, after: read(slip.text) }))
    .find(
      ({ slip, after }) =>
        meansMore(before, after, slip.said) && !(isChange(after) && asksToLook(before, spelled.text)),
    );
  if (found === undefined) return spelled;
  const { text, said, meant } = found.slip;
  const next: Respelled = { text, corrected: [...spelled.corrected, { said, meant }] };
  const whole = next.corrected.length < mostSlips ? mended(next, reading) : next;
  const offered = whole.offered ?? (isChange(read(whole.text)) ? whole.text : undefined);
  return offered === undefined ? whole : { text: spelled.text, corrected: [], offered };
};

/** What is plainly asked for is no change, whatever word beside it is near to one. */
const asksToLook = ({ kind }: Request, text: string): boolean =>
  kind === "request" && readPieces(text).some(({ meaning }) => meaning.is === "intent" && !meaning.write);

const isChange = ({ verb, access, considered, kind }: Request): boolean =>
  kind === "request" && verb !== undefined && (access ?? considered) === undefined && effectOfVerb(verb) !== "read";

/** What names a place is held against what there is, and what names one thing is looked for as it was written. */
const meansMore = (before: Request, after: Request, said: string): boolean => {
  if (after.kind !== "request" || isNamed(after, said)) return false;
  if (before.kind !== "request") return true;
  if ([before.namespace, before.cluster, before.node, before.container].includes(said)) return false;
  if (!isNamed(before, said)) return true;
  const lists = before.verb === "list" || before.verb === "top";
  const picksOut = (lists && before.fact === undefined) || before.view !== "call";
  return picksOut || after.name !== undefined || (before.resource === undefined && after.resource !== undefined);
};

/** The word, or one of several that were taken for a name together. */
const isNamed = ({ name }: Request, said: string): boolean =>
  name !== undefined && (name === said || name.split("-").includes(said.toLowerCase()));
