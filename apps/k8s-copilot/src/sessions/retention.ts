import { fileOf, idsIn, removeFiles } from "./folder.ts";
import { lockSession } from "./lock.ts";

export type Retention = { readonly days: number; readonly count: number };

const dayMs = 24 * 60 * 60_000;

/** Removes what is too old or too much, but for what somebody is in. The conversation of `own` is one of the count. */
export const removeOld = (folder: string, own: string, { days, count }: Retention): void => {
  const oldest = Date.now() - days * dayMs;
  const others = idsIn(folder).filter(({ id }) => id !== own);
  const leaving = others.filter(({ touched }, index) => touched < oldest || index >= count - 1);
  for (const { id } of leaving) {
    const file = fileOf(folder, id);
    const unlock = lockSession(file);
    if (unlock === undefined) continue;
    removeFiles(file);
    unlock();
  }
};
