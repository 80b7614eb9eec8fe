import { readFileSync } from "node:fs";
import { type Attempt, causeOf, failed, ok } from "../problem.ts";
import type { Say } from "../words.ts";

/** A UTF-8 file's text, without its byte order mark; undefined when there is no such file (a folder is none). */
export const readTextFile = (file: string, say: Say): Attempt<string | undefined> => {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file)));
  } catch (thrown) {
    const cause = causeOf(thrown);
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes(cause)) return ok(undefined);
    if (cause === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return failed("settings_not_text", say("fileNotText", { file }), say("fileNotTextRemedy"));
    return failed("settings_unreadable", say("fileUnreadable", { file, cause }), say("fileUnreadableRemedy"));
  }
};
