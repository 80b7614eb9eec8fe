import type { Language } from "@k8s-copilot/k8s-crew";
import { cacheWords } from "./words/cache.ts";
import { conversationWords } from "./words/conversation.ts";
import { doctorWords } from "./words/doctor.ts";
import { helpWords } from "./words/help.ts";
import { modelWords } from "./words/model.ts";
import { modelsWords } from "./words/models.ts";
import { pickerWords } from "./words/picker.ts";
import { planWords } from "./words/plans.ts";
import { sessionWords } from "./words/sessions.ts";
import { setupWords } from "./words/setup.ts";

/** Every word of the terminal that a person reads, in both languages. `{name}` is filled in by `say`. */
export const words = {
  ...helpWords,
  ...setupWords,
  ...conversationWords,
  ...doctorWords,
  ...modelWords,
  ...modelsWords,
  ...planWords,
  ...sessionWords,
  ...pickerWords,
  ...cacheWords,
};

export type WordKey = keyof typeof words;

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

export const createSay =
  (language: Language): Say =>
  (key, values = {}) =>
    words[key][language].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
