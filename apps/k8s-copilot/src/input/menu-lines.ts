import { displayWidth, fitEnd, fitMiddle } from "@k8s-copilot/k8s-crew/display-width";
import { type MenuOffer, type MenuRow, type MenuState, menuRows } from "./menu.ts";

export type MenuWords = {
  /** The row that sends the line as it is. */
  readonly said: (text: string) => string;
  readonly count: (shown: number, total: number) => string;
  /** What the keys do, most needed first; as many as fit are shown. */
  readonly choosing: readonly string[];
  /** The same while a reply in words is typed beside the choices. */
  readonly beside: readonly string[];
};

export type MenuView = {
  /** Of the screen. */
  readonly columns: number;
  readonly rows: number;
  readonly words: MenuWords;
  readonly marked: (text: string) => string;
  readonly quiet: (text: string) => string;
};

const mostItems = 15;
/** Rows that the line itself, the hint and what stands above need. */
const otherRows = 4;

/** The menu as lines of the screen, none wider than it: choices around the marker, then what the keys do. */
export const menuLines = (offer: MenuOffer, state: MenuState, view: MenuView): readonly string[] => {
  if (!state.isChoosing && !offer.asks) return [];
  const { words, quiet } = view;
  const { rows } = menuRows(offer, state.isChoosing ? state.text : "");
  const items = rows.filter(({ kind }) => kind === "item");
  const others = rows.slice(items.length);
  const size = Math.min(mostItems, items.length, Math.max(1, view.rows - otherRows - others.length));
  const first = Math.max(0, Math.min(state.at - Math.floor(size / 2), items.length - size));
  const shown = [...items.slice(first, first + size), ...others];
  const count = size < offer.items.length ? [words.count(size, offer.items.length)] : [];
  const hint = fitPieces([...count, ...(state.isChoosing ? words.choosing : words.beside)], view.columns - 1);
  return [...shown.map((row) => rowLine(row, { offer, state, view, isMarked: row === rows[state.at] })), quiet(hint)];
};

/** The items as a numbered list, to stay on the screen when the line is sent. */
export const listLines = (offer: MenuOffer, view: MenuView): readonly string[] => {
  const state = { text: "", isChoosing: false, at: 0 };
  return offer.items.map((_, index) => rowLine({ kind: "item", index }, { offer, state, view, isMarked: false }));
};

type RowPlace = {
  readonly offer: MenuOffer;
  readonly state: MenuState;
  readonly view: MenuView;
  readonly isMarked: boolean;
};

const rowLine = (row: MenuRow, { offer, state, view, isMarked }: RowPlace): string => {
  const hasMarker = state.isChoosing && isMarked;
  const number = row.kind === "item" ? `${row.index + 1}. ` : "";
  const prefix = `${hasMarker ? "❯" : " "} ${number.padStart(`${offer.items.length}. `.length)}`;
  const room = view.columns - 1 - displayWidth(prefix);
  if (row.kind === "said") {
    const text = fitEnd(view.words.said(state.text.trim()), room);
    return hasMarker ? view.marked(prefix + text) : prefix + text;
  }
  const { label = "", reason = "" } = offer.items[row.index] ?? {};
  const [name, why] = shareRoom(label, reason, room);
  return (hasMarker ? view.marked(prefix + name) : prefix + name) + (why === "" ? "" : view.quiet(`  ${why}`));
};

const gap = 2;
/** A reason cut shorter than this says nothing. */
const leastReason = 8;

/** A label keeps at least three fifths of the room. */
const shareRoom = (label: string, reason: string, room: number): readonly [string, string] => {
  const wanted = displayWidth(reason);
  const least = Math.min(displayWidth(label), Math.ceil(room * 0.6));
  const name = fitMiddle(label, Math.max(least, room - gap - wanted));
  const left = room - gap - displayWidth(name);
  const isWorthIt = wanted > 0 && left >= Math.min(wanted, leastReason);
  return isWorthIt ? [name, fitEnd(reason, left)] : [fitMiddle(label, room), ""];
};

const fitPieces = (pieces: readonly string[], width: number): string => {
  const [first = "", ...rest] = pieces;
  let text = fitEnd(first, width);
  for (const piece of rest) {
    if (displayWidth(text) + 2 + displayWidth(piece) > width) break;
    text += `  ${piece}`;
  }
  return text;
};
