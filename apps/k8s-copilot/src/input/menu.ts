import type { KeyName } from "./keys.ts";

/** One thing that can be picked, free of control characters. */
export type MenuItem = { readonly label: string; readonly reason: string };

export type MenuOffer = {
  /** At least one. */
  readonly items: readonly MenuItem[];
  /** The choices of a question stand there at once, and stay beside a reply in words; else Tab or ↓ shows the items. */
  readonly asks: boolean;
  /** Words that say something by themselves (“no”, “list them”, a request): they are sent, not looked for in the items. */
  readonly saysItself: (text: string) => boolean;
};

export type MenuState = {
  /** What the line holds; what the items are narrowed by. */
  readonly text: string;
  /** The keys move the marker; else they are the line's alone. */
  readonly isChoosing: boolean;
  /** Which row the marker stands on. */
  readonly at: number;
};

/** `said`: what the line holds, to be sent as it is. */
export type MenuRow = { readonly kind: "item"; readonly index: number } | { readonly kind: "said" };

export const openMenu = (offer: MenuOffer): MenuState => ({ text: "", isChoosing: offer.asks, at: 0 });

/** The rows for a text, and the one that Enter would take. Sending the text as it is can always be chosen. */
export const menuRows = (offer: MenuOffer, text: string): { rows: readonly MenuRow[]; start: number } => {
  const words = plainWords(text);
  const all = offer.items.map((_, index): MenuRow => ({ kind: "item", index }));
  if (words === "") return { rows: all, start: 0 };
  const number = /^\d{1,3}$/.test(words) ? Number(words) : 0;
  if (number >= 1 && number <= all.length) return { rows: [...all, { kind: "said" }], start: number - 1 };
  const found = fitting(offer.items, words);
  const exact = found.findIndex((index) => offer.items[index]?.label.toLowerCase() === words);
  const rows: readonly MenuRow[] = [...found.map((index): MenuRow => ({ kind: "item", index })), { kind: "said" }];
  if (exact >= 0) return { rows, start: exact };
  return { rows, start: offer.saysItself(text) ? found.length : 0 };
};

/** Items whose label holds every word; where there is none, those whose reason does. */
const fitting = (items: readonly MenuItem[], words: string): readonly number[] => {
  const parts = words.split(/\s+/);
  const by = (of: (item: MenuItem) => string) =>
    items.flatMap((item, index) => (parts.every((part) => of(item).toLowerCase().includes(part)) ? index : []));
  const named = by(({ label }) => label);
  return named.length > 0 ? named : by(({ reason }) => reason);
};

/** Full-width letters and digits are plain ones. */
const plainWords = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** Follows the line: another text narrows the items anew, and the marker starts where Enter would be meant. */
export const followLine = (offer: MenuOffer, state: MenuState, text: string): MenuState =>
  text === state.text ? state : { ...state, text, at: menuRows(offer, text).start };

export type MenuStep =
  /** The key was the menu's. */
  | { readonly kind: "moved"; readonly state: MenuState }
  | { readonly kind: "picked"; readonly index: number }
  /** The key is the line's. */
  | { readonly kind: "line" };

const line: MenuStep = { kind: "line" };
const pageLength = 10;

export const pressMenuKey = (offer: MenuOffer, state: MenuState, key: KeyName): MenuStep =>
  state.isChoosing ? chooseByKey(offer, state, key) : openByKey(offer, state, key);

const chooseByKey = (offer: MenuOffer, state: MenuState, key: KeyName): MenuStep => {
  const { rows } = menuRows(offer, state.text);
  const last = rows.length - 1;
  const to = (at: number): MenuStep => ({ kind: "moved", state: { ...state, at } });
  switch (key) {
    case "up":
    case "backTab":
      return to(state.at === 0 ? last : state.at - 1);
    case "down":
    case "tab":
      return to(state.at === last ? 0 : state.at + 1);
    case "pageUp":
      return to(Math.max(0, state.at - pageLength));
    case "pageDown":
      return to(Math.min(last, state.at + pageLength));
    case "escape":
      return { kind: "moved", state: { ...state, isChoosing: false } };
    case "enter": {
      const row = rows[state.at];
      return row?.kind === "item" ? { kind: "picked", index: row.index } : line;
    }
  }
};

const openByKey = (offer: MenuOffer, state: MenuState, key: KeyName): MenuStep => {
  const opens = key === "tab" || (key === "down" && state.text === "");
  if (opens) return { kind: "moved", state: { ...state, isChoosing: true, at: menuRows(offer, state.text).start } };
  return key === "escape" ? { kind: "moved", state } : line;
};
