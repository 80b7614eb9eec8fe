/** Keys that a menu may take for itself; every other one is the line's. */
export type KeyName = "up" | "down" | "pageUp" | "pageDown" | "enter" | "escape" | "tab" | "backTab";

/** What was typed, piece by piece: one key, or a run of plain characters. `text` is what arrived. */
export type Key = { readonly name: KeyName | undefined; readonly text: string };

const names: Readonly<Record<string, KeyName>> = {
  "\x1b[A": "up",
  "\x1bOA": "up",
  "\x1b[B": "down",
  "\x1bOB": "down",
  "\x1b[5~": "pageUp",
  "\x1b[6~": "pageDown",
  "\r": "enter",
  "\n": "enter",
  "\x1b": "escape",
  "\t": "tab",
  "\x1b[Z": "backTab",
};

/** A sequence as ECMA-48 has them, Escape before another key (Alt), a control character, or plain text. */
const piece = /\x1b(?:\[[0-?]*[ -/]*[@-~]?|O[@-~]?|[^\x1b[O])?|[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+/gsu;

export const keysIn = (typed: string): readonly Key[] =>
  (typed.match(piece) ?? []).map((text) => ({ name: names[text], text }));
