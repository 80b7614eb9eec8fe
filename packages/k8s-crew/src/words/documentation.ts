import type { Language } from "../output/output.ts";

/**
 * A page of the documentation of Kubernetes, as a link on its front page would name it. Only pages that are kept in
 * both languages are named.
 */
export type DocumentationPage =
  `${"concepts" | "tasks" | "tutorials" | "reference" | "setup" | "../releases"}/${string}/`;

const frontPage = { zh: "https://kubernetes.io/zh-cn/docs/", en: "https://kubernetes.io/docs/" } as const;

/** Where a page is read in a language. */
export const addressOf = (language: Language, page: string): string => new URL(page, frontPage[language]).href;
