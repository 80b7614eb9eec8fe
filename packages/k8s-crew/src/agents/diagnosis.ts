import { resourceByKey } from "../catalog/resources.ts";
import type { Catalog, Verb } from "../catalog/types.ts";
import type { Language } from "../conversation/output.ts";
import type { Said } from "../plan/arguments.ts";
import type { DraftStep } from "../plan/types.ts";
import { draft, templateFor } from "./calls.ts";

type Asked = { readonly resource: string; readonly said: Said; readonly language: Language };

/** Lines of a log that a diagnosis reads when no number was said. */
const lines = 50;

/** A cause stands in a few facts and before a restart, not in the whole of an object or in the log of the new run. */
const manner: { readonly [verb in Verb]?: Partial<DraftStep> } = {
  describe: { brief: true },
  logs: { previousIfRestarted: true },
};

/** “Why is it broken”: its description, its events, then its log, the one before the restart included. */
export const diagnosisSteps = (catalog: Catalog, { resource, said, language }: Asked): readonly DraftStep[] => {
  const wanted: readonly (readonly [Verb, string, Said])[] = [
    ["describe", resource, said],
    ["list", "event", said],
    ["logs", "pod", { ...said, tail: said.tail ?? lines }],
  ];
  return wanted.flatMap(([verb, key, words]) => {
    if (verb === "logs" && resource !== "pod") return [];
    const of = key === "event" ? resource : undefined;
    const template = templateFor(catalog, { verb, resource: key, scope: "one", name: said.name ?? "", of });
    if (!template) return [];
    const step = draft(template, { resource: key === "event" ? resource : key, of, said: words, language, verb });
    return [{ ...step, ...manner[verb] }];
  });
};

/** The kind whose trouble is looked into: pods unless another one of the table was said. */
export const diagnosedKind = (resource: string | undefined): string =>
  resource !== undefined && resourceByKey.has(resource) ? resource : "pod";
