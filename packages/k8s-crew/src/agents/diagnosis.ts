import { resourceByKey } from "../catalog/resources.ts";
import type { Catalog } from "../catalog/types.ts";
import type { Language } from "../conversation/output.ts";
import type { Said } from "../plan/arguments.ts";
import type { DraftStep } from "../plan/types.ts";
import { draft, templateFor } from "./calls.ts";

type Asked = { readonly resource: string; readonly said: Said; readonly language: Language };

/** “Why is it broken”: the thing is read, and what is wrong with it looked into from there. */
export const diagnosisSteps = (catalog: Catalog, { resource, said, language }: Asked): readonly DraftStep[] => {
  const template = templateFor(catalog, { verb: "get", resource, scope: "one", name: said.name ?? "" });
  if (!template) return [];
  return [{ ...draft(template, { resource, said, language, verb: "diagnose" }), diagnose: true }];
};

/** The kind whose trouble is looked into: pods unless another one of the table was said. */
export const diagnosedKind = (resource: string | undefined): string =>
  resource !== undefined && resourceByKey.has(resource) ? resource : "pod";
