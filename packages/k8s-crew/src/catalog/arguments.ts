import type { Arguments } from "@k8s-copilot/crew";
import type { CatalogEntry, Parameter, Role } from "./types.ts";

/** What a person said, by what it means; `argumentsFor` finds the tool's own names and forms for it. */
export type Said = {
  readonly cluster?: string | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  readonly container?: string | undefined;
  readonly tail?: number | undefined;
  readonly sinceSeconds?: number | undefined;
  readonly previous?: boolean | undefined;
  readonly labelSelector?: string | undefined;
  readonly replicas?: number | undefined;
  readonly image?: string | undefined;
  /** A command line to run in a container. */
  readonly run?: string | undefined;
};

/** The parameter of a role; for `name` the one that names `resource`, else the one that any resource may fill. */
export const parameterOf = (entry: CatalogEntry, role: Role, resource?: string): Parameter | undefined => {
  const candidates = entry.parameters.filter((parameter) => parameter.role === role);
  if (role !== "name" || resource === undefined) return candidates.find(({ required }) => required) ?? candidates[0];
  return (
    candidates.find(({ of }) => of === resource) ??
    candidates.find(({ of }) => of === "*" || of === undefined || of === "workload") ??
    candidates.find(({ required }) => required)
  );
};

/** The parameter that names the thing itself; that of events names what they happened to, of whatever kind. */
export const nameParameterOf = (entry: CatalogEntry, resource: string): Parameter | undefined =>
  parameterOf(entry, "name", resource === "event" ? undefined : resource);

/** The arguments by which this tool is told what was said; what it has no parameter for is left out. */
export const argumentsFor = (entry: CatalogEntry, resource: string, said: Said): Arguments => {
  const pairs: [string, unknown][] = [];
  const put = (role: Role, value: unknown) => {
    const parameter = value === undefined ? undefined : parameterOf(entry, role, resource);
    if (parameter) pairs.push([parameter.name, inFormOf(parameter, value)]);
  };
  put("cluster", said.cluster);
  put("namespace", said.namespace);
  put("name", said.name);
  put("container", said.container);
  put("tail", said.tail);
  put("since", said.sinceSeconds);
  put("previous", said.previous);
  put("labelSelector", said.labelSelector);
  put("replicas", said.replicas);
  put("image", said.image);
  put("command", parameterOf(entry, "command")?.type === "array" ? wordsOf(said.run) : said.run);
  return Object.fromEntries(pairs);
};

/** The words of a command line; one that needs a shell is given to one. */
const wordsOf = (run: string | undefined): readonly string[] | undefined => {
  if (run === undefined) return undefined;
  return /[|&;<>$()`"'*?]/.test(run) ? ["sh", "-c", run] : run.split(/\s+/);
};

/** A value in the type that the tool's schema asks for. A time window is `600` for numbers, `600s` for strings. */
export const inFormOf = (parameter: Parameter, value: unknown): unknown => {
  if (parameter.type === "array") return Array.isArray(value) ? value : [value];
  if (parameter.type === "integer" || parameter.type === "number") {
    const number = Number(value);
    return Number.isNaN(number) ? value : number;
  }
  if (parameter.type === "boolean") return typeof value === "string" ? value === "true" : Boolean(value);
  if (parameter.role === "since" && typeof value === "number") return `${value}s`;
  return typeof value === "object" ? value : String(value);
};
