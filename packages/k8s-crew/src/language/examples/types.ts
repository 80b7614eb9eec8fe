/**
 * What people mean, and how they say it. To correct a row needs no TypeScript.
 *
 * `means` is a sentence that the rules read, in both languages. `zh` and `en` are ways to say it that they do not; each
 * line holds several, apart by `;`. `{name}` stands for what the thing is called, `{other}` for a second thing. Where
 * something is (cluster, namespace, node) and how much of it is wanted (“last 20 lines”) need not be written: it is
 * taken over from what was said.
 *
 * Without `means` nothing is asked that can be done: examples of what must not be taken for a request.
 */
export type Meaning = {
  readonly id: string;
  /** Offered only for what is said much like one of its examples. */
  readonly onlyNear?: true;
  readonly means?: { readonly zh: string; readonly en: string };
  readonly zh: readonly string[];
  readonly en: readonly string[];
};
