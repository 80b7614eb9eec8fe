import { createInterface, type Interface } from "node:readline";
import { PassThrough } from "node:stream";
import { quietMs } from "./approval.ts";
import { type Key, keysIn } from "./keys.ts";
import { expandPastes, historySize, type LineMemory, lineOfPaste, remember } from "./line-memory.ts";
import type { MenuStep } from "./menu.ts";
import { createMenuBelow, type Menu } from "./menu-below.ts";
import type { Segment } from "./segments.ts";

/** How reading a line ended. */
export type LineEnd =
  | { readonly kind: "line"; readonly text: string }
  /** An item of the menu. */
  | { readonly kind: "picked"; readonly index: number }
  /** Ctrl-D on an empty line, or the end of a pipe. */
  | { readonly kind: "end" }
  /** Ctrl-C on an empty line. */
  | { readonly kind: "interrupt" };

export type LineEditorOptions = {
  readonly output: NodeJS.WriteStream;
  readonly prompt: string;
  /** What may be picked instead of typed; shown below the line. */
  readonly menu: Menu | undefined;
  readonly memory: LineMemory;
  /** The mark that stands for a paste of several lines. */
  readonly pasteMark: (lines: number, index: number) => string;
  readonly suspend: () => void;
};

/** Edits one line with Node's own editor; the keys come from `take`, so that a paste never reaches it as keys. */
export const createLineEditor = (options: LineEditorOptions) => {
  const { output, prompt, memory, pasteMark, suspend } = options;
  const keys = new PassThrough();
  const history = [...memory.history];
  const editor = createInterface({ input: keys, output, terminal: true, prompt, history, historySize });
  repairEditor(editor, keys, output);
  const menu = options.menu && createMenuBelow(options.menu, editor, output);
  const { ended, isOpen, finish } = createEnd(editor);
  const draw = () => {
    if (isOpen()) menu?.draw();
  };
  const submit = () => {
    editor.write(null, { ctrl: true, name: "e" });
    menu?.leave();
    keys.write("\r");
  };
  const press = createPress(options, {
    line: ({ name, text }) => (name === "enter" ? submit() : void keys.write(text)),
    menu: (name) => menu?.press(name) ?? { kind: "line" },
    isEmpty: () => editor.line === "",
    pick: (step) => {
      clearLine(editor);
      editor.write(options.menu?.items[step.index]?.label ?? "");
      menu?.leave();
      output.write("\n");
      finish(step);
    },
  });
  editor.on("line", (line) => {
    remember(memory.history, line);
    finish({ kind: "line", text: expandPastes(line, memory.pastes) });
  });
  editor.on("SIGINT", () => {
    if (editor.line !== "") return clearLine(editor);
    menu?.erase();
    output.write("\n");
    finish({ kind: "interrupt" });
  });
  editor.on("SIGTSTP", () => {
    menu?.erase();
    suspend();
  });
  editor.on("close", () => {
    if (isOpen()) menu?.erase();
    output.off("resize", draw);
    finish({ kind: "end" });
  });
  editor.prompt();
  output.on("resize", draw);
  draw();
  return {
    ended,
    take: (segment: Segment) => {
      if (segment.kind === "typed") {
        for (const key of keysIn(segment.text)) if (isOpen()) press(key);
      } else {
        editor.write(lineOfPaste(segment.text, memory.pastes, pasteMark));
        if (segment.submitted) submit();
      }
      draw();
    },
    redraw: () => {
      editor.prompt(true);
      draw();
    },
    close: () => editor.close(),
  };
};

/** The first end that comes is the one. */
const createEnd = (editor: Interface) => {
  let open = true;
  let resolve: (end: LineEnd) => void = () => {};
  const ended = new Promise<LineEnd>((settle) => {
    resolve = settle;
  });
  const finish = (end: LineEnd) => {
    if (!open) return;
    open = false;
    resolve(end);
    editor.close();
  };
  return { ended, isOpen: () => open, finish };
};

type Takers = {
  readonly line: (key: Key) => void;
  readonly menu: (name: NonNullable<Key["name"]>) => MenuStep;
  readonly pick: (step: Extract<MenuStep, { readonly kind: "picked" }>) => void;
  readonly isEmpty: () => boolean;
};

/** Each key goes to the menu, where there is one that wants it, else to the line. */
const createPress = ({ menu }: Pick<LineEditorOptions, "menu">, takers: Takers) => {
  const opened = performance.now();
  let isSeen = menu?.asks !== true;
  return (key: Key): void => {
    if (key.name === undefined || menu === undefined) {
      takers.line(key);
      return;
    }
    // A person needs longer than this to see what would be taken: such an Enter was meant for something else.
    isSeen ||= key.name !== "enter" || !takers.isEmpty() || performance.now() - opened >= quietMs;
    if (!isSeen) return;
    const step = takers.menu(key.name);
    if (step.kind === "line") takers.line(key);
    if (step.kind === "picked") takers.pick(step);
  };
};

/**
 * Faults of node:readline. On Node 20.20.2 characters that arrive together in the middle of a line, as an input method
 * sends them, land at its end, all but the last; this flag is what its wrong branch asks. When a line grows over the
 * edge of the screen at once, or the screen changes its width, the editor does not notice that the line has other rows,
 * and prints the first one twice.
 */
const repairEditor = (editor: Interface, keys: PassThrough, output: NodeJS.WriteStream): void => {
  Object.defineProperty(editor, "isCompletionEnabled", { get: () => true, set: () => {}, configurable: true });
  const countRows = () => Reflect.set(editor, "prevRows", editor.getCursorPos().rows);
  keys.on("keypress", countRows);
  output.prependListener("resize", countRows);
  editor.on("close", () => output.off("resize", countRows));
};

const clearLine = (editor: Interface): void => {
  editor.write(null, { ctrl: true, name: "e" });
  editor.write(null, { ctrl: true, name: "u" });
};
