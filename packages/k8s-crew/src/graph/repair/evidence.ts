import type { Read } from "../../overview/types.ts";
import { resourceOf } from "../../plan/admit.ts";
import type { Knowledge } from "../../plan/fill-types.ts";
import { callKey } from "../../plan/source.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { sinceChange } from "../reads/read-all.ts";

/**
 * Whether this message has asked the server itself, after whatever it changed. What was kept, or read before a question
 * was answered, may be of a world that is gone: it is good enough to offer and to try, and no proof that a thing is not
 * there.
 */
export const isLive = (parts: Parts, call: Read): boolean => {
  const key = callKey(call);
  return sinceChange(parts).some((done) => !done.cached && callKey(done) === key);
};

/** Whether it was read for this message, from wherever. */
export const isOfMessage = (parts: Parts, call: Read): boolean => {
  const key = callKey(call);
  return sinceChange(parts).some((done) => callKey(done) === key);
};

/** The reads among these that are no proof yet, each once. What was read anew is not read again, whatever came of it. */
export const unproven = (parts: Parts, calls: readonly Read[]): readonly Read[] => {
  const { repaired } = parts.turn().record;
  const open = calls.filter((call) => !repaired.includes(callKey(call)) && !isLive(parts, call));
  return [...new Map(open.map((call) => [callKey(call), call])).values()];
};

/** Knowledge that keeps account of what was looked up in it: what comes of it rests on that and on nothing else. */
export const watched = (knowledge: Knowledge): { readonly knowledge: Knowledge; readonly seen: readonly Read[] } => {
  const seen: Read[] = [];
  const lookup: Knowledge["lookup"] = (call) => {
    const result = knowledge.lookup(call);
    if (result) seen.push({ tool: call.tool, args: call.args });
    return result;
  };
  return { knowledge: { ...knowledge, lookup }, seen };
};

/** Of what kind the things are that a call lists; undefined where it lists none. */
export const kindListed = ({ catalog }: Parts, { tool, args }: Read): string | undefined => {
  const entry = catalog.get(tool);
  return entry?.verb === "list" ? resourceOf(entry, args) : undefined;
};

/** The rows of a list that was read; undefined where it came to none that could be read. */
export const rowsIn = (parts: Parts, call: Read): readonly Row[] | undefined => {
  const result = parts.turn().shelf.results.get(callKey(call));
  const resource = kindListed(parts, call);
  if (resource === undefined || result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ ...result, verb: "list", resource });
  return parsed.form === "rows" ? parsed.rows : undefined;
};
