import type { BaseStore } from "@langchain/langgraph";

/** Something that a task found out. */
export type Remembered = {
  /** The task's name. */
  readonly task: string;
  /** The agent's name. */
  readonly agent: string;
  readonly text: string;
};

/** With what was asked for: words of it are found too, a quarter as much as words of the text, and never given out. */
export type ToRemember = Remembered & { readonly request?: string };

export type Recall = { readonly items: readonly Remembered[]; readonly problem?: string };

export type RecallOptions = {
  /** Texts that are known anyway: they take no place among what is recalled. Default: none. */
  readonly without?: readonly string[];
  /** Ends the search. */
  readonly signal?: AbortSignal;
};

/**
 * The memory for one run: it waits for what it wrote itself and tells of that, whatever others write at the same time. Nothing
 * in it is asked of a model, and a store that fails or hangs costs no run: `recall` gives what it found by then, and both say
 * why in `problem`.
 */
export type MemorySession = {
  /** What is most like the query, best first, each text once. Waits for what this session is writing. */
  recall(query: string, options?: RecallOptions): Promise<Recall>;
  /** Writes under a key, in place of what stands there; returns at once. */
  remember(key: string, item: ToRemember): void;
  /** Resolves when everything is written that this session wrote, with what could not be since it was last asked. */
  settled(): Promise<readonly string[]>;
};

/** What crews know from earlier tasks and runs. Its own three functions are a session too: that of whoever made it. */
export type Memory = MemorySession & {
  /** One for each run. They see what the others have written. */
  session(): MemorySession;
};

export type MemoryOptions = {
  /** Any store of LangGraph. One with an index finds by meaning; else equal words count, and every entry is looked at. */
  readonly store: BaseStore;
  /**
   * Where in the store: crews that share it share what they know, and no others do, also not those of a namespace that begins
   * with it. Default `["crew"]`.
   */
  readonly namespace?: readonly string[];
  /** How much is recalled at once. Default 5. */
  readonly limit?: number;
  /** Characters that are kept of one text; the middle of a longer one is left out. Default 10 000. */
  readonly textLimit?: number;
  /** Milliseconds for one write, and for one recall after that. `Infinity`: as long as the store takes. Default 5 000. */
  readonly timeoutMs?: number;
};

/** The options with their defaults. */
export type Place = Required<MemoryOptions>;
