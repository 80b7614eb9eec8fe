import type { Request } from "../types.ts";

/** What is asked, whatever words it was said in. */
export const askedFor = ({ hits: _, unread: __, language: ___, refersBack: ____, ...fields }: Request): string =>
  JSON.stringify(Object.entries(fields).toSorted(([left], [right]) => (left < right ? -1 : 1)));
