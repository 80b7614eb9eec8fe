import type { Arguments } from "@k8s-copilot/crew";
import { resourceOfKind } from "../catalog/resource-words.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { CatalogEntry, Role } from "../catalog/types.ts";
import { tagsOf } from "./tags.ts";

/** Stands for a kind that is not known: whatever is changed may change it. */
export const unknownKind = "*";

/** The cluster that a call names; "" for the server's own, and for several. */
export const clusterIn = (entry: CatalogEntry, args: Arguments): string => onlyOne(textsIn(entry, args, "cluster"));

/** The one namespace that a call names; "" for all of them, several, or whichever the server takes. */
export const namespaceIn = (entry: CatalogEntry, args: Arguments): string => {
  const isEverywhere = entry.parameters.some(
    ({ role, name, default: given }) => role === "allNamespaces" && (args[name] ?? given) === true,
  );
  const namespace = isEverywhere ? "" : onlyOne(textsIn(entry, args, "namespace"));
  return namespaceName.test(namespace) && namespace !== "all" ? namespace : "";
};

const onlyOne = (texts: readonly string[]): string => {
  const [text = "", ...others] = new Set(texts);
  return others.length === 0 ? text : "";
};

const namespaceName = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;

/**
 * The kinds that a call is about: that of its tool, and those that it names itself. A description tells of what happened
 * as well, and is about events.
 */
export const kindsIn = (entry: CatalogEntry, args: Arguments): readonly string[] => {
  const versions = textsIn(entry, args, "apiVersion");
  const named = textsIn(entry, args, "kind").flatMap((text) => text.split(","));
  const said = named.map((kind) => kindOf(kind.trim(), versions));
  const own = entry.resource === unknownKind && said.length > 0 ? [] : [known(entry.resource)];
  return [...new Set([...own, ...said, ...(entry.verb === "describe" ? ["event"] : [])])];
};

/** The kind that is called so. One of a foreign API group is not the kind that it is called like. */
export const kindOf = (kind: string, versions: readonly string[]): string => {
  const resource = resourceOfKind(kind);
  if (resource === undefined) return unknownKind;
  const isOurs = versions.every(
    (version) => isBareVersion(version) || groupOf(version) === groupOf(resource.apiVersion),
  );
  return isOurs ? resource.key : unknownKind;
};

const known = (resource: string): string => (resourceByKey.has(resource) ? resource : unknownKind);

/** The tags of a read: for each kind that it is about, where it looks. */
export const tagsOfRead = (entry: CatalogEntry, args: Arguments): readonly string[] => {
  const [cluster, namespace] = [clusterIn(entry, args), namespaceIn(entry, args)];
  const tags = kindsIn(entry, args).flatMap((resource) => {
    const isPlaced = resourceByKey.get(resource)?.namespaced === true;
    return tagsOf({ server: entry.server, cluster, namespace: isPlaced ? namespace : "", resource });
  });
  return [...new Set(tags)];
};

const isBareVersion = (apiVersion: string): boolean => /^v\d\w*$/.test(apiVersion);

/** `apps/v1` and `apps` are of one group. */
const groupOf = (apiVersion: string): string => apiVersion.replace(/(?:^|\/)v\d\w*$/, "").replace(/^core$/, "");

/** What a call says for its parameters of a role, or what the server takes when it says nothing. */
const textsIn = (entry: CatalogEntry, args: Arguments, role: Role): readonly string[] =>
  entry.parameters
    .filter((parameter) => parameter.role === role)
    .flatMap(({ name, default: given }): readonly unknown[] => {
      const value = args[name] ?? given;
      return Array.isArray(value) ? value : [value];
    })
    .flatMap((value) => (typeof value === "string" && value.trim() !== "" ? [value.trim()] : []));
