import type { Parameter } from "../catalog/types.ts";
import type { Language } from "../output/output.ts";
import { say } from "../words/conversation-words.ts";

/** Asks for a value in the words of the server, as far as they say what it is. */
export const valueQuestion = (language: Language, { name, description, type }: Parameter): string =>
  say(language, "askValue", { parameter: name, description: firstSentence(description) || type });

/** What a server writes beyond the first sentence explains nothing to who is asked, and may be meant for others. */
const firstSentence = (text: string): string =>
  (/^.{1,160}?(?=[.。!！?？;；](?:\s|$)|[。！？；]|\n|$)/u.exec(text.trim())?.[0] ?? text.trim().slice(0, 160)).trim();
