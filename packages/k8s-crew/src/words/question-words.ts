import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const questions = {
  replicas: { zh: "{name} 要改成几个副本？", en: "How many replicas should {name} have?" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Questions for a value, where the tool's own description of it is no help to a person. */
export const askFor = (language: Language, question: keyof typeof questions, slots: Slots): string =>
  fill(questions[question][language], slots);
