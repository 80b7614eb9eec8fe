import type { Tool } from "@k8s-copilot/crew";
import { chooserIn, vagueVerbs } from "./chooser.ts";
import { readDescription } from "./description.ts";
import { effectByHints, effectOfCommand, isCommand, judged } from "./effect-of.ts";
import { extrasIn } from "./extras.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { roleOf, withNames } from "./parameters.ts";
import { isPlace, resourcesIn, speaksInPlural } from "./resource-of.ts";
import { type Property, propertiesOf } from "./schema.ts";
import { tokensOfName } from "./tokens.ts";
import { resourceOfTool } from "./tool-resource.ts";
import type { CatalogEntry, Effect, Parameter, Verb } from "./types.ts";
import { type VerbReading, verbOfName, worseEffect } from "./verb-of.ts";
import { verbOfWord } from "./verbs.ts";
import { aspects, groupWords, noise } from "./vocabulary.ts";

/** A catalog entry with what `find` and `effectOf` need besides. */
export type Understood = {
  readonly entry: CatalogEntry;
  /** Empty unless the tool is a multiplexer. */
  readonly operations: readonly Operation[];
  /** Name and default of the parameter that chooses the operation. */
  readonly chooser?: Property;
  /** Words of the name beyond verb and resource: the more, the more special the tool. */
  readonly extras: number;
  /** API group to which a generic tool is limited by its name; empty for the core group. */
  readonly group?: string;
  /** The resource that what is shown belongs to: `list_pod_events` lists the events of a pod. */
  readonly owner?: string;
};

export type Surroundings = {
  /** Words that the names of all tools of the server share. */
  readonly brand: ReadonlySet<string>;
  /** The user lets this server's annotations lower an effect. */
  readonly trusted: boolean;
};

/** Knows a tool from its name, description, input schema and annotations alone. */
export const understand = (tool: Tool, { brand, trusted }: Surroundings): Understood => {
  const tokens = tokensOfName(tool.name).filter((word) => !brand.has(word));
  const title = readDescription(tool.annotations?.title ?? "");
  const description = readDescription(tool.description);
  const properties = propertiesOf(tool.inputSchema);
  const withRoles = properties.map((property) => ({ property, role: roleOf(property, properties) }));
  const named = verbOfName(tokens);
  const hints = tool.annotations ?? {};
  const judgement = judged({ named, description, title, hints });
  const isGeneric = judgement.verb === "generic" || isCommand({ properties: withRoles, verb: judgement.verb, tokens });
  const chooser = isGeneric ? undefined : chooserIn(properties, named?.verb);
  const ofCommand = effectOfCommand(withRoles);
  const floor = floorOf(named, ofCommand);
  const operations = (chooser === undefined ? [] : operationsOf(chooser)).map((operation) => {
    const effect = worseEffect(operation.effect, floor);
    return { ...operation, effect: trusted ? effectByHints({ effect, verb: operation.verb, hints, trusted }) : effect };
  });
  const spoken = isGeneric ? "generic" : chooser === undefined ? judgement.verb : "multi";
  const resource = resourceOfTool({ tokens, description, verb: spoken, roles: withRoles.map(({ role }) => role) });
  const parameters = markOperation(
    withNames(withRoles, { verb: spoken, resource, spokenOf: resourcesIn(tokens) }),
    chooser,
  );
  const verb = listsByPlural({ verb: spoken, resource, tokens, parameters }) ? "list" : spoken;
  const owner = ownerOf({ verb, resource, parameters });
  const group =
    resource === "*" ? tokens.map((word) => groupWords.get(word)).find((found) => found !== undefined) : undefined;
  const said = chooser === undefined ? judgement.effect : worstOf(operations);
  const own = isGeneric ? "destructive" : worseEffect(said, ofCommand);
  return {
    entry: {
      tool: tool.name,
      server: tool.server,
      description: tool.description,
      verb,
      resource,
      effect: effectByHints({ effect: own, verb, hints, trusted }),
      parameters,
      inputSchema: tool.inputSchema,
    },
    operations,
    ...(chooser === undefined ? {} : { chooser }),
    extras: extrasIn(tokens, verb),
    ...(group === undefined ? {} : { group }),
    ...(owner === undefined ? {} : { owner }),
  };
};

/** What no operation of a tool falls below: nothing that `delete_…` does is a read, nor is a command to be given. */
const floorOf = (named: VerbReading | undefined, ofCommand: Effect): Effect => {
  if (ofCommand === "destructive") return "destructive";
  return named?.effect === "destructive" && !vagueVerbs.has(named.verb) ? "write" : "read";
};

/** The effect of operations that nobody listed is unknown, and may be any. */
const worstOf = (operations: readonly Operation[]): Effect =>
  operations.length === 0 ? "destructive" : operations.map(({ effect }) => effect).reduce(worseEffect, "read");

/** `get_pods`, and `get_hpa(namespace)` that asks for no name, list. */
const listsByPlural = ({
  verb,
  resource,
  tokens,
  parameters,
}: {
  readonly verb: Verb;
  readonly resource: string;
  readonly tokens: readonly string[];
  readonly parameters: readonly Parameter[];
}): boolean => {
  if (verb !== "get" || resource === "other") return false;
  if (resource === "event") return true;
  const names = parameters.filter(({ role }) => role === "name");
  if (resource === "*" || names.some(({ required }) => required)) return false;
  const said = tokens.filter((word) => !noise.has(word) && !aspects.has(word) && verbOfWord(word) === undefined);
  return (
    speaksInPlural(tokens) ||
    (names.length === 0 && !isPlace(resource) && said.length === 1 && !tokens.some((word) => aspects.has(word)))
  );
};

const ownedVerbs: ReadonlySet<Verb> = new Set(["list", "get", "describe"]);

/** Events are of what their name parameter names; so are the services that belong to one pod. */
const ownerOf = ({
  verb,
  resource,
  parameters,
}: Pick<CatalogEntry, "verb" | "resource" | "parameters">): string | undefined =>
  ownedVerbs.has(verb) && resource !== "other"
    ? parameters.find(({ role, of }) => role === "name" && of !== resource && of !== "other")?.of
    : undefined;

const markOperation = (parameters: readonly Parameter[], chooser: Property | undefined): readonly Parameter[] =>
  parameters.map((parameter) =>
    parameter.name === chooser?.name ? { ...withoutOf(parameter), role: "operation" } : parameter,
  );

const withoutOf = ({ of: _, ...parameter }: Parameter): Parameter => parameter;
