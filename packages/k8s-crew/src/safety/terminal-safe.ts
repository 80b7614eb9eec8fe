/**
 * What a text from outside may do to a terminal: nothing. Control characters, escape sequences, carriage returns and
 * backspaces become visible (`\x1b`), and characters that turn or hide text (bidi, zero width, tags) are taken out.
 * New lines and tabs stay. Working on single characters, it does not matter where a sequence is cut in two.
 */
export const terminalSafe = (text: string): string =>
  text
    .replace(/\r\n/g, "\n")
    // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points on purpose, whatever they combine with.
    .replace(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/gu, "")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, visible)
    .replace(/[\u2028\u2029]/g, "\n");

const visible = (character: string): string => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
