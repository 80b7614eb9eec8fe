import type { Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import { workloadNameOf } from "../../results/replicas.ts";
import { sayOfThing } from "../../words/repair-words.ts";
import type { Parts } from "../parts.ts";
import { readAll } from "../reads/read-all.ts";
import type { State } from "../state.ts";
import { kindListed, rowsIn } from "./evidence.ts";

/** A thing that it is doubted of whether it is there. */
export type Doubted = { readonly resource: string; readonly name: string };

/** Asks the server itself, and says where that has what was in doubt, and what was known before had not. */
export const readLive = async (
  parts: Parts,
  { language }: State,
  { reads, about }: { readonly reads: readonly Read[]; readonly about?: Doubted },
): Promise<void> => {
  const { signal, record } = parts.turn();
  record.repaired.push(...reads.map(callKey));
  const before = wherever(parts, reads, about);
  await readAll(parts, reads, { signal, maxAgeMs: 0 });
  const after = wherever(parts, reads, about);
  if (about !== undefined && before === false && after === true)
    record.notes.push(sayOfThing(language, "appeared", about));
};

/** Whether one of the lists has the thing; undefined where none tells. */
const wherever = (parts: Parts, reads: readonly Read[], about: Doubted | undefined): boolean | undefined => {
  const lists = reads
    .filter((call) => kindListed(parts, call) === about?.resource)
    .flatMap((call) => {
      const rows = rowsIn(parts, call);
      return rows === undefined ? [] : [rows];
    });
  if (about === undefined || lists.length === 0) return undefined;
  return lists.flat().some(({ name }) => [name, workloadNameOf(name)].includes(about.name));
};
