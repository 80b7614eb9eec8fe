import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  nowhereAmong: {
    zh: "这个集群的{kinds}里都没有找到“{said}”；这个服务器列不出其他类型。",
    en: "Found no “{said}” among the {kinds} of this cluster; this server lists no other kinds.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is said where a server serves only a part of what was asked. */
export const sayServed = (language: Language, key: keyof typeof sentences, slots: Slots = {}): string =>
  fill(sentences[key][language], slots);
