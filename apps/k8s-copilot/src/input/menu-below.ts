import type { Interface } from "node:readline";
import type { KeyName } from "./keys.ts";
import { followLine, type MenuOffer, type MenuStep, openMenu, pressMenuKey } from "./menu.ts";
import { listLines, type MenuView, menuLines } from "./menu-lines.ts";

/** What may be picked instead of typed, and how it looks. */
export type Menu = MenuOffer & Omit<MenuView, "columns" | "rows">;

/** Draws a menu below the line that is being edited; the cursor stays in the line, where an input method looks for it. */
export const createMenuBelow = (menu: Menu, editor: Interface, output: NodeJS.WriteStream) => {
  let state = openMenu(menu);
  let isShown = false;
  const paint = (lines: readonly string[]) => {
    if (isShown || lines.length > 0) output.write(paintBelow(editor, lines));
    isShown = lines.length > 0;
  };
  const view = (): MenuView => {
    const { columns = 80, rows = 24 } = output;
    return { ...menu, columns, rows };
  };
  const follow = () => {
    state = followLine(menu, state, editor.line);
  };
  return {
    press: (key: KeyName): MenuStep => {
      follow();
      const step = pressMenuKey(menu, state, key);
      if (step.kind === "moved") state = step.state;
      return step;
    },
    draw: () => {
      follow();
      paint(menuLines(menu, state, view()));
    },
    erase: () => paint([]),
    /** Before the line is sent, with the cursor at its end: what a question offered stays above what was said. */
    leave: () => {
      paint([]);
      if (menu.asks) output.write(listAbove(editor, listLines(menu, view())));
    },
  };
};

/**
 * Below the last row of the line, whatever stood there before. Lines never wrap (DECAWM off), so that a character whose
 * width the terminal sees otherwise cannot shift the rows.
 */
const paintBelow = (editor: Interface, lines: readonly string[]): string => {
  const cursor = editor.getCursorPos();
  const end = endOfLine(editor);
  const down = end.rows - cursor.rows;
  const up = down + lines.length;
  return [
    down > 0 ? `\x1b[${down}B` : "",
    `\x1b[${end.cols + 1}G\x1b[J\x1b[?7l`,
    ...lines.map((line) => `\r\n${line}`),
    up > 0 ? `\x1b[${up}A` : "",
    `\x1b[${cursor.cols + 1}G\x1b[?7h`,
  ].join("");
};

/** Puts lines where the line begins, and the line below them. */
const listAbove = (editor: Interface, lines: readonly string[]): string => {
  const { rows } = editor.getCursorPos();
  const list = lines.map((line) => `${line}\r\n`).join("");
  return `${rows > 0 ? `\x1b[${rows}A` : ""}\r\x1b[J${list}${editor.getPrompt()}${editor.line}`;
};

/** Where the line ends: the editor tells only where its cursor is. */
const endOfLine = (editor: Interface): { rows: number; cols: number } => {
  const { cursor } = editor;
  Reflect.set(editor, "cursor", editor.line.length);
  const end = editor.getCursorPos();
  Reflect.set(editor, "cursor", cursor);
  return end;
};
