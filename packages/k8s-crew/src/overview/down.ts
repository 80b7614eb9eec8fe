import type { Row } from "../results/types.ts";
import type { Listing } from "./types.ts";

/** Causes that mean that the cluster itself cannot be reached, whatever is asked of it. */
const unreachable: readonly string[] = [
  "dead",
  "expired",
  "timeout",
  "certificate",
  "unknown_context",
  "unavailable",
  "cancelled",
];

export const downBecause = (listings: readonly Listing<Row>[]): { cause: string; detail: string } | undefined => {
  const failed = listings.flatMap((listing) => (listing.kind === "unlisted" ? [listing] : []));
  // Something was listed: the cluster is there. Nothing was: it is not called fine, whatever the reason.
  if (failed.length < listings.length) return undefined;
  const told = failed.filter(({ cause }) => cause !== "no_tool");
  const first = told.find(({ cause }) => unreachable.includes(cause)) ?? told[0] ?? failed[0];
  return first === undefined ? undefined : { cause: first.cause, detail: first.detail };
};
