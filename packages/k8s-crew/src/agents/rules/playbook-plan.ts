import type { Said } from "../../catalog/arguments.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Language } from "../../output/output.ts";
import type { DraftStep, Followed } from "../../plan/types.ts";
import { inLanguage, type Playbook, type PlaybookStep, resourcesOf } from "../../playbooks/types.ts";
import { draft, templateFor } from "./calls.ts";

export const followed = (
  { id, title, beyond }: Playbook,
  language: Language,
  unable: Followed["unable"] = [],
): Followed => ({
  id,
  title: inLanguage(title, language),
  ...(beyond === undefined ? {} : { beyond: inLanguage(beyond, language) }),
  unable,
});

type Asked = { readonly resource: string; readonly said: Said; readonly language: Language };

/** The steps of a playbook about one thing, as calls that name it. */
export const thingSteps = (catalog: Catalog, steps: readonly PlaybookStep[], asked: Asked): readonly DraftStep[] =>
  steps.flatMap((step) => resourcesOf(step).flatMap((resource) => thingStep(catalog, { step, resource, asked })));

type One = { readonly step: PlaybookStep; readonly resource: string; readonly asked: Asked };

/** A log is read of pods only; events are those of the thing. */
const thingStep = (catalog: Catalog, { step, resource: wanted, asked }: One): readonly DraftStep[] => {
  const { verb } = step;
  const resource = wanted === "thing" ? asked.resource : wanted;
  const isOfThing = wanted === "thing" || wanted === "event" || wanted === asked.resource;
  if (verb === "logs" && asked.resource !== "pod") return [];
  if (verb === "diagnose") return closerStep(catalog, asked);
  const { name: ownName, namespace: ownNamespace, tail, replicas, image } = step;
  const name = ownName ?? (isOfThing ? (asked.said.name ?? "") : undefined);
  const of = resource === "event" ? asked.resource : undefined;
  const template = templateFor(catalog, { verb, resource, scope: name === undefined ? "all" : "one", name, of });
  if (!template) return [];
  const said = {
    ...asked.said,
    name: isOfThing ? (ownName ?? asked.said.name) : ownName,
    namespace: ownNamespace ?? asked.said.namespace,
    tail: asked.said.tail ?? tail,
    replicas,
    image,
  };
  return [draft(template, { resource: of ?? resource, of, said, language: asked.language, verb })];
};

/** The thing is read, and what is wrong with it looked into from there. */
const closerStep = (catalog: Catalog, { resource, said, language }: Asked): readonly DraftStep[] => {
  const template = templateFor(catalog, { verb: "get", resource, scope: "one", name: said.name ?? "" });
  return template ? [{ ...draft(template, { resource, said, language, verb: "diagnose" }), diagnose: true }] : [];
};
