import { existsSync } from "node:fs";
import { fileOf, idsIn } from "./folder.ts";
import type { KeptTurn } from "./kept-turn.ts";
import { lockSession } from "./lock.ts";
import { type About, openSessionFile } from "./session-file.ts";

/** A conversation's file as it is read: what it is and its turns. */
export type ReadSession = { readonly about: About; readonly turns: readonly KeptTurn[] };

/** Undefined where nothing can be made of it. */
export const readSession = (folder: string, id: string): ReadSession | undefined => {
  const path = fileOf(folder, id);
  if (!existsSync(path)) return undefined;
  try {
    const file = openSessionFile(path);
    try {
      const about = file.about();
      return about && { about, turns: file.turns() };
    } finally {
      file.close();
    }
  } catch {
    return undefined;
  }
};

export type SessionState = "inUse" | "waits" | "cut" | "ended" | "broken";

export type Summary = {
  readonly id: string;
  readonly state: SessionState;
  readonly begun: number | null;
  readonly last: number | null;
  readonly turns: number;
  readonly about: string;
  readonly beganWith: string;
};

/** All that are kept, the last one first. */
export const summariesIn = (folder: string): readonly Summary[] =>
  idsIn(folder)
    .map(({ id }) => summaryOf(folder, id))
    .sort((one, other) => (other.last ?? 0) - (one.last ?? 0));

const summaryOf = (folder: string, id: string): Summary => {
  const read = readSession(folder, id);
  const nothing = { begun: null, last: null, turns: 0, about: "", beganWith: "" };
  if (read === undefined) return { id, state: isFree(folder, id) ? "broken" : "inUse", ...nothing };
  const { about, turns } = read;
  const last = turns.at(-1);
  return {
    id,
    state: isFree(folder, id) ? stateOf(last) : "inUse",
    begun: about.begun,
    last: last?.at ?? about.begun,
    turns: turns.length,
    about: about.heldWith,
    beganWith: turns[0]?.message ?? "",
  };
};

const stateOf = (last: KeptTurn | undefined): SessionState => {
  if (last === undefined) return "ended";
  if (last.result === undefined) return "cut";
  return last.result.question === null ? "ended" : "waits";
};

export const isFree = (folder: string, id: string): boolean => {
  try {
    const unlock = lockSession(fileOf(folder, id));
    unlock?.();
    return unlock !== undefined;
  } catch {
    return true;
  }
};
