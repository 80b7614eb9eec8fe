import type { Arguments, CachePolicy, CallResult, ToolCall } from "@k8s-copilot/crew";
import type { Catalog, CatalogEntry, Verb } from "../catalog/types.ts";
import { partialOf } from "../results/partial.ts";
import { cachedKinds } from "./kinds.ts";
import { kindsIn, tagsOfRead } from "./spots.ts";
import { dropsOfWrite } from "./touches.ts";

/** Metrics, whatever they are of. */
const metricsTtlMs = 5_000;

/** Health and status use nothing older, whatever the kind's own time. */
export const verdictMaxAgeMs = 15_000;

/** For so long a change goes on: pods start, others end, counters follow. */
const settleMs = 30_000;

const keptVerbs: ReadonlySet<Verb> = new Set<Verb>(["list", "get", "describe", "top"]);

/** Equal ones on their way are one call, and none is kept. */
const sharedVerbs: ReadonlySet<Verb> = new Set<Verb>([
  "logs",
  "explain",
  "search",
  "diagnose",
  "health",
  "validate",
  "diff",
]);

/**
 * How a call and the cache concern each other. Only what the catalog knows to be a read is kept or shared, secrets never.
 * Everything else is a write, and drops what it may have changed.
 */
export const policyFrom =
  (catalog: Catalog) =>
  (call: ToolCall): CachePolicy | undefined => {
    const entry = catalog.get(call.tool);
    if (!entry) return undefined;
    if (catalog.effectOf(call.tool, call.args) !== "read")
      return { ttlMs: 0, tags: [], drops: dropsOfWrite(entry, call.args, serversOf(catalog)), settleMs };
    const isKept = keptVerbs.has(entry.verb);
    if (!isKept && !sharedVerbs.has(entry.verb)) return undefined;
    if (kindsIn(entry, call.args).includes("secret")) return undefined;
    return { ttlMs: isKept ? ttlOf(entry, call.args) : 0, tags: tagsOfRead(entry, call.args), drops: [] };
  };

const serversOf = ({ entries }: Catalog): readonly string[] => [...new Set(entries.map(({ server }) => server))];

/** What tells of several kinds is as old as the shortest of them. */
const ttlOf = (entry: CatalogEntry, args: Arguments): number => {
  if (entry.verb === "top") return metricsTtlMs;
  return Math.min(...kindsIn(entry, args).map((kind) => cachedKinds.get(kind)?.ttlMs ?? 0));
};

/** A list that goes on beyond what the server gave is no knowledge of what there is. */
export const mayKeepResult = ({ text, structured }: CallResult): boolean => partialOf(text, structured) === undefined;
