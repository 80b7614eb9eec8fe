import type { Arguments } from "@k8s-copilot/crew";
import { resources } from "./resources.ts";
import type { Catalog, CatalogEntry, Effect, Parameter, Role, Verb } from "./types.ts";

/** A tool as a person reads it in `k8s-copilot tools`. */
export type CatalogRow = {
  readonly tool: string;
  readonly server: string;
  readonly verb: Verb;
  readonly resource: string;
  readonly effect: Effect;
  readonly parameters: readonly {
    readonly name: string;
    readonly role: Role;
    readonly of?: string;
    readonly required: boolean;
    /** The tool that lists the values of this parameter. */
    readonly choicesFrom?: string;
  }[];
};

/** The whole catalog as plain rows, in the order of the tools. */
export const describeCatalog = (catalog: Catalog): readonly CatalogRow[] =>
  catalog.entries.map(({ tool, server, verb, resource, effect, parameters }) => ({
    tool,
    server,
    verb,
    resource,
    effect,
    parameters: parameters.map(({ name, role, of, required }) => {
      const choicesFrom = toolWithChoices(catalog, { tool, parameters }, name);
      return {
        name,
        role,
        ...(of === undefined ? {} : { of }),
        required,
        ...(choicesFrom === undefined ? {} : { choicesFrom }),
      };
    }),
  }));

/** Asks with every other parameter filled: with a stand-in, and each kind of the table until one has a source. */
const toolWithChoices = (
  catalog: Catalog,
  { tool, parameters }: Pick<CatalogEntry, "tool" | "parameters">,
  name: string,
): string | undefined => {
  const kinds = parameters.some(({ role }) => role === "kind") ? resources.map(({ kind }) => kind) : ["Pod"];
  for (const kind of kinds.filter((candidate) => candidate !== "")) {
    const source = catalog.sourceOf(tool, name, standIns(parameters, kind));
    if (source !== undefined) return source.entry.tool;
  }
  return undefined;
};

const standIns = (parameters: readonly Parameter[], kind: string): Arguments =>
  Object.fromEntries(
    parameters.flatMap(({ name, role, values }) => {
      if (role === "kind") return [[name, kind]];
      return role === "name" || role === "cluster" || role === "namespace" ? [[name, values?.[0] ?? "…"]] : [];
    }),
  );
