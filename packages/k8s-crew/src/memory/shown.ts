import type { Row } from "../results/types.ts";

/** A row of the list that was shown last, for “the second one” and “the newest one”. */
export type ShownRow = {
  /** A key of the resource table. */
  readonly resource: string;
  readonly name: string;
  readonly namespace?: string;
  /** Where it stands, when the conversation would look elsewhere. */
  readonly cluster?: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Rows that are kept in mind: nobody counts further. */
export const shownLimit = 100;

/** What of a row tells it from the others. */
const telling: readonly string[] = ["status", "ready", "restarts", "age", "created", "cpu", "memory"];

export const shownRow = (resource: string, row: Row, namespace: string | undefined): ShownRow => {
  const place = row.namespace ?? namespace;
  return {
    resource,
    name: row.name,
    ...(place === undefined ? {} : { namespace: place }),
    fields: Object.fromEntries(Object.entries(row.fields).filter(([key]) => telling.includes(key))),
  };
};
