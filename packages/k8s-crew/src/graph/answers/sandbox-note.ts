import type { Language } from "../../output/output.ts";
import { say } from "../../words/conversation-words.ts";
import type { Settings } from "../parts.ts";

/** That none of it is real, in the language of what stands under it. */
export const sandboxNote = ({ sandbox }: Pick<Settings, "sandbox">, language: Language): readonly string[] =>
  sandbox ? [say(language, "sandboxNote")] : [];
