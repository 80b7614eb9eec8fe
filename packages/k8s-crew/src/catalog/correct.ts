import type { ToolAnnotations } from "@k8s-copilot/crew";
import { effectByHints } from "./effect-of.ts";
import type { Override } from "./overrides.ts";
import type { CatalogEntry, Parameter } from "./types.ts";
import type { Understood } from "./understand.ts";
import { effectOfVerb } from "./verbs.ts";

/** A tool as understood, with the user's corrections. A corrected verb or effect ends its life as a multiplexer. */
export const corrected = (tool: Understood, override: Override | undefined, hints: ToolAnnotations): Understood => {
  if (override === undefined) return tool;
  const { verb = tool.entry.verb, resource = tool.entry.resource } = override;
  const parameters = tool.entry.parameters.map((parameter) => correctedParameter(parameter, override));
  const own =
    override.verb === undefined
      ? tool.entry.effect
      : effectByHints({ effect: effectOfVerb(verb), verb, hints, trusted: false });
  const entry: CatalogEntry = { ...tool.entry, verb, resource, parameters, effect: override.effect ?? own };
  const settled = override.effect !== undefined || (override.verb !== undefined && override.verb !== "multi");
  const { chooser: _, ...rest } = tool;
  return settled ? { ...rest, entry, operations: [] } : { ...tool, entry };
};

const correctedParameter = (parameter: Parameter, override: Override): Parameter => {
  const correction = override.parameters?.[parameter.name];
  if (correction === undefined) return parameter;
  const { of: _, ...rest } = parameter;
  return { ...rest, ...correction };
};
