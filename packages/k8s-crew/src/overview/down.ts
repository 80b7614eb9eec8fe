import type { Row } from "../results/types.ts";
import type { ClusterSurvey, Listing } from "./types.ts";

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

/** The code of an error, where not one of the clusters that were to be looked at could be read. */
export const unreachedCode = (surveys: readonly ClusterSurvey[]): string | undefined => {
  const asked = surveys.filter(({ reach }) => reach !== "not_selectable");
  const [first] = asked;
  if (first === undefined || asked.some(({ reach }) => reach !== "down")) return undefined;
  return asked.every(({ cause }) => cause === first.cause) ? (codes[first.cause] ?? "unavailable") : "unavailable";
};

const codes: { readonly [cause: string]: string } = {
  forbidden: "forbidden",
  timeout: "timeout",
  no_tool: "no_tool",
  cancelled: "cancelled",
};
