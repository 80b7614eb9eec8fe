import type { Tool } from "@k8s-copilot/crew";
import { type Description, readDescription } from "./description.ts";
import { effectByHints, isCommand, judged } from "./effect-of.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { mayChooseOperation, roleOf, withNames } from "./parameters.ts";
import { isPlace, resourceOfTokens, resourcesIn, speaksInPlural } from "./resource-of.ts";
import { type Property, propertiesOf } from "./schema.ts";
import { tokensOfName } from "./tokens.ts";
import type { CatalogEntry, Effect, Parameter, Role, Verb } from "./types.ts";
import { isUnknown, verbOfName, worseEffect } from "./verb-of.ts";
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
  /** The resource that a list belongs to: `list_pod_events` lists the events of a pod. */
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
  const named = verbOfName(tokens, brand);
  const chooser = chooserIn(properties, named?.verb);
  const operations = chooser === undefined ? [] : operationsOf(chooser);
  const judgement = judged({ named, description, title, hints: tool.annotations ?? {} });
  const isGeneric =
    judgement.verb === "generic" || (chooser === undefined && isCommand({ withRoles, verb: judgement.verb, tokens }));
  const spoken = isGeneric ? "generic" : chooser === undefined ? judgement.verb : "multi";
  const resource = resourceOf({ tokens, description, verb: spoken, roles: withRoles.map(({ role }) => role) });
  const parameters = markOperation(
    withNames(withRoles, { verb: spoken, resource, spokenOf: resourcesIn(tokens) }),
    chooser,
  );
  const verb = listsByPlural({ verb: spoken, resource, tokens, parameters }) ? "list" : spoken;
  const owner = ownerOf({ verb, resource, parameters });
  const group =
    resource === "*" ? tokens.map((word) => groupWords.get(word)).find((found) => found !== undefined) : undefined;
  const own = isGeneric ? "destructive" : chooser === undefined ? judgement.effect : worstOf(operations);
  return {
    entry: {
      tool: tool.name,
      server: tool.server,
      description: tool.description,
      verb,
      resource,
      effect: effectByHints({ effect: own, verb, hints: tool.annotations ?? {}, trusted }),
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

/** The effect of operations that nobody listed is unknown, and may be any. */
const worstOf = (operations: readonly Operation[]): Effect =>
  operations.length === 0 ? "destructive" : operations.map(({ effect }) => effect).reduce(worseEffect, "read");

/** Verbs that leave open what is done. */
const vagueVerbs: ReadonlySet<Verb> = new Set(["other", "run", "exec", "start"]);

const readVerbs: ReadonlySet<Verb> = new Set([
  "list",
  "get",
  "describe",
  "logs",
  "top",
  "search",
  "health",
  "diagnose",
]);

/** In a tool that only reads, an optional “action” is a filter (“only events of this action”). */
const chooserIn = (properties: readonly Property[], verb: Verb | undefined): Property | undefined =>
  properties.find((property) => {
    if (!mayChooseOperation(property)) return false;
    const isFilter =
      !property.required && readVerbs.has(verb ?? "other") && /filter|only|过滤|筛选/i.test(property.description);
    if (isFilter) return false;
    const operations = operationsOf(property);
    return operations.some(({ verb: known }) => known !== "other") || isFreeOperation(property, verb);
  });

/** An operation that is required and explained nowhere: anything may come. A command line is another matter. */
const isFreeOperation = (property: Property, verb: Verb = "other"): boolean =>
  property.required &&
  vagueVerbs.has(verb) &&
  /^(?:operation|action|subcommand|操作|动作)$/i.test(property.name.replace(/[_-]/g, ""));

const resourceOf = ({
  tokens,
  description,
  verb,
  roles,
}: {
  readonly tokens: readonly string[];
  readonly description: Description;
  readonly verb: Verb;
  readonly roles: readonly Role[];
}): string => {
  const named = resourceOfTokens(tokens, verb);
  if (named !== undefined && named !== "other") return named;
  if (roles.includes("kind") || roles.includes("manifest")) return "*";
  const described = resourceOfTokens(named === "other" ? headClause(description.tokens) : description.tokens, verb);
  const isThing = described !== undefined && described !== "other" && described !== "*";
  if (isThing && !(named === "other" && isPlace(described))) return described;
  return verb === "logs" && named === undefined ? "pod" : "other";
};

/** The words of a description up to its first preposition: what is acted on, not where or for what. */
const headClause = (tokens: readonly string[]): readonly string[] => {
  const at = tokens.findIndex((word) => /^(?:in|on|of|for|from|by|with|to|at|across|using|via|that|which)$/.test(word));
  return at < 0 ? tokens : tokens.slice(0, at);
};

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

const ownerOf = ({
  verb,
  resource,
  parameters,
}: Pick<CatalogEntry, "verb" | "resource" | "parameters">): string | undefined =>
  verb === "list" && resource !== "other"
    ? parameters.find(({ role, of }) => role === "name" && of !== resource && of !== "other")?.of
    : undefined;

const markOperation = (parameters: readonly Parameter[], chooser: Property | undefined): readonly Parameter[] =>
  parameters.map((parameter) =>
    parameter.name === chooser?.name ? { ...withoutOf(parameter), role: "operation" } : parameter,
  );

const withoutOf = ({ of: _, ...parameter }: Parameter): Parameter => parameter;

/** Aspects that change nothing about what is shown. */
const plainAspects: ReadonlySet<string> = new Set([
  "info",
  "information",
  "detail",
  "details",
  "list",
  "name",
  "names",
  "列表",
  "详情",
  "信息",
]);

const extrasIn = (tokens: readonly string[], verb: Verb): number =>
  tokens.filter(
    (word) => isUnknown(word) || (aspects.has(word) && !plainAspects.has(word) && verbOfWord(word)?.verb !== verb),
  ).length;
