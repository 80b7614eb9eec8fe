import type { Arguments, CallResult } from "@k8s-copilot/crew";
import type { CallTemplate } from "../catalog/types.ts";
import type { Language } from "../output/output.ts";
import { failureOf } from "../overview/list-everywhere.ts";
import { oneNamespaceOf } from "../results/one-namespace.ts";
import { parseResult } from "../results/parse-result.ts";
import type { Row } from "../results/types.ts";
import { causeWord } from "../words/overview-words.ts";
import { faultSentence } from "../words/server-words.ts";
import type { Gap, Knowledge, Resolution } from "./fill-types.ts";

/** What a list of possible values came to. */
export type Source =
  | { readonly kind: "none" }
  | { readonly kind: "unread"; readonly templates: readonly CallTemplate[] }
  | { readonly kind: "failed"; readonly result: CallResult }
  /** `ofOne`: the list says that it is of this namespace only. */
  | { readonly kind: "rows"; readonly rows: readonly Row[]; readonly ofOne?: string };

/** The possible values of the gap's parameter, as far as they have been read. */
export const sourceOf = (gap: Gap): Source => {
  const { knowledge, step, decisive } = gap;
  return read(knowledge, knowledge.catalog.sourceOf(step.tool, decisive.parameter.name, step.args));
};

export const read = (knowledge: Pick<Knowledge, "lookup">, template: CallTemplate | undefined): Source => {
  if (!template) return { kind: "none" };
  const result = knowledge.lookup({ tool: template.entry.tool, args: template.args });
  if (!result) return { kind: "unread", templates: [template] };
  if (result.outcome !== "ok") return { kind: "failed", result };
  const { verb, resource } = template.entry;
  const parsed = parseResult({ ...result, verb, resource });
  const ofOne = oneNamespaceOf(result);
  return {
    kind: "rows",
    rows: parsed.form === "rows" ? parsed.rows : [],
    ...(ofOne === undefined ? {} : { ofOne }),
  };
};

/** A question whose choices only the server knows makes no sense while that does not answer: the fault is told instead. */
export const outOfReach = (source: Source, language: Language): Resolution | undefined => {
  const fault = source.kind === "failed" ? source.result.fault : undefined;
  if (fault === undefined) return undefined;
  const { message, remedy } = faultSentence(fault, language);
  return { kind: "impossible", code: "unavailable", text: `${message}\n${remedy}`.trim() };
};

/** Why a list could not be read, in a few words. */
export const whyUnlisted = (source: Source, language: Language): string =>
  causeWord(language, source.kind === "failed" ? (failureOf(source.result)?.cause ?? "") : "no_tool");

/** Arguments as one text: equal calls have equal keys, whatever the order of their arguments. */
export const callKey = (call: { readonly tool: string; readonly args: Arguments }): string =>
  `${call.tool} ${canonical(call.args)}`;

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const pairs = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
    .join(",")}}`;
};
