import type { State } from "./types.ts";

/** An account in order, and a service that answers at once. */
export const normalState: State = {
  balance: 10,
  keyLimit: null,
  keyLimitRemaining: null,
  keyLimitReset: null,
  keyUsage: 0,
  keyExpiresAt: null,
  isFreeTier: false,
  freeRequestsToday: 0,
  creditsForbidden: false,
  regionBlocked: false,
  privacyBlocked: false,
  autoRoute: false,
  modelStates: {},
  expirationDates: {},
  prices: {},
  modelNameStyle: "dated",
  generationDelayMs: 0,
  usageChunk: "repeats_finish",
  chunks: "whole",
  padding: true,
  delayMs: 0,
  chunkDelayMs: 0,
};
