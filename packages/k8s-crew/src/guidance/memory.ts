import type { NextStep } from "../output/output.ts";

/** The tip beside the last answer: “why” asks about it, “yes” takes what it offers. */
export type ShownTip = {
  readonly text: string;
  readonly page: string;
  readonly about?: string;
  readonly offer?: NextStep;
};

/** What of the guidance a person wants to see, and what of it they have seen in this conversation. */
export type GuidanceMemory = {
  readonly tips: "on" | "off";
  readonly kubectl: "on" | "off";
  /** Keys of the tips that were shown. */
  readonly shown: readonly string[];
};

export const newGuidanceMemory: GuidanceMemory = { tips: "on", kubectl: "on", shown: [] };
