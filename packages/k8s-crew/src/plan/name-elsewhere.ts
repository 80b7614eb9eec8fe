import { parameterOf } from "../catalog/arguments.ts";
import { type Candidate, candidatesFrom, matching, nearMisses } from "../choices/choices.ts";
import { offered } from "../choices/offer.ts";
import { listOf } from "../words/fill.ts";
import { sayGuided } from "../words/guided-words.ts";
import { sayNear } from "../words/near-words.ts";
import type { Gap, Resolution } from "./fill-types.ts";
import { sourceInEach } from "./source-everywhere.ts";

type Missing = { readonly resource: string; readonly nothing: string };

/** What is not in its place may be in another: lists of all namespaces tell. */
export const elsewhere = (gap: Gap, { resource, nothing }: Missing): Resolution | undefined => {
  const { knowledge } = gap;
  const { language } = knowledge;
  const namespace = parameterOf(gap.entry, "namespace");
  const here = namespace && gap.step.args[namespace.name];
  const said = gap.step.mentions.name ?? "";
  if (typeof here !== "string") return undefined;
  const source = sourceInEach(gap, resource);
  if (source.kind === "unread") return { kind: "read", templates: source.templates, missed: resource };
  if (source.kind !== "rows") return undefined;
  const others = source.rows.filter((row) => row.namespace !== here);
  const candidates = candidatesFrom(others, { resource, knowledge, withNamespace: true });
  const found = matching(candidates, said);
  const near = found.length > 0 ? [] : nearMisses(candidates, said);
  if (near.length > 0) {
    const text = sayNear(language, "elsewhere", { nothing, count: near.length });
    return {
      kind: "ask",
      ask: { parameter: resource, ...offered(near, { text, language }), open: true, missed: true },
    };
  }
  if (found.length === 0) {
    const text = sayGuided(language, "norElsewhere", { nothing, said });
    return { kind: "impossible", code: "not_found", text, everywhere: true };
  }
  const taken = takenThere(gap, resource, { found, nothing });
  if (taken) return taken;
  const places = listOf(language, [...new Set(found.flatMap(({ row }) => row.namespace ?? []))]);
  const text = sayGuided(language, "elsewhere", { nothing, said, places });
  return {
    kind: "ask",
    ask: { parameter: resource, ...offered(found, { text, language }), open: true, missed: true },
  };
};

type There = { readonly found: readonly Candidate[]; readonly nothing: string };

/**
 * A namespace that was only remembered is no reason to miss the one thing of that name: it is read where it is, which is
 * said. What is changed, or was said to be here, a person picks.
 */
const takenThere = (gap: Gap, resource: string, { found, nothing }: There): Resolution | undefined => {
  const { step, knowledge, entry } = gap;
  const [only] = found.length === 1 ? found : [];
  const namespace = parameterOf(entry, "namespace");
  const place = only?.row.namespace;
  const isRemembered = step.mentions.namespace === undefined && knowledge.entities.namespace?.origin !== "configured";
  if (!only || !namespace || place === undefined || !isRemembered) return undefined;
  if (step.effect !== "read" || knowledge.guidance !== "direct") return undefined;
  const note = sayGuided(knowledge.language, "takenElsewhere", { nothing, namespace: place, name: only.row.name });
  return {
    kind: "value",
    args: { [gap.decisive.parameter.name]: only.row.name, [namespace.name]: place },
    taken: [
      { key: "namespace", entity: { value: place, origin: "result" } },
      { key: resource, entity: { value: only.row.name, origin: "single" }, note },
    ],
  };
};
