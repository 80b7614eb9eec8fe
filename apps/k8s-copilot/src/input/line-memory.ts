/** What lasts over the lines of one talk. */
export type LineMemory = {
  /** Newest first. */
  readonly history: string[];
  /** What was pasted in several lines, by the mark that stands for it in the line. */
  readonly pastes: Map<string, string>;
};

export const historySize = 1000;

export const remember = (history: string[], line: string): void => {
  if (line.trim() === "" || line === history[0]) return;
  history.unshift(line);
  history.length = Math.min(history.length, historySize);
};

/** A paste of one line is edited as if typed; one of several lines is kept aside, and a mark stands for it. */
export const lineOfPaste = (
  text: string,
  pastes: Map<string, string>,
  mark: (lines: number, index: number) => string,
): string => {
  const whole = text.replace(/\n+$/, "");
  const lines = whole.split("\n").length;
  if (lines === 1) return whole.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, "").replaceAll("\t", " ");
  const name = mark(lines, pastes.size + 1);
  pastes.set(name, whole);
  return name;
};

export const expandPastes = (line: string, pastes: ReadonlyMap<string, string>): string => {
  let text = line;
  for (const [mark, pasted] of pastes) text = text.replace(mark, () => pasted);
  return text;
};
