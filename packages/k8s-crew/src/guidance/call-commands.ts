import type { Arguments } from "@k8s-copilot/crew";
import { parameterOf } from "../catalog/arguments.ts";
import type { CatalogEntry, Role, Verb } from "../catalog/types.ts";
import type { Focus } from "../plan/types.ts";
import { parseAge } from "../results/age.ts";
import { type KubectlCall, kubectlFor } from "./kubectl.ts";

/** A call that was made, and what the answer took of its result. */
export type MadeCall = {
  readonly entry: CatalogEntry;
  readonly args: Arguments;
  readonly verb: Verb;
  readonly resource: string;
  /** The name that the result was searched for, where the tool could not be told. */
  readonly name?: string | undefined;
  readonly everywhere?: boolean;
  /** All namespaces, though the call named one of them. */
  readonly wide?: true | undefined;
  /** The cluster that the server takes where the call names none, if there are several. */
  readonly here?: string | undefined;
  readonly lines?: number | undefined;
  readonly sinceSeconds?: number | undefined;
  readonly focus?: Focus | undefined;
};

/** The kubectl command that shows the same; undefined where there is none. */
export const kubectlOfCall = (made: MadeCall): string | undefined => {
  const { entry, args, verb, resource } = made;
  const value = (role: Role): unknown => {
    const parameter = parameterOf(entry, role, role === "name" ? resource : undefined);
    return parameter === undefined ? undefined : args[parameter.name];
  };
  const namespace = made.wide === true ? undefined : textOf(value("namespace"));
  const choosesCluster = parameterOf(entry, "cluster") !== undefined;
  const call: KubectlCall = {
    verb,
    resource,
    name: textOf(value("name")) ?? made.name,
    namespace,
    allNamespaces: made.everywhere === true && namespace === undefined,
    cluster: textOf(value("cluster")) ?? (choosesCluster ? made.here : undefined),
    container: textOf(value("container")),
    tail: made.lines ?? positive(value("tail")),
    sinceSeconds: made.sinceSeconds ?? sinceOf(entry, args),
    previous: value("previous") === true,
    selector: textOf(value("labelSelector")),
    fieldSelector: textOf(value("fieldSelector")) ?? fieldsOf(resource, made.focus),
    replicas: numberOf(value("replicas")),
    image: textOf(value("image")),
  };
  return kubectlFor(call);
};

const textOf = (value: unknown): string | undefined => {
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof one === "string" && one !== "" ? one : undefined;
};

const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) ? number : undefined;
};

const positive = (value: unknown): number | undefined => {
  const number = numberOf(value);
  return number !== undefined && number > 0 ? number : undefined;
};

/** Seconds of a time window, whatever unit the tool's parameter is in. */
const sinceOf = (entry: CatalogEntry, args: Arguments): number | undefined => {
  const parameter = parameterOf(entry, "since");
  const value = parameter && args[parameter.name];
  if (parameter === undefined || value === undefined) return undefined;
  if (typeof value === "string" && !/^\d+$/.test(value)) return parseAge(value);
  const unit = /minute/i.test(parameter.name) ? 60 : /hour/i.test(parameter.name) ? 3600 : 1;
  const number = positive(value);
  return number === undefined ? undefined : number * unit;
};

/** What of a list was wanted, where the API itself can filter by it. */
const fieldsOf = (resource: string, { quality, node }: Focus = {}): string | undefined => {
  const fields: string[] = [];
  if (resource === "event" && quality === "warnings") fields.push("type=Warning");
  if (resource === "pod" && node !== undefined) fields.push(`spec.nodeName=${node}`);
  if (resource === "pod" && quality === "pending") fields.push("status.phase=Pending");
  return fields.length === 0 ? undefined : fields.join(",");
};
