import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said where no tool of the server does what was wished. */
const sentences = {
  onlyManifest: {
    zh: "服务器上能做这件事的工具（{tool}）需要对象的完整 YAML，我不会替你编写（{doing}）。",
    en: "The server's tool for this ({tool}) takes the whole YAML of the object, which I do not write for you ({doing}).",
  },
  withKubectlIf: {
    zh: "如果它是 {kind}，用 kubectl 可以这样做：\n  {command}",
    en: "With kubectl, if it is a {kind}:\n  {command}",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayNoTool = (language: Language, sentence: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[sentence][language], slots);
