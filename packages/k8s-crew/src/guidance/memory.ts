/** What of the guidance a person wants to see, and what of it they have seen in this conversation. */
export type GuidanceMemory = {
  readonly tips: "on" | "off";
  readonly kubectl: "on" | "off";
  /** Keys of the tips that were shown. */
  readonly shown: readonly string[];
};

export const newGuidanceMemory: GuidanceMemory = { tips: "on", kubectl: "on", shown: [] };
