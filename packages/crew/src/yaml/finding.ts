/** A mistake in a file, or something in it that has no effect here: where it stands and what to do about it. */
export type Finding = {
  /** As it was passed in; of an option that was passed beside the files, its name. */
  readonly file: string;
  /** Counted from 1; 0 for an option, and for a file that cannot be read. */
  readonly line: number;
  /** The way to the value, joined by dots (`researcher.llm`); "" for the file itself. */
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
};
