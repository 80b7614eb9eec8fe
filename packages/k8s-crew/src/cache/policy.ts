import type { CachePolicy, CallResult, ToolCall } from "@k8s-copilot/crew";
import type { Catalog, CatalogEntry } from "../catalog/types.ts";
import { partialOf } from "../results/partial.ts";
import { cachedKinds } from "./kinds.ts";
import { type CacheRule, keptVerbs, sharedVerbs } from "./rules.ts";
import { kindsIn, tagsOfRead } from "./spots.ts";
import { dropsOfWrite, type SameCluster } from "./touches.ts";

/** Metrics, whatever they are of. */
const metricsTtlMs = 5_000;

/** Health and status use nothing older, whatever the kind's own time. */
export const verdictMaxAgeMs = 15_000;

/** For so long a change goes on: pods start, others end, counters follow. */
const settleMs = 30_000;

/**
 * How a call and the cache concern each other. Only what the catalog knows to be a read is kept or shared, secrets never.
 * Everything else is a write, and drops what it may have changed. Of the rules the last one that fits says how long.
 */
export const policyFrom =
  (catalog: Catalog, rules: readonly CacheRule[] = [], sameCluster: SameCluster = () => []) =>
  (call: ToolCall): CachePolicy | undefined => {
    const entry = catalog.get(call.tool);
    if (!entry) return undefined;
    if (catalog.effectOf(call.tool, call.args) !== "read") {
      const drops = dropsOfWrite(entry, call.args, { servers: serversOf(catalog), sameCluster });
      return { ttlMs: 0, tags: [], drops, settleMs };
    }
    if (!keptVerbs.includes(entry.verb) && !sharedVerbs.includes(entry.verb)) return undefined;
    const kinds = kindsIn(entry, call.args);
    if (kinds.includes("secret") || mayBeOfSecrets(kinds, call)) return undefined;
    const rule = entry.verb === "logs" ? undefined : rules.findLast((each) => isFor(each, entry, kinds));
    return { ttlMs: rule?.ttlMs ?? ttlOf(entry, kinds), tags: tagsOfRead(entry, call.args), drops: [] };
  };

const isUnknown = (kind: string): boolean => !cachedKinds.has(kind);

/** A call of a kind that is not known and that speaks of secrets anywhere: `kind: "secret/db"`, `resource: "Secret"`. */
const mayBeOfSecrets = (kinds: readonly string[], { tool, args }: ToolCall): boolean =>
  kinds.some(isUnknown) && /secret|密钥/iu.test(`${tool} ${written(args)}`.normalize("NFKC"));

/** What cannot be written down has no key either, and is not kept anyway. */
const written = (args: ToolCall["args"]): string => {
  try {
    return JSON.stringify(args);
  } catch {
    return "";
  }
};

/**
 * What is looked at and of no known kind may be anything: only a rule that names the tool is meant for it. What is not kept by
 * itself is kept by a rule that names its verb or its tool.
 */
const isFor = ({ verb, resource, tool, server }: CacheRule, entry: CatalogEntry, kinds: readonly string[]): boolean =>
  (tool !== undefined || (keptVerbs.includes(entry.verb) ? !kinds.some(isUnknown) : verb !== undefined)) &&
  (verb ?? entry.verb) === entry.verb &&
  (tool ?? entry.tool) === entry.tool &&
  (server ?? entry.server) === entry.server &&
  (resource === undefined || kinds.includes(resource));

const serversOf = ({ entries }: Catalog): readonly string[] => [...new Set(entries.map(({ server }) => server))];

/** What tells of several kinds is kept no longer than the shortest of them. */
const ttlOf = ({ verb }: CatalogEntry, kinds: readonly string[]): number => {
  if (verb === "top") return metricsTtlMs;
  if (!keptVerbs.includes(verb)) return 0;
  return Math.min(...kinds.map((kind) => cachedKinds.get(kind)?.ttlMs ?? 0));
};

/** A list that goes on beyond what the server gave is no knowledge of what there is. */
export const mayKeepResult = ({ text, structured }: CallResult): boolean => partialOf(text, structured) === undefined;
