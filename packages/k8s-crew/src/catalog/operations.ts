import { extrasIn } from "./extras.ts";
import { resourceOfTokens } from "./resource-of.ts";
import type { Property } from "./schema.ts";
import { tokensOfName } from "./tokens.ts";
import type { Effect, Verb } from "./types.ts";
import { verbOfName } from "./verb-of.ts";
import { verbOfWord } from "./verbs.ts";

/** One thing that a multiplexer can be asked to do. `resource` is undefined when the operation names none. */
export type Operation = {
  readonly value: string;
  readonly verb: Verb;
  readonly effect: Effect;
  readonly resource?: string;
  /** Words beyond verb and resource. */
  readonly extras: number;
};

/**
 * The operations that a parameter lists: as an enum, or in words (“one of: get, list, delete”). Of a command line, words
 * are examples at most.
 */
export const operationsOf = (property: Property): readonly Operation[] =>
  (property.values ?? (isCommandLine(property) ? [] : listedIn(property.description))).map(operationOf);

const isCommandLine = ({ name }: Property): boolean => /^(?:command|cmd|命令)$/i.test(name);

const operationOf = (value: string): Operation => {
  const tokens = tokensOfName(value);
  const reading = verbOfName(tokens);
  const verb = reading?.verb ?? "other";
  const resource = resourceOfTokens(tokens, verb);
  const effect = reading?.certainty === "certain" ? reading.effect : "write";
  return {
    value,
    verb,
    effect,
    extras: extrasIn(tokens, verb),
    ...(resource === undefined || resource === "other" ? {} : { resource }),
  };
};

/** Rows of words separated by comma, bar, slash or “or”, of which two or more are verbs. */
const listedIn = (description: string): readonly string[] => {
  const rows = description.slice(0, limit).match(row) ?? [];
  return rows.map((text) => text.split(separator)).find((words) => words.filter(saysVerb).length >= 2) ?? [];
};

/** Characters of a description that are read. */
const limit = 2000;

const row = /\w[\w-]*['"`]?(?:\s*(?:[,|/、，]|\bor\b|\band\b)[\s'"`]*\w[\w-]*['"`]?)+/gi;
const separator = /['"`\s]*(?:[,|/、，]|\bor\b|\band\b)['"`\s]*|['"`]/;

const saysVerb = (word: string): boolean => tokensOfName(word).some((token) => verbOfWord(token) !== undefined);
