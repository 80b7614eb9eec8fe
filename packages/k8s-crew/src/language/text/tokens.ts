/**
 * A piece of text as it stands: a `word` of Latin letters, digits and the marks of names, or a path; one `han` character;
 * a `quoted` name; a `mark` that ends a clause.
 */
export type Token = { readonly kind: "word" | "han" | "quoted" | "mark"; readonly text: string };

/** Quotes hold at most this many characters; a longer or unclosed quote is no quote. */
const pattern =
  /`([^`\n]{1,200})`|"([^"\n]{1,200})"|(?<![\p{L}\p{N}])'([^'\n]{1,200})'(?![\p{L}\p{N}])|('[A-Za-z]{1,2})(?![A-Za-z])|((?:(?<![\w.\-/\p{Script=Han}])(?:\.{1,2}|~)?\/(?=[\w.]))?[A-Za-z0-9_][A-Za-z0-9_.\-/:@=+]*|(?<![\w.\-/\p{Script=Han}])\.{1,2}(?:\/\.{1,2})*\/[A-Za-z0-9_.\-/]+)|(\p{Script=Han})|([,.;!?。、\n])/gu;

/** A normalized text without the phrases that are quoted in it: what is left is what the person says. */
export const withoutQuotedPhrases = (text: string): string =>
  text.replace(/`([^`\n]{1,200})`|"([^"\n]{1,200})"/gu, (whole: string, backtick?: string, double?: string) =>
    quotedTokens((backtick ?? double ?? "").trim()).length > 0 ? whole : " ",
  );

/** Splits a normalized text. A quoted phrase with spaces in it is left out: it is quoted, not said. */
export const tokenize = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const [, backtick, double, single, suffix, word, han, mark] = match;
    const quoted = (backtick ?? double ?? single)?.trim();
    if (quoted !== undefined) tokens.push(...quotedTokens(quoted));
    else if (suffix !== undefined) tokens.push({ kind: "word", text: suffix });
    else if (word !== undefined) tokens.push(...wordTokens(word));
    else if (han !== undefined) tokens.push({ kind: "han", text: han });
    else if (mark !== undefined) tokens.push({ kind: "mark", text: mark });
  }
  return tokens;
};

const quotedTokens = (quoted: string): readonly Token[] =>
  /^[A-Za-z0-9_.\-/:@=+]+$/u.test(quoted) ? [{ kind: "quoted", text: quoted }] : [];

/** "dev." at the end of a sentence is dev and a mark; "cart:" is cart. */
const wordTokens = (word: string): readonly Token[] => {
  const end = lastNameCharacter(word) + 1;
  const text = word.slice(0, end);
  return end < word.length
    ? [
        { kind: "word", text },
        { kind: "mark", text: word.slice(end) },
      ]
    : [{ kind: "word", text }];
};

const lastNameCharacter = (word: string): number => {
  let last = word.length - 1;
  while (last > 0 && ".-/:@=+".includes(word.charAt(last))) last -= 1;
  return last;
};
