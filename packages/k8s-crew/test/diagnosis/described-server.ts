import { existsSync, readFileSync } from "node:fs";
import type { Tool } from "@k8s-copilot/crew";
import { textAt, type UnknownRecord } from "../../src/results/values.ts";
import { type Args, failed, manifestTools, ok, tool } from "./manifest-server.ts";

const fileOf = (file: string): URL => new URL(`./described/${file}.txt`, import.meta.url);

/** Whether there is a file of what kubectl printed. */
export const isDescribed = (file: string): boolean => existsSync(fileOf(file));

/** What `kubectl describe` (1.32) printed of the objects of a manifest file, by kind, namespace and name. */
export const descriptionsOf = (file: string): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(fileOf(file), "utf8")
      .split(/^### /m)
      .filter((part) => part !== "")
      .map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n") + 1)] as const),
  );

/** Tools that describe as kubectl does, list names, and read logs: no objects, no lists of events. */
export const describingTools = (
  objects: readonly UnknownRecord[],
  descriptions: ReadonlyMap<string, string>,
): readonly Tool[] => [
  tool("resources_describe", ["apiVersion*", "kind*", "name*", "namespace"], ({ kind, namespace = "", name }) => {
    const text = descriptions.get(`${kind} ${namespace}/${name}`);
    return text === undefined ? failed(`${(kind ?? "").toLowerCase()}s "${name}" not found`) : ok(text);
  }),
  tool("resources_list", ["apiVersion*", "kind*", "namespace"], (args) => ok(namesIn(objects, args))),
  ...manifestTools(objects).filter(({ name }) => name === "pods_log" || name === "namespaces_list"),
];

const namesIn = (objects: readonly UnknownRecord[], { kind, namespace = "" }: Args): string => {
  // Events are listed by names that tell nothing.
  if (kind === "Event") return "- something.17a2b3c4d5e6f708";
  const own = objects.filter(
    (object) =>
      textAt(object, "kind") === kind && (namespace === "" || textAt(object, "metadata", "namespace") === namespace),
  );
  return own.length === 0
    ? "No resources found"
    : own.map((object) => `- ${textAt(object, "metadata", "name")}`).join("\n");
};
