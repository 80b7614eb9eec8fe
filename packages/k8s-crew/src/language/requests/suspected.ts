import { isGrammar, readPieces } from "../text/phrases.ts";
import type { RequestFields } from "../types.ts";
import { logSoughtIn, takeGuess } from "./guesses.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";

/** “Web keeps restarting, is it the memory”: what is supposed is held against what is found. */
export const readGuess = (text: string, situation: Situation): RequestFields | undefined => {
  const taken = takeGuess(text);
  if (taken === undefined || beginsWithChange(taken.rest)) return undefined;
  const why = situation.language === "zh" ? "排查" : "diagnose";
  const asked = readNarrowed(`${why} ${taken.rest}`, situation);
  if (asked.verb !== "diagnose") return undefined;
  if (asked.name !== undefined) return { ...asked, kind: "request", guesses: taken.guesses };
  // “Is it the network”: of what is spoken of.
  const isSpokenOf = situation.context.lastResource !== undefined;
  return isSpokenOf ? { ...asked, refersBack: true, kind: "request", guesses: taken.guesses } : undefined;
};

const beginsWithChange = (text: string): boolean => {
  const first = readPieces(text).find((piece) => !isGrammar(piece, "filler", "take"));
  return first?.meaning.is === "intent" && first.meaning.write;
};

/** Where the cause is looked for of what gives errors or is slow, its log is looked at too. */
export const withLogSought = (fields: RequestFields, text: string): RequestFields => {
  const logSought = fields.verb === "diagnose" ? logSoughtIn(text) : undefined;
  return logSought === undefined ? fields : { ...fields, logSought };
};
