import { type Catalog, type CatalogEntry, terminalSafe } from "@k8s-copilot/k8s-crew";
import { type CommandOptions, withSession } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { columns } from "./output/columns.ts";
import { jsonLine } from "./output/json.ts";

/** Shows the catalog: each tool, and how it was understood. */
export const tools = (options: CommandOptions): Promise<number> =>
  withSession(options, "", async ({ session, prepared }) => {
    const { console, flags } = options;
    const { say } = prepared;
    const { catalog } = session;
    const known = catalog.entries.map((entry) => ({ ...entry, choices: choicesOf(entry, catalog) }));
    if (flags.output === "jsonl") for (const entry of known) console.print(jsonLine(entry));
    else if (flags.output === "json") console.print(jsonLine(known));
    else {
      const title = [
        say("columnTool"),
        say("columnVerb"),
        say("columnResource"),
        say("columnEffect"),
        say("columnNeeds"),
      ];
      for (const line of columns([title, ...known.map(row)])) console.print(line);
    }
    return exitCodes.ok;
  });

type Known = CatalogEntry & { readonly choices: Readonly<Record<string, string>> };

/** By parameter: the tool that lists its possible values. */
const choicesOf = ({ tool, parameters }: CatalogEntry, catalog: Catalog): Readonly<Record<string, string>> =>
  Object.fromEntries(
    parameters.flatMap(({ name }) => {
      const source = catalog.sourceOf(tool, name, {});
      return source === undefined ? [] : [[name, source.entry.tool]];
    }),
  );

/** Optional parameters stand in brackets, and behind the arrow where the choices for one come from. */
const row = ({ tool, verb, resource, effect, parameters, choices }: Known): readonly string[] => {
  const needs = parameters.map(({ name, required }) => {
    const source = choices[name];
    const known = source === undefined ? name : `${name}<-${source}`;
    return required ? known : `[${known}]`;
  });
  return [tool, verb, resource, effect, needs.join(" ")].map((cell) => terminalSafe(cell, { unsafe: "drop" }));
};
