import type { Language } from "../conversation/output.ts";

export type Slots = Readonly<Record<string, string | number>>;

/** A sentence with its `{slots}` filled. A slot that is not given stays visible, so that a test finds it. */
export const fill = (sentence: string, slots: Slots): string =>
  sentence.replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot));

/** Somebody else's words inside a sentence of ours; nothing where they said nothing. */
export const bracketed = (language: Language, text: string): string => {
  const said = text.trim().replace(/[.。]$/, "");
  if (said === "") return "";
  return language === "zh" ? `（${said}）` : ` (${said})`;
};
