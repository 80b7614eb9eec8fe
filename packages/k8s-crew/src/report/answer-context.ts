import type { Verb } from "../catalog/types.ts";
import type { Condition, Fact, Field, YesNo } from "../language/condition.ts";
import type { Ranked } from "../language/types.ts";
import type { Language } from "../output/output.ts";
import type { Quality } from "../results/filter.ts";
import type { Row } from "../results/types.ts";

/** What an answer is about and for whom. Texts of the result have been masked and made safe for a terminal. */
export type AnswerContext = {
  readonly verb: Verb;
  /** A key of the resource table. */
  readonly resource: string;
  readonly language: Language;
  /** Columns that tables may take; Infinity never shortens. */
  readonly width: number;
  /** Milliseconds since the epoch, for ages. */
  readonly now: number;
  readonly name?: string;
  readonly namespace?: string;
  /** Several namespaces were to be looked into, and not all of them could be. */
  readonly someNamespaces?: boolean;
  /** All namespaces were looked into. */
  readonly everywhere?: boolean;
  /** All that the cluster has of the kind was asked for. */
  readonly whole?: boolean;
  readonly cluster?: string;
  /** The server has several clusters and was told none. */
  readonly currentCluster?: boolean;
  /** What `name` names, where that is not the resource: the events of a pod. */
  readonly of?: string;
  readonly nameContains?: string;
  /** Of pods: only those on this node. */
  readonly node?: string;
  readonly quality?: Quality;
  /** Nobody asked in words that only what is in trouble be shown: the answer says that it is. */
  readonly supposed?: true;
  /** What rows have to meet. */
  readonly conditions?: readonly Condition[];
  /** Only the first so many. */
  readonly first?: number;
  /** How many there are, where the rows are only those that were picked out before. */
  readonly total?: number;
  /** How many is asked, not which. */
  readonly counted?: boolean;
  /** Counted for each of these. */
  readonly per?: "namespace" | Field;
  /** Which of these has the most of it. */
  readonly ranked?: Ranked;
  /** Of one thing only what counts about it, without the whole. */
  readonly card?: true;
  /** The one thing that is asked of each row. */
  readonly fact?: Fact;
  /** A yes or no is wanted of it, or whether there are any such lines. */
  readonly yesNo?: YesNo;
  /** How many the tool gives at most when it is not told; `unknown`: it has such a limit and does not say which. */
  readonly limit?: number | "unknown";
  /** Of a log, the container that wrote it, where one of several was taken. */
  readonly container?: string;
  /** Of a log, only so many of its last lines. */
  readonly lines?: number;
  /** The log of the run before the last restart. */
  readonly previous?: boolean;
  /** Of a log, only the lines that hold each of these: alternatives apart by `|`. */
  readonly holding?: readonly string[];
  /** Of these, or of the error lines, only so many of the last. */
  readonly lastMatching?: number;
  /** Of events, only those not older than this. */
  readonly sinceSeconds?: number;
  /** Commands of kubectl are not wanted. */
  readonly commands?: false;
  /** Rows of a long list that were shown before. */
  readonly skip?: number;
};

/** `rows`: what was listed, filtered and in the order shown (all of it, though a long table is cut). */
export type Answer = {
  readonly text: string;
  readonly rows: readonly Row[];
  /** Where a list that was cut goes on. */
  readonly next?: number;
};
