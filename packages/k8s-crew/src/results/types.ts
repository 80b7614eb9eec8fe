/**
 * One thing in a result. `fields` are the cells or attributes as text, under lower-case names (`status`, `ready`,
 * `restarts`, `age`, `node`, …); an object's times stay timestamps (`created`, `last seen`). `object` is the whole
 * object where the result had one.
 */
export type Row = {
  readonly name: string;
  readonly namespace?: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly object?: Readonly<Record<string, unknown>>;
};

/** A tool's result, read. `rows` for lists (may be empty: an empty list), `object` for one thing, `text` for the rest. */
export type ParsedResult =
  | { readonly form: "rows"; readonly rows: readonly Row[] }
  | { readonly form: "object"; readonly object: Readonly<Record<string, unknown>> }
  | { readonly form: "text"; readonly text: string };

/** What was made of a result, by what it was read as: the same one is read again and again in a turn. */
export type Readings = Map<string, ParsedResult>;
