import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import { type CommandOptions, withSession } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { columns } from "./output/columns.ts";
import { jsonLine } from "./output/json.ts";
import type { KnownTool } from "./session.ts";

/** Shows each tool, and how it was understood. */
export const tools = (options: CommandOptions): Promise<number> =>
  withSession(options, { guidance: "direct", isTalk: false }, async ({ session, prepared }) => {
    const { console, flags } = options;
    const { say } = prepared;
    const known = session.tools();
    if (flags.output === "jsonl") for (const tool of known) console.print(jsonLine(tool));
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

/** Optional parameters stand in brackets, and behind the arrow where the choices for one come from. */
const row = ({ tool, verb, resource, effect, parameters }: KnownTool): readonly string[] => {
  const taken = parameters.map(({ name, required, choicesFrom }) => {
    const known = choicesFrom === undefined ? name : `${name}<-${choicesFrom}`;
    return required ? known : `[${known}]`;
  });
  return [tool, verb, resource, effect, taken.join(" ")].map((cell) => terminalSafe(cell, { unsafe: "drop" }));
};
