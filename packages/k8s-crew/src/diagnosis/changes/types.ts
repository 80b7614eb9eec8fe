import type { SaidTime } from "../../language/text/days.ts";
import type { ChangeWord } from "../../words/change-words.ts";
import type { Slots } from "../../words/fill.ts";
import type { Diagnosis, Thing } from "../types.ts";

/** Something that changed or happened, and when. The words of the cluster stand in the slots. */
export type Change = {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly thing: Thing;
  readonly says: ChangeWord;
  readonly slots: Slots;
};

export type Timeline = {
  readonly cluster: string;
  readonly namespace?: string;
  readonly name?: string;
  /** What was asked for, where that was said in words. */
  readonly time?: SaidTime;
  /** From when until when was looked. Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** The rollout that the time begins with, where it begins with one. */
  readonly rollout?: Change;
  /** When it was looked. Milliseconds since the epoch. */
  readonly now: number;
  /** The latest first. */
  readonly changes: readonly Change[];
  /** What came after that time, until now; the latest first. */
  readonly later: readonly Change[];
  /** Age of the oldest event that the cluster still holds, in seconds; undefined when none was seen. */
  readonly eventsReach: number | undefined;
  /** Age of the oldest revision that was listed, in seconds. */
  readonly revisionsReach: number | undefined;
  readonly seen: Diagnosis["seen"];
  readonly unseen: Diagnosis["unseen"];
};
