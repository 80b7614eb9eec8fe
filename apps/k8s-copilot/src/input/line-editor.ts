import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import type { Segment } from "./segments.ts";

/** How reading a line ended. */
export type LineEnd =
  | { readonly kind: "line"; readonly text: string }
  /** Ctrl-D on an empty line, or the end of a pipe. */
  | { readonly kind: "end" }
  /** Ctrl-C on an empty line. */
  | { readonly kind: "interrupt" };

/** What lasts over the lines of one talk. */
export type LineMemory = {
  /** Newest first. */
  readonly history: string[];
  /** What was pasted in several lines, by the mark that stands for it in the line. */
  readonly pastes: Map<string, string>;
};

export type LineEditorOptions = {
  readonly output: NodeJS.WriteStream;
  readonly prompt: string;
  readonly memory: LineMemory;
  /** The mark that stands for a paste of several lines. */
  readonly pasteMark: (lines: number, index: number) => string;
  readonly suspend: () => void;
};

const historySize = 1000;

/** Edits one line with Node's own editor; the keys come from `take`, so that a paste never reaches it as keys. */
export const createLineEditor = (options: LineEditorOptions) => {
  const { output, prompt, memory, pasteMark } = options;
  const keys = new PassThrough();
  const history = [...memory.history];
  const editor = createInterface({ input: keys, output, terminal: true, prompt, history, historySize });
  repairEditor(editor, keys);
  const ended = new Promise<LineEnd>((resolve) => {
    editor.on("line", (line) => {
      remember(memory.history, line);
      resolve({ kind: "line", text: expandPastes(line, memory.pastes) });
      editor.close();
    });
    editor.on("SIGINT", () => {
      if (editor.line !== "") return clearLine(editor);
      output.write("\n");
      resolve({ kind: "interrupt" });
      editor.close();
    });
    editor.on("SIGTSTP", options.suspend);
    editor.on("close", () => resolve({ kind: "end" }));
  });
  editor.prompt();
  return {
    ended,
    take: (segment: Segment) => {
      if (segment.kind === "typed") return void keys.write(segment.text);
      editor.write(lineOfPaste(segment.text, memory.pastes, pasteMark));
      if (segment.submitted) keys.write("\r");
    },
    redraw: () => editor.prompt(true),
    close: () => editor.close(),
  };
};

type Editor = ReturnType<typeof createInterface>;

/**
 * Two faults of node:readline. On Node 20.20.2 characters that arrive together in the middle of a line, as an input
 * method sends them, land at its end, all but the last; this flag is what its wrong branch asks. And when a line grows
 * over the edge of the screen at once, the editor does not notice that it has more rows, and prints the first one twice.
 */
const repairEditor = (editor: Editor, keys: PassThrough): void => {
  Object.defineProperty(editor, "isCompletionEnabled", { get: () => true, set: () => {}, configurable: true });
  keys.on("keypress", () => {
    Reflect.set(editor, "prevRows", editor.getCursorPos().rows);
  });
};

const clearLine = (editor: Editor): void => {
  editor.write(null, { ctrl: true, name: "e" });
  editor.write(null, { ctrl: true, name: "u" });
};

const remember = (history: string[], line: string): void => {
  if (line.trim() === "" || line === history[0]) return;
  history.unshift(line);
  history.length = Math.min(history.length, historySize);
};

/** A paste of one line is edited as if typed; one of several lines is kept aside, and a mark stands for it. */
const lineOfPaste = (text: string, pastes: Map<string, string>, mark: LineEditorOptions["pasteMark"]): string => {
  const whole = text.replace(/\n+$/, "");
  const lines = whole.split("\n").length;
  if (lines === 1) return whole.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, "").replaceAll("\t", " ");
  const name = mark(lines, pastes.size + 1);
  pastes.set(name, whole);
  return name;
};

const expandPastes = (line: string, pastes: ReadonlyMap<string, string>): string => {
  let text = line;
  for (const [mark, pasted] of pastes) text = text.replace(mark, () => pasted);
  return text;
};
