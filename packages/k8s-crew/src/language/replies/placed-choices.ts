import type { ReplyChoice } from "../types.ts";

/** “In search”, “search 里的”: a name that is also a word of the language is one where it stands as a place does. */
export const placedChoices = (text: string, choices: readonly ReplyChoice[]): readonly ReplyChoice[] =>
  choices.filter(({ value }) => placeOf(value)?.test(text) === true);

/** The text without the choices that stand in it as places: what they are called wishes for nothing. */
export const withoutPlaced = (text: string, choices: readonly ReplyChoice[]): string =>
  placedChoices(text, choices).reduce((rest, { value }) => rest.replaceAll(value, " "), text);

const placeOf = (name: string): RegExp | undefined =>
  /^[a-z][a-z-]{2,40}$/u.test(name)
    ? new RegExp(
        `(?:\\b(?:in|on|at|from|namespace|ns|cluster)\\s+(?:the\\s+)?|在\\s?)${name}(?![\\w-])|(?<![\\w-])${name}\\s?(?:里|中|命名空间|集群|那个|(?:ns|namespace|cluster|one)\\b)`,
        "iu",
      )
    : undefined;
