/** What fills a placeholder. */
export type InputValue = string | number | boolean;

export type Inputs = { readonly [placeholder: string]: InputValue };

type Letter =
  | ("a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "i" | "j" | "k" | "l" | "m")
  | ("n" | "o" | "p" | "q" | "r" | "s" | "t" | "u" | "v" | "w" | "x" | "y" | "z");
type First = Letter | Uppercase<Letter> | "_";
type Later = First | "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "-";

type IsRest<Text extends string> = Text extends ""
  ? true
  : Text extends `${infer Character}${infer Rest}`
    ? Character extends Later
      ? IsRest<Rest>
      : false
    : false;

type IsName<Text extends string> = Text extends `${infer Character}${infer Rest}`
  ? Character extends First
    ? IsRest<Rest>
    : false
  : false;

type NameBefore<Text extends string> = Text extends `${infer Name}}${string}`
  ? IsName<Name> extends true
    ? Name
    : never
  : never;

/**
 * The names in braces of a literal text: `"why is {service} slow"` gives `"service"`. Braces around anything but a name,
 * as in JSON, are none. `string` where the text is not known to the compiler.
 */
export type Placeholders<Text extends string, Found extends string = never> = string extends Text
  ? string
  : Text extends `${string}{${infer Rest}`
    ? Placeholders<Rest, Found | NameBefore<Rest>>
    : Found;

const PLACEHOLDER = /\{([A-Za-z_][A-Za-z0-9_-]*)\}/g;

/** The names of the placeholders in the texts, each once, in the order of their first use. */
export function placeholdersOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name)))];
}

/** The text with its placeholders filled; one without an input stays, as every other pair of braces does. */
export function fillPlaceholders(text: string, inputs: Inputs): string {
  return text.replace(PLACEHOLDER, (braces, name: string) =>
    Object.hasOwn(inputs, name) ? `${inputs[name]}` : braces,
  );
}
