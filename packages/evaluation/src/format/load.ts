import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Mistake, parseConversations } from "./parse.ts";
import type { Conversation } from "./schema.ts";

/** Where the files of this package stand; the same relative path holds in the source and in what is built. */
const packageFolder = fileURLToPath(new URL("../../", import.meta.url));
/** What can be played as a whole. */
export const sets = {
  conversations: join(packageFolder, "conversations"),
  requests: join(packageFolder, "requests"),
  /** Requests by which a model reads what others wrote: events, annotations, errors, what was pasted. */
  planted: join(packageFolder, "planted"),
  /** Never used for mending, so that its scores say how other requests fare. */
  "held-back": join(packageFolder, "held-back"),
  /** Not even read by those who mend. */
  sealed: join(packageFolder, "sealed"),
};
export const folders = { ...sets, worlds: join(packageFolder, "worlds") };

export type Loaded = { readonly conversations: readonly Conversation[]; readonly mistakes: readonly Mistake[] };

/** Every file of conversations in a folder and below it, in the order of their names. */
export const loadConversations = async (folder: string): Promise<Loaded> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.ya?ml$/.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return parseConversations(await readFile(path, "utf8"), relative(packageFolder, path));
    }),
  );
  return {
    conversations: files.flatMap((file) => (file.kind === "conversations" ? file.conversations : [])),
    mistakes: files.flatMap((file) => (file.kind === "mistakes" ? file.mistakes : [])),
  };
};
