import type { CallResult } from "@k8s-copilot/crew";
import type { AgentOptions } from "../agents/types.ts";
import type { Timeline } from "../diagnosis/changes/types.ts";
import type { Drain } from "../diagnosis/drain/drain.ts";
import type { Reach } from "../diagnosis/reach/reach.ts";
import type { Diagnosis } from "../diagnosis/types.ts";
import type { Causes } from "../diagnosis/worst.ts";
import type { TurnEvent } from "../output/events.ts";
import type { CallRecord, Language } from "../output/output.ts";
import type { ClusterSurvey, Listing, Read } from "../overview/types.ts";
import type { LookResult } from "../playbooks/look-chain.ts";
import type { Readings, Row } from "../results/types.ts";
import { saySpent } from "../words/budget-words.ts";
import type { Account } from "./account.ts";

/**
 * What lives as long as one message is being answered, outside the graph's state: where events go, how to stop, and
 * what was read. The shelf outlives a pause, so that a list that was offered is not read again to understand the reply.
 */
export type Turn = {
  readonly signal: AbortSignal;
  readonly width: number;
  readonly emit: (event: TurnEvent) => void;
  /** What was done so far is kept when this has come back: no change leaves before. */
  readonly writeDown: () => Promise<void>;
  /** What was said, without the secrets in it. */
  readonly masked: (said: string) => string;
  readonly shelf: Shelf;
  readonly record: TurnRecord;
  /** What is used, and may still be. */
  readonly account: Account;
};

/**
 * Results of the current request by call key, the rows of lists that were looked at more closely, what was found wrong
 * with the things that calls read, and the last survey.
 */
export type Shelf = {
  readonly results: Map<string, ShelvedResult>;
  readonly details: Map<string, readonly Row[]>;
  readonly diagnoses: Map<string, Diagnosis>;
  /** What the network lets through, by the call of the step that asked. */
  readonly reaches: Map<string, Reach>;
  /** What draining a node would do, by the call of the step that asked. */
  readonly drains: Map<string, Drain>;
  surveys: readonly ClusterSurvey[];
  /** What the looks of a playbook found, beside the survey. */
  looks: readonly LookResult[];
  /** Why the worst of what the survey found is as it is. */
  causes: Causes | undefined;
  /** What the steps show that were added because of what was found, by number. */
  further: ReadonlyMap<number, Listing<Row>>;
  /** Things with whether anything uses them, by cluster, where that was asked. */
  users: ReadonlyMap<string, Listing<Row>> | undefined;
  /** What changed, in each place that was asked about. */
  timelines: readonly Timeline[];
};

/** A result, when it was read (milliseconds since the epoch), and what was made of it so far. */
export type ShelvedResult = CallResult & { readonly readAt: number; readonly readings: Readings };

export type TurnRecord = {
  readonly calls: CallRecord[];
  /** Calls that change something, as they were sent; what came back stands in `calls`. */
  readonly changes: Read[];
  readonly warnings: string[];
  /** Of the warnings: that another answers than before. */
  readonly switches: string[];
  /** What was assumed or taken without a question, to be said in the answer. */
  readonly notes: string[];
  /** How many of these notes stood before the message was planned. */
  heard?: number;
  /** What was told of the answer before it was whole: it stays as it was told. */
  begun?: Begun;
  /** What turned out to be no longer so and was mended: each once, so that nothing goes in circles. */
  readonly repaired: string[];
};

/** Parts of an answer, each of one or more lines: its facts, and how old they were at that time (milliseconds). */
export type Begun = { readonly at: number; readonly facts: readonly string[]; readonly age: readonly string[] };

export const emptyShelf = (): Shelf => ({
  results: new Map(),
  details: new Map(),
  diagnoses: new Map(),
  reaches: new Map(),
  drains: new Map(),
  surveys: [],
  looks: [],
  causes: undefined,
  further: new Map(),
  users: undefined,
  timelines: [],
});

/** What was read is no answer any more. */
export const clearShelf = (shelf: Shelf): void => {
  const { surveys, looks, causes, further, users, timelines } = emptyShelf();
  Object.assign(shelf, { surveys, looks, causes, further, users, timelines });
  for (const kept of [shelf.results, shelf.details, shelf.diagnoses, shelf.reaches, shelf.drains]) kept.clear();
};

export const emptyRecord = (): TurnRecord => ({
  calls: [],
  changes: [],
  warnings: [],
  switches: [],
  notes: [],
  repaired: [],
});

/** Who counts what an agent uses, and who is told while it waits. */
export const agentOptions = ({ signal, masked, account, emit }: Turn): AgentOptions => ({
  signal,
  masked,
  meters: account.meters,
  onEvent: (event) => {
    if (event.type === "model.started") emit({ type: "model.started", agent: event.agent });
    if (event.type === "model.waiting" && event.ms >= tellingWaitMs)
      emit({ type: "model.waiting", ms: event.ms, reason: event.reason });
  },
});

/** Shorter waits are over before they are read. */
const tellingWaitMs = 500;

/** Whether the model may be asked; where its limit is used up, that is said. */
export const mayAskModel = (turn: Turn, language: Language): boolean => {
  const spent = turn.account.spent();
  if (spent !== undefined && turn.account.isNews(spent.of)) tellSwitch(turn, saySpent(language, spent));
  return spent === undefined;
};

/** Who asks for nothing but answers is told this all the same. */
export const tellSwitch = (turn: Turn, text: string): void => {
  if (!turn.record.switches.includes(text)) turn.record.switches.push(text);
  warn(turn, text);
};

export const warn = (turn: Turn, text: string): void => {
  if (turn.record.warnings.includes(text)) return;
  turn.record.warnings.push(text);
  turn.emit({ type: "warning", text });
};
