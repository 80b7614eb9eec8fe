import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "./app.ts";

export const sessionsFolderOf = (place: Place): string =>
  join(place.home, ".local", "state", "k8s-copilot", "sessions");

export const keptFiles = (place: Place): readonly string[] => {
  try {
    return readdirSync(sessionsFolderOf(place)).sort();
  } catch {
    return [];
  }
};

/** The conversations of a place, by id. */
export const keptIds = (place: Place): readonly string[] =>
  keptFiles(place).flatMap((name) => (name.endsWith(".db") ? [name.slice(0, -3)] : []));

/** Every byte that is kept. */
export const keptBytes = (place: Place): string =>
  keptFiles(place)
    .map((name) => readFileSync(join(sessionsFolderOf(place), name), "latin1"))
    .join("\n");

export const modeOf = (file: string): number => statSync(file).mode & 0o777;
