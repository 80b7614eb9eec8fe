import type { Arguments } from "@k8s-copilot/crew";
import type { CatalogEntry, Parameter } from "./types.ts";

/**
 * The arguments with which a tool covers one namespace (to be filled in) or all; undefined when it cannot. A schema
 * default (`namespace: default`) is nobody's wish for all namespaces.
 */
export const scopeArguments = (entry: CatalogEntry, scope: "one" | "all"): Arguments | undefined => {
  const everywhere = entry.parameters.find(({ role }) => role === "allNamespaces");
  if (everywhere !== undefined) {
    if (scope === "all") return { [everywhere.name]: true };
    return everywhere.default === true ? { [everywhere.name]: false } : {};
  }
  if (scope === "one") return {};
  const namespace = entry.parameters.find(({ role }) => role === "namespace");
  if (namespace === undefined) return everyNamespace.test(entry.description) ? {} : undefined;
  const word = wordForAll(namespace);
  if (word !== undefined) return { [namespace.name]: word };
  return coversAllWhenOmitted(namespace, entry.description) ? {} : undefined;
};

/** True for a tool that can be told one namespace. Others return more than one asked for. */
export const canNarrow = (entry: CatalogEntry): boolean => entry.parameters.some(({ role }) => role === "namespace");

const everyNamespace =
  /\b(?:all|every|any|across)\s+(?:\w+\s+)?namespaces?\b|所有(?:的)?命名空间|全部命名空间|跨命名空间|全集群/i;

const oneNamespace =
  /\b(?:default|current|configured)\s+(?:or\s+\w+\s+)?namespace\b|默认(?:为)?\W*(?:default)?\W*命名空间|当前命名空间/i;

const coversAllWhenOmitted = (namespace: Parameter, description: string): boolean => {
  if (namespace.required) return false;
  if (everyNamespace.test(namespace.description)) return true;
  const value = namespace.default;
  if (value !== undefined && value !== null) return value === "";
  if (oneNamespace.test(namespace.description)) return false;
  return everyNamespace.test(description) || !oneNamespace.test(description);
};

/** “use 'all' for all namespaces”, and an enum or default that says so. */
const wordForAll = (namespace: Parameter): string | undefined => {
  const listed = namespace.values?.find((value) => allWords.has(value.toLowerCase()));
  const quoted = namespace.description.match(
    /["'`“](all|\*|_all|-A|all-namespaces)["'`”][^.。]{0,40}(?:all|every|across|所有|全部)/i,
  )?.[1];
  return listed ?? quoted;
};

const allWords: ReadonlySet<string> = new Set(["all", "*", "_all", "all-namespaces"]);
