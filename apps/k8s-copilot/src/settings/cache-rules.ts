import { type CacheRule, parseCacheRule, type RuleFault } from "@k8s-copilot/k8s-crew/cache-rules";
import { nearest } from "../nearest.ts";
import { type Attempt, failed, ok } from "../problem.ts";
import type { Say } from "../words.ts";

/** The rules of the config file about what is kept how long, also as they were written. */
export type CacheSettings = {
  readonly written: readonly unknown[];
  readonly rules: readonly CacheRule[];
  /** What was not taken as it was written. */
  readonly warnings: readonly string[];
};

type At = { readonly file: string; readonly say: Say; readonly lineAt: (path: readonly PropertyKey[]) => number };

export const readCacheRules = (rows: readonly Readonly<Record<string, unknown>>[], at: At): Attempt<CacheSettings> => {
  const { file, say, lineAt } = at;
  const rules: CacheRule[] = [];
  const warnings: string[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = parseCacheRule(row);
    if (parsed.kind === "fault") return problemOf(parsed.fault, index, at);
    rules.push(parsed.rule);
    if (parsed.isCapped)
      warnings.push(say("cacheCapped", { file, line: lineAt(["cache", index, "ttl"]), ttl: String(row.ttl) }));
  }
  return ok({ written: rows, rules, warnings });
};

const problemOf = (fault: RuleFault, index: number, { file, say, lineAt }: At): Attempt<never> => {
  const line = lineAt("key" in fault ? ["cache", index, fault.key] : ["cache", index]);
  const place = { file, line };
  if (fault.why === "empty") return wrong(say("cacheRuleEmpty", place), say("cacheRuleRemedy"));
  if (fault.why === "untimed") return wrong(say("cacheUntimed", place), say("cacheTtlRemedy", { times: say("times") }));
  if (fault.why === "ttl")
    return wrong(say("cacheTtl", { ...place, value: fault.value }), say("cacheTtlRemedy", { times: say("times") }));
  if (fault.why === "nameless")
    return wrong(say("cacheNameless", { ...place, key: fault.key, value: fault.value }), say("cacheNameRemedy"));
  const said = fault.why === "key" ? fault.key : fault.value;
  const meant = nearest(said, fault.known);
  const hint = meant === undefined ? "" : say("didYouMean", { suggestion: meant });
  const sentence =
    fault.why === "key"
      ? say("cacheKey", { ...place, key: said })
      : say("cacheWord", { ...place, key: fault.key, value: said });
  return wrong(sentence + hint, say("cacheKnown", { known: fault.known.join(", ") }));
};

const wrong = (sentence: string, remedy: string): Attempt<never> => failed("settings_cache", sentence, remedy);

type Known = { readonly tool: string; readonly server: string };

/** Rules for tools and servers that are not there: they do nothing, so that a slip of the pen has to be told. */
export const idleRules = ({ rules }: CacheSettings, tools: readonly Known[], say: Say): readonly string[] =>
  rules.flatMap(({ tool, server }) => {
    const known = { tool: tools.map((each) => each.tool), server: [...new Set(tools.map((each) => each.server))] };
    return [
      ...(tool === undefined || known.tool.includes(tool) ? [] : [idle("cacheNoTool", tool, known.tool)]),
      ...(server === undefined || known.server.includes(server) ? [] : [idle("cacheNoServer", server, known.server)]),
    ];
    function idle(word: "cacheNoTool" | "cacheNoServer", name: string, names: readonly string[]): string {
      const meant = nearest(name, names);
      return say(word, { name }) + (meant === undefined ? "" : say("didYouMean", { suggestion: meant }));
    }
  });
