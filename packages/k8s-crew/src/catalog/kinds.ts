import type { Arguments } from "@k8s-copilot/crew";
import { pluralOf, resourceOfKind } from "./resource-words.ts";
import { type Resource, resourceByKey } from "./resources.ts";
import { normalise } from "./tokens.ts";
import type { Parameter } from "./types.ts";
import type { Understood } from "./understand.ts";

/**
 * The arguments that point a generic tool at a resource: kind, and apiVersion or group and version, each in the form
 * that the tool wants. Undefined when the tool cannot serve that kind.
 */
export const kindArguments = (tool: Understood, resource: Resource): Arguments | undefined => {
  const { parameters } = tool.entry;
  const kind = parameters.find(({ role }) => role === "kind");
  if (kind === undefined || resource.kind === "") return undefined;
  if (!servesGroup(tool, resource)) return undefined;
  const value = kindValue(kind, resource);
  if (value === undefined) return undefined;
  const args: Record<string, unknown> = { [kind.name]: kind.type === "array" ? [value] : value };
  for (const parameter of parameters.filter(({ role }) => role === "apiVersion")) {
    const version = versionValue(parameter, resource);
    if (version === undefined) continue;
    if (parameter.values !== undefined && !parameter.values.includes(version)) return undefined;
    args[parameter.name] = version;
  }
  return args;
};

/** A tool that is limited to an API group by its name serves only that group's kinds. */
export const servesGroup = ({ group }: Understood, resource: Resource): boolean =>
  group === undefined || group === groupOf(resource);

/** The resource that a pending call's kind argument (or its default) names; kinds that the table does not know, too. */
export const resourceInArguments = (parameters: readonly Parameter[], args: Arguments): Resource | undefined => {
  const kind = parameters.find(({ role }) => role === "kind");
  if (kind === undefined) return undefined;
  const value = textOf(args[kind.name]) ?? textOf(kind.default);
  if (value === undefined) return undefined;
  return resourceOfKind(value) ?? unknownKind(value, apiVersionIn(parameters, args));
};

/** The key of a resource that the table does not know: its kind, as it was given. */
const unknownKind = (kind: string, apiVersion: string): Resource => ({
  key: kind,
  kind,
  apiVersion,
  namespaced: true,
  words: [],
  zh: [],
});

export const textOf = (value: unknown): string | undefined => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" && one !== "" ? one : undefined;
};

const groupOf = (resource: Resource): string =>
  resource.apiVersion.includes("/") ? resource.apiVersion.replace(/\/.*$/, "") : "";

const apiVersionIn = (parameters: readonly Parameter[], args: Arguments): string => {
  const given = (form: Form) =>
    textOf(
      args[parameters.find((parameter) => parameter.role === "apiVersion" && formOf(parameter) === form)?.name ?? ""],
    );
  const [group, version] = [given("group"), given("version")];
  return given("both") ?? [group, version].filter((part) => part !== undefined).join("/");
};

type Form = "group" | "version" | "both";

const formOf = (parameter: Parameter): Form => {
  const name = normalise(parameter.name);
  if (name.endsWith("group")) return "group";
  return name === "version" ? "version" : "both";
};

/** The core group is written as nothing: a parameter that wants a group alone is left out then. */
const versionValue = (parameter: Parameter, resource: Resource): string | undefined => {
  if (resource.apiVersion === "") return undefined;
  const form = formOf(parameter);
  if (form === "both") return resource.apiVersion;
  if (form === "version") return resource.apiVersion.replace(/^.*\//, "");
  const group = groupOf(resource);
  return group === "" && !parameter.required ? undefined : group;
};

/** By its enum; else in the form of the examples that its description or default gives; else by its name. */
const kindValue = (parameter: Parameter, resource: Resource): string | undefined => {
  if (parameter.values !== undefined) {
    return parameter.values.find((value) => resourceOfKind(value)?.key === resource.key);
  }
  if (resourceByKey.get(resource.key) === undefined) return resource.kind;
  const example = [...examplesIn(parameter.description), textOf(parameter.default) ?? ""].find(
    (word) => resourceOfKind(word) !== undefined,
  );
  if (example !== undefined) return inFormOf(example, resource);
  return normalise(parameter.name).includes("kind") ? resource.kind : pluralOf(resource);
};

/** Words of “e.g. pods, deployments”, “（例如：'Pod'）”; without such an introduction, any word may be an example. */
const examplesIn = (description: string): readonly string[] => {
  const introduced = description.match(/(?:e\.g\.?|examples?|such as|like|for instance|例如|比如|如)([\s\S]*)/i)?.[1];
  return (introduced ?? description.match(/\(([^)]*)\)/)?.[1] ?? description).match(/[A-Za-z][\w-]*/g) ?? [];
};

const inFormOf = (example: string, resource: Resource): string => {
  if (/^[A-Z]/.test(example)) return example === example.toUpperCase() ? resource.kind.toUpperCase() : resource.kind;
  const known = resourceOfKind(example);
  const singular = known !== undefined && (known.words.includes(example) || known.kind.toLowerCase() === example);
  return singular && example !== "endpoints" ? resource.kind.toLowerCase() : pluralOf(resource);
};
