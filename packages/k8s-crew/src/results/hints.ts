import type { Verb } from "../catalog/types.ts";
import type { ParsedResult } from "./types.ts";

/** What is known of a result before it is read. */
export type ParseHints = {
  readonly verb?: Verb;
  /** A key of the resource table. */
  readonly resource?: string;
  /** The call lists things: plain names and bullets may be read as rows. */
  readonly list: boolean;
  /** Reads text found inside a wrapper, with the same hints. */
  read(text: string): ParsedResult;
};
