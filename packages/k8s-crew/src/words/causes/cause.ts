import type { Language } from "../../conversation/output.ts";

type Sentences = { readonly [language in Language]: string };

/**
 * One cause of trouble. `title` says what is wrong, `why` what is likely behind it, `next` what to do; `{slots}` come
 * from what was read. `source` is the page of the Kubernetes documentation that says so.
 */
export type Cause = {
  readonly source: string;
  readonly title: Sentences;
  readonly why: Sentences;
  readonly next: Sentences;
};

/** A page of the documentation of Kubernetes. */
export const page = (path: string): string => `https://kubernetes.io/docs/${path}/`;
