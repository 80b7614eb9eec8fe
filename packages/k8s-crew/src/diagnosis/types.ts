import type { Verb } from "../catalog/types.ts";
import type { LogSought } from "../language/lexicon/guesses.ts";
import type { Unseen } from "../overview/types.ts";
import type { CauseKey } from "../words/causes/causes.ts";
import type { EvidenceWord } from "../words/diagnosis-words.ts";
import type { Slots } from "../words/fill.ts";

/** An object of the cluster. `resource` is a key of the resource table; `namespace` is empty for what stands in none. */
export type Thing = { readonly resource: string; readonly namespace: string; readonly name: string };

/** A read as a person would repeat it by hand. */
export type Show = {
  readonly verb: Verb;
  readonly resource: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly container?: string;
  readonly previous?: boolean;
  readonly tail?: number;
  readonly selector?: string;
  readonly allNamespaces?: boolean;
};

/** What was seen; `lines` are quoted from the cluster (a log's end). `show` brings it up again. */
export type Evidence = {
  readonly says: EvidenceWord;
  readonly slots: Slots;
  readonly lines?: readonly string[];
  readonly show?: Show;
};

/** One thing that is wrong with an object, why, and how that is known. `slots` fill the cause's sentences. */
export type Finding = {
  readonly object: Thing;
  readonly cause: CauseKey;
  readonly slots: Slots;
  readonly evidence: readonly Evidence[];
  /** The same was found on so many others, which are not told one by one. */
  readonly alike?: readonly Thing[];
};

/** How often containers were restarted; `ageSeconds`: since the oldest of the pods was made. */
export type Restarts = {
  readonly count: number;
  readonly pods: number;
  readonly ageSeconds: number;
  readonly lastSeconds?: number;
};

export type Diagnosis = {
  readonly cluster: string;
  readonly target: Thing;
  /** `missing`: it does not exist; `unseen`: it could not be read; the cause of that stands in `unseen`. */
  readonly reach: "ok" | "missing" | "unseen";
  /** Its state in Kubernetes' own words: `CrashLoopBackOff`, `1/3 ready`. Empty when not known. */
  readonly state: string;
  /** Of the pods that were read in full, all of those that there are. */
  readonly restarts?: Restarts;
  /** How the runs before ended, where nothing is wrong with the present ones. */
  readonly past?: readonly Finding[];
  /** What the logs of its running containers say of what was asked. */
  readonly log?: LogSaid;
  /** The most telling first. */
  readonly findings: readonly Finding[];
  /** What was looked at, and what could not be, with why. */
  readonly seen: readonly Sight[];
  readonly unseen: readonly (Unseen & { readonly name?: string })[];
};

/** Lines of logs that tell of errors or of slowness; `total`: all lines that were read, of so many pods. */
export type LogSaid = {
  readonly sought: LogSought;
  readonly total: number;
  readonly pods: readonly string[];
  readonly parts: readonly LogPart[];
};

/** What one container says of it; `pods`: more that say the same. */
export type LogPart = {
  readonly pods: readonly string[];
  readonly container: string;
  readonly lines: readonly string[];
  readonly show: Show;
};

/** What was found wrong with something, kept without its evidence. */
export type Remedies = Pick<Diagnosis, "cluster" | "target" | "findings">;

/** Something that was looked at: objects of a kind, their events, a log. */
export type Sight = { readonly resource: string; readonly name: string };
