import type { Choice, Conversation, Language, NextStep, Standing } from "@k8s-copilot/k8s-crew";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";
import type { Attempt } from "./problem.ts";
import type { Settings } from "./settings/settings.ts";
import type { Say } from "./words.ts";

/** What is needed to start: who asks for what, under which settings. */
export type OpenRequest = {
  readonly flags: Flags;
  readonly settings: Settings;
  /** The file that settings came from, where there is one. */
  readonly configFile: string | undefined;
  readonly io: Io;
  /** Undefined: each message's own language. */
  readonly language: Language | undefined;
  readonly say: Say;
  /** The language of `say`. */
  readonly spoken: Language;
  /** The language of messages that tell none: the computer's. */
  readonly locale: Language;
  readonly signal: AbortSignal;
  /** `guided` leads step by step, as a talk can; `direct` searches first and asks only among what it found. */
  readonly guidance: "guided" | "direct";
  /** It is a conversation, to be kept, and not only a look at the server. */
  readonly isTalk: boolean;
};

/** A tool as it was understood, for a person to read. */
export type KnownTool = {
  readonly tool: string;
  readonly server: string;
  readonly verb: string;
  readonly resource: string;
  readonly effect: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly role: string;
    readonly required: boolean;
    /** The tool that lists its possible values. */
    readonly choicesFrom?: string;
  }[];
};

/** What a reply is held against. */
export type Asked = { readonly choices: readonly Choice[]; readonly parameter: string };

/** A conversation that is ready, and what to tell a person about it. `close` ends every process and socket behind it. */
export type Session = {
  readonly conversation: Conversation;
  /** How every tool was understood: takes a moment, so only who shows it asks. */
  tools(): readonly KnownTool[];
  /** What can always be asked; `beside` other requests, none of those again. */
  readonly quickCommands: (language: Language, beside?: readonly NextStep[]) => readonly NextStep[];
  /** The command that a message is, however it is said; undefined for anything else. */
  readonly commandIn: (message: string) => string | undefined;
  /** Whether a text says something by itself, as “no” or a request does, and does not just name one of the choices. */
  readonly saysItself: (text: string, question: Asked) => boolean;
  /** The word to type for a change that can be undone, and whether a text agrees to it without doubt. */
  readonly consent: {
    readonly word: Readonly<Record<Language, string>>;
    /** Others that agree as well, to be told. */
    readonly too: Readonly<Record<Language, string>>;
    readonly isGivenBy: (text: string) => boolean;
  };
  readonly servers: readonly { readonly name: string; readonly toolCount: number }[];
  /** The model's name; undefined where the built-in rules answer. */
  readonly model: string | undefined;
  readonly cluster: string | undefined;
  readonly sandbox: boolean;
  readonly warnings: readonly string[];
  /** It is kept, and a later process can go on with it. */
  readonly isKept: boolean;
  /** Where it stood, if it was begun by an earlier process. */
  readonly standing: Standing | undefined;
  close(): Promise<void>;
};

/** Finds the server and the model, and starts a conversation with them. */
export type Open = (request: OpenRequest) => Promise<Attempt<Session>>;

/** Single looks at what a conversation needs, for `doctor`: one line on what was found, or what is wrong. */
export type Probes = {
  /** Connects to the servers and counts their tools. */
  servers(request: OpenRequest): Promise<Attempt<string>>;
  model(request: OpenRequest): Promise<ModelProbes>;
};

/** Looks at a model's service, each of which supposes the ones before it. */
export type ModelProbes = {
  /** Whether a model service answers there. */
  service(): Promise<Attempt<string>>;
  /** Whether it takes the key, and what is left of it. */
  key(): Promise<Attempt<string>>;
  /** Whether a model is there, can call tools, and how long. 0 is the one that is set; those that stand in follow. */
  model(index: number): Promise<Attempt<string>>;
  /** Whether one short request is answered. */
  reply(): Promise<Attempt<string>>;
};

/** Everything that stands behind the terminal. */
export type Backend = { readonly open: Open; readonly probes: Probes };
