import { isObject, parseJson } from "../json.ts";
import { toolNames } from "../schema/names.ts";
import { type Arguments, type SanitizedSchema, sanitizeSchema } from "../schema/sanitize-schema.ts";
import type { WireTool } from "./wire.ts";

/** The tools of one request as they are sent, and the way between their names and arguments and ours. */
export type ToolBook = {
  /** Sorted by name, so that the beginning of every request stays equal and can be cached. */
  readonly tools: readonly WireTool[];
  /** A name of ours as it is sent; a name that is not offered is only made valid. */
  readonly sentName: (name: string) => string;
  /** The JSON text of arguments of ours as it is sent; what is no JSON object becomes `{}`. */
  readonly sentArguments: (name: string, args: string) => string;
  /** A name that the model wrote, as ours. Models add prefixes: `default_api.list_pods`. */
  readonly ownName: (sent: string) => string;
  /** Arguments that the model wrote for a tool of ours. */
  readonly ownArguments: (name: string, args: Arguments) => Arguments;
};

type Entry = { readonly name: string; readonly sent: string; readonly schema: SanitizedSchema };

/** `mentioned`: names of tools that the conversation called; those not offered any more are declared without parameters. */
export function createToolBook(offered: readonly WireTool[], mentioned: readonly string[]): ToolBook {
  const known = new Set(offered.map((tool) => tool.function.name));
  const past = [...new Set(mentioned)].filter((name) => !known.has(name)).map(declarePast);
  const all = withoutRepeats([...offered, ...past]).sort(byName);
  const names = toolNames(all.map((tool) => tool.function.name));
  const entries = all.map((tool, index): Entry => {
    const { name, parameters } = tool.function;
    return { name, sent: names[index] ?? name, schema: sanitizeSchema(parameters) };
  });
  // Of two different tools with one name the first keeps it; calls of both come back under that name.
  const byOwnName = new Map([...entries].reverse().map((entry) => [entry.name, entry]));
  const bySentName = new Map(entries.map((entry) => [entry.sent, entry]));
  return {
    tools: all.map((tool, index) => declare(tool, entries[index])),
    sentName: (name) => byOwnName.get(name)?.sent ?? toolNames([name])[0] ?? name,
    sentArguments: (name, args) => {
      const parsed = parseJson(args);
      if (!isObject(parsed)) return "{}";
      return JSON.stringify(byOwnName.get(name)?.schema.encode(parsed) ?? parsed);
    },
    ownName: (sent) => (bySentName.get(sent) ?? withoutPrefix(sent, entries))?.name ?? sent,
    ownArguments: (name, args) => byOwnName.get(name)?.schema.decode(args) ?? args,
  };
}

/** OpenAI's limit; longer descriptions are cut, since the end of one matters least. */
const longestDescription = 1024;

function declare(tool: WireTool, entry: Entry | undefined): WireTool {
  const { name, description = "", parameters, strict, ...rest } = tool.function;
  const text = description.trim() === "" ? name.replaceAll(/[_-]+/g, " ") : description.trim();
  return {
    ...tool,
    type: "function",
    function: {
      ...rest,
      name: entry?.sent ?? name,
      description: text.length > longestDescription ? `${text.slice(0, longestDescription - 1)}…` : text,
      ...(entry?.schema.parameters !== undefined && { parameters: entry.schema.parameters }),
    },
  };
}

/** A conversation may not hold calls of a tool that the request does not declare. */
function declarePast(name: string): WireTool {
  const description = "Was called earlier in this conversation. Not available now: do not call it.";
  return { type: "function", function: { name, description } };
}

function withoutRepeats(tools: readonly WireTool[]): WireTool[] {
  return [...new Map(tools.map((tool) => [JSON.stringify(tool), tool])).values()];
}

function withoutPrefix(sent: string, entries: readonly Entry[]): Entry | undefined {
  const ends = (entry: Entry) =>
    [".", ":", "__", "/"].some((separator) => sent.endsWith(`${separator}${entry.sent}`)) ||
    [".", ":", "__", "/"].some((separator) => sent.endsWith(`${separator}${entry.name}`));
  const fitting = entries.filter(ends);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function byName(left: WireTool, right: WireTool): number {
  return left.function.name < right.function.name ? -1 : left.function.name > right.function.name ? 1 : 0;
}
