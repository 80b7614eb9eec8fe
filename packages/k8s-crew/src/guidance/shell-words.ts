/**
 * Words as one line that a POSIX shell (also zsh) takes apart into the same words. Undefined when a word holds a line
 * end or another control character, or one that changes the direction of writing: such a line is not what it looks like.
 */
export const commandLine = (words: readonly string[]): string | undefined =>
  words.some((word) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(word)) ? undefined : words.map(quoted).join(" ");

const quoted = (word: string): string =>
  /^[\w.:/@%+-][\w.,:/@%+=-]*$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
