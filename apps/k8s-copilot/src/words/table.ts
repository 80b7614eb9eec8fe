/** A text in both languages, by what it says. */
export type WordTable = { readonly [key: string]: { readonly en: string; readonly zh: string } };
