import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const questions = {
  replicas: { zh: "{name} 要改成几个副本？", en: "How many replicas should {name} have?" },
  image: { zh: "用哪个镜像（image）？例如 busybox:1.36。", en: "Which image is it to run? For example busybox:1.36." },
  newPlace: { zh: "要放在哪个命名空间？", en: "In which namespace is it to run?" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Questions for a value, where the tool's own description of it is no help to a person. */
export const askFor = (language: Language, question: keyof typeof questions, slots: Slots = {}): string =>
  fill(questions[question][language], slots);
