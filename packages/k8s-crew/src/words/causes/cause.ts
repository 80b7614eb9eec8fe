import type { Language } from "../../output/output.ts";
import type { DocumentationPage } from "../documentation.ts";

type Sentences = { readonly [language in Language]: string };

/**
 * One cause of trouble. `title` says what is wrong, `why` what is likely behind it, `next` what to do; `{slots}` come
 * from what was read. `source` is where to read further.
 */
export type Cause = {
  readonly source: DocumentationPage;
  readonly title: Sentences;
  readonly why: Sentences;
  readonly next: Sentences;
};
