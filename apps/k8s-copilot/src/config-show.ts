import { exitCodes } from "./exit-codes.ts";
import { type Io, say } from "./io.ts";
import type { Ready } from "./options.ts";
import { configPath, shown } from "./settings.ts";

/** Every setting with its value and where it came from; a secret only as being set. */
export const showConfig = async ({ io, settings, options }: Ready & { readonly io: Io }): Promise<number> => {
  for (const notice of settings.notices) say(io, notice);
  const rows = settings.list.map((setting) => ({
    key: setting.key,
    value: shown(setting),
    source: setting.value === undefined ? "-" : setting.source,
  }));
  if (options.output === "json") {
    io.stdout.write(`${JSON.stringify({ configFile: configPath(io), settings: rows }, null, 2)}\n`);
    return exitCodes.ok;
  }
  const width = Math.max(...rows.map(({ key }) => key.length));
  for (const { key, value, source } of rows) io.stdout.write(`${key.padEnd(width)}  ${value}  (${source})\n`);
  io.stdout.write(`${"config file".padEnd(width)}  ${configPath(io)}\n`);
  return exitCodes.ok;
};
