import { isPlace } from "./resource-of.ts";
import { resourceOfWord } from "./resource-words.ts";
import { operationNames, perhapsPlainNames, plainNames, type RoleRow, roles } from "./roles.ts";
import type { Property } from "./schema.ts";
import { normalise, tokensOfName, tokensOfText } from "./tokens.ts";
import type { Parameter, Role, Verb } from "./types.ts";
import { prepositions } from "./vocabulary.ts";

/** What is known of a tool when its parameters are read. */
export type ToolSense = {
  readonly verb: Verb;
  readonly resource: string;
  /** All resources that the tool's name speaks of, in order. */
  readonly spokenOf: readonly string[];
};

/** The role of one parameter by its own name, type and description; names of things come later, see `withNames`. */
export const roleOf = (property: Property, all: readonly Property[]): Role => {
  const name = normalise(property.name);
  const others = all.filter((other) => other !== property).map((other) => normalise(other.name));
  return roles.find((row) => fits(row, { property, name, others }))?.role ?? "other";
};

/** True for a parameter that may choose what a multiplexer does. */
export const mayChooseOperation = (property: Property): boolean =>
  operationNames.has(normalise(property.name)) && textTypes.has(property.type);

/**
 * Parameters with roles, and for names the resource that is named. The name of a place is that place's role, unless the
 * tool makes the place: then it is the name of something new.
 */
export const withNames = (
  properties: readonly { readonly property: Property; readonly role: Role }[],
  tool: ToolSense,
): readonly Parameter[] => {
  const hasKind = properties.some(({ role }) => role === "kind");
  return properties.map(({ property, role }) => {
    const named = role === "other" ? namedBy({ property, tool, hasKind }) : madePlace(role, tool);
    if (named === undefined) return { ...property, role };
    const isExisting = (named === "cluster" || named === "namespace") && !makes(tool, named);
    return isExisting ? { ...property, role: named } : { ...property, role: "name", of: named };
  });
};

const textTypes: ReadonlySet<string> = new Set(["string", "any", "array"]);

const fits = (
  row: RoleRow,
  {
    property,
    name,
    others,
  }: { readonly property: Property; readonly name: string; readonly others: readonly string[] },
): boolean => {
  const { description } = property;
  return (
    (row.names.includes(name) || (row.endings ?? []).some((ending) => name.endsWith(ending))) &&
    row.types.includes(property.type) &&
    (row.only === undefined || description === "" || row.only.test(description)) &&
    (row.needs?.test(description) ?? true) &&
    !(row.unless?.test(description) ?? false) &&
    (row.beside === undefined || row.beside.some((other) => others.includes(other)))
  );
};

const makers: ReadonlySet<Verb> = new Set(["create"]);

const makes = (tool: ToolSense, place: string): boolean => makers.has(tool.verb) && tool.resource === place;

/** `create_namespace(namespace)`: not the namespace to work in, but the name of a new one. */
const madePlace = (role: Role, tool: ToolSense): string | undefined =>
  (role === "cluster" || role === "namespace") && makes(tool, role) ? role : undefined;

const namedBy = ({
  property,
  tool,
  hasKind,
}: {
  readonly property: Property;
  readonly tool: ToolSense;
  readonly hasKind: boolean;
}): string | undefined => {
  if (!textTypes.has(property.type)) return undefined;
  const name = normalise(property.name);
  if (plainNames.has(name) || (perhapsPlainNames.has(name) && /name|名/i.test(property.description))) {
    return hasKind ? "*" : (namedInText(property.description) ?? namedByTool(tool, name));
  }
  return namedInName(property.name);
};

/** “Name of the Pod to read”, “Pod name”, “Pod的名称”. */
const namedInText = (description: string): string | undefined => {
  const words = tokensOfText(description);
  const at = words.findIndex((word) => /^names?$|名/.test(word));
  if (at < 0) return undefined;
  const before = words.slice(0, at).findLast((word) => word !== "的");
  const after = words[at + 1] === "of" ? words.slice(at + 2, at + 6) : [];
  const end = after.findIndex((word) => prepositions.has(word));
  const [named] = (end < 0 ? after : after.slice(0, end)).flatMap((word) => spoken(word) ?? []);
  return named ?? (before === undefined ? undefined : spoken(before));
};

/** Events are of something else: of what the tool's name speaks besides, or of any kind. */
const namedByTool = (tool: ToolSense, name: string): string => {
  if (tool.resource !== "event") return name.startsWith("involved") ? "*" : tool.resource;
  return tool.spokenOf.find((resource) => resource !== "event" && !isPlace(resource)) ?? "*";
};

/** `pod`, `pod_name`, `nodeName`: of that resource. `template_name`: of something that the table does not know. */
const namedInName = (name: string): string | undefined => {
  const words = tokensOfName(name);
  const said = words.filter((word) => !filler.has(word));
  const [only, ...more] = said;
  if (only === undefined || more.length > 0) return words.at(-1) === "name" ? "other" : undefined;
  return spoken(only) ?? (words.at(-1) === "name" ? "other" : undefined);
};

const filler: ReadonlySet<string> = new Set(["name", "names", "target", "k8s", "kube", "the", "名", "名称"]);

/** Words that are names of other things more often: charts come from repositories, endpoints are URLs. */
const misleading: ReadonlySet<string> = new Set(["helmchart", "endpoint", "event", "apiresource", "cluster"]);

const spoken = (word: string): string | undefined => {
  const key = resourceOfWord(word);
  return key === undefined || misleading.has(key) || word.startsWith("project") ? undefined : key;
};
