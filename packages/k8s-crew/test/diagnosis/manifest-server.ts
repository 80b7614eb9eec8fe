import { readFileSync } from "node:fs";
import type { Tool, ToolOutput } from "@k8s-copilot/crew";
import { parseAllDocuments, stringify } from "yaml";
import { at, isRecord, listAt, textAt, type UnknownRecord } from "../../src/results/values.ts";

/** The objects of a manifest file, as an API server holds them; times may count back from now (`-5m`). */
export const objectsIn = (file: string): readonly UnknownRecord[] =>
  parseAllDocuments(readFileSync(new URL(`./fixtures/${file}.yaml`, import.meta.url), "utf8")).flatMap((document) => {
    const value: unknown = document.toJS();
    return isRecord(value) ? [value] : [];
  });

/** Logs stand in the manifest as a kind of their own: `kind: Log`, `spec: { container, previous, lines }`. */
const isLog = (object: UnknownRecord): boolean => textAt(object, "kind") === "Log";

/** Tools over objects: get as YAML, list by names or as objects, events of one thing, logs. */
export const manifestTools = (objects: readonly UnknownRecord[]): readonly Tool[] => {
  const inPlace = ({ kind, namespace = "" }: Args) =>
    objects.filter(
      (object) =>
        textAt(object, "kind") === kind && (namespace === "" || textAt(object, "metadata", "namespace") === namespace),
    );
  return [
    tool("resources_get", ["apiVersion*", "kind*", "name*", "namespace"], (args) => {
      const found = inPlace(args).find((object) => textAt(object, "metadata", "name") === args.name);
      return found ? ok(stringify(found)) : failed(`${(args.kind ?? "").toLowerCase()}s "${args.name}" not found`);
    }),
    tool("resources_list", ["apiVersion*", "kind*", "namespace", "labelSelector"], (args) =>
      ok(stringify({ kind: "List", items: inPlace(args).filter((object) => selected(object, args.labelSelector)) })),
    ),
    tool("events_list", ["namespace"], (args) =>
      ok(stringify({ kind: "List", items: inPlace({ ...args, kind: "Event" }) })),
    ),
    tool("pods_log", ["name*", "namespace", "container", "previous?", "tail#"], (args) => {
      const log = objects
        .filter(isLog)
        .find(
          (object) =>
            textAt(object, "metadata", "name") === args.name &&
            textAt(object, "spec", "container") === args.container &&
            (textAt(object, "spec", "previous") === "true") === (String(args.previous) === "true"),
        );
      return log
        ? ok(listAt(log, "spec", "lines").join("\n"))
        : failed(`previous terminated container "${args.container}" in pod "${args.name}" not found`);
    }),
    tool("namespaces_list", [], () =>
      ok(
        [...new Set(objects.map((object) => textAt(object, "metadata", "namespace")))]
          .filter((name) => name !== "")
          .join("\n"),
      ),
    ),
  ];
};

export type Args = Readonly<Record<string, string | undefined>>;

export const tool = (name: string, parameters: readonly string[], run: (args: Args) => ToolOutput): Tool => ({
  name,
  description: "",
  server: "manifests",
  annotations: { readOnlyHint: true },
  inputSchema: {
    type: "object",
    properties: Object.fromEntries(parameters.map((parameter) => [bare(parameter), { type: typeOf(parameter) }])),
    required: parameters.filter((parameter) => parameter.endsWith("*")).map(bare),
  },
  invoke: async (args) => run(Object.fromEntries(Object.entries(args).map(([key, value]) => [key, String(value)]))),
});

/** `*`: required; `?`: a boolean; `#`: a number. */
const bare = (parameter: string): string => parameter.replace(/[*?#]$/, "");
const typeOf = (parameter: string): string =>
  parameter.endsWith("?") ? "boolean" : parameter.endsWith("#") ? "integer" : "string";

export const ok = (text: string): ToolOutput => ({ kind: "result", text, isError: false });
export const failed = (text: string): ToolOutput => ({ kind: "result", text, isError: true });

/** Only `a=b,c=d`, which is what workloads of the fixtures select by. */
const selected = (object: UnknownRecord, selector = ""): boolean =>
  selector.split(",").every((pair) => {
    const [key = "", value] = pair.split("=");
    return key === "" || textAt(at(object, "metadata", "labels"), key) === value;
  });
