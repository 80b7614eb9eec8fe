import type { Arguments } from "@k8s-copilot/crew";
import { kindArguments, servesGroup } from "./kinds.ts";
import { type Resource, resourceByKey } from "./resources.ts";
import { canNarrow, scopeArguments } from "./scope.ts";
import type { CallTemplate, Parameter, Verb, Wanted } from "./types.ts";
import type { Understood } from "./understand.ts";

/** A resource wanted by its row, so that kinds outside the table can be asked for as well. */
export type WantedRow = Omit<Wanted, "resource"> & { readonly resource: Resource };

/** Templates for what is wanted, best first. */
export const findTemplates = (tools: readonly Understood[], wanted: Wanted): readonly CallTemplate[] => {
  const resource = resourceByKey.get(wanted.resource);
  return resource === undefined ? [] : findForRow(tools, { ...wanted, resource });
};

export const findForRow = (tools: readonly Understood[], wanted: WantedRow): readonly CallTemplate[] =>
  tools
    .filter((tool) => wanted.server === undefined || tool.entry.server === wanted.server)
    .flatMap((tool) => candidatesOf(tool, wanted))
    .toSorted(byRank)
    .map(({ template }) => template);

type Candidate = { readonly template: CallTemplate; readonly rank: readonly number[] };

const byRank = (one: Candidate, other: Candidate): number =>
  one.rank.map((value, at) => value - (other.rank[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** How a tool is pointed at the resource: made for it, by a kind or a manifest, or by an operation as well. */
type Aim = {
  readonly args: Arguments;
  readonly verb: Verb;
  readonly breadth: 0 | 1 | 2;
  readonly extras: number;
};

/** Rank of a tool made for the resource, but for something special about it (`get_deployment_rollout_history`). */
const special = 3;

const candidatesOf = (tool: Understood, wanted: WantedRow): readonly Candidate[] =>
  aimsAt(tool, wanted.resource).flatMap((aim) => {
    const distance = distanceOf(tool, aim.verb, wanted.verb);
    const scope = wanted.resource.namespaced ? scopeArguments(tool.entry, wanted.scope ?? "one") : {};
    const owner = ownerArguments(tool, wanted);
    if (distance === undefined || scope === undefined || owner === undefined) return [];
    const breadth = isSpecial(aim) ? special : aim.breadth;
    if (distance > 0 && breadth === special) return [];
    const args = { ...aim.args, ...scope, ...owner };
    const open = openQuestions(tool.entry.parameters, args);
    const rank = [ownerRank(tool, wanted), distance, narrowness(tool, wanted), breadth, open, tool.extras];
    return [{ template: { entry: tool.entry, args }, rank }];
  });

const aimsAt = (tool: Understood, resource: Resource): readonly Aim[] => {
  const { entry, operations, chooser, extras } = tool;
  if (chooser === undefined) {
    const args = argumentsFor(tool, entry.resource, resource);
    const breadth = entry.resource === resource.key ? 0 : 1;
    return args === undefined ? [] : [{ args, verb: entry.verb, breadth, extras }];
  }
  return operations.flatMap((operation): readonly Aim[] => {
    const args = argumentsFor(tool, operation.resource ?? entry.resource, resource);
    const chosen = { [chooser.name]: operation.value };
    return args === undefined
      ? []
      : [{ args: { ...chosen, ...args }, verb: operation.verb, breadth: 2, extras: operation.extras }];
  });
};

/** Words beyond verb and resource make a dedicated tool or an operation special; generic tools have names of all sorts. */
const isSpecial = ({ breadth, extras }: Aim): boolean => breadth !== 1 && extras > 0;

/** The arguments that point a tool for `own` at a resource; undefined when it cannot be. */
const argumentsFor = (tool: Understood, own: string, resource: Resource): Arguments | undefined => {
  if (own === resource.key) return ownKind(tool, resource);
  if (own !== "*" || resource.kind === "") return undefined;
  const roles = tool.entry.parameters.map(({ role }) => role);
  const byManifest = roles.includes("manifest") && !roles.includes("kind") && servesGroup(tool, resource);
  return byManifest ? {} : kindArguments(tool, resource);
};

/** `scale_deployment(resourceType)`: a tool made for a resource may still want to be told. */
const ownKind = (tool: Understood, resource: Resource): Arguments =>
  resource.key === "event" ? {} : (kindArguments(tool, resource) ?? {});

/** 0 for the verb itself, 1 for a verb that serves as well, undefined for another. */
const distanceOf = (tool: Understood, verb: Verb, wanted: Verb): number | undefined => {
  if (verb === wanted || (wanted === "list" && verb === "get" && listsWithoutName(tool))) return 0;
  return standIns.some(([one, other]) => wanted === one && verb === other) ? 1 : undefined;
};

/** What may stand in for what, when the wanted verb has no tool. */
const standIns: readonly (readonly [wanted: Verb, served: Verb])[] = [
  ["describe", "get"],
  ["get", "describe"],
  ["apply", "create"],
  ["apply", "update"],
  ["create", "apply"],
  ["update", "apply"],
];

/** A `get` whose name may be left out, and that says so: “if omitted, lists all”. */
const listsWithoutName = ({ entry, chooser, operations }: Understood): boolean => {
  if (operations.some(({ verb }) => verb === "list")) return false;
  const name = entry.parameters.find(({ role }) => role === "name");
  if (name === undefined || name.required) return name === undefined && chooser !== undefined;
  return chooser !== undefined || saysItLists.test(`${entry.description} ${name.description}`);
};

const saysItLists =
  /\blists?\b|\ball\b|omit|not (?:provided|specified|given|set)|列出|列表|所有|全部|不指定|不填|留空|省略/i;

/** What the list has to belong to, and the arguments that say so. Undefined when the tool cannot. */
const ownerArguments = (tool: Understood, wanted: WantedRow): Arguments | undefined => {
  const { owner } = tool;
  if (owner === undefined) return {};
  if (wanted.of === undefined) {
    return wanted.resource.key === "event" && !(needsName(tool) && wanted.scope === "all") ? {} : undefined;
  }
  if (owner !== "*") return owner === wanted.of ? {} : undefined;
  const row = resourceByKey.get(wanted.of);
  return row === undefined || !takesKind(tool) ? {} : kindArguments(tool, row);
};

/** Tools that answer the question itself stand before those that answer a smaller or larger one. */
const ownerRank = (tool: Understood, wanted: WantedRow): number => {
  if (wanted.of === undefined) return tool.owner !== undefined && needsName(tool) ? 1 : 0;
  if (tool.owner === undefined) return 2;
  return tool.owner === wanted.of || takesKind(tool) ? 0 : 1;
};

const takesKind = (tool: Understood): boolean => tool.entry.parameters.some(({ role }) => role === "kind");

const needsName = ({ entry }: Understood): boolean =>
  entry.parameters.some(({ role, required }) => role === "name" && required);

/** A tool that covers all namespaces answers for one as well, but with too much. */
const narrowness = (tool: Understood, { resource, scope = "one" }: WantedRow): number =>
  resource.namespaced && scope === "one" && !canNarrow(tool.entry) ? 1 : 0;

/** Required parameters that neither the template nor the place of the call fills. */
const openQuestions = (parameters: readonly Parameter[], args: Arguments): number =>
  parameters.filter(
    ({ name, role, required }) => required && args[name] === undefined && role !== "cluster" && role !== "namespace",
  ).length;
