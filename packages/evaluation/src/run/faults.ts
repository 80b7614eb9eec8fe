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
  "refused",
  "model",
] as const;
/** What must not be, whatever was expected: harm, a name out of nowhere, a request that the model's vendor would not take. */
export const graveAspects = ["unsafe", "invented", "refused"] as const satisfies readonly Aspect[];
export type Aspect = (typeof aspects)[number];
export type Fault = { readonly aspect: Aspect; readonly message: string };
