/** How questions for a yes or no are put: how they begin, how they end, and the Chinese words that make one. */

const opening = "(?:(?:so|and|but|also|hey|hi|ok|okay|well|wait|um|please|pls)[,\\s]+){0,4}";
const begins = (words: string): RegExp => new RegExp(`^\\s*${opening}(?:${words})(?![\\w'])`, "iu");

/** “Is web …”, “so didn't it …”. */
export const beginsWhether = begins("(?:is|are|was|were|do|does|did|has|have)(?:n't)?");

/** “Any errors …”, “can you see …”. */
export const beginsAny = begins("any|anything|got any|(?:can|could) (?:you|we|i) (?:see|find|spot)");

/** “…, right?”, “… or not”. */
export const endsWhether =
  /,? (?:right|yes|no|correct|isn't it|is it|or not|y\/n)[?!.\s]*$|(?:对不对|对吧|是吧|吧)[?？!！。.~\s]*$/iu;

/** “…吗”, “…没有”: particles at the end. */
export const zhEndsWhether = /(?:吗|么|嘛|没有|没|不)[?？!！。.~\s]*$/u;

/** “有没有”, “是否”: what asks whether there is any, wherever it stands. */
export const zhWhetherAny = /有没有|有无|是否|是不是有/u;

/** “是不是”, “设没设”: what asks whether it is so. */
export const zhWhetherSo = /是不是|[设配]没[设配]/u;
