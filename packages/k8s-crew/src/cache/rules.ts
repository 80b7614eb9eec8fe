import { resourceOfKind } from "../catalog/resource-words.ts";
import { resources } from "../catalog/resources.ts";
import type { Verb } from "../catalog/types.ts";

/** A wish about how long results are kept, in place of what the table of kinds says. What is not named is any. */
export type CacheRule = {
  readonly verb?: Verb;
  readonly resource?: string;
  readonly tool?: string;
  readonly server?: string;
  readonly ttlMs: number;
};

/** What is wrong with a rule as it was written; `known` are the words that would be right. */
export type RuleFault =
  | { readonly why: "unknown"; readonly key: string; readonly value: string; readonly known: readonly string[] }
  | { readonly why: "key"; readonly key: string; readonly known: readonly string[] }
  | { readonly why: "ttl"; readonly key: string; readonly value: string }
  | { readonly why: "nameless"; readonly key: string; readonly value: string }
  | { readonly why: "untimed" }
  | { readonly why: "empty" };

export type ParsedRule =
  | { readonly kind: "rule"; readonly rule: CacheRule; readonly isCapped: boolean }
  | { readonly kind: "fault"; readonly fault: RuleFault };

/** Equal calls of these on their way are one, and unless a rule says so their results are not kept. */
export const sharedVerbs: readonly Verb[] = ["logs", "explain", "search", "diagnose", "health", "validate", "diff"];

/** What these return may be kept as long as its kind allows. */
export const keptVerbs: readonly Verb[] = ["list", "get", "describe", "top"];

/** Logs are never kept, so that no rule can name them. */
const verbs = [...keptVerbs, ...sharedVerbs].filter((verb) => verb !== "logs");

/** Secrets are never kept, so that no rule can name them. */
const kinds: readonly string[] = resources.map(({ key }) => key).filter((key) => key !== "secret");

/** Longer than that nothing is kept, whoever wishes it. Milliseconds. */
const longestMs = 24 * 3_600_000;

const keys: readonly string[] = ["verb", "resource", "tool", "server", "ttl"];

/** `{ resource: "pods", ttl: "30s" }` as a rule, or what is wrong with it. */
export const parseCacheRule = (row: Readonly<Record<string, unknown>>): ParsedRule => {
  const odd = Object.keys(row).find((key) => !keys.includes(key));
  if (odd !== undefined) return fault({ why: "key", key: odd, known: keys });
  if (row.ttl === undefined) return fault({ why: "untimed" });
  const ttlMs = durationMs(row.ttl);
  if (ttlMs === undefined) return fault({ why: "ttl", key: "ttl", value: shown(row.ttl) });
  const verb = verbs.find((known) => known === row.verb);
  if (row.verb !== undefined && verb === undefined)
    return fault({ why: "unknown", key: "verb", value: shown(row.verb), known: verbs });
  const resource = typeof row.resource === "string" ? resourceOfKind(row.resource)?.key : undefined;
  if (row.resource !== undefined && (resource === undefined || !kinds.includes(resource)))
    return fault({ why: "unknown", key: "resource", value: shown(row.resource), known: kinds });
  const nameless = (["tool", "server"] as const).find((key) => row[key] !== undefined && !isName(row[key]));
  if (nameless !== undefined) return fault({ why: "nameless", key: nameless, value: shown(row[nameless]) });
  const wished = {
    ...(verb === undefined ? {} : { verb }),
    ...(resource === undefined ? {} : { resource }),
    ...(row.tool === undefined ? {} : { tool: shown(row.tool) }),
    ...(row.server === undefined ? {} : { server: shown(row.server) }),
  };
  if (Object.keys(wished).length === 0) return fault({ why: "empty" });
  return { kind: "rule", rule: { ...wished, ttlMs: Math.min(ttlMs, longestMs) }, isCapped: ttlMs > longestMs };
};

/** Milliseconds of `30s`, `1h30m`, `500ms` or 0; undefined for everything else, a number without a unit among it. */
export const durationMs = (value: unknown): number | undefined => {
  if (value === 0 || value === "0") return 0;
  if (typeof value !== "string" || !/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(value)) return undefined;
  const parts = [...value.matchAll(/([\d.]+)(ms|[smhd])/g)];
  return parts.reduce((sum, [, count = "", unit = ""]) => sum + Number(count) * (units[unit] ?? 0), 0);
};

const units: { readonly [unit: string]: number } = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const isName = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

const fault = (what: RuleFault): ParsedRule => ({ kind: "fault", fault: what });

const shown = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
