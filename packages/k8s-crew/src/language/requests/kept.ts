import { effectOfVerb } from "../../catalog/verbs.ts";
import type { TakenExceptions } from "../conditions/conditions-except.ts";
import type { RequestFields } from "../types.ts";

/** All of a kind is spoken of. */
const ofAll = /\b(?:all|every|everything|each|any|anything)\b|所有|全部|一切|全都|全给|都/iu;

/** What still speaks of something that is to stay as it is. */
const stays =
  /(?<![\w-])(?:but|except|excluding|exclude|minus|keep|keeping|leave|leaving|spare|sparing)\s.*|(?:除了|除去|除开).*|[^\s,，]*\s?(?:除外|保留|留着|留下|别动|不要动|不动|别碰|(?:不要|别)删).*/iu;

/**
 * What a change was to leave out and cannot: a change that is narrowed less than was said would hit what was to be
 * spared, and a name that was to be spared would even be taken for its object.
 */
export const keptIn = (fields: RequestFields, taken: TakenExceptions, isApplied: boolean): readonly string[] => {
  const { kind, verb, name } = fields;
  if (kind !== "request" || verb === undefined || effectOfVerb(verb) === "read") return [];
  const { said, unmet, rest } = taken;
  if (unmet.length === 0 && isSpared(fields, taken)) return [];
  return [...new Set([...unmet, ...(isApplied ? [] : said), ...looseIn(rest, name)])];
};

/** “Delete redis-1 but not redis-0” names what is meant, and spares the other anyway. */
export const isSpared = ({ name }: RequestFields, { conditions, rest }: TakenExceptions): boolean =>
  name !== undefined && !ofAll.test(rest) && conditions.every((each) => each.field === "name" && each.value !== name);

/** “But leave redis-0 alone”; “restart web and keep all its pods” spares nothing. */
const looseIn = (rest: string, name: string | undefined): readonly string[] => {
  const said = ofAll.test(rest) ? stays.exec(rest)?.[0].trim() : undefined;
  return said !== undefined && (name === undefined || said.includes(name)) ? [said] : [];
};
