/** What can be wrong with a turn; each is scored by itself. */
export const aspects = [
  "status",
  "calls",
  "arguments",
  "question",
  "choices",
  "facts",
  "forbidden",
  "leftovers",
  "unsafe",
  "invented",
  "model",
] as const;
export type Aspect = (typeof aspects)[number];
export type Fault = { readonly aspect: Aspect; readonly message: string };
