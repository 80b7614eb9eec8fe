import type { Arguments } from "@k8s-copilot/crew";
import { findForRow, type WantedRow } from "./find.ts";
import { resourceInArguments, textOf } from "./kinds.ts";
import { type Resource, resourceByKey } from "./resources.ts";
import type { CallTemplate, CatalogEntry, Parameter, Verb } from "./types.ts";
import type { Understood } from "./understand.ts";

export type Pending = {
  readonly tool: Understood;
  /** What the pending call does: of a multiplexer, the operation chosen. */
  readonly verb: Verb;
  readonly args: Arguments;
};

/** The call that lists the possible values of a parameter of a pending call. See `Catalog.sourceOf`. */
export const sourceTemplate = (
  tools: readonly Understood[],
  parameter: Parameter,
  pending: Pending,
): CallTemplate | undefined => {
  const { role, values } = parameter;
  if (values !== undefined) return undefined;
  if (role === "cluster") return listOf(tools, "cluster", pending);
  if (role === "namespace") return listOf(tools, "namespace", pending);
  if (role === "container") return containersOf(tools, pending);
  return role === "name" && !isNew(parameter, pending) ? namesOf(tools, parameter, pending) : undefined;
};

/** Verbs that make what their name parameter names. */
const makers: ReadonlySet<Verb> = new Set(["create", "install", "run"]);

const isNew = (parameter: Parameter, { tool, verb }: Pending): boolean =>
  makers.has(verb) && parameter.of === tool.entry.resource;

const listOf = (tools: readonly Understood[], key: string, pending: Pending): CallTemplate | undefined => {
  const resource = resourceByKey.get(key);
  return resource === undefined ? undefined : firstFor(tools, { verb: "list", resource }, pending);
};

const namesOf = (tools: readonly Understood[], parameter: Parameter, pending: Pending): CallTemplate | undefined => {
  const { parameters } = pending.tool.entry;
  const resource = namedBy(parameter, pending);
  if (resource === undefined) return undefined;
  const list = (scope: "one" | "all") => firstFor(tools, { verb: "list", resource, scope }, pending);
  return givenFor("namespace", parameters, pending.args) === undefined ? (list("all") ?? list("one")) : list("one");
};

/** Containers stand in the pod: the call that reads it, once the pod is known. */
const containersOf = (tools: readonly Understood[], pending: Pending): CallTemplate | undefined => {
  const owner = pending.tool.entry.parameters.find(({ role }) => role === "name");
  if (owner === undefined) return undefined;
  const resource = namedBy(owner, pending);
  const name = textOf(pending.args[owner.name]);
  if (name === undefined || resource === undefined) return undefined;
  const template = firstFor(tools, { verb: "get", resource }, pending);
  const target = template?.entry.parameters.find(({ role }) => role === "name");
  return template === undefined || target === undefined
    ? undefined
    : { ...template, args: { ...template.args, ...fill(target, name) } };
};

/** The resource whose names a parameter takes; `*` is the kind that the call names. */
const namedBy = ({ of = "" }: Parameter, { tool, args }: Pending): Resource | undefined =>
  of === "*" ? resourceInArguments(tool.entry.parameters, args) : resourceByKey.get(of);

/** The best template on the same server, with the place of the pending call carried over. */
const firstFor = (
  tools: readonly Understood[],
  wanted: Omit<WantedRow, "server">,
  { tool, args }: Pending,
): CallTemplate | undefined => {
  const [best] = findForRow(tools, { ...wanted, server: tool.entry.server });
  return best === undefined
    ? undefined
    : { ...best, args: { ...carried(best.entry, wanted.resource, { tool, args }), ...best.args } };
};

const carried = (
  entry: CatalogEntry,
  resource: Resource,
  { tool, args }: Pick<Pending, "tool" | "args">,
): Arguments => {
  const roles = resource.namespaced ? (["cluster", "namespace"] as const) : (["cluster"] as const);
  return Object.assign(
    {},
    ...roles.map((role) => {
      const target = resource.key === role ? undefined : entry.parameters.find((parameter) => parameter.role === role);
      const value = givenFor(role, tool.entry.parameters, args);
      return target === undefined || value === undefined ? {} : fill(target, value);
    }),
  );
};

const givenFor = (
  role: "cluster" | "namespace",
  parameters: readonly Parameter[],
  args: Arguments,
): string | undefined =>
  parameters
    .filter((parameter) => parameter.role === role)
    .map(({ name }) => textOf(args[name]))
    .find((value) => value !== undefined);

const fill = (parameter: Parameter, value: string): Arguments => ({
  [parameter.name]: parameter.type === "array" ? [value] : value,
});
