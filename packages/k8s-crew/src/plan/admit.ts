import type { Arguments } from "@k8s-copilot/crew";
import { inFormOf, parameterOf } from "../catalog/arguments.ts";
import { resourceOfKind } from "../catalog/resource-words.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { Catalog, CatalogEntry, Parameter } from "../catalog/types.ts";
import { type Problem, problem } from "../words/plan-problems.ts";
import type { DraftStep, Mentions, Step } from "./types.ts";

export type Admission =
  | { readonly kind: "admitted"; readonly step: Step }
  | { readonly kind: "rejected"; readonly reason: Problem };

/**
 * Holds a proposed call against the catalog. Unknown tools and invented arguments are rejected with a reason that the
 * planner can act on. What only a person decides (cluster, namespace, name, container) is taken out of the arguments:
 * it becomes a mention, to be held against live lists before anything is sent.
 */
export const admit = (draft: DraftStep, catalog: Catalog, id: string): Admission => {
  const entry = catalog.get(draft.tool);
  if (!entry) return { kind: "rejected", reason: problem("noTool", () => ({ tool: draft.tool })) };
  const unknown = Object.keys(draft.args).filter((name) => !entry.parameters.some((p) => p.name === name));
  if (unknown.length > 0) {
    const names = entry.parameters.map(({ name }) => name).join(", ");
    const slots = { tool: draft.tool, unknown: unknown.join(", "), names };
    return { kind: "rejected", reason: problem("noParameter", () => slots) };
  }
  const resource = resourceOf(entry, draft.args);
  return {
    kind: "admitted",
    step: {
      ...draft,
      ...split(entry, resource, draft.args),
      id,
      effect: catalog.effectOf(draft.tool, draft.args),
      verb: entry.verb,
      resource,
      ready: false,
      done: false,
    },
  };
};

/** The resource that a call is about: the tool's own, or for parameter-driven tools the one its kind names. */
export const resourceOf = (entry: CatalogEntry, args: Arguments): string => {
  if (entry.resource !== "*" && resourceByKey.has(entry.resource)) return entry.resource;
  const parameter = parameterOf(entry, "kind");
  const kind = parameter ? args[parameter.name] : undefined;
  if (typeof kind !== "string") return entry.resource;
  return resourceOfKind(kind)?.key ?? "*";
};

const split = (entry: CatalogEntry, resource: string, args: Arguments): { args: Arguments; mentions: Mentions } => {
  const decided = new Map<string, keyof Mentions>();
  const note = (parameter: Parameter | undefined, key: keyof Mentions) => {
    if (parameter) decided.set(parameter.name, key);
  };
  note(parameterOf(entry, "cluster"), "cluster");
  note(parameterOf(entry, "namespace"), "namespace");
  note(parameterOf(entry, "container"), "container");
  note(parameterOf(entry, "name", resource), "name");
  const kept: [string, unknown][] = [];
  const mentions: { -readonly [key in keyof Mentions]: Mentions[key] } = {};
  for (const [name, value] of Object.entries(args)) {
    const key = decided.get(name);
    const parameter = entry.parameters.find((candidate) => candidate.name === name);
    if (key !== undefined && typeof value === "string") {
      if (value.trim() !== "") mentions[key] = value.trim();
    } else if (parameter) kept.push([name, inFormOf(parameter, value)]);
  }
  return { args: Object.fromEntries(kept), mentions };
};
