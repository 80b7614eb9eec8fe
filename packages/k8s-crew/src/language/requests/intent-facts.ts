import type { Verb } from "../../catalog/types.ts";
import type { Fact, Field, State } from "../condition.ts";
import type { Intent } from "../lexicon/intents.ts";
import type { FoundName } from "../sentence/names.ts";
import type { Piece } from "../text/phrases.ts";
import type { Language, Quality, Request } from "../types.ts";

export type Asked = Pick<Request, "view" | "verb" | "resource" | "of" | "quality" | "fact">;

/** What was read before: the pieces without places, the name, and whether certain other things were said. */
export type Sentence = {
  readonly pieces: readonly Piece[];
  readonly language: Language;
  readonly name: FoundName;
  readonly namespace: boolean;
  readonly image: boolean;
  readonly replicas: boolean;
  /** A number of lines was said, as of a log; or a time span. */
  readonly lines: boolean;
  readonly span: boolean;
  /** What a list is to be put in order by. */
  readonly order: Quality | undefined;
  /** Only so many are wanted, the first ones. */
  readonly first: boolean;
  /** How many is asked, not which. */
  readonly counted: boolean;
  /** What the conditions are about. */
  readonly fields: readonly Field[];
  /** Each cluster by itself is meant. */
  readonly byCluster: boolean;
  readonly fact: Fact | undefined;
  /** Something is pointed at (“it”). */
  readonly points: boolean;
};

/** A sentence, and what its pieces tell together. */
export type Facts = Sentence & {
  readonly intents: ReadonlySet<Intent>;
  readonly write: Verb | undefined;
  readonly quality: Quality | undefined;
  /** The resource that is asked for, and another one that is only named ("events of a pod"). */
  readonly resource: string | undefined;
  readonly of: string | undefined;
  readonly states: readonly State[];
};

type What = {
  readonly resource?: string | undefined;
  readonly of?: string | undefined;
  readonly quality?: Quality | undefined;
};

export const call = (verb: Verb, { resource, of, quality }: What): Asked => ({
  view: "call",
  verb,
  ...(resource === undefined ? {} : { resource }),
  ...(of === undefined ? {} : { of }),
  ...(quality === undefined ? {} : { quality }),
});
